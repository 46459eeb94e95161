// In: a packet that is about to be rendered. Out: what an earlier run made of the same, if it still stands: the whole kit, or single documents,
// which differ in nothing but the kit's version; and the record of a new kit. Writes nothing but records.
// What a document is made of is hashed whole: its model, the templates, the fonts, the program and the browser.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { alteredOutput, changedFiles, hashOf, keepRecord, readRecord } from "../cache/records.js";
import type { Diagnostic } from "../document/diagnostic.js";
import type { Packet, PacketDocument } from "../packet/packet.js";
import { heldVersion, stampVersion } from "../print/held-version.js";
import type { OutputFile } from "../workspace/place-output.js";
import type { Workshop } from "./build-settings.js";

/** What a run says about a kit besides the kit itself. */
export interface KitReport {
  files: string[];
  pages: number;
  /** What rendering and printing found. */
  findings: Diagnostic[];
  /** The version that stands in the files. */
  version: string;
  /** Those that can be used again under another version. */
  documents: DocumentNote[];
}

/** What is noted about one document of a kit. */
export interface DocumentNote {
  name: string;
  key: string;
  files: string[];
  pages: number;
  /** Characters that no embedded font has. */
  lacking: string[];
}

/** A document as an earlier run made it, with the version of this run in its place. */
export interface FormerDocument extends DocumentNote {
  contents: OutputFile[];
}

/** The hashes of all that goes into a kit and into each of its documents but for the kit's version, by name. */
export interface KitKeys {
  kit: string;
  documents: ReadonlyMap<string, string>;
}

export function kitKeys(packet: Packet, { shelf, settings }: Workshop, environment: string): KitKeys {
  const templates = shelf.workspace.templates.flat();
  const shared = hashOf(
    environment,
    JSON.stringify(settings.formats),
    ...templates.flatMap(({ path, bytes }) => [path, bytes]),
  );
  const { documents, ...rest } = packet;
  const keys = documents.map((document) => [document.name, documentKey(shared, document)] as const);
  return { kit: hashOf(shared, JSON.stringify(rest), JSON.stringify(keys)), documents: new Map(keys) };
}

function documentKey(shared: string, document: PacketDocument): string {
  return hashOf(shared, JSON.stringify(document).replaceAll(document.kitVersion, heldVersion));
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

/** Finds documents of the kit that stands in `folder` by what they were made of; one of which a file was touched is none. */
export function formerDocuments(
  out: string,
  folder: string,
  { documents: keys }: KitKeys,
): (document: PacketDocument) => FormerDocument | undefined {
  const record = readRecord<KitReport>(out, folder);
  const { documents = [], version = "" } = record?.report ?? {};
  return ({ name, kitVersion }) => {
    const note = documents.find((one) => one.name === name && one.key === keys.get(name));
    if (!record || !note) return undefined;
    const contents: OutputFile[] = [];
    for (const file of note.files) {
      const bytes = readFile(join(out, folder, file));
      if (!bytes || hashOf(bytes) !== record.files[`${folder}/${file}`]) return undefined;
      const content = file.endsWith(".pdf")
        ? stampVersion(bytes, version, kitVersion)
        : bytes.toString("utf8").replaceAll(version, kitVersion);
      contents.push({ name: file, content });
    }
    return { ...note, contents };
  };
}

function readFile(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
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
