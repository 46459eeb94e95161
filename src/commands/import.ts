// `interview-kit import <file>`: question files from another tool's table, and what each still needs. Never overwrites a file.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, extname, join, resolve } from "node:path";
import pc from "picocolors";
import { KitError } from "../document/diagnostic.js";
import { type Import, importQuestions } from "../exchange/import-questions.js";
import { readTable, type TableFormat } from "../exchange/read-table.js";
import { openShelf } from "../pipeline/shelf.js";
import { counted, printFindings } from "./console.js";
import { ownFolder } from "./place-new.js";
import { knownCompetency } from "./stated-names.js";

export interface ImportCommandOptions {
  competency?: string;
  dryRun?: boolean;
  json?: boolean;
}

const formats: Record<string, TableFormat> = {
  ".csv": "csv",
  ".tsv": "csv",
  ".txt": "csv",
  ".json": "json",
  ".yaml": "yaml",
  ".yml": "yaml",
};

/** Returns the exit code: 1 if a row could not be used; the others are in. */
export async function importCommand(
  root: string,
  name: string,
  options: ImportCommandOptions,
): Promise<number> {
  const format = formats[extname(name).toLowerCase()];
  if (!format)
    throw new KitError(
      "unknown-format",
      `${name} is none of ${Object.keys(formats).join(", ")}`,
      "Export a spreadsheet as CSV (UTF-8).",
    );
  const workspace = await ownFolder(root, "questions", "bank");
  const { bank, reading } = openShelf(workspace);
  const bytes = await readFile(resolve(name)).catch(() => {
    throw new KitError("missing-file", `there is no file ${name}`);
  });
  const table = readTable({ path: name, bytes }, format);
  const competency =
    options.competency === undefined ? {} : { competency: knownCompetency(bank, options.competency) };
  const result = importQuestions(name, table, reading, competency);
  for (const { path, text } of options.dryRun ? [] : result.files) {
    const target = join(root, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, text, { flag: "wx" });
  }
  if (options.json) process.stdout.write(`${JSON.stringify({ ...result, unused: table.unused }, null, 2)}\n`);
  else report(result, table.unused, options.dryRun === true);
  return result.findings.length > 0 ? 1 : 0;
}

function report({ rows, findings }: Import, unused: readonly string[], dry: boolean): void {
  const say = (text: string) => process.stdout.write(`${text}\n`);
  const added = rows.filter(({ action }) => action === "added");
  for (const { row, path, missing, guessed } of added) {
    say(`${pc.green("+")} row ${row}: ${path}`);
    if (missing.length > 0) say(`    to write: ${missing.join(", ")}`);
    if (guessed.length > 0) say(`    guessed, please look: ${guessed.join(", ")}`);
  }
  printFindings(findings);
  const there = rows.length - added.length;
  const parts = [
    `${counted(added.length, "question")} ${dry ? "would be added" : "added"}`,
    `${there} there already`,
    `${counted(findings.length, "row")} not usable`,
  ];
  if (unused.length > 0) process.stderr.write(`No place for: ${unused.join(", ")}\n`);
  process.stderr.write(`${parts.join(", ")}\n`);
  if (added.some(({ missing }) => missing.length > 0))
    process.stderr.write(
      "Whatever has words to write is a draft, which no loop asks; interview-kit check names every place.\n",
    );
}
