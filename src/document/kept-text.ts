// In: a text that was made of other things and is kept, with a key for what it was made of. Out: both in one text, and from that both again,
// or that it is not as it was written. Touches no disk.
import { createHash } from "node:crypto";

/** The text to write: the key, a hash of the content, the content. */
export function sealed(key: string, content: string): string {
  return `${key}\n${hashOf(content)}\n${content}`;
}

/** Undefined for a text that was changed since it was sealed. */
export function unsealed(text: string): { key: string; content: string } | undefined {
  const [key = "", hash = ""] = text.slice(0, 82).split("\n");
  const content = text.slice(key.length + hash.length + 2);
  return hashOf(content) === hash ? { key, content } : undefined;
}

function hashOf(content: string): string {
  return createHash("sha1").update(content).digest("hex");
}
