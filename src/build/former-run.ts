// In: the key of a whole run. Out: what it came to when it was done before, if nothing that it made was touched since.
// Loads nothing heavy: a run in which nothing has changed ends here.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import {
  alteredOutput,
  changedFiles,
  hashOf,
  keepRecord,
  readRecord,
  recordFolder,
} from "../cache/records.js";
import type { Diagnostic } from "../document/diagnostic.js";
import type { RoleResult } from "./build-role.js";
import type { RunReport } from "./run-build.js";

/** A report as it is noted. */
type NotedReport = Omit<RunReport, "browser" | "pictures"> & {
  /** The hash of every picture that the workspace shows, which may lie anywhere in it, by path. */
  shown: Record<string, string>;
};

/** The name of a run among the records, and the hash of everything that its outcome depends on. */
export interface RunKey {
  name: string;
  key: string;
}

/** The pages about all kits. */
const sitePages = ["index.html", "questions.html"];

/** The former report; or a finding for every file that was altered since. */
export function formerRun(
  root: string,
  out: string,
  { name, key }: RunKey,
): { report?: RunReport; findings: Diagnostic[] } {
  const record = readRecord<NotedReport>(out, name, key);
  if (!record || isUnsettled(out, record.report)) return { findings: [] };
  const { results: noted, shown, ...rest } = record.report;
  if (Object.entries(shown).some(([path, hash]) => hashOfFile(root, path) !== hash)) return { findings: [] };
  const { altered, missing } = changedFiles(out, record);
  if (altered.length + missing.length > 0) return { findings: altered.map(alteredOutput) };
  const results = noted.map(
    ({ made: _, ...result }): RoleResult => (result.kit ? { ...result, kept: true } : result),
  );
  return { report: { ...rest, pictures: Object.keys(shown), results }, findings: [] };
}

/** Whether a build is at work in the output, or one was killed there and left something to be mended. */
function isUnsettled(out: string, { results }: NotedReport): boolean {
  const folders = new Set([out, ...results.map(({ folder }) => dirname(join(out, folder)))]);
  return [...folders].some((folder) =>
    namesIn(folder).some((name) => name.startsWith(".") && name !== recordFolder),
  );
}

/** Notes a run. One with errors is not noted: what would mend them may lie outside all that is hashed. */
export function keepRun(root: string, out: string, { name, key }: RunKey, report: RunReport): void {
  const findings = [...report.common, ...report.results.flatMap((result) => result.findings)];
  if (findings.some(({ severity }) => severity === "error")) return;
  const files: Record<string, string> = {};
  for (const { folder, kit } of report.results) {
    if (kit === undefined) continue;
    const made = readRecord(out, folder);
    if (!made) return;
    Object.assign(files, made.files);
  }
  for (const page of sitePages) {
    const hash = hashOfFile(out, page);
    // A run that made no kit, or a share of them, makes no such pages.
    if (hash !== undefined) files[page] = hash;
  }
  const { results, common, changes, shipped, pictures } = report;
  const noted: NotedReport = {
    results,
    common,
    changes,
    shipped,
    shown: Object.fromEntries(pictures.map((path) => [path, hashOfFile(root, path) ?? ""])),
  };
  keepRecord(out, name, { key, files, report: noted });
}

function hashOfFile(folder: string, path: string): string | undefined {
  try {
    return hashOf(readFileSync(join(folder, path)));
  } catch {
    return undefined;
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
