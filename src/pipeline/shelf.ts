// In: a workspace. Out: everything that is read once and used for every role: bank, skill index, plan, templates.
// The same for build, check, explain and profile. Prints nothing.
import { readFile } from "node:fs/promises";
import { extname, resolve } from "node:path";
import type { LoopPlan } from "../assemble/interview-plan.js";
import { readPlan } from "../assemble/read-plan.js";
import { allSkills, type QuestionBank } from "../bank/question-bank.js";
import { type BankReading, readBank } from "../bank/read-bank.js";
import { type Diagnostic, KitError } from "../document/diagnostic.js";
import { readDocument } from "../document/document.js";
import { nearest } from "../document/nearest.js";
import type { SourceFile } from "../document/source-file.js";
import { buildSkillIndex, type SkillIndex } from "../role/skill-index.js";
import type { Workspace } from "../workspace/workspace.js";

export interface Shelf {
  workspace: Workspace;
  reading: BankReading;
  bank: QuestionBank;
  skills: SkillIndex;
  /** Findings of the bank. */
  findings: Diagnostic[];
}

/** Reads the bank and compiles its skills. */
export function openShelf(workspace: Workspace): Shelf {
  const reading = readBank(workspace.questions);
  const { bank } = reading;
  return { workspace, reading, bank, skills: buildSkillIndex(allSkills(bank)), findings: reading.findings };
}

/** The plan document that a build uses, by id or path. Its findings are errors of the whole run. */
export async function openPlan(
  shelf: Shelf,
  name: string,
): Promise<{ loop?: LoopPlan; file: SourceFile; findings: Diagnostic[] }> {
  const file = await planFile(shelf.workspace, name);
  const { document, findings } = readDocument(file.path, file.bytes);
  if (!document || findings.some((finding) => finding.severity === "error")) return { file, findings };
  const read = readPlan(document, shelf.bank);
  const result = { file, findings: [...findings, ...read.findings] };
  return read.plan ? { ...result, loop: read.plan } : result;
}

async function planFile(workspace: Workspace, name: string): Promise<SourceFile> {
  const known = workspace.plans.find((file) => file.path === `roles/plans/${name}.md`);
  if (known) return known;
  if (extname(name) !== "") {
    const path = resolve(workspace.root, name);
    const bytes = await readFile(path).catch(() => undefined);
    if (bytes) return { path: name, bytes };
  }
  const ids = workspace.plans.map((file) => file.path.replace(/^.*\/|\.md$/g, ""));
  const close = nearest(name, ids);
  throw new KitError(
    "missing-plan",
    `there is no plan "${name}"`,
    close === undefined ? `Known plans: ${ids.join(", ") || "none"}` : `Did you mean --plan ${close}?`,
  );
}
