// In: the finished files of one role. Out: a folder below out/ that holds exactly these.
// Written beside its place and moved into it, so that a failure leaves the former output whole. Replaces nothing but kits.
import { existsSync, renameSync, rmSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { compareText, KitError } from "../document/diagnostic.js";
import { leadsOutOf } from "./links.js";

export interface OutputFile {
  /** File name without folders. */
  name: string;
  content: string | Uint8Array;
}

/** The file by which a folder is known as a kit of ours. */
const kitFile = "kit.json";

let stagings = 0;

/** What is half done at this moment: staging path → the place that it is for. */
const unfinished = new Map<string, string>();

/** A name beside `target` that no other process and no earlier call uses. Hidden, so that nobody takes it for output. */
function stagingName(target: string): string {
  return join(dirname(target), `.${basename(target)}-new-${process.pid}-${++stagings}`);
}

const stagingPattern = /^\.(.+)-new-\d+-\d+$/;
const formerSuffix = "-former";

// A signal ends the program between any two steps: nothing half written stays, and what was moved aside comes back.
process.on("exit", () => {
  for (const [staging, target] of unfinished) {
    try {
      const former = `${staging}${formerSuffix}`;
      if (existsSync(former) && !existsSync(target)) renameSync(former, target);
      for (const path of [staging, former]) rmSync(path, { recursive: true, force: true, maxRetries: 3 });
    } catch {
      // The next build mends what is left.
    }
  }
});

/**
 * Mends what builds that were killed left in `out`: half written output is removed, a kit that stood aside for its successor is put
 * back. Only for whoever has claimed the folder.
 */
export async function mendOutput(out: string): Promise<void> {
  const teams = await foldersIn(out, "teams");
  for (const folder of [
    out,
    join(out, "openings"),
    join(out, "teams"),
    ...teams.map((team) => join(out, team)),
  ]) {
    for (const entry of await readdir(folder).catch(() => [])) {
      const isFormer = entry.endsWith(formerSuffix);
      const name = stagingPattern.exec(isFormer ? entry.slice(0, -formerSuffix.length) : entry)?.[1];
      if (name === undefined) continue;
      const path = join(folder, entry);
      if (isFormer && !existsSync(join(folder, name))) await rename(path, join(folder, name));
      else await rm(path, { recursive: true, force: true });
    }
  }
}

/** Makes the output folder, or says why it cannot be written. */
export async function prepareOutput(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    const probe = stagingName(join(folder, "probe"));
    await writeFile(probe, "");
    await rm(probe);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new KitError(
      "unwritable-output",
      `${folder} cannot be written: ${reason}`,
      "Choose another with --out.",
    );
  }
}

/** Why `target`, a place in `out`, must not be replaced, if so: it holds something, and no kit; or a link takes it out of `out`. */
export async function foreignOutput(target: string, out: string): Promise<string | undefined> {
  const outside = await leadsOutOf([out], dirname(target));
  if (outside !== undefined) return `a link in ${out} leads to ${outside}`;
  try {
    const entries = await readdir(target);
    if (entries.length === 0 || entries.includes(kitFile)) return undefined;
    return `${target} holds files that are no kit (${entries.sort(compareText).slice(0, 3).join(", ")})`;
  } catch (error) {
    if (hasCode(error, "ENOENT")) return undefined;
    return hasCode(error, "ENOTDIR") ? `${target} is a file` : `${target} cannot be read`;
  }
}

/** Replaces the folder `target` by one with these files. */
export async function placeFolder(target: string, files: readonly OutputFile[]): Promise<void> {
  const staging = stagingName(target);
  const former = `${staging}${formerSuffix}`;
  unfinished.set(staging, target);
  try {
    await mkdir(staging, { recursive: true });
    for (const file of files) await writeFile(join(staging, file.name), file.content);
    exchange(staging, target, former);
  } catch (error) {
    throw unwritable(target, error);
  } finally {
    await rm(staging, { recursive: true, force: true });
    await rm(former, { recursive: true, force: true });
    unfinished.delete(staging);
  }
}

/** Both renames at once, so that nothing but a kill between two system calls can fall between them; that is mended later. */
function exchange(staging: string, target: string, former: string): void {
  const moved = existsSync(target);
  if (moved) renameSync(target, former);
  try {
    renameSync(staging, target);
  } catch (error) {
    if (moved) renameSync(former, target);
    throw error;
  }
}

/** Replaces one file the same way. */
export async function placeFile(target: string, content: string | Uint8Array): Promise<void> {
  const staging = stagingName(target);
  unfinished.set(staging, target);
  try {
    await writeFile(staging, content);
    await rename(staging, target);
  } catch (error) {
    throw unwritable(target, error);
  } finally {
    await rm(staging, { force: true });
    unfinished.delete(staging);
  }
}

/** A full disk, a folder that became read-only: what stood there is still there. */
function unwritable(target: string, error: unknown): unknown {
  if (!(error instanceof Error) || !("syscall" in error)) return error;
  return new KitError(
    "unwritable-output",
    `${target} cannot be written: ${error.message}`,
    "What stood there is unchanged. Make room, or choose another folder with --out.",
  );
}

/**
 * The kit.json of every kit in the output but those in the folders of `known`, unvalidated, in order of its folder; one at a time,
 * since there may be thousands. Unreadable ones are passed over.
 */
export async function* readKits(
  out: string,
  known: ReadonlySet<string>,
): AsyncGenerator<{ folder: string; kit: unknown }> {
  const folders = [
    ...(await foldersIn(out, "")),
    ...(await foldersIn(out, "openings")),
    ...(await Promise.all((await foldersIn(out, "teams")).map((team) => foldersIn(out, team)))).flat(),
  ];
  for (const folder of folders.sort(compareText)) {
    if (known.has(folder)) continue;
    const text = await readFile(join(out, folder, kitFile), "utf8").catch(() => "");
    const kit = parsed(text);
    if (kit !== undefined) yield { folder, kit };
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The folders in a folder of the output, hidden ones aside, as paths from the output. */
async function foldersIn(out: string, folder: string): Promise<string[]> {
  const entries = await readdir(join(out, folder), { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
    .map((entry) => (folder === "" ? entry.name : `${folder}/${entry.name}`));
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
