// In: a text as it was written. Out: the text as it is read, without what acts on a screen instead of being seen, and a finding for each line that
// holds such a thing. Marks that scripts need (the joiners of Persian, the direction marks of Hebrew) are left alone.
import { type Diagnostic, diagnose } from "./diagnostic.js";

/**
 * Control characters, overrides and embeddings of the direction of writing: they stand as �, for something is there. Tab, line breaks and
 * the form feed between pages of plain text are no such characters.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not pass
const acting = /[\u0000-\u0008\u000B\u000E-\u001F\u007F-\u009F\u202A-\u202E]/gu;
/** Characters without width, which split a word or write what nobody sees. A joiner between plain letters joins nothing. */
const invisible =
  /[\u200B\u2060-\u2064\uFEFF\u{E0001}]|(?<=[A-Za-z0-9])[\u200C\u200D](?=[A-Za-z0-9])|(?<![\u{1F3F4}\u{E0020}-\u{E007F}])[\u{E0020}-\u{E007F}]+/gu;
const isolate = /[\u2066-\u2069]/gu;
const anything = new RegExp(`${acting.source}|${invisible.source}|${isolate.source}`, "u");

/** What plain text is made of: most documents hold nothing else. */
const unusual = /[^\t\n\f\r -~]/;

/** Lines named one by one; a file with more was written so from end to end. */
const mostNamed = 5;

/** The text without hidden characters, line for line. Findings stand at the first of each line. */
export function withoutHidden(path: string, text: string): { text: string; findings: Diagnostic[] } {
  if (!unusual.test(text) || !anything.test(text)) return { text, findings: [] };
  const findings: Diagnostic[] = [];
  let lines = 0;
  const clean = text.split("\n").map((line, at) => {
    const first = anything.exec(line);
    if (!first) return line;
    const shown = line
      .replace(acting, "\uFFFD")
      .replace(invisible, "")
      .replace(isolate, (mark) => (isClosed(line) ? mark : "\uFFFD"));
    if (shown === line) return line;
    if (++lines <= mostNamed) {
      const codes = [
        ...new Set([...line].filter((one, index, all) => isHidden(one, all[index - 1], all[index + 1]))),
      ];
      const named = codes.slice(0, 4).map(codeOf).join(", ");
      const place = { line: at + 1, column: first.index + 1 };
      const message = `${named}${codes.length > 4 ? ", …" : ""}: cannot be seen, and could show something else than what is read`;
      findings.push(diagnose("hidden-character", path, place, message, "Delete it, or type the words anew."));
    }
    return shown;
  });
  if (lines > mostNamed)
    findings.push(
      diagnose("hidden-character", path, undefined, `${lines - mostNamed} more lines hold hidden characters`),
    );
  return { text: clean.join("\n"), findings };
}

function isHidden(one: string, before = "", after = ""): boolean {
  const around = `${before}${one}${after}`;
  const at = before.length;
  return [acting, invisible, isolate].some((kind) =>
    [...around.matchAll(kind)].some(({ index, 0: found }) => index <= at && at < index + found.length),
  );
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

/** Whether every isolate of a line ends in it: then it moves nothing that stands outside. */
function isClosed(line: string): boolean {
  let depth = 0;
  for (const [mark] of line.matchAll(isolate)) {
    depth += mark === "\u2069" ? -1 : 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}
