// `interview-kit freeze <role> --opening REQ-123`: plans a role's loop and writes it down, so that everyone in the opening is asked the same.
// Never over an opening that is frozen already.
import { relative } from "node:path";
import pc from "picocolors";
import type { InterviewPlan } from "../assemble/interview-plan.js";
import { KitError } from "../document/diagnostic.js";
import { isOpeningName, type Lock, lockText } from "../opening/lock.js";
import { lockOf } from "../pipeline/lock-of-loop.js";
import { askedIn, openOpening } from "../pipeline/openings.js";
import { planRole } from "../pipeline/plan-role.js";
import { teamsOf } from "../pipeline/role-teams.js";
import { openPlan, openShelf, openTeam, type Shelf } from "../pipeline/shelf.js";
import type { RoleLevel } from "../role/role-profile.js";
import { hasLock, lockPath, writeLock } from "../workspace/openings.js";
import { isFolderName } from "../workspace/slug.js";
import { readNamedRoles, readWorkspace } from "../workspace/workspace.js";
import { counted, hasErrors, printFindings } from "./console.js";

export interface FreezeOptions {
  opening: string;
  team?: string;
  plan?: string;
  level?: RoleLevel;
  /** Openings with which it should have few questions in common. */
  avoid?: string[];
  json?: boolean;
}

/** Returns the exit code. */
export async function freezeCommand(root: string, name: string, options: FreezeOptions): Promise<number> {
  const { opening, avoid = [] } = options;
  if (!isOpeningName(opening) || !isFolderName(opening))
    throw new KitError(
      "invalid-opening",
      `"${opening}" cannot be the name of an opening`,
      "It names files and folders: letters, digits, hyphens, underscores and dots, such as REQ-123; no name of a device such as con.",
    );
  const shared = openShelf(await readWorkspace(root));
  const {
    roles: [role],
    findings: missing,
  } = await readNamedRoles(root, [name]);
  if (!role) {
    printFindings(missing);
    return 1;
  }
  if (/^(?:[/\\]|[A-Za-z]:|\.\.)/.test(role.path))
    throw new KitError(
      "foreign-role",
      `${role.path} is not in this workspace, so it cannot be found again`,
      "Put the document into roles/ and freeze it from there.",
    );
  const shelf = teamShelf(shared, role, options.team);
  if ("findings" in shelf) {
    printFindings(shelf.findings);
    return 1;
  }
  const { loop, file: planFile, findings: planFindings } = await openPlan(shelf.shelf, options.plan);
  if (/^(?:[/\\]|[A-Za-z]:|\.\.)/.test(planFile.path))
    throw new KitError(
      "foreign-plan",
      `${planFile.path} is not in this workspace`,
      "Put it into roles/plans/.",
    );
  if (!loop) {
    printFindings(planFindings);
    return 1;
  }
  const avoided = await askedIn(root, avoid);
  const planned = await planRole(role, shelf.shelf, loop, options.level, { avoid: avoided });
  const findings = [...planFindings, ...planned.findings];
  printFindings(findings);
  if (!planned.plan || hasErrors(findings)) return 1;

  const { lock, files } = lockOf(opening, { role, planFile, planned, shelf: shelf.shelf, avoid });
  if (hasLock(root, opening)) return sayFrozen(shared, opening, lock);
  const copies = await writeLock(root, opening, lockText(lock), files);
  if (options.json)
    process.stdout.write(`${JSON.stringify({ lock: lockPath(opening), copies, ...lock }, null, 2)}\n`);
  else sayWritten(opening, planned.plan, copies, avoid);
  return 0;
}

/** The shelf of the team that is named, or of the only one that the role names. */
function teamShelf(
  shared: Shelf,
  role: Parameters<typeof teamsOf>[0],
  team: string | undefined,
): { shelf: Shelf } | { findings: ReturnType<typeof openTeam>["findings"] } {
  const ids = shared.workspace.teams.map(({ id }) => id);
  const named = teamsOf(role, ids);
  if (team === undefined && named.findings.length > 0) return { findings: named.findings };
  const wanted = team === undefined ? named.teams : [team];
  if (wanted.length > 1)
    throw new KitError(
      "several-teams",
      `${role.path} names several teams, and an opening is one team's`,
      `Say which: ${wanted.map((id) => `--team ${id}`).join(" or ")}`,
    );
  const [id] = wanted;
  if (id === undefined) return { shelf: shared };
  const opened = openTeam(shared, id);
  return opened.shelf ? { shelf: opened.shelf } : { findings: opened.findings };
}

/** It is there already: the same, or something that is not overwritten. */
async function sayFrozen(shared: Shelf, opening: string, lock: Lock): Promise<number> {
  const path = lockPath(opening);
  const { opening: frozen, findings } = await openOpening(shared, opening);
  // Templates and gaps may change without the loop.
  if (frozen && lockText({ ...frozen.lock, templates: lock.templates, gaps: lock.gaps }) === lockText(lock)) {
    process.stderr.write(`${path} holds this very loop already\n`);
    return 0;
  }
  printFindings(findings);
  throw new KitError(
    "frozen-opening",
    `${opening} is frozen already, with another loop or other versions of its files`,
    `To see what has changed since: interview-kit build --opening ${opening}. To freeze anew: delete ${path}.`,
  );
}

function sayWritten(
  opening: string,
  { stages, shared }: InterviewPlan,
  copies: readonly string[],
  avoid: readonly string[],
): void {
  const say = (line: string) => process.stderr.write(`${line}\n`);
  const questions = stages.reduce((sum, stage) => sum + stage.questions.length, 0);
  say(
    `${pc.green("✓")} ${lockPath(opening)}: ${counted(questions, "question")} in ${counted(stages.length, "stage")}`,
  );
  if (shared)
    say(
      `  shares ${shared.length} with ${avoid.join(", ")}${shared.length > 0 ? `: ${shared.join(", ")}` : ""}`,
    );
  if (copies.length > 0)
    say(
      `  ${counted(copies.length, "file")} whose wording is not committed: copied to ${relative("", lockPath(opening)).replace(/\.yaml$/, "/")}`,
    );
  say(`Commit ${copies.length > 0 ? "both" : "it"}, then: interview-kit build --opening ${opening}`);
}
