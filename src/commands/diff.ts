// `interview-kit diff --team <team> [role…]`: what a team asks otherwise than the shared bank: its wishes, its versions of questions as
// text differences, and the loops of its roles beside the shared ones.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Diagnostic, KitError } from "../document/diagnostic.js";
import { nearest } from "../document/nearest.js";
import type { SourceFile } from "../document/source-file.js";
import { compareTeam } from "../pipeline/compare-team.js";
import { planRole } from "../pipeline/plan-role.js";
import { teamsOf } from "../pipeline/role-teams.js";
import { openPlan, openShelf, openTeam, type Shelf } from "../pipeline/shelf.js";
import { type ComparedLoops, compareLoops } from "../team/compare-loops.js";
import { findRoles, readNamedRoles, readWorkspace } from "../workspace/workspace.js";
import { hasErrors, printFindings } from "./console.js";
import { overrideText, roleText, teamText } from "./diff-text.js";

export interface DiffOptions {
  team: string;
  /** The plan that both sides follow, whatever the team's is. */
  plan?: string;
  /** One of the team's versions of shared questions, and nothing else. */
  question?: string;
  json?: boolean;
}

/** A role's loops; without `loops`, one of the two could not be planned. */
export interface RoleDifference {
  role: string;
  title: string;
  loops?: ComparedLoops;
}

/** Returns the exit code. */
export async function diffCommand(
  root: string,
  names: readonly string[],
  options: DiffOptions,
): Promise<number> {
  const shared = openShelf(await readWorkspace(root));
  const { shelf, findings } = openTeam(shared, options.team);
  if (!shelf?.team) {
    printFindings(findings);
    return 1;
  }
  const own = { ...shelf, team: shelf.team };
  const difference = await compareTeam(shared, own, options.plan);
  if (options.question !== undefined) {
    const override = difference.overrides.find(({ id }) => id === options.question);
    if (!override)
      throw unknownOverride(
        options,
        difference.overrides.map(({ id }) => id),
      );
    process.stdout.write(
      options.json ? `${JSON.stringify(override, null, 2)}\n` : `${overrideText(override)}\n`,
    );
    return 0;
  }
  const { roles, findings: missing } = await rolesOf(root, names, shared, options.team);
  const compared: RoleDifference[] = [];
  const all: Diagnostic[] = [...findings, ...missing];
  for (const role of roles) {
    const result = await compareRole(role, shared, own, options.plan);
    compared.push(result.difference);
    all.push(...result.findings);
  }
  printFindings(all);
  if (options.json)
    process.stdout.write(`${JSON.stringify({ ...difference, roles: compared, findings: all }, null, 2)}\n`);
  else {
    const titles = new Map(
      [...shared.bank.questions, ...own.bank.questions].map(({ id, title }) => [id, title]),
    );
    const competencies = new Map(own.bank.competencies.map(({ id, title }) => [id, title]));
    const parts = [
      teamText(difference, titles),
      ...difference.overrides.map(overrideText),
      ...compared.map((one) =>
        roleText(one, { titles, competencies, team: own.team.overlay, shared: shared.bank }),
      ),
    ];
    process.stdout.write(`${parts.join("\n\n")}\n`);
  }
  return hasErrors(all) ? 1 : 0;
}

async function compareRole(
  file: SourceFile,
  shared: Shelf,
  own: Shelf,
  plan: string | undefined,
): Promise<{ difference: RoleDifference; findings: Diagnostic[] }> {
  const findings: Diagnostic[] = [];
  const plans = [];
  let title = file.path;
  for (const shelf of [shared, own]) {
    const { loop, findings: planFindings } = await openPlan(shelf, plan);
    // The shared loop's own findings are the business of check.
    if (shelf === own) findings.push(...planFindings);
    if (!loop) continue;
    const planned = await planRole(file, shelf, loop);
    title = planned.profile?.title ?? title;
    if (shelf === own || !planned.plan) findings.push(...planned.findings);
    if (planned.plan) plans.push(planned.plan);
  }
  const [before, after] = plans;
  const difference = { role: file.path, title };
  return before && after
    ? { difference: { ...difference, loops: compareLoops(before, after) }, findings }
    : { difference, findings };
}

/** The named roles; else those that name the team; else all. */
async function rolesOf(root: string, names: readonly string[], { workspace }: Shelf, team: string) {
  if (names.length > 0) return readNamedRoles(root, names);
  if (!existsSync(join(root, "roles"))) return { roles: [], findings: [] };
  const { roles, findings } = await findRoles(root);
  const ids = workspace.teams.map(({ id }) => id);
  const naming = roles.filter((role) => teamsOf(role, ids).teams.includes(team));
  return { roles: naming.length > 0 ? naming : roles, findings };
}

function unknownOverride({ team, question = "" }: DiffOptions, known: readonly string[]): KitError {
  const close = nearest(question, known);
  return new KitError(
    "missing-question",
    `the team ${team} has no version of its own of "${question}"`,
    close === undefined ? `Its own versions: ${known.join(", ") || "none"}` : `Did you mean ${close}?`,
  );
}
