// `interview-kit show <question>`: one question with everything about it: words, rubric, where it is used, what is like it.
import { existsSync } from "node:fs";
import { join } from "node:path";
import pc from "picocolors";
import { closestTo, type Pair } from "../bank/near-duplicates.js";
import type { Question } from "../bank/question-bank.js";
import { inertText } from "../document/inert-text.js";
import type { SourceFile } from "../document/source-file.js";
import { type FrozenUse, openingsWith } from "../pipeline/openings.js";
import {
  type Dependent,
  dependents,
  type LoopChoice,
  type LoopUse,
  loopUses,
} from "../pipeline/question-use.js";
import { openShelf, openShelfOf, type Shelf } from "../pipeline/shelf.js";
import { findRoles, readWorkspace } from "../workspace/workspace.js";
import { printFindings, warnOfBank } from "./console.js";
import { findQuestion } from "./find-question.js";

export interface ShowOptions {
  /** The team whose version of it is shown, and in whose loops it is looked for. */
  team?: string;
  plan?: string;
  json?: boolean;
}

interface About {
  loops: LoopUse[];
  openings: FrozenUse[];
  dependents: Dependent[];
  similar: Pair[];
}

/** Returns the exit code. */
export async function showCommand(root: string, name: string, options: ShowOptions): Promise<number> {
  const shared = openShelf(await readWorkspace(root));
  const { shelf, findings } = openShelfOf(shared, options.team);
  if (!shelf) {
    printFindings(findings);
    return 1;
  }
  const question = findQuestion(shelf, name);
  const about: About = {
    loops: (await rolesUsing(root, shared, options)).get(question.id) ?? [],
    openings: await openingsWith(root, question.id),
    dependents: dependents(question.id, shelf),
    similar: closestTo(question, shelf.bank.questions),
  };
  const text = options.json
    ? JSON.stringify({ ...question, used: about }, null, 2)
    : describe(question, about, shelf);
  process.stdout.write(`${text}\n`);
  warnOfBank(shared.findings);
  return 0;
}

/** Where every question is used by the roles of the workspace; nowhere, when it has none. */
export async function rolesUsing(
  root: string,
  shared: Shelf,
  choice: LoopChoice,
): Promise<Map<string, LoopUse[]>> {
  if (!existsSync(join(root, "roles"))) return new Map();
  const roles: { roles: SourceFile[] } = await findRoles(root).catch(() => ({ roles: [] }));
  return loopUses(roles.roles, shared, choice);
}

function describe(question: Question, about: About, shelf: Shelf): string {
  const competency = shelf.bank.competencies.find(({ id }) => id === question.competency);
  const lines: string[] = [];
  const part = (title: string, ...texts: string[]) =>
    lines.push("", pc.bold(title), ...texts.flatMap((text) => text.split("\n").map(inertText)));
  const fact = (name: string, value: string) =>
    lines.push(`${pc.dim(`${name}:`.padEnd(12))}${inertText(value)}`);
  lines.push(pc.bold(inertText(question.title)));
  fact("id", question.id);
  fact("file", question.path);
  fact("rates", competency ? `${competency.title} (${competency.id})` : question.competency);
  fact("skills", question.skills.join(", "));
  fact("kind", `${question.kind}, ${question.minutes} min, ${question.levels.join(" ")}`);
  fact("status", question.status + (question.reason === undefined ? "" : `: ${question.reason}`));
  if (question.owner !== undefined) fact("owner", question.owner);
  if (question.reviewed !== undefined) fact("reviewed", question.reviewed);
  part("Question", question.wording);
  if (question.exhibit !== undefined) part("Exhibit", question.exhibit);
  part("Probes", ...bullets(question.probes));
  for (const { rating, label, text } of question.rubric) part(`${rating} ${label}`, text);
  part("Red flags", ...bullets(question.redFlags));
  part("Background", question.background);
  part("Used in", ...(about.loops.length > 0 ? about.loops.map(useLine) : ["no loop of the roles here"]));
  if (about.openings.length > 0) part("Frozen in", ...about.openings.map(frozenLine));
  if (about.dependents.length > 0) part("Named by", ...about.dependents.map(dependentLine));
  if (question.enemies.length > 0) part("Never in one loop with", ...question.enemies);
  const alike = about.similar.map(
    ({ other, similarity }) => `${other}: ${Math.round(similarity * 100)} % of the words`,
  );
  part("Alike", ...(alike.length > 0 ? alike : ["nothing in the bank shares more than a few words"]));
  return lines.join("\n");
}

/** "senior-python-developer, stage coding (alternate)", "python-developer of the team payments, stage coding". */
export function useLine({ role, team, stage, alternate }: LoopUse): string {
  const whose = team === undefined ? "" : ` of the team ${team}`;
  return `${role}${whose}, stage ${stage}${alternate ? " (alternate)" : ""}`;
}

/** "REQ-123, stage coding (roles/openings/REQ-123.yaml:14)". */
export function frozenLine({ path, line, opening, stage, spare }: FrozenUse): string {
  return `${opening}, stage ${stage}${spare ? " (alternate)" : ""} (${path}:${line})`;
}

/** "roles/plans/standard.md:12 pins it". */
export function dependentLine({ path, line, what }: Dependent): string {
  const says = { pin: "pins it", ban: "bans it", enemy: "names it as an enemy" }[what];
  return `${path}:${line} ${says}`;
}

function bullets(items: readonly string[]): string[] {
  return items.map((item) => `- ${item}`);
}
