// The shape of a lock: what everyone in one opening is asked, with the version of every file that it rests on.
// In: the text of a lock, or a planned loop. Out: the lock, or its text: small, sorted, the same for the same loop. Touches no disk.
import { stringify } from "yaml";
import { z } from "zod";
import type { InterviewPlan } from "../assemble/interview-plan.js";
import { questionLevels } from "../bank/question-bank.js";
import { compareText, type Diagnostic, diagnose, type Position } from "../document/diagnostic.js";
import { readDocument } from "../document/document.js";
import { checkShape } from "../document/shape.js";

const path = z.string().regex(/^(?!\/)(?!.*(?:^|\/)\.\.(?:\/|$)).+/, "a path within the workspace");
const hash = z.string().regex(/^[0-9a-f]{40}$/, "40 hex digits in quotes");
const ids = z.array(z.string().min(1));

export const lockShape = z.strictObject({
  opening: z.string().min(1),
  role: path,
  plan: path,
  team: z.string().min(1).optional(),
  /** The level whose questions are asked. */
  level: z.enum(questionLevels),
  /** Openings that this one was planned to have little in common with. */
  avoid: ids.optional(),
  /** The version of the templates and labels on that day; pages are laid out by those of the day of printing. */
  templates: z
    .string()
    .regex(/^[0-9a-f]{12}$/, "12 hex digits in quotes")
    .optional(),
  /** The lines of the role that led to no question on that day. */
  gaps: z.array(z.int()).optional(),
  /** How good the loop was proven to be when it was frozen. */
  objective: z.int(),
  bound: z.int(),
  stages: z
    .array(z.strictObject({ id: z.string().min(1), questions: ids.min(1), spares: ids.default([]) }))
    .min(1),
  /** The content hash of every file that the interviews rest on, by its path. */
  files: z.record(path, hash),
});

export type Lock = z.infer<typeof lockShape>;

/** A lock as read; `at` says where one of its files stands in it. */
export interface ReadLock {
  path: string;
  lock: Lock;
  at(file: string): Position;
}

/** What an opening may be called: it names files and folders. */
export function isOpeningName(name: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u.test(name) && !name.endsWith(".");
}

/** Reads a lock. Without one, a finding is an error. */
export function readLock(file: string, bytes: Uint8Array): { read?: ReadLock; findings: Diagnostic[] } {
  // The reader of front matter knows every value's place; the lock becomes one by a line before it and one behind.
  const fenced = Buffer.concat([Buffer.from("---\n"), bytes, Buffer.from("\n---\n")]);
  const moved = ({ line, column }: Position): Position => ({ line: Math.max(1, line - 1), column });
  const { document, findings } = readDocument(file, fenced);
  const faults = findings.map((finding) => ({ ...finding, ...moved(finding) }));
  if (!document || faults.length > 0) return { findings: faults };
  const shape = checkShape(document, lockShape);
  faults.push(...shape.findings.map((finding) => ({ ...finding, ...moved(finding) })));
  if (!shape.value) return { findings: faults };
  const lock = shape.value;
  const at = (name: string) => moved(document.keyAt(["files", name]));
  const questions = new Set(Object.keys(lock.files).map(questionOf));
  lock.stages.forEach((stage, index) => {
    for (const key of ["questions", "spares"] as const) {
      stage[key].forEach((id, place) => {
        if (questions.has(id)) return;
        const position = moved(document.valueAt(["stages", index, key, place]));
        faults.push(
          diagnose(
            "unknown-question",
            file,
            position,
            `no file under files is the question "${id}"`,
            "Freeze anew.",
          ),
        );
      });
    }
  });
  return faults.length > 0 ? { findings: faults } : { read: { path: file, lock, at }, findings: [] };
}

/** The id of the question that a file holds. */
export function questionOf(file: string): string {
  return file.replace(/^.*\//, "").replace(/\.md$/, "");
}

/** The stages of a lock, from a planned loop. */
export function stagesOf(plan: InterviewPlan): Lock["stages"] {
  return plan.stages.map(({ id, questions, alternates }) => ({
    id,
    questions: questions.map((question) => question.id),
    spares: alternates.map((question) => question.id),
  }));
}

/** The lock as it is written. */
export function lockText(lock: Lock): string {
  const { files, ...rest } = lock;
  const sorted = Object.fromEntries(Object.entries(files).sort(([a], [b]) => compareText(a, b)));
  return [
    `# What everyone in ${lock.opening} is asked, whatever changes elsewhere. Written by interview-kit freeze;`,
    "# delete this file to plan anew. The hashes are git's own: git show <hash>.",
    stringify({ ...rest, files: sorted }, { lineWidth: 120, flowCollectionPadding: false }),
  ].join("\n");
}
