// A passage is running text with the file's line for every place in it: what remains of Markdown or HTML for a reader of words.
// Out of here come passages only; nothing is judged.
import type { Token } from "../document/markdown.js";

/** One physical line of text without marks; `bold` are the ranges that stood in bold. */
export interface TextRow {
  line: number;
  text: string;
  bold: [number, number][];
}

/** Text over one or more lines, joined by single spaces. */
export interface Passage {
  text: string;
  /** Where each line begins, in order. */
  starts: { at: number; line: number }[];
  bold: [number, number][];
}

/** Joins lines to one text and remembers where each began. */
export function joinRows(rows: readonly TextRow[]): Passage {
  const passage: Passage = { text: "", starts: [], bold: [] };
  for (const row of rows) {
    if (row.text === "") continue;
    if (passage.text !== "") passage.text += " ";
    const at = passage.text.length;
    passage.starts.push({ at, line: row.line });
    passage.text += row.text;
    for (const [from, to] of row.bold) passage.bold.push([at + from, at + to]);
  }
  return passage;
}

/** The file's line for a place in the passage. */
export function lineAt(passage: Passage, offset: number): number {
  let line = passage.starts[0]?.line ?? 1;
  for (const start of passage.starts) {
    if (start.at > offset) break;
    line = start.line;
  }
  return line;
}

/** Drops the first `count` characters of a row, with its bold ranges. */
export function cutRow(row: TextRow, count: number): TextRow {
  return {
    line: row.line,
    text: row.text.slice(count),
    bold: row.bold
      .map(([from, to]): [number, number] => [Math.max(0, from - count), to - count])
      .filter(([from, to]) => to > from),
  };
}

/** Collects text and bold marks into rows. */
export class RowWriter {
  readonly rows: TextRow[] = [];
  #text = "";
  #bold: [number, number][] = [];
  #boldFrom = -1;
  #line: number;

  constructor(line: number) {
    this.#line = line;
  }

  /** Adds text of one line; runs of white space become one space. */
  add(text: string): void {
    const squeezed = text.replace(/\s+/g, " ");
    this.#text += /(?:^|\s)$/.test(this.#text) ? squeezed.trimStart() : squeezed;
  }

  bold(on: boolean): void {
    if (on && this.#boldFrom < 0) this.#boldFrom = this.#text.length;
    else if (!on && this.#boldFrom >= 0) {
      this.#bold.push([this.#boldFrom, this.#text.trimEnd().length]);
      this.#boldFrom = -1;
    }
  }

  /** Ends the row; the next begins on `line`. */
  next(line: number): void {
    const open = this.#boldFrom >= 0;
    if (open) this.bold(false);
    const text = this.#text.trimEnd();
    if (text !== "") this.rows.push({ line: this.#line, text, bold: this.#bold });
    this.#text = "";
    this.#bold = [];
    if (open) this.#boldFrom = 0;
    this.#line = line;
  }

  get line(): number {
    return this.#line;
  }
}

/** The lines of an inline token, 1-based from `firstLine`: text as a person reads it, link targets and raw tags left out. */
export function inlineRows(token: Token, firstLine: number): TextRow[] {
  const writer = new RowWriter(firstLine);
  let line = firstLine;
  let inAddress = false;
  let inComment = false;
  for (const child of token.children ?? []) {
    if (child.type === "softbreak" || child.type === "hardbreak") writer.next(++line);
    else if (child.type === "strong_open" || child.type === "strong_close")
      writer.bold(child.type === "strong_open");
    else if (child.type === "link_open") inAddress = child.markup === "autolink";
    else if (child.type === "link_close") inAddress = false;
    else if (child.type === "html_inline") {
      line += child.content.split("\n").length - 1;
      if (child.content.startsWith("<!--")) inComment = !child.content.endsWith("-->");
      else if (/^<br\b/i.test(child.content)) writer.next(line);
      else if (/^<\/?(?:b|strong)\b/i.test(child.content)) writer.bold(!child.content.startsWith("</"));
    } else if (!inAddress && !inComment && child.content !== "") {
      // A hard break is often written as a bare "<br>" without space: "a<br>b" has been split above.
      writer.add(child.content);
    }
  }
  writer.next(line);
  // "> [!tip]" marks the kind of a quoted note; it is no text.
  return writer.rows.filter((row) => !/^\[!\w+\]$/.test(row.text));
}
