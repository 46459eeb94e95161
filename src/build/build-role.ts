// In: one role file and the workshop. Out: its kit in its place in out/ (compose → render → print → place), and what came of it.
// A role with errors places nothing, so its former output stays whole. Prints nothing on the terminal.
import { join } from "node:path";
import type { Diagnostic } from "../document/diagnostic.js";
import type { SourceFile } from "../document/source-file.js";
import type { KitEntry } from "../packet/kit.js";
import { placeFolder } from "../workspace/place-output.js";
import type { BuildEvents, Workshop } from "./build-settings.js";
import { draftRole, type OutputPlace, type RoleDraft, type RoleJob } from "./draft-role.js";
import { foreignGlyphs } from "./foreign-glyphs.js";
import { formerDocuments, keepKit } from "./former-kit.js";
import { makeKit } from "./make-kit.js";

/** What became of one role. With a `kit`, all of it stands in its place. */
export interface RoleResult {
  role: string;
  slug: string;
  /** Its place below out/: the slug, or teams/<team>/<slug>. */
  folder: string;
  /** The id of the team for which it was built. */
  team?: string;
  kit?: KitEntry;
  /** Names of the files placed, in order. */
  files: string[];
  pages: number;
  /** Whether the kit stands as an earlier run made it of the same: nothing was rendered or printed. */
  kept?: boolean;
  /** Names of the documents that were rendered and printed, where the others were taken from an earlier run. */
  made?: string[];
  findings: Diagnostic[];
}

/** Whoever drafts a role: this thread, or one of a pool. */
export type Drafter = (job: RoleJob, place: OutputPlace, events: BuildEvents) => Promise<RoleDraft>;

/**
 * Builds one role into its folder below `out`. With the `environment` in which pages are made, a kit that an earlier run made
 * of the same is left as it stands.
 */
export async function buildRole(
  job: RoleJob,
  place: OutputPlace,
  events: BuildEvents = {},
  draft: Drafter = draftRole,
): Promise<RoleResult> {
  const { file, slug, folder, workshop } = job;
  const team = workshop.settings.team?.id;
  const { kit, keys, former, packet, made: drafted, findings } = await draft(job, place, events);
  const result: RoleResult = {
    role: file.path,
    slug,
    folder,
    ...(team !== undefined && { team }),
    files: [],
    pages: 0,
    findings,
  };
  if (kit && former) {
    findings.push(...former.findings);
    return { ...result, files: former.files, pages: former.pages, kept: true, kit };
  }
  const standing = keys && formerDocuments(place.out, folder, keys);
  const made = packet ? await makeKit(file.path, packet, workshop, events, standing) : drafted;
  if (!kit || !made) return result;
  result.pages = made.pages;
  const own = [
    ...made.findings,
    ...(await foreignGlyphs(made.lacking, sources(file, workshop), workshop.printer)),
  ];
  findings.push(...own);
  if (findings.some(({ severity }) => severity === "error")) return result;
  await placeFolder(join(place.out, folder), made.files);
  result.files = made.files.map(({ name }) => name).sort();
  result.kit = kit;
  if (made.documents.some((document) => document.former))
    result.made = made.documents.filter((document) => !document.former).map(({ name }) => name);
  if (keys)
    keepKit(place.out, folder, keys.kit, made.files, {
      files: result.files,
      pages: made.pages,
      findings: own,
      version: kit.kitVersion,
      documents: made.documents.flatMap(({ reusable, former: _, ...note }) =>
        reusable ? [{ ...note, key: keys.documents.get(note.name) ?? "" }] : [],
      ),
    });
  return result;
}

/** The files that the words of a kit come from, the role's own first. */
function sources(role: SourceFile, { shelf, planFile }: Workshop): SourceFile[] {
  const { questions, templates } = shelf.workspace;
  const team = shelf.team?.files.file;
  return [role, planFile, ...(team ? [team] : []), ...questions, ...templates.flat()];
}
