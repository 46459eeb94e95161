// In: the path and bytes of a role document. Out: its SourceDocument. A role comes from anywhere, and must not be lost for a colon in its front matter:
// what is no YAML there is read as it was probably meant, and a Windows editor's encoding as what it is, with a warning. What decides something here is never guessed at.
import type { Diagnostic } from "../document/diagnostic.js";
import { readDocument, type SourceDocument } from "../document/document.js";

const decisive = ["level", "weights", "ignore", "teams"];

/** Reads a role document; without a `document` the file could not be read at all, and `findings` says why. */
export function readRoleDocument(
  path: string,
  bytes: Uint8Array,
): { document?: SourceDocument; findings: Diagnostic[] } {
  return readDocument(path, bytes, { mendAllBut: decisive, foreign: true });
}
