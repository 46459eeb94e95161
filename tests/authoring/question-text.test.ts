import { describe, expect, it } from "vitest";
import { readPlan } from "../../src/assemble/read-plan.js";
import { competencyText, planText, roleText } from "../../src/authoring/document-text.js";
import { idOf, idPattern } from "../../src/authoring/identifier.js";
import { questionText } from "../../src/authoring/question-text.js";
import { questionKinds } from "../../src/bank/question-bank.js";
import { readBank } from "../../src/bank/read-bank.js";
import { readCompetency } from "../../src/bank/read-competency.js";
import { readQuestion } from "../../src/bank/read-question.js";
import { readDocument, type SourceDocument } from "../../src/document/document.js";
import { findPlaceholders } from "../../src/document/placeholder.js";
import { readWorkspace } from "../../src/workspace/workspace.js";

function documentOf(path: string, text: string): SourceDocument {
  const { document, findings } = readDocument(path, new TextEncoder().encode(text));
  expect(findings).toEqual([]);
  return document as SourceDocument;
}

describe("questionText", () => {
  it("writes every shipped question so that it is read back the same", async () => {
    const { bank } = readBank((await readWorkspace(".")).questions);
    expect(bank.questions.length).toBeGreaterThan(360);
    for (const question of bank.questions) {
      const { text, missing } = questionText(question);
      expect(missing).toEqual([]);
      const read = readQuestion(question.id, question.competency, documentOf(question.path, text));
      expect(read).toEqual({ question, findings: [] });
    }
  });

  it.each(questionKinds)("marks every missing part of a %s question, and is read as a draft", (kind) => {
    const draft = {
      title: "A: title # with marks",
      skills: ["a, b", "yes"],
      levels: ["mid"],
      minutes: 10,
    } as const;
    const { text, missing } = questionText({ ...draft, kind, status: "draft" });
    expect(missing).toEqual([
      "wording",
      ...(kind === "code-review" ? ["exhibit"] : []),
      "probes",
      "rubric",
      "red flags",
      "background",
    ]);
    const { question, findings } = readQuestion("x", "y", documentOf("questions/y/x.md", text));
    expect(findings).toEqual([]);
    expect(question).toMatchObject({ ...draft, kind, status: "draft" });
    expect(question?.rubric.map(({ rating }) => rating)).toEqual([1, 2, 3, 4]);
    expect(findPlaceholders(text)).toHaveLength(kind === "code-review" ? 10 : 9);
  });

  it("keeps what is known and marks only the rest", () => {
    const { text, missing } = questionText({
      title: "Some of it",
      skills: ["Go"],
      kind: "technical",
      levels: ["mid"],
      minutes: 10,
      status: "draft",
      wording: "Why?",
      probes: ["And then?"],
      rubric: [{ rating: 3, text: "Because." }],
      redFlags: ["None of it."],
    });
    expect(missing).toEqual(["probes", "rubric", "background"]);
    expect(text).toContain("- And then?\n- [to fill in: the follow-up that separates a 3 from a 4]\n");
    expect(text).toContain("### 3 Good\nBecause.\n");
    expect(findPlaceholders(text)).toHaveLength(5);
  });

  it("is an error where it is asked: an active question with words to fill in", () => {
    const { text } = questionText({
      title: "Asked",
      skills: ["Go"],
      kind: "technical",
      levels: ["mid"],
      minutes: 10,
      status: "active",
    });
    const { question, findings } = readQuestion("x", "y", documentOf("questions/y/x.md", text));
    expect(question).toBeUndefined();
    expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(["unfinished-question"]));
    expect(findings).toHaveLength(9);
    expect(findings[0]).toMatchObject({ line: 9, column: 1, severity: "error" });
  });
});

describe("the other new documents", () => {
  it("are read without a finding", () => {
    const competency = competencyText({
      title: "Payment systems",
      family: "technical",
      skills: ["interchange: fees", "3D", "C#"],
    });
    const read = readCompetency("payment-systems", documentOf("questions/p/competency.md", competency));
    expect(read.findings).toEqual([]);
    expect(read.competency?.skills.map(({ name }) => name)).toEqual(["interchange: fees", "3D", "C#"]);
    const plan = planText({
      title: "Two",
      stages: [
        { title: "Coding: alone", minutes: 15 },
        { title: "Über uns", minutes: 240 },
      ],
    });
    const { plan: loop, findings } = readPlan(documentOf("roles/plans/two.md", plan), {
      competencies: [],
      questions: [],
    });
    expect(findings).toEqual([]);
    expect(loop?.stages.map(({ id, title }) => [id, title])).toEqual([
      ["coding-alone", "Coding: alone"],
      ["uber-uns", "Über uns"],
    ]);
    const role = documentOf("roles/r.md", roleText({ title: "Engineer", level: "senior", skills: ["Go"] }));
    expect(role.data).toEqual({ level: "senior" });
    expect(role.sections.map(({ title }) => title).filter((title) => title !== "")).toEqual([
      "Engineer",
      "Requirements",
      "Responsibilities",
      "Nice to have",
    ]);
  });
});

describe("idOf", () => {
  it.each([
    ["A report that doubles its rows", "a-report-that-doubles-its-rows"],
    ["  Größe & Maß: Übung №2!  ", "grosse-mass-ubung-no2"],
    ["The candidate's own words", "the-candidates-own-words"],
    ["数据", ""],
    ["../../etc/passwd", "etc-passwd"],
  ])("%s → %s", (title, id) => {
    expect(idOf(title)).toBe(id);
    if (id !== "") expect(id).toMatch(idPattern);
  });

  it("ends long ones at a word", () => {
    const id = idOf("word ".repeat(40));
    expect(id).toBe(Array.from({ length: 12 }, () => "word").join("-"));
    expect(idOf("x".repeat(100))).toHaveLength(60);
  });
});
