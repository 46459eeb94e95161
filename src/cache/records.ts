// In: what was built, under the hash of all that it was built from. Out: the same again, as long as the files still stand as they were made.
// Records lie in out/.built/ and hold no content, only hashes; they can be deleted at any moment. A record that cannot be read is none.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { compareText, type Diagnostic, diagnose } from "../document/diagnostic.js";

/** The folder below out/ in which records lie. */
export const recordFolder = ".built";

/** Something built: `key` is the hash of everything that went in, `files` the hash of each file that came out, by its path below out/. */
export interface BuildRecord<Report> {
  key: string;
  files: Record<string, string>;
  report: Report;
}

/** The hash that records hold. */
export function hashOf(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha1");
  for (const part of parts) hash.update(`${Buffer.byteLength(part)}\n`).update(part);
  return hash.digest("hex");
}

/** Whether anything was recorded here before. */
export function hasRecords(out: string): boolean {
  return existsSync(join(out, recordFolder));
}

/** The former record under this name; with a `key`, only if it was made of the same. */
export function readRecord<Report>(out: string, name: string, key?: string): BuildRecord<Report> | undefined {
  try {
    const record = JSON.parse(readFileSync(recordPath(out, name), "utf8")) as BuildRecord<Report>;
    const whole = typeof record.files === "object" && record.files !== null && record.report !== undefined;
    return whole && (key === undefined || record.key === key) ? record : undefined;
  } catch {
    return undefined;
  }
}

/** The files of a record that are not as they were made: some hold other bytes, some cannot be read any more. */
export function changedFiles(
  out: string,
  record: BuildRecord<unknown>,
): { altered: string[]; missing: string[] } {
  const altered: string[] = [];
  const missing: string[] = [];
  for (const [path, hash] of Object.entries(record.files)) {
    try {
      if (hashOf(readFileSync(join(out, path))) !== hash) altered.push(path);
    } catch {
      missing.push(path);
    }
  }
  return { altered, missing };
}

/** The finding about a file of the output that holds other bytes than it was given. */
export function alteredOutput(path: string): Diagnostic {
  const message = "is not as it was built; it is built again";
  return diagnose("altered-output", path, undefined, message, "Edit what it is built from, not the output.");
}

/** Keeps a record, whole or not at all. A record is a convenience: where it cannot be written there is none. */
export function keepRecord(out: string, name: string, record: BuildRecord<unknown>): void {
  const path = recordPath(out, name);
  const staging = `${path}-${process.pid}`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    // Files are finished in any order; a record is the same for the same files.
    const files = Object.fromEntries(Object.entries(record.files).sort(([a], [b]) => compareText(a, b)));
    writeFileSync(staging, `${JSON.stringify({ ...record, files })}\n`);
    renameSync(staging, path);
  } catch {
    if (existsSync(staging)) rmSync(staging, { force: true });
  }
}

function recordPath(out: string, name: string): string {
  return join(out, recordFolder, `${name.replaceAll("/", "+")}.json`);
}
