// In: one of the folders that come with the package. Out: its files, as they stand there. Reads no workspace, and no document.
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { SourceFile } from "../document/source-file.js";
import { readTree } from "./source-tree.js";

/** The package's own folder, where its questions, templates and plans are shipped. */
export const packageRoot = resolve(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** What the package ships in one of its folders, as it stands there; teams are somebody's own, and are never handed on. */
export async function readShipped(
  folder: "questions" | "roles/plans" | "starter" | "rules",
): Promise<SourceFile[]> {
  const { files } = await readTree(packageRoot, folder, (path) => !path.startsWith("questions/teams/"));
  return files;
}
