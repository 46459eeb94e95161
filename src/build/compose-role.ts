// In: one role file and the workshop. Out: its planned role and its packet, ready to be rendered. Touches no disk, starts no browser.
import type { Diagnostic } from "../document/diagnostic.js";
import type { SourceFile } from "../document/source-file.js";
import { composePacket } from "../packet/compose-packet.js";
import type { Packet } from "../packet/packet.js";
import { kitVersion, writtenFor } from "../pipeline/kit-version.js";
import { planOpening } from "../pipeline/openings.js";
import { type PlannedRole, planRole } from "../pipeline/plan-role.js";
import { printedPath } from "../workspace/workspace.js";
import type { Workshop } from "./build-settings.js";

/** A role as far as it could be taken; without a `packet`, an error among the findings says why. */
export interface ComposedRole {
  planned: PlannedRole;
  packet?: Packet;
  findings: Diagnostic[];
}

/** Reads a role, plans its loop, or takes that of a frozen opening, and composes every document of its kit. `slug` names its output folder. */
export async function composeRole(file: SourceFile, slug: string, workshop: Workshop): Promise<ComposedRole> {
  const { shelf, loop, planFile, settings, avoided, opening } = workshop;
  const { level, ...options } = settings;
  const planned = opening
    ? planOpening(opening)
    : await planRole(file, shelf, loop, level, avoided ? { avoid: avoided } : {});
  const { profile, reading, demand, plan, findings } = planned;
  if (!profile || !reading || !demand || !plan) return { planned, findings };
  const written = new Set(writtenFor({ planFile, plan, shelf }).map(({ path }) => path));
  const unshown = shelf.workspace.pictures.findings.filter(({ path }) => written.has(path));
  if (unshown.length > 0) return { planned, findings: [...findings, ...unshown] };
  const packet = composePacket({
    role: { ...profile, path: printedPath(profile.path) },
    reading,
    demand,
    plan,
    loop,
    bank: shelf.bank,
    kitVersion: kitVersion({ role: file, planFile, plan, options, shelf }),
    slug,
    options,
    pictures: Object.fromEntries([...shelf.workspace.pictures.byPath].map(([path, { src }]) => [path, src])),
  });
  return { planned, packet, findings };
}
