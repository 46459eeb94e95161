// In: a folder on disk and what to keep of it. Out: its files as bytes with their paths, and a finding for each that cannot be read.
import { type Dirent, existsSync, statSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { compareText, type Diagnostic, diagnose } from "../document/diagnostic.js";
import type { SourceFile } from "../document/source-file.js";
import { leadsOutOf } from "./links.js";
import { readWhole, UnreadFile } from "./read-whole.js";

/** What was read below a folder; `passedOver` are the paths that were not kept. */
export interface SourceTree {
  files: SourceFile[];
  findings: Diagnostic[];
  passedOver: string[];
}

/**
 * Reads the files below `root`/`folder` whose path (from `root`, with forward slashes) is to be kept, in order of path. Links are followed
 * to files within `root` or `also`; folders that are links, the top one aside, are not entered.
 */
export async function readTree(
  root: string,
  folder: string,
  keep: (path: string) => boolean,
  also: readonly string[] = [],
): Promise<SourceTree> {
  const homes = [root, ...also];
  const top = await leadsOutOf(homes, join(root, folder));
  if (top !== undefined) return { files: [], findings: [foreignLink(folder, top)], passedOver: [] };
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
  const pathOf = (entry: Dirent) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/");
  const links = entries
    .filter((entry) => entry.isSymbolicLink())
    .map(pathOf)
    .filter(keep);
  const files = entries.filter((entry) => entry.isFile()).map(pathOf);
  const read: (SourceFile | Diagnostic)[] = [];
  const queue = [...files.filter(keep), ...links].sort(compareText).entries();
  const linked = new Set(links);
  const reader = async (): Promise<void> => {
    for (const [at, path] of queue) {
      const outside = linked.has(path) ? await leadsOutOf(homes, join(root, path)) : undefined;
      read[at] =
        outside === undefined
          ? await readSource(root, join(root, path), !linked.has(path))
          : foreignLink(path, outside);
    }
  };
  await Promise.all(Array.from({ length: filesInFlight }, reader));
  return {
    files: read.filter((one): one is SourceFile => "bytes" in one),
    findings: read.filter((one): one is Diagnostic => !("bytes" in one)),
    passedOver: files.filter((path) => !keep(path)).sort(compareText),
  };
}

/** Each holds one open file; a system allows some hundreds. */
const filesInFlight = 32;

/** One file; its path is relative to `root` where it lies within. `isFile`: that it is one is known. */
export async function readSource(
  root: string,
  path: string,
  isFile = false,
): Promise<SourceFile | Diagnostic> {
  const inside = relative(root, path);
  const shown = inside.startsWith("..") ? path : inside.split(sep).join("/");
  try {
    return { path: shown, bytes: await readWhole(path, isFile) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const code = error instanceof UnreadFile ? error.code : "unreadable-file";
    return diagnose(
      code,
      shown,
      undefined,
      code === "unreadable-file" ? `cannot be read: ${reason}` : reason,
    );
  }
}

/** One file by its path from `root`; undefined where there is none that can be read. */
export async function readFileIn(root: string, path: string): Promise<SourceFile | undefined> {
  const read = await readSource(root, join(root, path));
  return "bytes" in read ? { ...read, path } : undefined;
}

/** A link that leads out of the workspace is named, and not followed. */
export function foreignLink(path: string, target: string): Diagnostic {
  return diagnose(
    "foreign-link",
    path,
    undefined,
    `a link that leads out of the workspace, to ${target}; it was not followed`,
    "Copy what it leads to into the workspace, or name that file or folder on the command line.",
  );
}

export function isFolder(...parts: string[]): boolean {
  const path = join(...parts);
  return existsSync(path) && statSync(path).isDirectory();
}

/** Templates, style sheets and locales. */
export function isTemplateFile(path: string): boolean {
  return /\.(?:hbs|css|ya?ml)$/.test(path);
}
