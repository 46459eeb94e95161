// `interview-kit show <question>`: one question with everything about it: words, rubric, where it is used, what is like it.
import { existsSync } from "node:fs";
import { join } from "node:path";
import pc from "picocolors";
import { closestTo, type Pair } from "../bank/near-duplicates.js";
import type { Question } from "../bank/question-bank.js";
import { inertText } from "../document/inert-text.js";
import { type Dependent, dependents, type LoopUse, loopUses } from "../pipeline/question-use.js";
import { openPlan, openShelf, type Shelf } from "../pipeline/shelf.js";
import { findRoles, readWorkspace } from "../workspace/workspace.js";
import { warnOfBank } from "./console.js";
import { findQuestion } from "./find-question.js";

export interface ShowOptions {
  plan?: string;
  json?: boolean;
}

interface About {
  loops: LoopUse[];
  dependents: Dependent[];
  similar: Pair[];
}

/** Returns the exit code. */
export async function showCommand(root: string, name: string, options: ShowOptions): Promise<number> {
  const shelf = openShelf(await readWorkspace(root));
  const question = findQuestion(shelf.bank, name);
  const about: About = {
    loops: (await rolesUsing(root, shelf, options.plan)).get(question.id) ?? [],
    dependents: dependents(question.id, shelf),
    similar: closestTo(question, shelf.bank.questions),
  };
  const text = options.json
    ? JSON.stringify({ ...question, used: about }, null, 2)
    : describe(question, about, shelf);
  process.stdout.write(`${text}\n`);
  warnOfBank(shelf.findings);
  return 0;
}

/** Where every question is used by the roles of the workspace; nowhere, when it has none. */
export async function rolesUsing(root: string, shelf: Shelf, plan?: string): Promise<Map<string, LoopUse[]>> {
  if (!existsSync(join(root, "roles"))) return new Map();
  const { loop } = await openPlan(shelf, plan);
  const roles = await findRoles(root).catch(() => ({ roles: [] }));
  return loop ? loopUses(roles.roles, shelf, loop) : new Map();
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
  if (about.dependents.length > 0) part("Named by", ...about.dependents.map(dependentLine));
  if (question.enemies.length > 0) part("Never in one loop with", ...question.enemies);
  const alike = about.similar.map(
    ({ other, similarity }) => `${other}: ${Math.round(similarity * 100)} % of the words`,
  );
  part("Alike", ...(alike.length > 0 ? alike : ["nothing in the bank shares more than a few words"]));
  return lines.join("\n");
}

/** "senior-python-developer, stage coding (alternate)". */
export function useLine({ role, stage, alternate }: LoopUse): string {
  return `${role}, stage ${stage}${alternate ? " (alternate)" : ""}`;
}

/** "roles/plans/standard.md:12 pins it". */
export function dependentLine({ path, line, what }: Dependent): string {
  const says = { pin: "pins it", ban: "bans it", enemy: "names it as an enemy" }[what];
  return `${path}:${line} ${says}`;
}

function bullets(items: readonly string[]): string[] {
  return items.map((item) => `- ${item}`);
}
