// In: a workspace. Out: the locks of its openings, and the wording that they name, from wherever it is kept.
// Writes locks and the copies beside them, and never over anything.
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { contentHash } from "../document/content-hash.js";
import type { Diagnostic } from "../document/diagnostic.js";
import type { SourceFile } from "../document/source-file.js";
import { committedHashes, readBlobs } from "./git-history.js";
import { isFolder, readTree } from "./source-tree.js";

const folder = "roles/openings";

/** Where an opening's lock stands; beside it, in a folder of the same name, the copies of what git does not keep. */
export function lockPath(opening: string): string {
  return `${folder}/${opening}.yaml`;
}

export function copyPath(opening: string, path: string): string {
  return `${folder}/${opening}/${path}`;
}

/** All locks of a workspace, in order of path. */
export async function readLockFiles(root: string): Promise<{ files: SourceFile[]; findings: Diagnostic[] }> {
  if (!isFolder(root, folder)) return { files: [], findings: [] };
  return readTree(root, folder, (path) => /^roles\/openings\/[^/]+\.yaml$/.test(path));
}

/**
 * The bytes of each file in the version of its hash, by path: as it stands in the workspace (`current`), from the copy beside the
 * lock, or from git's history. Versions that are nowhere are absent.
 */
export async function findVersions(
  root: string,
  opening: string,
  versions: Readonly<Record<string, string>>,
  current: readonly SourceFile[],
): Promise<Map<string, Uint8Array>> {
  const standing = new Map(current.map((file) => [file.path, file.bytes]));
  const found = new Map<string, Uint8Array>();
  const missing: string[] = [];
  for (const [path, hash] of Object.entries(versions)) {
    const copy = await readFile(join(root, copyPath(opening, path))).catch(() => undefined);
    const bytes = [standing.get(path), copy].find((one) => one && contentHash(one) === hash);
    if (bytes) found.set(path, bytes);
    else missing.push(path);
  }
  const blobs = await readBlobs(
    root,
    missing.map((path) => versions[path] ?? ""),
  );
  for (const path of missing) {
    const bytes = blobs.get(versions[path] ?? "");
    if (bytes && contentHash(bytes) === versions[path]) found.set(path, bytes);
  }
  return found;
}

/** Writes a lock, and copies of the files whose version git does not keep. Gives the paths of the copies. */
export async function writeLock(
  root: string,
  opening: string,
  text: string,
  files: readonly SourceFile[],
): Promise<string[]> {
  const committed = await committedHashes(
    root,
    files.map(({ path }) => path),
  );
  const copied = files.filter(({ path, bytes }) => committed.get(path) !== contentHash(bytes));
  for (const { path, bytes } of copied) {
    const target = join(root, copyPath(opening, path));
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, bytes);
  }
  await mkdir(join(root, folder), { recursive: true });
  // Last, and not over another that was written meanwhile: with a lock in place, everything that it names is there.
  await writeFile(join(root, lockPath(opening)), text, { flag: "wx" });
  return copied.map(({ path }) => copyPath(opening, path));
}

export function hasLock(root: string, opening: string): boolean {
  return existsSync(join(root, lockPath(opening)));
}
