// In: one competency.md as a SourceDocument. Out: a Competency and every finding in it.
import { z } from "zod";
import { allowShape } from "../document/allow.js";
import { type Diagnostic, diagnose } from "../document/diagnostic.js";
import type { SourceDocument } from "../document/document.js";
import { checkShape } from "../document/shape.js";
import { type Competency, families, type QuestionLevel, questionLevels } from "./question-bank.js";

const skillShape = z.strictObject({
  name: z.string().min(1),
  aliases: z.array(z.string().min(1)).default([]),
  everyday: z.array(z.string().min(1)).optional(),
  match: z.enum(["exact-case", "any-case"]).default("any-case"),
});

export const competencyShape = z.strictObject({
  title: z.string().min(3).max(60),
  family: z.enum(families),
  allow: allowShape,
  // A bare name is short for a skill without aliases.
  skills: z
    .array(
      z
        .union([
          z
            .string()
            .min(1)
            .transform((name) => ({ name })),
          skillShape,
        ])
        .pipe(skillShape),
    )
    .min(1),
});

/** Reads a competency; `id` is the name of its folder. A competency that lacks a level is still read, with a finding. */
export function readCompetency(
  id: string,
  document: SourceDocument,
): { competency?: Competency; findings: Diagnostic[] } {
  const shape = checkShape(document, competencyShape);
  const findings = [...shape.findings];
  const title = document.sections.find((section) => section.depth === 1);
  const levels: Partial<Record<QuestionLevel, string>> = {};
  for (const section of document.sections) {
    if (section.depth === 0) continue;
    const level = questionLevels.find((name) => name === section.title.toLowerCase());
    if (section.depth === 2 && level !== undefined) levels[level] = section.markdown;
    else if (section !== title) {
      findings.push(
        diagnose(
          "unexpected-section",
          document.path,
          { line: section.line, column: 1 },
          `unexpected heading "${section.title}", expected Junior, Mid, Senior and Staff`,
          "Move the text into the definition or one of the levels.",
        ),
      );
    }
  }
  if (!title || title.markdown === "") {
    findings.push(
      diagnose(
        "missing-title",
        document.path,
        { line: document.bodyLine, column: 1 },
        "expected a level-one heading with the definition below it",
      ),
    );
  }
  for (const level of questionLevels) {
    if (levels[level]) continue;
    findings.push(
      diagnose(
        "missing-section",
        document.path,
        { line: document.bodyLine, column: 1 },
        `expected a section "## ${level[0]?.toUpperCase()}${level.slice(1)}" with what that level looks like`,
      ),
    );
  }
  if (!shape.value || !title) return { findings };
  const { value } = shape;
  return {
    competency: {
      id,
      title: value.title,
      family: value.family,
      definition: title.markdown,
      levels: {
        junior: levels.junior ?? "",
        mid: levels.mid ?? "",
        senior: levels.senior ?? "",
        staff: levels.staff ?? "",
      },
      skills: value.skills.map((skill) => ({
        name: skill.name,
        aliases: skill.aliases,
        matchCase: skill.match === "exact-case",
        ...(skill.everyday && { everyday: skill.everyday }),
        competency: id,
      })),
      path: document.path,
    },
    findings,
  };
}
