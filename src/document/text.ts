// In: the bytes of one file. Out: its text, or the diagnostic that says why it has none and where.
// Never drops a byte: what is not UTF-8 is refused, unless the caller takes documents from other programs; then it is told what it was read as.
import { type Diagnostic, diagnose, type Position } from "./diagnostic.js";

/** The largest file read as a document, in bytes. The longest real role documents stay below 100 kB. */
export const maxDocumentBytes = 2_000_000;

/**
 * Decodes UTF-8 (a byte order mark is dropped). Refuses binary files, other encodings and very large files. With `foreign`, UTF-16 that
 * says so by its byte order mark, and Windows-1252, are read too, the latter with a finding beside the text.
 */
export function decodeText(
  path: string,
  bytes: Uint8Array,
  foreign = false,
  largest = maxDocumentBytes,
): { text: string; finding?: Diagnostic } | { finding: Diagnostic } {
  if (bytes.length > largest) {
    const size = (bytes.length / 1e6).toFixed(1);
    return refuse(path, "document-too-large", `${size} MB, expected at most ${largest / 1e6} MB`);
  }
  const order = (bytes[0] ?? 0) * 256 + (bytes[1] ?? 0);
  if (foreign && (order === 0xfffe || order === 0xfeff) && (bytes[2] !== 0 || bytes[3] !== 0))
    return readable(path, new TextDecoder(order === 0xfffe ? "utf-16le" : "utf-16be").decode(bytes));
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
  const text = decoded(bytes);
  if (text === undefined) {
    const wrong = firstInvalidByte(bytes);
    const western = foreign ? asWindows1252(bytes) : undefined;
    if (western !== undefined) {
      const message = "the file is not UTF-8; read as Windows-1252";
      const hint = `If letters are wrong, save the file as UTF-8, for example: iconv -f WINDOWS-1252 -t UTF-8 ${path}`;
      return {
        text: western,
        finding: diagnose("foreign-encoding", path, positionOfByte(bytes, wrong), message, hint),
      };
    }
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
  return readable(path, text);
}

function readable(path: string, text: string): { text: string } | { finding: Diagnostic } {
  return text.trim() === "" ? refuse(path, "empty-document", "the file has no words in it") : { text };
}

function refuse(path: string, code: "document-too-large" | "empty-document", message: string) {
  return { finding: diagnose(code, path, undefined, message) };
}

/** The characters of 0x80 to 0x9F (WHATWG Encoding); five of them stand for nothing. */
const windows1252 = "€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ";

/** Undefined where some characters are UTF-8, which is broken then, or a byte stands for nothing. */
function asWindows1252(bytes: Uint8Array): string | undefined {
  if (/[^\0-\x7f\ufffd]/.test(new TextDecoder("utf-8").decode(bytes))) return undefined;
  // Not by TextDecoder: some versions of Node take Windows-1252 for Latin-1, which differs in 0x80 to 0x9F.
  const text = Buffer.from(bytes)
    .toString("latin1")
    .replace(/[\x80-\x9f]/g, (character) => windows1252.charAt(character.charCodeAt(0) - 0x80));
  return text.includes("\ufffd") ? undefined : text;
}

const decoder = new TextDecoder("utf-8", { fatal: true });

/** Undefined where a byte breaks UTF-8. */
function decoded(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

/** The index of the first byte that breaks UTF-8 (RFC 3629). */
function firstInvalidByte(bytes: Uint8Array): number {
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
