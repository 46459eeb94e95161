// In: the files of a bank. Out: what the rules will find in the passages of its questions, read slice by slice while the bank itself is read.
// What is read here of the bank is remembered by its files: reading it whole afterwards costs little.
import { setImmediate as turn } from "node:timers/promises";
import { readBankFiles } from "../bank/read-bank.js";
import type { SourceFile } from "../document/source-file.js";
import type { ReadingPool } from "./reading-pool.js";
import { type Reading, readablePassages } from "./readings.js";

/** Files between two looks at what else is going on: some tenths of a second. */
const filesPerSlice = 200;

/** By path of the question; waits for the last passage only when awaited. */
export async function readAhead(
  files: readonly SourceFile[],
  pool: ReadingPool,
): Promise<{ readings: Promise<ReadonlyMap<string, readonly Reading[]>> }> {
  const slices: Promise<Reading[]>[] = [];
  for (let from = 0; from < files.length; from += filesPerSlice) {
    const { questions, documents } = readBankFiles(files.slice(from, from + filesPerSlice));
    const slice = pool.read(readablePassages(questions, documents));
    // It may fail while the next slices are still handed out; it is awaited with all others.
    slice.catch(() => {});
    slices.push(slice);
    await turn();
  }
  const all = Promise.all(slices).then((read) => {
    const byPath = new Map<string, Reading[]>();
    for (const reading of read.flat()) {
      const known = byPath.get(reading.passage.path);
      if (known) known.push(reading);
      else byPath.set(reading.passage.path, [reading]);
    }
    return byPath;
  });
  // Whoever does not come to await it has failed for another reason.
  all.catch(() => {});
  return { readings: all };
}
