// In: one role file and the shelf. Out: its profile, demand and loop: everything short of a page. Prints nothing.
import { setImmediate as turn } from "node:timers/promises";
import { type AssembleOptions, assembleLoop } from "../assemble/assemble.js";
import type { InterviewPlan, LoopPlan } from "../assemble/interview-plan.js";
import { type Diagnostic, diagnose } from "../document/diagnostic.js";
import type { SourceFile } from "../document/source-file.js";
import { readingMs, withinTime } from "../document/time-limit.js";
import type { Demand } from "../match/demand.js";
import { matchDemand } from "../match/match-demand.js";
import { accountForLines, type ReadLine } from "../role/account-for-lines.js";
import { readRole } from "../role/read-role.js";
import { readRoleDocument } from "../role/read-role-document.js";
import type { RoleLevel, RoleProfile } from "../role/role-profile.js";
import { applyToProfile } from "../team/apply-team.js";
import type { Shelf } from "./shelf.js";

/** As far as a role could be taken; a missing part is explained by an error among the findings. */
export interface PlannedRole {
  profile?: RoleProfile;
  /** Every line of the document, with how it was read. */
  reading?: ReadLine[];
  demand?: Demand;
  plan?: InterviewPlan;
  findings: Diagnostic[];
}

const profiles = new WeakMap<SourceFile, { skills: unknown; level: unknown; read: PlannedRole }>();

/**
 * Reads a role document against the shelf's skills, in the time that a document may take; once for the same file and skills, since
 * most edits of a question change neither.
 */
export function profileRole(file: SourceFile, shelf: Shelf, level?: RoleLevel): PlannedRole {
  const former = profiles.get(file);
  if (former && former.skills === shelf.skills && former.level === level) return former.read;
  const read = profileOnce(file, shelf, level);
  profiles.set(file, { skills: shelf.skills, level, read });
  return read;
}

function profileOnce(file: SourceFile, shelf: Shelf, level?: RoleLevel): PlannedRole {
  const read = withinTime(() => profileInTime(file, shelf, level));
  if (read) return read;
  const message = `takes longer than ${readingMs / 1000} s to read`;
  const hint = "Look for a line of thousands of equal characters, and delete it.";
  return { findings: [diagnose("endless-document", file.path, undefined, message, hint)] };
}

function profileInTime(file: SourceFile, shelf: Shelf, level?: RoleLevel): PlannedRole {
  const { document, findings } = readRoleDocument(file.path, file.bytes);
  if (!document || findings.some((finding) => finding.severity === "error")) return { findings };
  const read = readRole(document, shelf.skills, level === undefined ? {} : { level });
  return {
    profile: read.profile,
    reading: accountForLines(document, read.profile),
    findings: [...findings, ...read.findings],
  };
}

/** Reads a role and plans its loop; on a team's shelf, as that team sees the role. */
export async function planRole(
  file: SourceFile,
  shelf: Shelf,
  loop: LoopPlan,
  level?: RoleLevel,
  options: AssembleOptions = {},
): Promise<PlannedRole> {
  // Nothing below waits for anything: without a turn, whoever plans a thousand roles would hear no signal for minutes.
  await turn();
  const { profile: read, reading, findings } = profileRole(file, shelf, level);
  if (!read || !reading) return { findings };
  const team = shelf.team?.overlay;
  const profile = team ? applyToProfile(read, team, { level: level !== undefined }) : read;
  if (findings.some((finding) => finding.severity === "error")) return { profile, reading, findings };
  const demand = matchDemand(profile, shelf.bank);
  const { plan, findings: unnamed } = await solved(demand, loop, options);
  // They stand at the plan's lines, but another role may have none of them.
  const planning = unnamed.map((finding) => ({
    ...finding,
    message: `for ${file.path}${team ? ` in the team ${team.id}` : ""}: ${finding.message}`,
  }));
  const all = [...findings, ...planning];
  const known = { profile, reading, demand, findings: all };
  return plan ? { ...known, plan } : known;
}

const solutions = new Map<string, ReturnType<typeof assembleLoop>>();

/** Old ones are dropped: a preview may run all day. */
const mostSolutions = 60;

/** The loop for this demand and plan: solved once, since equal inputs have equal loops; most edits of a question change neither. */
function solved(demand: Demand, loop: LoopPlan, options: AssembleOptions): ReturnType<typeof assembleLoop> {
  const key = JSON.stringify([demand, loop, { ...options, avoid: [...(options.avoid ?? [])].sort() }]);
  const former = solutions.get(key);
  if (former) return former;
  const solution = assembleLoop(demand, loop, options);
  solutions.set(key, solution);
  solution.catch(() => solutions.delete(key));
  const [oldest] = solutions.keys();
  if (solutions.size > mostSolutions && oldest !== undefined) solutions.delete(oldest);
  return solution;
}
