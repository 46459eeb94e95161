// In: the text of a new document and its place. Out: the file, if nothing stands there yet, and what is left to do.
// What all kinds of new documents have in common: their options, their ids, and that nothing is overwritten.
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import pc from "picocolors";
import { idOf, idPattern } from "../authoring/identifier.js";
import type { Family, QuestionKind, QuestionLevel } from "../bank/question-bank.js";
import { KitError } from "../document/diagnostic.js";
import { findPlaceholders } from "../document/placeholder.js";
import type { RoleLevel } from "../role/role-profile.js";
import { readWorkspace, type Workspace } from "../workspace/workspace.js";
import type { Question } from "./ask.js";
import { counted } from "./console.js";

/** What may be stated on the command line; each kind of document uses some of it. */
export interface NewOptions {
  title?: string;
  id?: string;
  competency?: string;
  skill?: string[];
  kind?: QuestionKind;
  levels?: QuestionLevel[];
  level?: RoleLevel;
  family?: Family;
  minutes?: number;
  owner?: string;
  stage?: string[];
  plan?: string;
}

/** What is left to ask, by the name of the answer. */
export type Open = Record<string, Question>;
/** A command line to copy. */
export const example = (rest: string) => `interview-kit new ${rest}`;

/** Asks for a title of a length that fits the printed page. */
export const titleQuestion = (ask: string, sample: string): Question => ({
  flag: "--title",
  ask,
  kind: "text",
  example: sample,
  check: (value) => (value.length < 3 || value.length > 60 ? "3 to 60 characters." : undefined),
});

/** The workspace, if it has this folder of its own: a first file in an empty one would hide everything that the package ships there. */
export async function ownFolder(root: string, folder: string, part: string): Promise<Workspace> {
  const workspace = await readWorkspace(root);
  if (!workspace.shipped.includes(folder)) return workspace;
  throw new KitError(
    "shipped-folder",
    `this workspace has no ${folder}/ of its own; it uses the one in the package`,
    `Make it your own first: interview-kit init ${root === "." ? "." : root} --only ${part}`,
  );
}

/** The id of a new document. Throws a KitError for a title that would not fit, or an id that no path should have. */
export function idFor(title: string, stated: string | undefined): string {
  if (title.length < 3 || title.length > 60)
    throw new KitError("invalid-title", `the title has ${title.length} characters, expected 3 to 60`);
  const id = stated ?? idOf(title);
  if (idPattern.test(id) && id !== "competency" && id !== "readme") return id;
  throw new KitError(
    "invalid-id",
    stated === undefined ? `no id can be made of the title "${title}"` : `"${stated}" is no id`,
    "Give one with --id: small letters, digits and hyphens, such as doubled-rows.",
  );
}

/** Writes a file that is not there yet, and says what is left to do. */
export async function place(root: string, path: string, text: string, next: string): Promise<void> {
  const target = join(root, path);
  await mkdir(dirname(target), { recursive: true });
  try {
    await writeFile(target, text, { flag: "wx" });
  } catch (error) {
    if (!existsSync(target)) throw error;
    throw new KitError(
      "existing-file",
      `${path} is there already; nothing was written`,
      "Choose another name with --id.",
    );
  }
  const open = findPlaceholders(text).length;
  process.stdout.write(`${path}\n`);
  process.stderr.write(
    `${pc.green("✓")} written; ${open === 1 ? "1 place" : counted(open, "place")} to fill in, which interview-kit check names\n  ${next}\n`,
  );
}
