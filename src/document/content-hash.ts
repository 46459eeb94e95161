// In: the bytes of one text file. Out: its content hash, by which a version of it is named and found again.
// It is the hash that git gives the same file as a blob, so that git can show it (git cat-file, git diff) without any help.
import { createHash } from "node:crypto";

/** 40 hex digits. Windows line breaks count as plain ones: a checkout that converts them holds the same version. */
export function contentHash(bytes: Uint8Array): string {
  const plain = withPlainLineBreaks(bytes);
  return createHash("sha1").update(`blob ${plain.length}\0`).update(plain).digest("hex");
}

/** The part of a hash that people read and write; as unlikely to meet its twin in one bank as anything. */
export function shortHash(hash: string): string {
  return hash.slice(0, 12);
}

/** Whether two hashes, each perhaps shortened, name the same version. */
export function sameVersion(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one);
}

function withPlainLineBreaks(bytes: Uint8Array): Uint8Array {
  if (!bytes.includes(13)) return bytes;
  const plain = bytes.filter((byte, index) => !(byte === 13 && bytes[index + 1] === 10));
  return plain;
}
