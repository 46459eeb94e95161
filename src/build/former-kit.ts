// In: a packet that is about to be rendered. Out: what an earlier run made of the same, if it still stands; and the record of a new kit.
// What a kit is made of is hashed whole: every document's model, the templates, the fonts, the program and the browser.
import { alteredOutput, changedFiles, hashOf, keepRecord, readRecord } from "../cache/records.js";
import type { Diagnostic } from "../document/diagnostic.js";
import type { Packet } from "../packet/packet.js";
import type { OutputFile } from "../workspace/place-output.js";
import type { Workshop } from "./build-settings.js";

/** What a run says about a kit besides the kit itself. */
export interface KitReport {
  files: string[];
  pages: number;
  /** What rendering and printing found. */
  findings: Diagnostic[];
}

/** The hash of all that goes into the files of a kit. */
export function kitKey(packet: Packet, { shelf, settings }: Workshop, environment: string): string {
  const templates = shelf.workspace.templates.flat();
  return hashOf(
    environment,
    JSON.stringify(settings.formats),
    JSON.stringify(packet),
    ...templates.flatMap(({ path, bytes }) => [path, bytes]),
  );
}

/** The report on the kit that stands in `folder`, if it was made of the same and no file was touched; or a finding about those that were. */
export function formerKit(
  out: string,
  folder: string,
  key: string,
): { report?: KitReport; findings: Diagnostic[] } {
  const record = readRecord<KitReport>(out, folder, key);
  if (!record) return { findings: [] };
  const { altered, missing } = changedFiles(out, record);
  const findings = altered.map(alteredOutput);
  return altered.length + missing.length === 0 ? { report: record.report, findings } : { findings };
}

/** Notes what was placed. */
export function keepKit(
  out: string,
  folder: string,
  key: string,
  files: readonly OutputFile[],
  report: KitReport,
): void {
  const hashes = files.map(({ name, content }) => [`${folder}/${name}`, hashOf(content)] as const);
  keepRecord(out, folder, { key, files: Object.fromEntries(hashes), report });
}
