// In: the key of a whole run. Out: what it came to when it was done before, if nothing that it made was touched since.
// Loads nothing heavy: a run in which nothing has changed ends here.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { alteredOutput, changedFiles, hashOf, keepRecord, readRecord } from "../cache/records.js";
import type { Diagnostic } from "../document/diagnostic.js";
import type { Kit } from "../packet/kit.js";
import type { RoleResult } from "./build-role.js";
import type { RunReport } from "./run-build.js";

/** A report as it is noted: kits are not copied, they stand in the output. */
type NotedReport = Omit<RunReport, "results" | "browser"> & {
  results: (Omit<RoleResult, "kit"> & { hasKit: boolean })[];
};

/** The name of a run among the records, and the hash of everything that its outcome depends on. */
export interface RunKey {
  name: string;
  key: string;
}

const indexFile = "index.html";

/** The former report; or a finding for every file that was altered since. */
export function formerRun(
  out: string,
  { name, key }: RunKey,
): { report?: RunReport; findings: Diagnostic[] } {
  const record = readRecord<NotedReport>(out, name, key);
  if (!record) return { findings: [] };
  const { altered, missing } = changedFiles(out, record);
  if (altered.length + missing.length > 0) return { findings: altered.map(alteredOutput) };
  const results = record.report.results.map(({ hasKit, ...result }): RoleResult => {
    if (!hasKit) return result;
    // Its bytes have just been found to be those that were written.
    const kit = JSON.parse(readFileSync(join(out, result.folder, "kit.json"), "utf8")) as Kit;
    return { ...result, kit, kept: true };
  });
  return { report: { ...record.report, results }, findings: [] };
}

/** Notes a run. A run whose kits were not noted is not noted either. */
export function keepRun(out: string, { name, key }: RunKey, report: RunReport): void {
  const files: Record<string, string> = {};
  for (const { folder, kit } of report.results) {
    if (kit === undefined) continue;
    const made = readRecord(out, folder);
    if (!made) return;
    Object.assign(files, made.files);
  }
  try {
    files[indexFile] = hashOf(readFileSync(join(out, indexFile)));
  } catch {
    // A run that made no kit, or a share of them, makes no page that links them.
  }
  const { results, common, changes, shipped } = report;
  const noted: NotedReport = {
    results: results.map(({ kit, ...result }) => ({ ...result, hasKit: kit !== undefined })),
    common,
    changes,
    shipped,
  };
  keepRecord(out, name, { key, files, report: noted });
}
