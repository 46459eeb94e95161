// In: files of the bank as they were read. Out: plain data that JSON can hold, and from it what a file says without reading it again,
// as long as path and bytes are the same. Touches no disk.
import { createHash } from "node:crypto";
import type { SourceFile } from "../document/source-file.js";
import { type BankFile, readBankFiles } from "./read-bank.js";

/** What a file says, without the document. */
export type KeptFile = Omit<BankFile, "document">;

/** By path: the hash of the bytes, and what they say. */
export type PackedFiles = Record<string, { hash: string; file: KeptFile }>;

/** What was kept of files that were read before. */
export interface KeptFiles {
  find(file: SourceFile): KeptFile | undefined;
}

/** Packs the files that can be used without a finding; the others are read again each time, with their findings. */
export function packFiles(files: readonly SourceFile[]): PackedFiles {
  const packed: PackedFiles = {};
  for (const file of files) {
    const { competencies, questions, findings } = readBankFiles([file]);
    const [competency] = competencies;
    const [question] = questions;
    if (findings.length > 0 || (!competency && !question)) continue;
    const what = { ...(competency && { competency }), ...(question && { question }) };
    packed[file.path] = { hash: hashOf(file), file: { ...what, findings: [], own: [] } };
  }
  return packed;
}

export function keptFiles(packed: PackedFiles): KeptFiles {
  const byPath = new Map(Object.entries(packed));
  return {
    find: (file) => {
      const known = byPath.get(file.path);
      return known && known.hash === hashOf(file) ? known.file : undefined;
    },
  };
}

function hashOf({ bytes }: SourceFile): string {
  return createHash("sha1").update(bytes).digest("hex");
}
