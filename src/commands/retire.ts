// `interview-kit retire <question> --reason "…"`: takes a question out of every future loop, in its own file, and says who named it.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import pc from "picocolors";
import { retireText } from "../authoring/retire-question.js";
import { KitError } from "../document/diagnostic.js";
import { openingsWith } from "../pipeline/openings.js";
import { dependents } from "../pipeline/question-use.js";
import { openShelf, openShelfOf } from "../pipeline/shelf.js";
import { readWorkspace, type Workspace } from "../workspace/workspace.js";
import { printFindings } from "./console.js";
import { findQuestion } from "./find-question.js";
import { dependentLine, frozenLine, rolesUsing, useLine } from "./show.js";

export interface RetireOptions {
  reason: string;
  /** The team whose own question, or own version of one, is retired. */
  team?: string;
  plan?: string;
}

/** Returns the exit code. */
export async function retireCommand(root: string, name: string, options: RetireOptions): Promise<number> {
  const workspace = await readWorkspace(root);
  const shared = openShelf(workspace);
  const { shelf, findings } = openShelfOf(shared, options.team);
  if (!shelf) {
    printFindings(findings);
    return 1;
  }
  const question = findQuestion(shelf, name);
  const { team } = options;
  if (team !== undefined && !question.path.startsWith(`questions/teams/${team}/`))
    throw new KitError(
      "shared-question",
      `${question.id} is a shared question; retiring it would take it from every team`,
      `Ban it in questions/teams/${team}/team.md, or leave --team away.`,
    );
  if (team === undefined ? workspace.shipped.includes("questions") : workspace.shippedTeams)
    throw new KitError(
      "shipped-question",
      `${question.id} stands in the package, not in this workspace`,
      "Make the bank your own first: interview-kit init . --only bank",
    );
  if (options.reason.trim() === "")
    throw new KitError("missing-reason", "a question is retired for a reason", 'Add --reason "…".');
  const loops = (await rolesUsing(root, shared, options)).get(question.id) ?? [];
  const path = join(root, question.path);
  const before = await readFile(path, "utf8");
  const after = retireText(question.path, before, options.reason.trim());
  await writeFile(path, after);

  const say = (text: string) => process.stderr.write(`${text}\n`);
  say(`${pc.green("✓")} ${question.path}: ${question.status} → retired`);
  for (const use of loops) say(`  was in the loop of ${useLine(use)}; the next build asks something else`);
  const named = dependents(question.id, shelf);
  for (const one of named) say(pc.yellow(`  ${dependentLine(one)}`));
  const pins = named.filter(({ what }) => what === "pin");
  if (pins.length > 0)
    say("  A pin on a retired question is left out of the loop: take it away, or pin another.");
  if (team === undefined)
    for (const { path } of versionsOf(workspace, question.path))
      say(pc.yellow(`  ${path} is a team's own version of it, and stays in use: retire it with --team`));
  const frozen = (await openingsWith(root, question.id)).filter(
    (use) => team === undefined || use.team === team,
  );
  for (const use of frozen)
    say(
      pc.yellow(
        `  ${use.spare ? "held in reserve" : "still asked"} in the frozen opening ${frozenLine(use)}`,
      ),
    );
  if (frozen.length > 0)
    say(
      "  An opening keeps what was frozen: to ask something else there, delete its file and freeze it anew.",
    );
  return 0;
}

/** The teams' own versions of a shared question. */
function versionsOf({ teams }: Workspace, path: string) {
  const below = path.slice("questions/".length);
  return teams.flatMap(({ id, questions }) =>
    questions.filter((file) => file.path === `questions/teams/${id}/${below}`),
  );
}
