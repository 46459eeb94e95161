// In: one role and the workshop. Out: its kit as far as it can be taken without a browser: composed, looked up among what stands in
// out/, and rendered unless it is to be printed. Plain data, so that a worker thread can hand it over. Writes nothing.
import { join } from "node:path";
import { type Diagnostic, diagnose } from "../document/diagnostic.js";
import type { SourceFile } from "../document/source-file.js";
import { type KitEntry, kitEntry } from "../packet/kit.js";
import type { Packet } from "../packet/packet.js";
import { foreignOutput } from "../workspace/place-output.js";
import type { BuildEvents, Workshop } from "./build-settings.js";
import { composeRole } from "./compose-role.js";
import { formerDocuments, formerKit, type KitKeys, type KitReport, kitKeys } from "./former-kit.js";
import { type MadeKit, makeKit } from "./make-kit.js";

/** A role to build, with the workshop of whoever it is built for. */
export interface RoleJob {
  file: SourceFile;
  slug: string;
  folder: string;
  workshop: Workshop;
}

/** Where kits go, and what they depend on besides the workspace; without an environment, none is looked up. */
export interface OutputPlace {
  out: string;
  environment?: string | undefined;
}

/** With a `kit` there is one of `former`, `made` and `packet`; without, an error among the findings says why. */
export interface RoleDraft {
  findings: Diagnostic[];
  kit?: KitEntry;
  /** The hashes of all that goes into the kit. */
  keys?: KitKeys;
  /** It stands already, as an earlier run made it of the same. */
  former?: KitReport;
  made?: MadeKit;
  /** Still to be rendered and printed. */
  packet?: Packet;
}

export async function draftRole(
  { file, slug, folder, workshop }: RoleJob,
  { out, environment }: OutputPlace,
  events: BuildEvents = {},
): Promise<RoleDraft> {
  const { packet, findings } = await composeRole(file, slug, workshop);
  if (!packet) return { findings };
  const foreign = await foreignOutput(join(out, folder), out);
  if (foreign !== undefined) {
    const hint = "Move them away, or choose another folder with --out.";
    return { findings: [...findings, diagnose("foreign-output", file.path, undefined, foreign, hint)] };
  }
  const kit = kitEntry(packet.kit);
  const keys = environment === undefined ? undefined : kitKeys(packet, workshop, environment);
  const stands = keys && formerKit(out, folder, keys.kit);
  const draft: RoleDraft = { findings, kit, ...(keys && { keys }) };
  if (stands?.report && findings.every(({ severity }) => severity !== "error"))
    return { ...draft, former: stands.report };
  findings.push(...(stands?.findings ?? []));
  if (workshop.settings.formats.includes("pdf")) return { ...draft, packet };
  return {
    ...draft,
    made: await makeKit(file.path, packet, workshop, events, keys && formerDocuments(out, folder, keys)),
  };
}
