// The plan reader: the shipped plan reads clean, and every fault is found at its line and column, all in one run.
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readPlan } from "../../src/assemble/read-plan.js";
import { splitMinutes } from "../../src/assemble/split-minutes.js";
import type { Competency, Question } from "../../src/bank/question-bank.js";
import { readDocument } from "../../src/document/document.js";

const bank = {
  competencies: readdirSync("questions", { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ id: name }) as Competency),
  questions: ["blocking-call", "lazy-lines"].map((id) => ({ id }) as Question),
};

function read(text: string, path = "roles/plans/team.md") {
  const { document, findings } = readDocument(path, new TextEncoder().encode(text));
  if (!document) throw new Error(JSON.stringify(findings));
  return readPlan(document, bank);
}

function words(text: string): string[] {
  return read(text).findings.map((one) => {
    const hint = one.hint === undefined ? "" : ` | ${one.hint}`;
    return `${one.line}:${one.column} ${one.code} ${one.message}${hint}`;
  });
}

const stage = (lines: string) => `  - id: coding
    title: Coding
    purpose: See it.
    minutes: 60
    questions: { min: 2, max: 3 }
    interviewer: Engineer
    prepare: Bring an editor.
${lines}`;
const body = "---\n# Team loop\n\nRate before you talk.\n";

test("the shipped plan: five stages, split as published, every sentence in place", () => {
  const { plan, findings } = read(readFileSync("roles/plans/standard.md", "utf8"), "roles/plans/standard.md");
  expect(findings).toEqual([]);
  expect(plan?.id).toBe("standard");
  expect(plan?.title).toBe("Standard loop");
  expect(plan?.brief).toMatch(/^Every interview of this opening/);
  expect(plan?.stages.map(({ id, minutes, split }) => [id, minutes, split.questions])).toEqual([
    ["introduction", 30, 20],
    ["coding", 60, 40],
    ["technical-depth", 60, 40],
    ["system-design", 60, 40],
    ["working-together", 45, 32],
  ]);
  expect(plan?.stages[0]?.at).toEqual({ line: 11, column: 9 });
});

test("minutes are split as re:Work publishes, evenly between, in proportion below, and add up", () => {
  expect(splitMinutes(30)).toEqual({ opening: 2, questions: 20, candidate: 5, closing: 3 });
  expect(splitMinutes(45)).toEqual({ opening: 5, questions: 32, candidate: 5, closing: 3 });
  expect(splitMinutes(60)).toEqual({ opening: 7, questions: 40, candidate: 8, closing: 5 });
  expect(splitMinutes(50)).toEqual({ opening: 6, questions: 34, candidate: 6, closing: 4 });
  expect(splitMinutes(20)).toEqual({ opening: 1, questions: 14, candidate: 3, closing: 2 });
  expect(splitMinutes(90)).toEqual({ opening: 7, questions: 70, candidate: 8, closing: 5 });
  for (let minutes = 15; minutes <= 240; minutes++) {
    const { opening, questions, candidate, closing } = splitMinutes(minutes);
    expect(opening + questions + candidate + closing).toBe(minutes);
    expect(questions).toBeGreaterThan(minutes / 2);
  }
});

test("a stated split wins", () => {
  const text = `---\nstages:\n${stage("    split: { opening: 5, questions: 45, candidate: 5, closing: 5 }\n")}${body}`;
  expect(read(text).plan?.stages[0]?.split).toEqual({ opening: 5, questions: 45, candidate: 5, closing: 5 });
});

test("a plan without stages", () => {
  expect(words(`---\nsecondViews: 2\n${body}`)).toEqual([
    "1:1 invalid-value stages is missing, expected a list",
  ]);
  expect(words(`---\nstages: []\n${body}`)).toEqual([
    "2:9 invalid-value stages is [], expected at least 1 entries",
  ]);
});

test("every fault of several stages at once, each at its place", () => {
  const text = `---
pins: [blocking-cal]
bans: [nothing-like-it]
stages:
${stage(`    focus: [testin, people, python-language]
    split: { opening: 5, questions: 45, candidate: 5, closing: 6 }
`)}${stage(`    kinds: [codin]
    pins: [lazy-line]
`)}  - id: late
    title: Late
    purpose: See it.
    minutes: an hour
    questions: { min: 3, max: 2 }
    interviewer: Engineer
${body}`;
  expect(words(text)).toEqual([
    '2:8 unknown-question no question has the id "blocking-cal" | Write blocking-call',
    '3:8 unknown-question no question has the id "nothing-like-it" | Delete it.',
    '12:13 unknown-competency "testin" is neither a competency nor one of the families technical, design, practice, people | Write testing',
    "13:12 invalid-value the split adds up to 61 minutes, expected the stage's 60 | Write questions: 44",
    '14:9 duplicate-stage the id "coding" is taken by the stage on line 5 | Give each stage its own id; it names the printed files.',
    '21:13 invalid-value stages.1.kinds.0 is "codin", expected one of behavioral, situational, technical, coding, code-review, design',
    '22:12 unknown-question no question has the id "lazy-line" | Write lazy-lines',
    "23:5 invalid-value stages.2.prepare is missing, expected a text",
    '26:14 invalid-value stages.2.minutes is "an hour", expected a number',
    "27:31 invalid-value at most 2 questions, expected no fewer than the minimum of 3 | Write max: 3",
  ]);
});

test("a body without a title", () => {
  expect(words(`---\nstages:\n${stage("")}---\nJust words.\n`)).toEqual([
    "11:1 missing-title expected a level-one heading with the brief for interviewers below it",
  ]);
});
