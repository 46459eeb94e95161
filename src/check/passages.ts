// In: a question's document. Out: its parts as passages with their places: what is read aloud, and what answers are judged by.
// A passage is the file's own text, so that an offset in it is a place in the file.
import type { Position } from "../document/diagnostic.js";
import type { SourceDocument } from "../document/document.js";

export type PassagePart = "wording" | "probe" | "anchor" | "red flag" | "script";

export interface Passage {
  path: string;
  part: PassagePart;
  /** Of an anchor. */
  rating?: number;
  text: string;
  /** The file's line and column on which the text begins. */
  line: number;
  column: number;
}

/** The passages of a question, in order of the file. Exhibit and background are left out: nobody is asked by them. */
export function passagesOf(document: SourceDocument): Passage[] {
  const text = document.text.includes("\r") ? document.text.replace(/\r\n?/g, "\n") : document.text;
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  /** Without the line break at its end. */
  const linesFrom = (first: number, next: number | undefined): string => {
    const end = next === undefined ? undefined : starts[next - 1];
    return text.slice(starts[first - 1] ?? text.length, end === undefined ? undefined : end - 1);
  };
  let within = "";
  return document.sections.flatMap((section, index) => {
    if (section.depth === 2) within = section.title.toLowerCase();
    const text = linesFrom(section.contentLine, document.sections[index + 1]?.line);
    const at = { path: document.path, line: section.contentLine, column: 1 };
    if (section.depth === 1) return [{ ...at, part: "wording" as const, text }];
    if (section.depth === 3 && within === "rubric") {
      const rating = Number(/^([1-4])\b/.exec(section.title)?.[1]);
      return rating ? [{ ...at, part: "anchor" as const, rating, text }] : [];
    }
    if (section.depth === 2 && within === "probes") return itemsOf(text, "probe", at);
    if (section.depth === 2 && within === "red flags") return itemsOf(text, "red flag", at);
    return [];
  });
}

function itemsOf(text: string, part: PassagePart, at: { path: string; line: number }): Passage[] {
  const items: Passage[] = [];
  text.split("\n").forEach((line, index) => {
    const mark = /^\s*(?:[-*+]|\d+[.)])\s+/.exec(line)?.[0].length;
    const last = items.at(-1);
    if (mark !== undefined)
      items.push({ path: at.path, part, text: line.slice(mark), line: at.line + index, column: mark + 1 });
    else if (last && line.trim() !== "") last.text += `\n${line}`;
  });
  return items;
}

/** The place of an offset in a passage. */
export function placeIn(passage: Passage, offset: number): Position {
  const before = passage.text.slice(0, offset);
  const line = passage.line + (before.split("\n").length - 1);
  const start = before.lastIndexOf("\n") + 1;
  return { line, column: offset - start + (start === 0 ? passage.column : 1) };
}
