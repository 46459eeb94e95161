// In: the shelf, the roles and plans of a workspace. Out: where each question is used: loops, pins, bans, enemies.
// Plans every role; what cannot be planned uses nothing. Prints nothing.
import type { LoopPlan } from "../assemble/interview-plan.js";
import { readDocument } from "../document/document.js";
import type { DataPath } from "../document/front-matter.js";
import type { SourceFile } from "../document/source-file.js";
import { slugOf } from "../workspace/slug.js";
import { planRole } from "./plan-role.js";
import type { Shelf } from "./shelf.js";

/** One place of a question in a role's loop. */
export interface LoopUse {
  role: string;
  stage: string;
  /** Held in reserve for a candidate who knows a question already. */
  alternate: boolean;
}

/** Plans the loops of all roles; the uses of each question by its id, in order of roles and stages. */
export async function loopUses(
  roles: readonly SourceFile[],
  shelf: Shelf,
  loop: LoopPlan,
): Promise<Map<string, LoopUse[]>> {
  const uses = new Map<string, LoopUse[]>();
  for (const file of roles) {
    const { plan } = await planRole(file, shelf, loop);
    for (const stage of plan?.stages ?? []) {
      const note = (id: string, alternate: boolean) =>
        uses.set(id, [...(uses.get(id) ?? []), { role: slugOf(file.path), stage: stage.id, alternate }]);
      for (const { id } of stage.questions) note(id, false);
      for (const { id } of stage.alternates) note(id, true);
    }
  }
  return uses;
}

/** A document that names a question, and what it says about it. */
export interface Dependent {
  path: string;
  line: number;
  what: "pin" | "ban" | "enemy";
}

/** Every plan, team and question that names `id`. */
export function dependents(id: string, shelf: Shelf): Dependent[] {
  const found: Dependent[] = [];
  for (const file of shelf.workspace.plans) {
    const { document } = readDocument(file.path, file.bytes);
    if (!document) continue;
    const note = (what: "pin" | "ban", path: DataPath, names: unknown) => {
      const at = Array.isArray(names) ? names.indexOf(id) : -1;
      if (at >= 0) found.push({ path: file.path, line: document.valueAt([...path, at]).line, what });
    };
    const { pins, bans, stages } = document.data;
    note("pin", ["pins"], pins);
    note("ban", ["bans"], bans);
    for (const [at, stage] of (Array.isArray(stages) ? stages : []).entries())
      note("pin", ["stages", at, "pins"], (stage as { pins?: unknown } | null)?.pins);
  }
  for (const { file } of shelf.workspace.teams) {
    const document = file && readDocument(file.path, file.bytes).document;
    if (!document) continue;
    for (const what of ["pin", "ban"] as const) {
      const list: unknown = document.data[`${what}s`];
      for (const [at, one] of (Array.isArray(list) ? list : []).entries())
        if (one === id || (one as { question?: unknown } | null)?.question === id)
          found.push({ path: file.path, line: document.valueAt([`${what}s`, at]).line, what });
    }
  }
  for (const question of shelf.bank.questions) {
    const at = question.enemies.indexOf(id);
    if (at < 0) continue;
    const place = shelf.reading.documents.get(question.path)?.valueAt(["enemies", at]);
    found.push({ path: question.path, line: place?.line ?? 1, what: "enemy" });
  }
  return found;
}
