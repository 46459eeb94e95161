// In: a plan document and the bank that its ids refer to. Out: a LoopPlan and every finding, each at its line and column.
// Checks what can be known without a role; what a role's questions allow is found out by conflicts.ts.
import { z } from "zod";
import { families, type QuestionBank, questionKinds } from "../bank/question-bank.js";
import { allowShape } from "../document/allow.js";
import { type Diagnostic, diagnose, sortDiagnostics } from "../document/diagnostic.js";
import type { SourceDocument } from "../document/document.js";
import type { DataPath } from "../document/front-matter.js";
import { nearest } from "../document/nearest.js";
import { checkShape } from "../document/shape.js";
import type { LoopPlan } from "./interview-plan.js";
import { splitMinutes } from "./split-minutes.js";

/** Families that a stage can be about; credentials are never asked about. */
const stageFamilies = families.filter((family) => family !== "credentials");

const part = z.int().min(0).max(240);

const stageShape = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "a short name such as system-design"),
  title: z.string().min(3).max(60),
  purpose: z.string().min(1).max(240),
  minutes: z.int().min(15).max(240),
  split: z.strictObject({ opening: part, questions: part.min(1), candidate: part, closing: part }).optional(),
  kinds: z.array(z.enum(questionKinds)).default([]),
  core: z.array(z.enum(questionKinds)).default([]),
  focus: z.array(z.string().min(1)).default([]),
  questions: z.strictObject({ min: z.int().min(1).max(20), max: z.int().min(1).max(20) }),
  interviewer: z.string().min(1).max(80),
  pins: z.array(z.string().min(1)).default([]),
  prepare: z.string().min(1),
});

/** A scorecard is one page, and a page has room for so many criteria. */
export const mostCriteria = 6;

export const planShape = z.strictObject({
  competenciesPerStage: z.int().min(1).max(mostCriteria).default(4),
  competenciesPerLoop: z.int().min(1).max(40).default(12),
  secondViews: z.int().min(0).max(20).default(3),
  pins: z.array(z.string().min(1)).default([]),
  bans: z.array(z.string().min(1)).default([]),
  allow: allowShape,
  stages: z.array(stageShape).min(1),
});

type Report = (
  code: Parameters<typeof diagnose>[0],
  path: DataPath,
  message: string,
  hint?: string | undefined,
) => void;

/** Reads a plan; its id is its file name. Without a `plan`, a finding is an error. */
export function readPlan(
  document: SourceDocument,
  bank: Pick<QuestionBank, "competencies" | "questions">,
): { plan?: LoopPlan; findings: Diagnostic[] } {
  const shape = checkShape(document, planShape);
  const findings = [...shape.findings];
  const report: Report = (code, path, message, hint) =>
    findings.push(diagnose(code, document.path, document.valueAt(path), message, hint));

  const { title, brief } = readBody(document, findings);
  const questions = new Set(bank.questions.map((question) => question.id));
  const focuses = new Set([...stageFamilies, ...bank.competencies.map((competency) => competency.id)]);
  for (const key of ["pins", "bans"] as const) {
    checkNames(report, "unknown-question", [key], document.data[key], questions);
  }
  const stages: unknown[] = Array.isArray(document.data.stages) ? document.data.stages : [];
  const firstUse = new Map<string, number>();
  stages.forEach((raw, index) => {
    if (typeof raw !== "object" || raw === null) return;
    const at = (...path: (string | number)[]): DataPath => ["stages", index, ...path];
    const { id, pins, focus } = raw as Record<string, unknown>;
    checkNames(report, "unknown-question", at("pins"), pins, questions);
    checkNames(report, "unknown-competency", at("focus"), focus, focuses);
    if (typeof id === "string") {
      const first = firstUse.get(id);
      if (first === undefined) firstUse.set(id, index);
      else {
        report(
          "duplicate-stage",
          at("id"),
          `the id "${id}" is taken by the stage on line ${document.valueAt(["stages", first, "id"]).line}`,
          "Give each stage its own id; it names the printed files.",
        );
      }
    }
    checkNumbers(report, at, raw as Record<string, unknown>);
  });

  if (!shape.value || title === undefined || findings.some((finding) => finding.severity === "error")) {
    return { findings: sortDiagnostics(findings) };
  }
  const { allow: _silenced, ...plan } = shape.value;
  return {
    plan: {
      id: document.path.replace(/^.*\//, "").replace(/\.[^.]*$/, ""),
      title,
      path: document.path,
      ...plan,
      stages: plan.stages.map(({ split, ...stage }, index) => ({
        ...stage,
        split: split ?? splitMinutes(stage.minutes),
        at: document.valueAt(["stages", index, "id"]),
      })),
      brief,
    },
    findings,
  };
}

function readBody(document: SourceDocument, findings: Diagnostic[]): { title?: string; brief: string } {
  const title = document.sections.find((section) => section.depth === 1);
  if (!title || title.title === "") {
    findings.push(
      diagnose(
        "missing-title",
        document.path,
        { line: document.bodyLine, column: 1 },
        "expected a level-one heading with the brief for interviewers below it",
      ),
    );
    return { brief: "" };
  }
  const lines = document.body.split(/\r\n|\r|\n/).slice(title.contentLine - document.bodyLine);
  return { title: title.title, brief: lines.join("\n").trim() };
}

function checkNames(
  report: Report,
  code: "unknown-question" | "unknown-competency",
  path: DataPath,
  names: unknown,
  known: ReadonlySet<string>,
): void {
  if (!Array.isArray(names)) return;
  names.forEach((name: unknown, index) => {
    if (typeof name !== "string" || known.has(name)) return;
    const close = nearest(name, known);
    const message =
      code === "unknown-question"
        ? `no question has the id "${name}"`
        : `"${name}" is neither a competency nor one of the families ${stageFamilies.join(", ")}`;
    report(code, [...path, index], message, close === undefined ? "Delete it." : `Write ${close}`);
  });
}

// Each part is parsed on its own: a fault in one does not hide a contradiction in another.
function checkNumbers(
  report: Report,
  at: (...path: (string | number)[]) => DataPath,
  raw: Record<string, unknown>,
): void {
  const { minutes, split, questions } = stageShape.shape;
  const length = minutes.safeParse(raw.minutes).data;
  const parts = split.safeParse(raw.split).data;
  const range = questions.safeParse(raw.questions).data;
  if (length !== undefined && parts) {
    const around = parts.opening + parts.candidate + parts.closing;
    if (around + parts.questions !== length) {
      report(
        "invalid-value",
        at("split"),
        `the split adds up to ${around + parts.questions} minutes, expected the stage's ${length}`,
        length > around ? `Write questions: ${length - around}` : "Shorten the other parts.",
      );
    }
  }
  if (range && range.max < range.min) {
    report(
      "invalid-value",
      at("questions", "max"),
      `at most ${range.max} questions, expected no fewer than the minimum of ${range.min}`,
      `Write max: ${range.min}`,
    );
  }
}
