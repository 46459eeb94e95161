// In: the bytes of one file. Out: its text, or the diagnostic that says why it has none and where.
// Never guesses an encoding and never drops a byte: what is not UTF-8 is refused.
import { type Diagnostic, diagnose, type Position } from "./diagnostic.js";

/** The largest file read as a document, in bytes. The longest real role documents stay below 100 kB. */
export const maxDocumentBytes = 2_000_000;

/** Decodes UTF-8 (a byte order mark is dropped). Refuses binary files, other encodings and very large files. */
export function decodeText(path: string, bytes: Uint8Array): { text: string } | { finding: Diagnostic } {
  if (bytes.length > maxDocumentBytes) {
    const size = (bytes.length / 1e6).toFixed(1);
    return refuse(path, "document-too-large", `${size} MB, expected at most ${maxDocumentBytes / 1e6} MB`);
  }
  const at = bytes.indexOf(0);
  if (at >= 0) {
    const place = positionOfByte(bytes, at);
    return {
      finding: diagnose(
        "binary-file",
        path,
        place,
        `NUL at byte ${at}, expected text`,
        "Is this a Word or PDF file? Export it as Markdown or plain text (UTF-8).",
      ),
    };
  }
  const wrong = firstInvalidByte(bytes);
  if (wrong >= 0) {
    const hex = (bytes[wrong] ?? 0).toString(16).toUpperCase().padStart(2, "0");
    return {
      finding: diagnose(
        "not-utf8",
        path,
        positionOfByte(bytes, wrong),
        `byte ${wrong} (0x${hex}) is not UTF-8`,
        `Save the file as UTF-8, for example: iconv -f WINDOWS-1252 -t UTF-8 ${path}`,
      ),
    };
  }
  const text = new TextDecoder("utf-8").decode(bytes);
  if (text.trim() === "") return refuse(path, "empty-document", "the file has no words in it");
  return { text };
}

function refuse(path: string, code: "document-too-large" | "empty-document", message: string) {
  return { finding: diagnose(code, path, undefined, message) };
}

/** The index of the first byte that breaks UTF-8 (RFC 3629), or -1. */
function firstInvalidByte(bytes: Uint8Array): number {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return -1;
  } catch {
    // The decoder does not say where: halve the prefix that still decodes. A stream decode tolerates a cut character.
    let good = 0;
    let bad = bytes.length;
    while (bad - good > 1) {
      const middle = (good + bad) >> 1;
      if (decodesAsPrefix(bytes.subarray(0, middle))) good = middle;
      else bad = middle;
    }
    return bad - 1;
  }
}

function decodesAsPrefix(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function positionOfByte(bytes: Uint8Array, index: number): Position {
  let line = 1;
  let start = 0;
  for (let i = 0; i < index; i++) {
    if (bytes[i] === 10) {
      line++;
      start = i + 1;
    }
  }
  return { line, column: index - start + 1 };
}
