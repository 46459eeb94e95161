// In: the jobs of a run. Out: every kit in its folder below out/, and the page that links them all.
// A role that fails leaves the others built. Prints nothing on the terminal.
import { join } from "node:path";
import type { QuestionBank } from "../bank/question-bank.js";
import { compareText } from "../document/diagnostic.js";
import { composeBankPage } from "../packet/bank-page.js";
import { isKit, type KitEntry, kitEntry, kitFolder } from "../packet/kit.js";
import { composeSiteIndex } from "../packet/site-index.js";
import type { Renderer } from "../render/renderer.js";
import { placeFile, readKits } from "../workspace/place-output.js";
import { buildRole, type Drafter, type RoleResult } from "./build-role.js";
import type { BuildEvents } from "./build-settings.js";
import type { OutputPlace, RoleJob } from "./draft-role.js";
import type { RolePool } from "./role-pool.js";

/** How many roles are under way at the same time: bounds memory, keeps the browser busy. */
const rolesInFlight = 3;

export interface RolesEvents extends BuildEvents {
  /** One role is built, or has failed. */
  done?(result: RoleResult): void;
}

/** Builds all of them below `out`, which exists; results in order of their folders. A `pool` of threads drafts them. */
export async function buildRoles(
  jobs: readonly RoleJob[],
  place: OutputPlace,
  events: RolesEvents = {},
  pool?: RolePool,
): Promise<RoleResult[]> {
  const results: RoleResult[] = [];
  const queue = [...jobs];
  const drafter: Drafter | undefined = pool && ((job) => pool.draft(job, events));
  // A thread plans one role after the other: the browser gets the documents of the first while the second is planned.
  let free = Promise.resolve();
  const build = async (job: RoleJob): Promise<RoleResult> => {
    if (drafter) return buildRole(job, place, events, drafter);
    const former = free;
    let rendered = (): void => undefined;
    free = new Promise((resolve) => {
      rendered = resolve;
    });
    try {
      await former;
      return await buildRole(job, place, { ...events, rendered });
    } finally {
      rendered();
    }
  };
  const line = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const result = await build(next);
      results.push(result);
      events.done?.(result);
    }
  };
  // One more than there are threads, so that none waits while a kit is put in its place.
  const lines = Math.max(rolesInFlight, (pool?.threads ?? 0) + 1);
  await Promise.all(Array.from({ length: Math.min(lines, queue.length) }, line));
  return results.sort((a, b) => compareText(a.folder, b.folder));
}

/** Writes the page that searches the bank, and the one that links all roles in `out`, also those of earlier builds. Throws a TemplateError. */
export async function placeSiteIndex(
  renderer: Renderer,
  out: string,
  built: readonly KitEntry[],
  bank: QuestionBank,
  locale?: string,
): Promise<void> {
  const byFolder = new Map(built.map((kit) => [kitFolder(kit), kit]));
  for await (const { folder, kit } of readKits(out, new Set(byFolder.keys())))
    if (isKit(kit) && kitFolder(kit) === folder) byFolder.set(folder, kitEntry(kit));
  const kits = [...byFolder].sort(([a], [b]) => compareText(a, b)).map(([, kit]) => kit);
  await placeFile(join(out, "index.html"), renderer.render(composeSiteIndex(kits, locale, bank)));
  await placeFile(join(out, "questions.html"), renderer.render(composeBankPage(bank, locale)));
}
