// In: the jobs of a run. Out: every kit in its folder below out/, and the page that links them all.
// A role that fails leaves the others built. Prints nothing on the terminal.
import { join } from "node:path";
import type { QuestionBank } from "../bank/question-bank.js";
import { compareText } from "../document/diagnostic.js";
import { composeBankPage } from "../packet/bank-page.js";
import { isKit, type Kit, kitFolder } from "../packet/kit.js";
import { composeSiteIndex } from "../packet/site-index.js";
import type { Renderer } from "../render/renderer.js";
import { placeFile, readKits } from "../workspace/place-output.js";
import { buildRole, type RoleJob, type RoleResult } from "./build-role.js";
import type { BuildEvents } from "./build-settings.js";

/** How many roles are planned, rendered and printed at the same time: bounds memory, keeps the browser busy. */
const rolesInFlight = 3;

export interface RolesEvents extends BuildEvents {
  /** One role is built, or has failed. */
  done?(result: RoleResult): void;
}

/** Builds all of them below `out`, which exists; results in order of their folders. `environment` as for buildRole. */
export async function buildRoles(
  jobs: readonly RoleJob[],
  out: string,
  events: RolesEvents = {},
  environment?: string,
): Promise<RoleResult[]> {
  const results: RoleResult[] = [];
  const queue = [...jobs];
  const worker = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const result = await buildRole(next, out, events, environment);
      results.push(result);
      events.done?.(result);
    }
  };
  await Promise.all(Array.from({ length: Math.min(rolesInFlight, queue.length) }, worker));
  return results.sort((a, b) => compareText(a.folder, b.folder));
}

/** Writes the page that searches the bank, and the one that links all roles in `out`, also those of earlier builds. Throws a TemplateError. */
export async function placeSiteIndex(
  renderer: Renderer,
  out: string,
  built: readonly Kit[],
  bank: QuestionBank,
  locale?: string,
): Promise<void> {
  const byFolder = new Map<string, Kit>();
  for (const { folder, kit } of await readKits(out))
    if (isKit(kit) && kitFolder(kit) === folder) byFolder.set(folder, kit);
  for (const kit of built) byFolder.set(kitFolder(kit), kit);
  const kits = [...byFolder].sort(([a], [b]) => compareText(a, b)).map(([, kit]) => kit);
  await placeFile(join(out, "index.html"), renderer.render(composeSiteIndex(kits, locale, bank)));
  await placeFile(join(out, "questions.html"), renderer.render(composeBankPage(bank, locale)));
}
