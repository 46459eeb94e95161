import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readBank } from "../../src/bank/read-bank.js";
import { formatDiagnostic } from "../../src/document/diagnostic.js";
import { expectedFindings } from "../expected-findings.js";

const competency = `---
title: Data access
family: technical
skills:
  - name: SQL
  - name: PostgreSQL
    aliases: [Postgres]
---
# Data access

Reads and writes data.

## Junior
a
## Mid
b
## Senior
c
## Staff
d
`;

const question = (front = "", body = "") => `---
skills: [SQL]
kind: technical
levels: [senior, mid]
minutes: 10
${front}---
# A slow list

Why is it slow?

## Probes
- First?
- Second, which goes
  on here?

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
${body}`;

function bankOf(files: Record<string, string>) {
  return readBank(
    Object.entries({ "data-access/competency.md": competency, ...files }).map(([path, text]) => ({
      path: `questions/${path}`,
      bytes: Buffer.from(text),
    })),
  );
}

describe("readBank", () => {
  it("reads a question with its probes, anchors and place", () => {
    const { bank, findings } = bankOf({ "data-access/slow-list.md": question("owner: data\n") });
    expect(findings).toEqual([]);
    expect(bank.questions).toEqual([
      {
        id: "slow-list",
        competency: "data-access",
        title: "A slow list",
        skills: ["SQL"],
        kind: "technical",
        levels: ["mid", "senior"],
        minutes: 10,
        status: "active",
        enemies: [],
        owner: "data",
        wording: "Why is it slow?",
        probes: ["First?", "Second, which goes on here?"],
        rubric: [
          { rating: 1, label: "Poor", text: "one" },
          { rating: 2, label: "Mixed", text: "two" },
          { rating: 3, label: "Good", text: "three" },
          { rating: 4, label: "Excellent", text: "four" },
        ],
        redFlags: ["Guesses."],
        background: "Facts.",
        path: "questions/data-access/slow-list.md",
      },
    ]);
    expect(bank.competencies[0]).toMatchObject({ id: "data-access", levels: { junior: "a", staff: "d" } });
  });

  it("gives the same bank whatever the order of the files", () => {
    const files = {
      "data-access/b.md": question(),
      "data-access/a.md": question(),
    };
    const reversed = Object.fromEntries(Object.entries(files).reverse());
    expect(bankOf(files).bank).toEqual(bankOf(reversed).bank);
  });

  it("leaves a broken question out and keeps the rest", () => {
    const { bank, findings } = bankOf({
      "data-access/good.md": question(),
      "data-access/bad.md": question().replace("minutes: 10", "minutes: ten"),
    });
    expect(bank.questions.map((one) => one.id)).toEqual(["good"]);
    expect(findings.map(formatDiagnostic)).toEqual([
      'questions/data-access/bad.md:5:10 error invalid-value minutes is "ten", expected a number',
    ]);
  });

  it("finds two questions with one id, in whatever folders", () => {
    const second = competency.replace("SQL\n", "MySQL\n").replace(/ {2}- name: PostgreSQL\n.*\n/, "");
    const { bank, findings } = bankOf({
      "data-access/slow-list.md": question(),
      "other/competency.md": second,
      "other/slow-list.md": question(),
    });
    expect(findings).toMatchObject([{ code: "duplicate-question", path: "questions/other/slow-list.md" }]);
    expect(bank.questions).toHaveLength(1);
  });

  it("finds a skill that two competencies list, and an alias that two skills claim", () => {
    const { findings } = bankOf({
      "other/competency.md": competency
        .replace("name: SQL", "name: sql")
        .replace("name: PostgreSQL", "name: Other"),
    });
    expect(findings).toMatchObject([
      { code: "duplicate-skill", path: "questions/other/competency.md", line: 5 },
      { code: "alias-clash", path: "questions/other/competency.md", line: 7 },
    ]);
  });

  it("says once that a competency is broken, and nothing of what follows from it", () => {
    const broken = competency.replace("family:", "famly:");
    const { bank, findings } = bankOf({
      "data-access/competency.md": broken,
      "data-access/slow-list.md": question(),
    });
    expect(findings.map(({ path, code }) => `${path} ${code}`)).toEqual([
      "questions/data-access/competency.md invalid-value",
      "questions/data-access/competency.md unknown-key",
    ]);
    expect(bank.questions).toEqual([]);
  });

  it("finds enemies that do not exist or do not answer", () => {
    const { findings } = bankOf({
      "data-access/slow-list.md": question("enemies: [slow-lost, other]\n"),
      "data-access/slow-lists.md": question(),
      "data-access/other.md": question(),
    });
    expect(findings).toMatchObject([
      { code: "unknown-question", line: 6, column: 11, hint: "Write slow-list" },
      { code: "one-sided-enemy", line: 6, column: 22 },
    ]);
  });
});

describe("fixtures whose findings stand on their lines", () => {
  const folder = join(import.meta.dirname, "..", "fixtures", "bank");
  for (const name of readdirSync(folder)) {
    it(name, () => {
      const text = readFileSync(join(folder, name), "utf8");
      const { expected, cleaned } = expectedFindings(text);
      const { findings } = bankOf({ [`data-access/${name}`]: cleaned });
      expect(findings.map((finding) => `${finding.line} ${finding.code}`).sort()).toEqual(expected.sort());
      expect(expected.length).toBeGreaterThan(0);
    });
  }
});
