// In: one question file as a SourceDocument. Out: a Question and every finding in it, each at its line.
// Checks the shape only; whether skills and enemies exist is the bank's business, whether words are fair is check/'s.
import { z } from "zod";
import { allowShape } from "../document/allow.js";
import { type Diagnostic, diagnose, type Position } from "../document/diagnostic.js";
import type { SourceDocument } from "../document/document.js";
import { nearest } from "../document/nearest.js";
import { placeholderFindings } from "../document/placeholder.js";
import type { Section } from "../document/sections.js";
import { checkShape } from "../document/shape.js";
import {
  type Anchor,
  type Question,
  questionKinds,
  questionLevels,
  questionStatuses,
  type Rating,
  ratingLabels,
} from "./question-bank.js";

export const questionShape = z.strictObject({
  skills: z.array(z.string().min(1)).min(1).max(4),
  kind: z.enum(questionKinds),
  levels: z.array(z.enum(questionLevels)).min(1),
  minutes: z.int().min(1).max(120),
  enemies: z.array(z.string().min(1)).default([]),
  status: z.enum(questionStatuses).default("active"),
  reviewed: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, "a date such as 2026-01-31")
    .optional(),
  owner: z.string().min(1).optional(),
  allow: allowShape,
  lang: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "a language such as de or pt-BR")
    .optional(),
  reason: z.string().min(1).optional(),
  imported: z.string().min(1).optional(),
});

/** A question below `questions/teams/`: its version of a shared one says which version it started from. */
export const teamQuestionShape = questionShape.extend({
  base: z
    .string()
    .regex(/^[0-9a-f]{7,40}$/, 'a version in quotes, such as "3fa9c2b1e0d4"')
    .optional(),
});

const parts = ["Exhibit", "Probes", "Rubric", "Red flags", "Background"] as const;
type Part = (typeof parts)[number];

