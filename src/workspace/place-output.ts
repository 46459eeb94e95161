// In: the finished files of one role. Out: a folder below out/ that holds exactly these.
// Written beside its place and moved into it, so that a failure leaves the former output whole.
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { compareText, KitError } from "../document/diagnostic.js";

export interface OutputFile {
  /** File name without folders. */
  name: string;
  content: string | Uint8Array;
}

/** Makes the output folder, or says why it cannot be written. */
export async function prepareOutput(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await rm(await mkdtemp(join(folder, ".probe-")), { recursive: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new KitError(
      "unwritable-output",
      `${folder} cannot be written: ${reason}`,
      "Choose another with --out.",
    );
  }
}

/** Replaces the folder `target` by one with these files. */
export async function placeFolder(target: string, files: readonly OutputFile[]): Promise<void> {
  const parent = dirname(target);
  await mkdir(parent, { recursive: true });
  const staging = await mkdtemp(join(parent, `.${basename(target)}-new-`));
  const former = `${staging}-former`;
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

/** The kit.json of every folder in the output, unvalidated, in order of folder name. Unreadable ones are passed over. */
export async function readKits(out: string): Promise<{ folder: string; kit: unknown }[]> {
  const entries = await readdir(out, { withFileTypes: true });
  const folders = entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
    .map((entry) => entry.name);
  const kits = await Promise.all(
    folders.sort(compareText).map(async (folder) => {
      try {
        return [
          { folder, kit: JSON.parse(await readFile(join(out, folder, "kit.json"), "utf8")) as unknown },
        ];
      } catch {
        return [];
      }
    }),
  );
  return kits.flat();
}

/** Replaces one file the same way. */
export async function placeFile(target: string, content: string | Uint8Array): Promise<void> {
  const staging = join(dirname(target), `.${basename(target)}-new-${process.pid}`);
  await writeFile(staging, content);
  await rename(staging, target);
}
