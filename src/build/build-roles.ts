// In: the role files of a run and the workshop. Out: every kit in its folder below out/, and the page that links them all.
// A role that fails leaves the others built. Prints nothing on the terminal.
import { join } from "node:path";
import { compareText, diagnose } from "../document/diagnostic.js";
import type { SourceFile } from "../document/source-file.js";
import { isKit, type Kit } from "../packet/kit.js";
import { composeSiteIndex } from "../packet/site-index.js";
import type { Renderer } from "../render/renderer.js";
import { placeFile, readKits } from "../workspace/place-output.js";
import { slugOf } from "../workspace/workspace.js";
import { buildRole, type RoleResult } from "./build-role.js";
import type { BuildEvents, Workshop } from "./build-settings.js";

/** How many roles are planned, rendered and printed at the same time: bounds memory, keeps the browser busy. */
const rolesInFlight = 3;

export interface RolesEvents extends BuildEvents {
  /** One role is built, or has failed. */
  done?(result: RoleResult): void;
}

/** Builds all roles into the folder `out`, which exists; results in order of their folders' names. */
export async function buildRoles(
  roles: readonly SourceFile[],
  out: string,
  workshop: Workshop,
  events: RolesEvents = {},
): Promise<RoleResult[]> {
  const { claimed, refused } = claimSlugs(roles);
  const results = [...refused];
  const queue = [...claimed];
  const worker = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const result = await buildRole(next.file, next.slug, out, workshop, events);
      results.push(result);
      events.done?.(result);
    }
  };
  await Promise.all(Array.from({ length: Math.min(rolesInFlight, queue.length) }, worker));
  return results.sort((a, b) => compareText(a.slug, b.slug));
}

/** Writes the page that links all roles in `out`, also those of earlier builds. Throws a TemplateError. */
export async function placeSiteIndex(renderer: Renderer, out: string, built: readonly Kit[]): Promise<void> {
  const bySlug = new Map<string, Kit>();
  for (const { folder, kit } of await readKits(out)) if (isKit(kit)) bySlug.set(folder, kit);
  for (const kit of built) bySlug.set(kit.role, kit);
  const kits = [...bySlug].sort(([a], [b]) => compareText(a, b)).map(([, kit]) => kit);
  await placeFile(join(out, "index.html"), renderer.render(composeSiteIndex(kits)));
}

/** Two documents whose names lead to the same folder would overwrite each other: the second is refused by name. */
export function claimSlugs(roles: readonly SourceFile[]): {
  claimed: { file: SourceFile; slug: string }[];
  refused: RoleResult[];
} {
  const owners = new Map<string, string>();
  const claimed: { file: SourceFile; slug: string }[] = [];
  const refused: RoleResult[] = [];
  for (const file of roles) {
    const slug = slugOf(file.path);
    const owner = owners.get(slug);
    if (owner === file.path) continue;
    if (owner === undefined) {
      owners.set(slug, file.path);
      claimed.push({ file, slug });
      continue;
    }
    const message = `its output folder "${slug}" is already that of ${owner}`;
    const finding = diagnose("duplicate-role", file.path, undefined, message, "Rename one of the two files.");
    refused.push({ role: file.path, slug, files: [], pages: 0, findings: [finding] });
  }
  return { claimed, refused };
}
