// In: the text of a document's print view and the pages of its PDF, read in the order of its tags. Out: the page of every character,
// or what the PDF lacks.
import type { ReadPdf } from "./pdf-pages.js";

/** For each character of the print view, the index of its page; the PDF holds more: counters and the marks of lists. */
export interface Alignment {
  pages: Uint16Array;
  /** What of the print view the PDF does not hold in its place; empty if it holds all of it. */
  missing: string;
}

// Generated marks between two characters of a text are few; further on, it is the text itself that differs.
const reach = 60;

/** Follows both texts in step. */
export function alignPages(text: string, pdf: ReadPdf): Alignment {
  const printed = pdf.pages.flatMap(({ spoken }, page) =>
    squeezed(spoken.join("")).map((character) => ({ character, page })),
  );
  const pages = new Uint16Array(text.length);
  let at = 0;
  for (let index = 0; index < text.length; index++) {
    let next = at;
    while (next < printed.length && next - at < reach && printed[next]?.character !== text[index]) next++;
    if (printed[next]?.character !== text[index]) {
      const found = printed
        .slice(at, at + 60)
        .map(({ character }) => character)
        .join("");
      return {
        pages,
        missing: `expected “${text.slice(Math.max(0, index - 20), index + 60)}”, found “${found}”`,
      };
    }
    pages[index] = printed[next]?.page ?? 0;
    at = next + 1;
  }
  return { pages, missing: "" };
}

/** Code units without white space. Where one glyph serves two characters, the PDF names the other: an apostrophe is U+02BC. */
function squeezed(text: string): string[] {
  return text
    .normalize("NFKC")
    .replace(/[\s\u200b\u00ad]/g, "")
    .replace(/\u02bc/g, "’")
    .split("");
}
