// In: the program's own files, a workspace's folders, the browsers of this machine. Out: a short hash of each.
// By content, never by time; where content would be too much to read (a browser), by what names its build. Reads only.
import { createHash, type Hash } from "node:crypto";
import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { compareText } from "../document/diagnostic.js";
import { maxDocumentBytes } from "../document/text.js";

const codeFolder = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const packageRoot = dirname(codeFolder);

/** The folder beside the code that holds what was read of the shipped files: it follows from both, and may be missing. */
export const keptFolder = "kept";

/** The folders of a workspace from which kits are built. */
const inputFolders = ["roles", "questions", "templates"];

/** The program as it runs: its code, its manifest with the versions of its libraries, and what it ships. */
export function programFingerprint(): string {
  const hash = createHash("sha1").update(readFileSync(join(packageRoot, "package.json")));
  // What is shipped as a workspace's contents is part of the program for everybody who has none of his own.
  for (const folder of [codeFolder, ...inputFolders.map((name) => join(packageRoot, name))])
    addTree(hash, packageRoot, folder);
  return hash.digest("hex");
}

/** Everything below `root` that a kit can be built from, and further files or folders that the user named. */
export function inputFingerprint(root: string, named: readonly string[]): string {
  const hash = createHash("sha1");
  for (const folder of inputFolders) addTree(hash, root, join(root, folder));
  for (const name of named) {
    const path = resolve(root, name);
    hash.update(`\nnamed ${name}\n`);
    if (!existsSync(path)) continue;
    if (statSync(path).isDirectory()) addTree(hash, path, path);
    else addFile(hash, name, path);
  }
  return hash.digest("hex");
}

/** The font packages that a page could embed: those of the program, and those that a user has installed beside the workspace. */
export function fontFingerprint(root: string): string {
  const hash = createHash("sha1");
  for (const at of [join(root, "node_modules"), join(packageRoot, "node_modules"), dirname(packageRoot)])
    for (const font of namesIn(join(at, "@fontsource")))
      addFile(hash, font, join(at, "@fontsource", font, "package.json"));
  return hash.digest("hex");
}

/**
 * The browser that would print, without starting or unpacking one. A named or system browser counts by its size and first bytes,
 * which hold the id of its build; one in puppeteer's cache by its folder, the packaged one by its package.
 */
export function browserFingerprint(named: string | undefined): string {
  const hash = createHash("sha1");
  const { env } = process;
  hash.update(JSON.stringify([process.platform, process.arch, named, env.PUPPETEER_CACHE_DIR]));
  const system = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
  for (const path of named === undefined ? system : [named]) hash.update(headOf(path));
  if (named === undefined) {
    const cache = env.PUPPETEER_CACHE_DIR ?? join(homedir(), ".cache", "puppeteer");
    for (const browser of namesIn(cache)) hash.update(JSON.stringify(namesIn(join(cache, browser))));
    try {
      hash.update(readFileSync(createRequire(import.meta.url).resolve("@sparticuz/chromium/package.json")));
    } catch {
      // Not installed, or it hides its manifest: package.json pins its version.
    }
  }
  return hash.digest("hex");
}

function addTree(hash: Hash, root: string, folder: string): void {
  if (!existsSync(folder)) return;
  const kept = join(codeFolder, keptFolder);
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => (entry.isFile() || entry.isSymbolicLink()) && entry.parentPath !== kept)
    .map((entry) => join(entry.parentPath, entry.name))
    .sort(compareText);
  for (const path of paths) addFile(hash, relative(root, path).split(sep).join("/"), path);
}

function addFile(hash: Hash, name: string, path: string): void {
  try {
    const entry = statSync(path);
    // A device would be read for ever, and what is so large is refused by its size alone.
    if (!entry.isFile() || entry.size > maxDocumentBytes) {
      hash.update(`\n${name} ${entry.isFile() ? entry.size : "no file"}\n`);
      return;
    }
    const bytes = readFileSync(path);
    hash.update(`\n${name} ${bytes.length}\n`).update(bytes);
  } catch {
    // What cannot be read is reported by whoever needs it.
    hash.update(`\n${name} unreadable\n`);
  }
}

function headOf(path: string): Uint8Array {
  if (!existsSync(path) || !statSync(path).isFile()) return new Uint8Array();
  const file = openSync(path, "r");
  try {
    const head = Buffer.alloc(65_536);
    const length = readSync(file, head, 0, head.length, 0);
    return Buffer.concat([head.subarray(0, length), Buffer.from(String(statSync(path).size))]);
  } finally {
    closeSync(file);
  }
}

function namesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).sort(compareText) : [];
}
