// In: folders. Out: a print of every file below them, by which two moments can be compared. Reads no file's content, never writes.
import type { Dirent } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

/** Size and times of each file, by its absolute path. What cannot be read, or is gone meanwhile, is not in it. */
export type FilePrints = ReadonlyMap<string, string>;

/** Takes the prints of all files below `folders`; names for which `ignored` says so are passed over, links to folders too. */
export async function sweep(
  folders: readonly string[],
  ignored: (path: string) => boolean,
): Promise<FilePrints> {
  const prints = new Map<string, string>();
  const visit = async (folder: string): Promise<void> => {
    const entries: Dirent[] = await readdir(folder, { withFileTypes: true }).catch(() => []);
    await Promise.all(
      entries.map(async (entry) => {
        const path = join(folder, entry.name);
        if (ignored(path)) return;
        if (entry.isDirectory()) return visit(path);
        const now = await stat(path).catch(() => undefined);
        if (now?.isFile()) prints.set(path, `${now.size} ${now.mtimeMs} ${now.ino}`);
      }),
    );
  };
  await Promise.all(folders.map(visit));
  return prints;
}

/** The paths that are new, gone or different between two sweeps. */
export function movedBetween(former: FilePrints, now: FilePrints): string[] {
  return [...new Set([...former.keys(), ...now.keys()])].filter((path) => former.get(path) !== now.get(path));
}
