// What the front matter of a role sets right: title, level, skills to add and drop, weights, and what to ignore.
// In: a document. Out: typed corrections and a finding for each that cannot be understood. Other keys of a role are its own affair.
import { z } from "zod";
import type { Skill } from "../bank/question-bank.js";
import { type Diagnostic, diagnose, type Position } from "../document/diagnostic.js";
import type { SourceDocument } from "../document/document.js";
import { nearest } from "../document/nearest.js";
import type { SkillIndex } from "../skills/skill-index.js";
import { isCorrection } from "./front-matter-blocks.js";
import { levelOfTitle } from "./level.js";
import { type RoleLevel, roleLevels } from "./role-profile.js";
import { isMetadataKey } from "./section-words.js";

/** What each correction looks like. */
export const shapes = {
  title: z.string().trim().min(1),
  level: z.string().trim().min(1),
  skills: z.strictObject({
    add: z.array(z.string().min(1)).default([]),
    drop: z.array(z.string().min(1)).default([]),
  }),
  weights: z.record(z.string(), z.number().int().min(1).max(100)),
  ignore: z.union([z.string().min(1), z.array(z.string().min(1))]),
};

const expected: Record<keyof typeof shapes, string> = {
  title: "a text",
  level: `one of ${roleLevels.join(", ")}`,
  skills: "lists under add and drop",
  weights: "whole numbers from 1 to 100, each under a skill or competency",
  ignore: "a list of section titles or texts of lines",
};

export interface Corrections {
  title?: { text: string; line: number };
  level?: { level: RoleLevel; line: number };
  add: { skill: Skill; text: string; place: Position }[];
  /** `unknown`: no competency lists it; the document may name it all the same. */
  drop: { name: string; place: Position; unknown?: Diagnostic }[];
  weights: { name: string; weight: number; place: Position }[];
  ignore: { text: string; place: Position }[];
}

/** Reads the corrections; what cannot be understood is reported at its line and left out. */
export function readCorrections(
  document: SourceDocument,
  index: SkillIndex,
): { corrections: Corrections; findings: Diagnostic[] } {
  const corrections: Corrections = { add: [], drop: [], weights: [], ignore: [] };
  const findings: Diagnostic[] = [];
  const { data, path } = document;

  const read = <K extends keyof typeof shapes>(key: K): z.infer<(typeof shapes)[K]> | undefined => {
    if (!(key in data) || data[key] === null) return undefined;
    const result = shapes[key].safeParse(data[key]);
    if (result.success) return result.data as z.infer<(typeof shapes)[K]>;
    for (const issue of result.error.issues) {
      const steps = issue.path.filter((step): step is string | number => typeof step !== "symbol");
      if (issue.code === "unrecognized_keys") {
        for (const name of issue.keys)
          findings.push(
            diagnose(
              "unknown-key",
              path,
              document.keyAt([key, ...steps, name]),
              `unknown key "${name}" under ${key}, expected add or drop`,
            ),
          );
      } else {
        const name = [key, ...steps].join(".");
        findings.push(
          diagnose(
            "invalid-value",
            path,
            document.valueAt([key, ...steps]),
            `${name} cannot be understood, expected ${expected[key]}`,
          ),
        );
      }
    }
    return undefined;
  };

  const title = read("title");
  if (title !== undefined) corrections.title = { text: title, line: document.valueAt(["title"]).line };

  const level = read("level");
  if (level !== undefined) {
    const exact = roleLevels.find((name) => name === level.toLowerCase()) ?? levelOfTitle(level)?.level;
    if (exact) corrections.level = { level: exact, line: document.valueAt(["level"]).line };
    else
      findings.push(
        diagnose(
          "invalid-value",
          path,
          document.valueAt(["level"]),
          `level is "${level}", expected ${expected.level}`,
          "The level is inferred until this is one of them.",
        ),
      );
  }

  if (isCorrection(data.skills)) {
    const skills = read("skills");
    for (const what of ["add", "drop"] as const) {
      skills?.[what].forEach((name, at) => {
        const place = document.valueAt(["skills", what, at]);
        const skill = index.byName.get(name.trim().toLowerCase());
        const unknown = () => unknownSkill(path, place, name, index);
        if (what === "drop")
          corrections.drop.push(
            skill ? { name: skill.name, place } : { name: name.trim(), place, unknown: unknown() },
          );
        else if (skill) corrections.add.push({ skill, text: name, place });
        else findings.push(unknown());
      });
    }
  }

  const known = Object.keys(shapes);
  for (const key of Object.keys(data)) {
    // "weight" and "label" are settings of site generators.
    if (isMetadataKey(key)) continue;
    const close = known.includes(key) ? undefined : nearest(key, known);
    // A German document says "titel", and means what the reader takes it for; two letters off is a slip.
    if (close === undefined || Math.abs(close.length - key.length) > 1) continue;
    findings.push(
      diagnose(
        "unfamiliar-key",
        path,
        document.keyAt([key]),
        `"${key}" corrects nothing, and looks like ${close}`,
        `Write ${close}: if you want to correct the reading.`,
      ),
    );
  }

  const weights = read("weights");
  const competencies = new Set(weights && index.skills.map((skill) => skill.competency));
  for (const [name, weight] of Object.entries(weights ?? {})) {
    const place = document.keyAt(["weights", name]);
    const skill = index.byName.get(name.trim().toLowerCase());
    if (skill || competencies.has(name))
      corrections.weights.push({ name: skill?.name ?? name, weight, place });
    else findings.push(unknownSkill(path, place, name, index));
  }

  const ignore = read("ignore");
  if (typeof ignore === "string")
    corrections.ignore.push({ text: ignore, place: document.valueAt(["ignore"]) });
  else
    ignore?.forEach((text, at) => {
      corrections.ignore.push({ text, place: document.valueAt(["ignore", at]) });
    });

  return { corrections, findings };
}

function unknownSkill(path: string, place: Position, name: string, index: SkillIndex): Diagnostic {
  const close = nearest(
    name,
    index.skills.map((skill) => skill.name),
  );
  return diagnose(
    "unknown-skill",
    path,
    place,
    `no competency lists the skill "${name}"`,
    close === undefined ? "Add it to a competency.md, or delete it here." : `Write ${close}`,
  );
}

/** A correction that changed nothing: what it names does not stand in the document. */
export function unmatched(path: string, place: Position, message: string): Diagnostic {
  return diagnose(
    "unmatched-correction",
    path,
    place,
    message,
    "Correct the words, or delete the correction.",
  );
}
