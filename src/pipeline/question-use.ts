// In: the shelf, the roles and plans of a workspace. Out: where each question is used: loops, pins, bans, enemies.
// Plans every role as it is built: for the teams that it names, else for all. What cannot be planned uses nothing. Prints nothing.
import { readDocument } from "../document/document.js";
import type { DataPath } from "../document/front-matter.js";
import type { SourceFile } from "../document/source-file.js";
import { slugOf } from "../workspace/slug.js";
import { planRole } from "./plan-role.js";
import { teamsOf } from "./role-teams.js";
import { openPlan, openTeam, type Shelf } from "./shelf.js";

/** One place of a question in a role's loop. */
export interface LoopUse {
  role: string;
  /** The team for which the loop is built; absent where it is everybody's. */
  team?: string;
  stage: string;
  /** Held in reserve for a candidate who knows a question already. */
  alternate: boolean;
}

/** Which loops are looked at: those of one team, whatever roles name it; those of a plan that the user named. */
export interface LoopChoice {
  team?: string;
  plan?: string;
}

/** Plans the loops of all roles; the uses of each question by its id, in order of roles and stages. */
export async function loopUses(
  roles: readonly SourceFile[],
  shared: Shelf,
  { team, plan: named }: LoopChoice,
): Promise<Map<string, LoopUse[]>> {
  const ids = shared.workspace.teams.map(({ id }) => id);
  const opened = new Map<string | undefined, Awaited<ReturnType<typeof openLoop>>>();
  const uses = new Map<string, LoopUse[]>();
  for (const file of roles) {
    const teams = team === undefined ? teamsOf(file, ids).teams : [team];
    for (const one of teams.length > 0 ? teams : [undefined]) {
      if (!opened.has(one)) opened.set(one, await openLoop(shared, one, named));
      const on = opened.get(one);
      const planned = on && (await planRole(file, on.shelf, on.loop)).plan;
      for (const stage of planned?.stages ?? []) {
        const place = { role: slugOf(file.path), ...(one !== undefined && { team: one }), stage: stage.id };
        const note = (id: string, alternate: boolean) =>
          uses.set(id, [...(uses.get(id) ?? []), { ...place, alternate }]);
        for (const { id } of stage.questions) note(id, false);
        for (const { id } of stage.alternates) note(id, true);
      }
    }
  }
  return uses;
}

async function openLoop(shared: Shelf, team: string | undefined, plan: string | undefined) {
  const shelf = team === undefined ? shared : openTeam(shared, team).shelf;
  const { loop } = shelf ? await openPlan(shelf, plan) : {};
  return shelf && loop && { shelf, loop };
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
