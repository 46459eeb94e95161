// `interview-kit init <folder>`: a workspace of one's own: the shipped questions and plans, an example of each document,
// a package script and CI files. Overwrites nothing: content that is there stops it, other files that are there are kept.
import { existsSync, realpathSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import pc from "picocolors";
import { scripts, starterFiles } from "../authoring/starter.js";
import { KitError } from "../document/diagnostic.js";
import type { SourceFile } from "../document/source-file.js";
import { packageRoot, readShipped } from "../workspace/shipped.js";
import { counted } from "./console.js";

export const workspaceParts = ["bank", "plans", "examples", "templates", "project"] as const;
export type WorkspacePart = (typeof workspaceParts)[number];

export interface InitOptions {
  only?: WorkspacePart[];
  /** Without it the bank has its competencies, by which roles are read, and no question but the examples. */
  questions: boolean;
}

/** Returns the exit code. */
export async function initCommand(folder: string, options: InitOptions): Promise<number> {
  const root = resolve(folder);
  const wanted = options.only ?? workspaceParts;
  const clone = programFolder(root);
  const files = (await partFiles(options.questions, clone)).filter(({ part }) => wanted.includes(part));
  const present = files.filter(({ file }) => existsSync(join(root, file.path)));
  const inTheWay = present.filter(({ part }) => part !== "project").map(({ file }) => file.path);
  if (inTheWay.length > 0) {
    const more = inTheWay.length > 5 ? `, and ${inTheWay.length - 5} more` : "";
    throw new KitError(
      "existing-file",
      `${folder} holds ${inTheWay.slice(0, 5).join(", ")}${more}; nothing was written`,
      `Choose another folder, or the parts that it lacks with --only (${workspaceParts.join(", ")}).`,
    );
  }
  const kept = present.map(({ file }) => file.path);
  const written = files.filter(({ file }) => !kept.includes(file.path));
  for (const { file } of written) {
    const target = join(root, file.path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, file.bytes, { flag: "wx", ...(file.path.endsWith(".sh") && { mode: 0o755 }) });
  }
  const say = (text: string) => process.stderr.write(`${text}\n`);
  say(`${pc.green("✓")} ${counted(written.length, "file")} in ${folder}`);
  if (kept.length > 0) say(`  Kept as they were: ${kept.join(", ")}`);
  if (kept.includes("package.json"))
    say(
      `  Add to the scripts in package.json:\n    ${JSON.stringify(scripts, null, 2).split("\n").slice(1, -1).join("\n    ").trim()}`,
    );
  if (wanted.includes("project") && clone !== undefined && !kept.includes("package.json"))
    say(
      `  package.json takes the program from ${clone}; for other machines write a version or a git address there`,
    );
  if (wanted.includes("project"))
    say(
      `  Then:${folder === "." ? "" : ` cd ${folder} &&`} npm install && npm run build; README.md says what comes next`,
    );
  return 0;
}

/** The folder of the program as seen from the workspace, if it is a clone: no registry may have what runs here. */
function programFolder(root: string): string | undefined {
  if (packageRoot.split(sep).includes("node_modules")) return undefined;
  // npm goes by the folders themselves, whatever links led to them.
  return relative(realFolder(root), realFolder(packageRoot)).split(sep).join("/");
}

/** A folder without links on the way to it, as far as it is there yet. */
function realFolder(path: string): string {
  return existsSync(path) || dirname(path) === path
    ? realpathSync(path)
    : join(realFolder(dirname(path)), basename(path));
}

async function partFiles(
  questions: boolean,
  clone: string | undefined,
): Promise<{ part: WorkspacePart; file: SourceFile }[]> {
  const bank = (await readShipped("questions")).filter(
    ({ path }) => questions || /\/(?:competency|README)\.md$/.test(path),
  );
  const starter = starterFiles(
    await readShipped("starter"),
    ...(clone === undefined ? [] : [`file:${clone}`]),
  );
  const partOf = ({ path }: SourceFile): WorkspacePart => {
    if (path.startsWith("templates/")) return "templates";
    return /^(?:roles|questions)\//.test(path) ? "examples" : "project";
  };
  return [
    ...bank.map((file) => ({ part: "bank" as const, file })),
    ...(await readShipped("roles/plans")).map((file) => ({ part: "plans" as const, file })),
    ...starter.map((file) => ({ part: partOf(file), file })),
  ];
}
