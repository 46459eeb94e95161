// In: what an author has still to write. Out: the mark that stands in its place, and every such mark in a text, with its place.
// The mark is plain Markdown and says what belongs there: [to fill in: the question, as it is read aloud].
import { type Diagnostic, diagnose, type Position } from "./diagnostic.js";

const mark = /\[to fill in(?::\s*([^\]\r\n]*))?\]/gi;

/** Most texts hold none. */
const beginning = /\[to fill in/i;

/** The mark for words that are still missing. */
export function placeholder(what: string): string {
  return `[to fill in: ${what}]`;
}

/** Every mark in a text, in order, with the words that it asks for. */
export function findPlaceholders(text: string): { place: Position; what: string }[] {
  const found: { place: Position; what: string }[] = [];
  if (!beginning.test(text)) return found;
  text.split(/\r\n|\r|\n/).forEach((line, index) => {
    for (const match of line.matchAll(mark))
      found.push({ place: { line: index + 1, column: match.index + 1 }, what: (match[1] ?? "").trim() });
  });
  return found;
}

/** A finding for every mark in a document. */
export function placeholderFindings(
  code: "placeholder-text" | "unfinished-question",
  path: string,
  text: string,
): Diagnostic[] {
  return findPlaceholders(text).map(({ place, what }) =>
    diagnose(code, path, place, what === "" ? "words to fill in" : `to fill in: ${what}`),
  );
}
