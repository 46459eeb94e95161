// In: the body of a document. Out: its sections: each heading with what stands below it.
// Most documents hold nothing but plain headings, fences, lists and paragraphs: their headings are told line by line. Anything else is
// left to the reader of Markdown, which is right in every case. Both give the same (a test holds it).
import { type Heading, headingsOf } from "./markdown.js";

/** A heading and what stands below it, up to the next heading of any depth. */
export interface Section {
  /** 1 to 6; 0 for what stands before the first heading. */
  depth: number;
  title: string;
  line: number;
  /** The line on which `markdown` begins. */
  contentLine: number;
  markdown: string;
}

/**
 * Sections in order, the one before the first heading included; `bodyLine` is the file's line on which the body begins. Of a text that
 * may be nested deeper than the reader of Markdown goes, it alone knows what is left out: `isDeep`.
 */
export function sectionsOf(body: string, bodyLine: number, isDeep = false): Section[] {
  const text = body.includes("\r") ? body.replace(/\r\n?/g, "\n") : body;
  const plain = isDeep ? undefined : plainHeadings(text);
  const heads = plain ?? located(headingsOf(text), text);
  return [{ ...top, start: 0, contentStart: 0 }, ...heads].map(
    ({ depth, title, line, contentLine, contentStart }, index) => ({
      depth,
      title,
      line: line + bodyLine - 1,
      contentLine: contentLine + bodyLine - 1,
      markdown: text
        .slice(contentStart, heads[index]?.start)
        .replace(/^(?:[ \t]*\n)+/, "")
        .trimEnd(),
    }),
  );
}

const top: Heading = { depth: 0, title: "", line: 1, contentLine: 1 };

/** A heading with the offsets at which its line and what stands below it begin. */
interface LocatedHeading extends Heading {
  start: number;
  contentStart: number;
}

function located(headings: readonly Heading[], text: string): LocatedHeading[] {
  if (headings.length === 0) return [];
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  const startOf = (line: number) => starts[line - 1] ?? text.length;
  return headings.map((one) => ({
    ...one,
    start: startOf(one.line),
    contentStart: startOf(one.contentLine),
  }));
}

/** Signs that may stand for something else than themselves; the rest of a title is its text. */
const marks = /[\\`*_~[\]!<&|]/;
/** What opens or closes a fence: its signs, and what follows them. */
const fence = /(`{3,}|~{3,})([^\n]*)/y;
/** The line below a title of the other kind. */
const underline = /(?:=+|-+)[ \t]*(?:\n|$)/y;

const [tab, space] = [9, 32];
const [hash, dash, less, equals, greater, backtick, tilde] = [35, 45, 60, 61, 62, 96, 126];

/**
 * The headings of a text in which each begins its line and nothing else does that could hold or hide one. Undefined where anything is
 * unusual: HTML, quotes, indented headings and fences, underlined titles, a title with marks in it. Lines count from 1.
 */
export function plainHeadings(text: string): LocatedHeading[] | undefined {
  const headings: LocatedHeading[] = [];
  let open = "";
  let line = 0;
  for (let start = 0, next = 0; start < text.length; start = next) {
    const end = text.indexOf("\n", start);
    next = end < 0 ? text.length : end + 1;
    line++;
    let at = start;
    let sign = text.charCodeAt(at);
    if (sign === space || sign === tab) {
      while (sign === space) sign = text.charCodeAt(++at);
      // So far to the right stands what belongs to a list, or code: it ends with the next line that does not.
      if (sign === tab || at - start > 3) continue;
    }
    if (open !== "") {
      if (sign === open.charCodeAt(0) && closes(text, at, open)) open = "";
      continue;
    }
    const isIndented = at > start;
    switch (sign) {
      case hash: {
        const heading = isIndented ? undefined : headingAt(text, start, end < 0 ? text.length : end);
        if (heading === undefined) return undefined;
        if (heading) headings.push({ ...heading, line, contentLine: line + 1, start, contentStart: next });
        break;
      }
      case backtick:
      case tilde: {
        fence.lastIndex = at;
        const [, signs, info = ""] = fence.exec(text) ?? [];
        if (signs === undefined || (sign === backtick && info.includes("`"))) break;
        if (isIndented || info.includes("|")) return undefined;
        open = signs;
        break;
      }
      case dash:
      case equals:
        underline.lastIndex = at;
        if (underline.test(text)) return undefined;
        break;
      case less:
      case greater:
        return undefined;
    }
  }
  return headings;
}

function closes(text: string, at: number, open: string): boolean {
  fence.lastIndex = at;
  const [, signs = "", rest = ""] = fence.exec(text) ?? [];
  return signs.length >= open.length && /^[ \t]*$/.test(rest);
}

/** The heading on a line that begins with #; null where it is text, undefined where its title is not plain. */
function headingAt(
  text: string,
  start: number,
  end: number,
): { depth: number; title: string } | null | undefined {
  const isBlank = (at: number): boolean => text.charCodeAt(at) === space || text.charCodeAt(at) === tab;
  let from = start;
  while (from < end && text.charCodeAt(from) === hash) from++;
  const depth = from - start;
  if (depth > 6 || (from < end && !isBlank(from))) return null;
  let to = end;
  while (to > from && isBlank(to - 1)) to--;
  // Marks at the end belong to no title where a space stands before them.
  let closing = to;
  while (closing > from && text.charCodeAt(closing - 1) === hash) closing--;
  if (closing > from && isBlank(closing - 1)) to = closing;
  const title = text.slice(from, to);
  return marks.test(title) ? undefined : { depth, title: title.trim() };
}
