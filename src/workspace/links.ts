// In: a path below a folder. Out: where it leads when a symbolic link takes it out of there.
// What strangers hand over may hold links to anything that its reader can read or write.
import { realpath } from "node:fs/promises";
import { dirname, isAbsolute, join, relative } from "node:path";

/** The place outside of all `folders` that `path`, or as much of it as exists, really is; undefined when it stays within. */
export async function leadsOutOf(folders: readonly string[], path: string): Promise<string | undefined> {
  const real = await realOf(path);
  for (const folder of folders) if (isWithin(await realOf(folder), real)) return undefined;
  return real;
}

/** Whether `path` is `folder` or lies below it, by name alone. */
export function isWithin(folder: string, path: string): boolean {
  const inside = relative(folder, path);
  return inside === "" || (!/^\.\.(?:[\\/]|$)/.test(inside) && !isAbsolute(inside));
}

/** The real path; of what does not exist yet, that of its nearest parent with the rest of its names. */
async function realOf(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    const parent = dirname(path);
    if (parent === path) return path;
    return join(await realOf(parent), path.slice(parent.length));
  }
}