/** Reads a question; `id` is its file name without extension, `competency` its folder. Without `question`, a finding is an error. */
export function readQuestion(
  id: string,
  competency: string,
  document: SourceDocument,
  frontMatter: typeof questionShape | typeof teamQuestionShape = questionShape,
): { question?: Question; findings: Diagnostic[] } {
  const shape = checkShape(document, frontMatter);
  const findings = [...shape.findings];
  const at = (line: number): Position => ({ line, column: 1 });
  const report = (...args: [Parameters<typeof diagnose>[0], number, string, string?]) =>
    findings.push(diagnose(args[0], document.path, at(args[1]), args[2], args[3]));

  const title = document.sections.find((section) => section.depth === 1);
  if (!title || title.title === "") {
    report(
      "missing-title",
      document.bodyLine,
      "expected a level-one heading (# Title) with the question below it",
    );
  } else if (title.markdown === "") {
    report("missing-section", title.line, "expected the question's wording below the title");
  }

  const found = new Map<Part, Section>();
  const anchors: Anchor[] = [];
  let part: Part | undefined;
  for (const section of document.sections) {
    if (section.depth === 0 || section === title) continue;
    if (part === "Rubric" && section.depth === 3) {
      const anchor = readAnchor(section);
      if (!anchor) {
        report(
          "unexpected-section",
          section.line,
          `unexpected heading "${section.title}", expected 1 Poor, 2 Mixed, 3 Good or 4 Excellent`,
        );
      } else if (anchors.some((other) => other.rating === anchor.rating)) {
        report("duplicate-heading", section.line, `the anchor for ${anchor.rating} stands twice`);
      } else if (anchor.text === "") {
        report("missing-anchor", section.line, `the anchor for ${anchor.rating} has no words`);
      } else {
        anchors.push(anchor);
      }
      continue;
    }
    const name = parts.find((known) => known.toLowerCase() === section.title.toLowerCase());
    if (name === undefined || section.depth !== 2) {
      const close = nearest(section.title, parts);
      report(
        "unexpected-section",
        section.line,
        `unexpected heading "${section.title}", expected ${parts.map((known) => `## ${known}`).join(", ")}`,
        close === undefined ? undefined : `Write ## ${close}`,
      );
    } else if (found.has(name)) {
      report("duplicate-heading", section.line, `## ${name} stands twice`);
    } else {
      found.set(name, section);
      part = name;
    }
  }

  for (const name of ["Probes", "Rubric", "Red flags", "Background"] as const) {
    const section = found.get(name);
    if (!section || (name !== "Rubric" && section.markdown === "")) {
      report(
        "missing-section",
        section?.line ?? document.bodyLine,
        `expected a section "## ${name}" with text below it`,
      );
    }
  }
  const rubric = found.get("Rubric");
  if (rubric) {
    for (const rating of [1, 2, 3, 4] as const) {
      if (anchors.some((anchor) => anchor.rating === rating)) continue;
      const heading = `### ${rating} ${ratingLabels[rating]}`;
      if (!findings.some((finding) => finding.message === `the anchor for ${rating} has no words`)) {
        report(
          "missing-anchor",
          rubric.line,
          `no anchor for ${rating}, expected "${heading}"`,
          `Add ${heading}`,
        );
      }
    }
  }
  const exhibit = found.get("Exhibit");
  if (shape.value?.kind === "code-review" && !exhibit) {
    report("missing-exhibit", document.bodyLine, 'a code review needs "## Exhibit" with the code to read');
  }
  const probes = listItems(found.get("Probes"));
  if (found.has("Probes") && (probes.length < 2 || probes.length > 5)) {
    report(
      "too-few-probes",
      found.get("Probes")?.line ?? 1,
      `found ${probes.length} probes, expected 2 to 5`,
    );
  }

  // Nobody reads a draft aloud; whatever is asked has all of its words.
  if (shape.value?.status === "active")
    findings.push(...placeholderFindings("unfinished-question", document.path, document.text));

  if (!shape.value || findings.some((finding) => finding.severity === "error")) return { findings };
  const { value } = shape;
  const question: Question = {
    id,
    competency,
    title: title?.title ?? id,
    skills: value.skills,
    kind: value.kind,
    levels: questionLevels.filter((level) => value.levels.includes(level)),
    minutes: value.minutes,
    status: value.status,
    enemies: value.enemies,
    wording: title?.markdown ?? "",
    probes,
    rubric: anchors.sort((a, b) => a.rating - b.rating),
    redFlags: listItems(found.get("Red flags")),
    background: found.get("Background")?.markdown ?? "",
    path: document.path,
  };
  if (value.reviewed !== undefined) question.reviewed = value.reviewed;
  if (value.owner !== undefined) question.owner = value.owner;
  if (value.lang !== undefined) question.lang = value.lang;
  if (value.reason !== undefined) question.reason = value.reason;
  if (value.imported !== undefined) question.imported = value.imported;
  if ("base" in value && value.base !== undefined) question.base = value.base;
  if (exhibit) question.exhibit = exhibit.markdown;
  return { question, findings };
}

function readAnchor(section: Section): Anchor | undefined {
  const match = /^([1-4])\b[\s.:–-]*(.*)$/.exec(section.title);
  if (!match) return undefined;
  const rating = Number(match[1]) as Rating;
  return { rating, label: match[2] || ratingLabels[rating], text: section.markdown };
}

/** The items of a flat Markdown list, each joined to one line. */
function listItems(section: Section | undefined): string[] {
  if (!section) return [];
  const items: string[] = [];
  for (const line of section.markdown.split("\n")) {
    const item = /^\s*(?:[-*+]|\d+[.)])\s+(.*)$/.exec(line);
    if (item) items.push((item[1] ?? "").trim());
    else if (line.trim() !== "" && items.length > 0) items.push(`${items.pop()} ${line.trim()}`);
  }
  return items;
}
