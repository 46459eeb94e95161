// In: a folder on disk. Out: the files that a build reads: questions, templates, plans and roles, as bytes with their paths.
// What the folder does not have (questions/, templates/, roles/plans/) comes from the package itself. Never writes.
import { existsSync, statSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { basename, dirname, extname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { compareText, KitError } from "../document/diagnostic.js";
import type { SourceFile } from "../document/source-file.js";

/** The package's own folder, where its questions, templates and plans are shipped. */
const packageRoot = resolve(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** File endings that are read as role documents. */
export const roleExtensions = [".md", ".markdown", ".txt"];

export interface Workspace {
  root: string;
  questions: SourceFile[];
  templates: SourceFile[];
  plans: SourceFile[];
  /** Folders that the workspace lacks, so that the shipped ones are used. */
  shipped: string[];
}

/** Reads everything but the roles. */
export async function readWorkspace(root: string): Promise<Workspace> {
  if (!existsSync(root)) throw new KitError("missing-folder", `there is no folder ${root}`);
  const shipped: string[] = [];
  const read = (folder: string, keep: (path: string) => boolean): Promise<SourceFile[]> => {
    const own = existsSync(join(root, folder));
    if (!own) shipped.push(folder);
    return readTree(own ? root : packageRoot, folder, keep);
  };
  const questions = await read("questions", (path) => /^questions\/(?!teams\/)[^/]+\/[^/]+\.md$/.test(path));
  const templates = await read("templates", (path) => /\.(?:hbs|css|ya?ml)$/.test(path));
  const plans = await read("roles/plans", (path) => /\.md$/.test(path));
  return { root, questions, templates, plans, shipped };
}

/** The role documents in `roles/`, in order of path; `roles/plans/` and README files are none. */
export async function findRoles(root: string): Promise<SourceFile[]> {
  if (!existsSync(join(root, "roles"))) {
    throw new KitError(
      "missing-folder",
      `there is no roles/ folder in ${root}`,
      "Make one and put a role document into it, or name a file: interview-kit build path/to/role.md",
    );
  }
  return readTree(root, "roles", (path) => !path.startsWith("roles/plans/") && isRoleFile(path));
}

/** Reads the roles that a user named: paths of files or folders, or the name of a document in `roles/`. All failures at once. */
export async function readNamedRoles(root: string, names: readonly string[]): Promise<SourceFile[]> {
  const missing: string[] = [];
  const found: SourceFile[] = [];
  for (const name of names) {
    const path = locate(root, name);
    if (path === undefined) missing.push(name);
    else if (statSync(path).isDirectory()) {
      const entries = (await readdir(path)).filter(isRoleFile).sort(compareText);
      for (const entry of entries) found.push(await readSource(root, join(path, entry)));
      if (entries.length === 0) missing.push(`${name} (no role document in this folder)`);
    } else found.push(await readSource(root, path));
  }
  if (missing.length > 0) {
    throw new KitError(
      "missing-role",
      `no role document found: ${missing.join(", ")}`,
      "Name a file (.md, .markdown or .txt) or a document in roles/ without its ending.",
    );
  }
  return found;
}

/** The name of a role's folder below `out/`: the file's stem in lower case, with nothing that a path could stumble over. */
export function slugOf(path: string): string {
  const stem = basename(path, extname(path)).normalize("NFC").toLowerCase();
  const slug = stem.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "");
  return slug === "" ? "role" : slug;
}

function isRoleFile(path: string): boolean {
  return roleExtensions.includes(extname(path).toLowerCase()) && !/^(?:readme|\.)/i.test(basename(path));
}

function locate(root: string, name: string): string | undefined {
  const direct = isAbsolute(name) ? name : resolve(root, name);
  const candidates = [
    direct,
    ...roleExtensions.map((extension) => join(root, "roles", `${name}${extension}`)),
  ];
  return candidates.find((path) => existsSync(path));
}

async function readTree(
  root: string,
  folder: string,
  keep: (path: string) => boolean,
): Promise<SourceFile[]> {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter(keep)
    .sort(compareText);
  return Promise.all(paths.map((path) => readSource(root, join(root, path))));
}

async function readSource(root: string, path: string): Promise<SourceFile> {
  const inside = relative(root, path);
  const shown = inside.startsWith("..") ? path : inside.split(sep).join("/");
  try {
    return { path: shown, bytes: await readFile(path) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new KitError("unreadable-file", `${shown} cannot be read: ${reason}`);
  }
}
