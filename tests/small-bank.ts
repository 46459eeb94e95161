// Short texts of a competency and a question that have nothing to mend, and a small bank of them with one family of people.
import { type BankReading, readBank } from "../src/bank/read-bank.js";
import type { SourceFile } from "../src/document/source-file.js";

export const competency = (title: string, skills: string, family = "technical") => `---
title: ${title}
family: ${family}
skills: ${skills}
---
# ${title}

What is rated.

## Junior
a
## Mid
b
## Senior
c
## Staff
d
`;

export const question = (front: string, title = "A slow list", wording = "Why is it slow?") => `---
${front}
---
# ${title}

${wording}

## Probes
- First?
- Second?

## Rubric
### 1 Poor
one
### 2 Mixed
two
### 3 Good
three
### 4 Excellent
four

## Red flags
- Guesses.

## Background
Facts.
`;

/** A plan of one stage, "depth", that asks exactly so many questions. */
export const oneStage = (minutes: number, questions: number, title = "Technical depth") => `---
stages:
  - id: depth
    title: ${title}
    purpose: See how far it carries.
    minutes: ${minutes}
    questions: { min: ${questions}, max: ${questions} }
    interviewer: Engineer
    prepare: Nothing.
---
# A short loop
`;

export const sql = "skills: [SQL]\nkind: technical\nlevels: [mid]\nminutes: 10";
export const mysql = "skills: [MySQL]\nkind: technical\nlevels: [mid]\nminutes: 10";

export function files(contents: Record<string, string>): SourceFile[] {
  return Object.entries(contents).map(([path, text]) => ({ path, bytes: Buffer.from(text) }));
}

export const sharedFiles = files({
  "questions/data-access/competency.md": competency(
    "Data access",
    "[SQL, MySQL, {name: PostgreSQL, aliases: [Postgres]}]",
  ),
  "questions/data-access/slow-list.md": question(sql),
  "questions/data-access/dear-index.md": question(mysql, "A dear index"),
  "questions/ownership/competency.md": competency("Ownership", "[Initiative]", "people"),
  "questions/ownership/lost-file.md": question(
    "skills: [Initiative]\nkind: behavioral\nlevels: [mid]\nminutes: 10",
    "A lost file",
  ),
});

export const shared: BankReading = readBank(sharedFiles);
