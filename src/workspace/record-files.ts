// In: paths of filled forms and of the plain copies to be made. Out: their bytes, and the copies in their place.
// What a candidate said belongs in no repository: a place that git would track is refused, unless the user insists.
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { mkdir, readFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { KitError } from "../document/diagnostic.js";
import { placeFile } from "./place-output.js";

/** The bytes of a form. */
export async function readForm(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code === "ENOENT" ? "does not exist" : "cannot be read";
    throw new KitError("missing-form", `${path} ${reason}`);
  }
}

/** Where the plain copy of each form goes: beside it, or into the folder or file given. Throws if two would be one, or a form its own copy. */
export function copyPaths(forms: readonly string[], out: string | undefined): string[] {
  const folder = out !== undefined && (forms.length > 1 || /[\\/]$/.test(out) || isFolder(out));
  const paths = forms.map((form) => {
    const name = basename(form).replace(/\.pdf$/i, "");
    if (out === undefined) return join(dirname(form), `${name}-flat.pdf`);
    return folder ? join(out, `${name}-flat.pdf`) : out;
  });
  const taken = new Set(forms.map((form) => resolve(form)));
  for (const path of paths.map((one) => resolve(one))) {
    if (taken.has(path))
      throw new KitError(
        "unwritable-output",
        `${path} would be written twice, or over a form`,
        "Choose another with --out.",
      );
    taken.add(path);
  }
  return paths;
}

/** Writes a plain copy. Throws where git would track it, unless `force`. */
export async function placeRecord(path: string, bytes: Uint8Array, force: boolean): Promise<void> {
  const target = resolve(path);
  if (!force && isTracked(target))
    throw new KitError(
      "tracked-place",
      `${path} lies in a git repository that does not ignore it: what a candidate said does not belong there`,
      "Choose a place outside with --out, have git ignore it, or add --force.",
    );
  if (existsSync(join(dirname(target), "kit.json")))
    throw new KitError(
      "kit-folder",
      `${path} lies in a kit, and the next build replaces that folder with all that is in it`,
      "Choose a place outside with --out.",
    );
  try {
    await mkdir(dirname(target), { recursive: true });
    await placeFile(target, bytes);
  } catch (error) {
    throw new KitError(
      "unwritable-output",
      `${path} cannot be written: ${error instanceof Error ? error.message : String(error)}`,
      "Choose another with --out.",
    );
  }
}

/** Whether the path lies in a git repository that does not ignore it. Without git at hand, any repository counts. */
function isTracked(target: string): boolean {
  let folder = dirname(target);
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder);
  const { status } = spawnSync("git", ["-C", folder, "check-ignore", "--quiet", "--", target], {
    stdio: "ignore",
    timeout: 10_000,
  });
  if (status === 0) return false;
  if (status === 1) return true;
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, ".git"))) return true;
    if (dirname(at) === at) return false;
  }
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}
