// In: the path of one file. Out: its bytes as they stood at one moment, or why they cannot be had.
// Reads regular files of a document's size only, and again while somebody is writing to them.
import { constants, fstatSync } from "node:fs";
import { open, stat } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { maxDocumentBytes } from "../document/text.js";

/** Why a file was not read. */
export class UnreadFile extends Error {
  constructor(
    readonly code: "document-too-large" | "unreadable-file",
    message: string,
  ) {
    super(message);
  }
}

/** Somebody who wrote a moment ago may not be done. */
const restMs = 20;
const looks = 50;

/** The bytes of a file that rests. `isFile`: its folder has just said that it is one. Throws an UnreadFile. */
export async function readWhole(path: string, isFile = false): Promise<Uint8Array> {
  for (let look = 0; look < looks; look++) {
    if (look > 0) await sleep(restMs);
    const { bytes, rests } = await readOnce(path, isFile);
    if (rests) return bytes;
  }
  throw new UnreadFile("unreadable-file", "it changes while it is read, again and again");
}

async function readOnce(path: string, isFile: boolean): Promise<{ bytes: Uint8Array; rests: boolean }> {
  // A pipe or a device would be read for ever; even to open one can take as long.
  if (!isFile) refuseUnlessFile(await stat(path));
  const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    // Of an open file the system knows this: to ask it from a thread costs far more than to ask it.
    const before = fstatSync(handle.fd, { bigint: true });
    refuseUnlessFile(before);
    // One byte more than there should be: what was added meanwhile is noticed, and nothing is asked twice.
    const room = Buffer.allocUnsafeSlow(Number(before.size) + 1);
    const { bytesRead } = await handle.read(room, 0, room.length, 0);
    const bytes = room.subarray(0, bytesRead);
    const after = fstatSync(handle.fd, { bigint: true });
    const changed = before.mtimeNs !== after.mtimeNs || after.size !== BigInt(bytes.length);
    // Of a clock that is wrong, the distance still says that it was another moment.
    const restedMs = Math.abs(Date.now() - Number(after.mtimeMs));
    return { bytes, rests: !changed && restedMs >= restMs };
  } finally {
    await handle.close();
  }
}

function refuseUnlessFile(entry: { isFile(): boolean; size: number | bigint }): void {
  if (!entry.isFile()) throw new UnreadFile("unreadable-file", "it is no regular file");
  if (entry.size > maxDocumentBytes)
    throw new UnreadFile(
      "document-too-large",
      `${(Number(entry.size) / 1e6).toFixed(1)} MB, expected at most ${maxDocumentBytes / 1e6} MB`,
    );
}
