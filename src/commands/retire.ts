// `interview-kit retire <question> --reason "…"`: takes a question out of every future loop, in its own file, and says who named it.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import pc from "picocolors";
import { retireText } from "../authoring/retire-question.js";
import { KitError } from "../document/diagnostic.js";
import { dependents } from "../pipeline/question-use.js";
import { openShelf } from "../pipeline/shelf.js";
import { readWorkspace } from "../workspace/workspace.js";
import { findQuestion } from "./find-question.js";
import { dependentLine, rolesUsing, useLine } from "./show.js";

export interface RetireOptions {
  reason: string;
  plan?: string;
}

/** Returns the exit code. */
export async function retireCommand(root: string, name: string, options: RetireOptions): Promise<number> {
  const workspace = await readWorkspace(root);
  const shelf = openShelf(workspace);
  const question = findQuestion(shelf.bank, name);
  if (workspace.shipped.includes("questions"))
    throw new KitError(
      "shipped-question",
      `${question.id} stands in the package, not in this workspace`,
      "Make the bank your own first: interview-kit init . --only bank",
    );
  if (options.reason.trim() === "")
    throw new KitError("missing-reason", "a question is retired for a reason", 'Add --reason "…".');
  const loops = (await rolesUsing(root, shelf, options.plan)).get(question.id) ?? [];
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
  return 0;
}
