// In: a folder on disk and what to keep of it. Out: its files as bytes with their paths, and a finding for each that cannot be read.
import { existsSync, statSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { compareText, type Diagnostic, diagnose } from "../document/diagnostic.js";
import type { SourceFile } from "../document/source-file.js";

/** What was read below a folder; `passedOver` are the paths that were not kept. */
export interface SourceTree {
  files: SourceFile[];
  findings: Diagnostic[];
  passedOver: string[];
}

/** Reads the files below `root`/`folder` whose path (from `root`, with forward slashes) is to be kept, in order of path. */
export async function readTree(
  root: string,
  folder: string,
  keep: (path: string) => boolean,
): Promise<SourceTree> {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort(compareText);
  const read = await Promise.all(paths.filter(keep).map((path) => readSource(root, join(root, path))));
  return {
    files: read.filter((one): one is SourceFile => "bytes" in one),
    findings: read.filter((one): one is Diagnostic => !("bytes" in one)),
    passedOver: paths.filter((path) => !keep(path)),
  };
}

/** One file; its path is relative to `root` where it lies within. */
export async function readSource(root: string, path: string): Promise<SourceFile | Diagnostic> {
  const inside = relative(root, path);
  const shown = inside.startsWith("..") ? path : inside.split(sep).join("/");
  try {
    return { path: shown, bytes: await readFile(path) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return diagnose("unreadable-file", shown, undefined, `cannot be read: ${reason}`);
  }
}

/** One file by its path from `root`; undefined where there is none that can be read. */
export async function readFileIn(root: string, path: string): Promise<SourceFile | undefined> {
  const read = await readSource(root, join(root, path));
  return "bytes" in read ? { ...read, path } : undefined;
}

export function isFolder(...parts: string[]): boolean {
  const path = join(...parts);
  return existsSync(path) && statSync(path).isDirectory();
}

/** Templates, style sheets and locales. */
export function isTemplateFile(path: string): boolean {
  return /\.(?:hbs|css|ya?ml)$/.test(path);
}
