// In: the finished files of one role. Out: a folder below out/ that holds exactly these.
// Written beside its place and moved into it, so that a failure leaves the former output whole. Replaces nothing but kits.
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { compareText, KitError } from "../document/diagnostic.js";

export interface OutputFile {
  /** File name without folders. */
  name: string;
  content: string | Uint8Array;
}

/** The file by which a folder is known as a kit of ours. */
const kitFile = "kit.json";

let stagings = 0;

/** A name beside `target` that no other process and no earlier call uses. Hidden, so that nobody takes it for output. */
function stagingName(target: string): string {
  return join(dirname(target), `.${basename(target)}-new-${process.pid}-${++stagings}`);
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

/** Why `target` must not be replaced, if so: it holds something, and no kit. */
export async function foreignOutput(target: string): Promise<string | undefined> {
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
  const former = `${staging}-former`;
  await mkdir(staging, { recursive: true });
  try {
    for (const file of files) await writeFile(join(staging, file.name), file.content);
    const moved = await rename(target, former).then(
      () => true,
      () => false,
    );
    try {
      await rename(staging, target);
    } catch (error) {
      if (moved) await rename(former, target);
      throw error;
    }
  } finally {
    await rm(staging, { recursive: true, force: true });
    await rm(former, { recursive: true, force: true });
  }
}

/** Replaces one file the same way. */
export async function placeFile(target: string, content: string | Uint8Array): Promise<void> {
  const staging = stagingName(target);
  try {
    await writeFile(staging, content);
    await rename(staging, target);
  } finally {
    await rm(staging, { force: true });
  }
}

/** The kit.json of every kit in the output, unvalidated, in order of its folder. Unreadable ones are passed over. */
export async function readKits(out: string): Promise<{ folder: string; kit: unknown }[]> {
  const folders = [
    ...(await foldersIn(out, "")),
    ...(await foldersIn(out, "openings")),
    ...(await Promise.all((await foldersIn(out, "teams")).map((team) => foldersIn(out, team)))).flat(),
  ];
  const kits = await Promise.all(
    folders.sort(compareText).map(async (folder) => {
      try {
        return [{ folder, kit: JSON.parse(await readFile(join(out, folder, kitFile), "utf8")) as unknown }];
      } catch {
        return [];
      }
    }),
  );
  return kits.flat();
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
