// In: a role document. Out: its blocks in order: headings, labels, list items, table rows, paragraphs, each with its line.
// Reads the token tree, HTML and front matter; decides what is one statement, never what it means.
import type { SourceDocument } from "../document/document.js";
import { markdownTokens, type Token } from "../document/markdown.js";
import { htmlPieces } from "./html-pieces.js";
import { cutRow, inlineRows, joinRows, type Passage, type TextRow } from "./passage.js";
import { announce, plainLabelWords } from "./section-words.js";

export type BlockKind =
  | "heading"
  /** A line that names what follows without being a heading: "**Requirements**", "Must have:". */
  | "label"
  | "item"
  | "row"
  | "paragraph"
  /** Looks like a statement in the source but is none: a bullet in a comment or in code, a rule drawn with list marks. */
  | "aside";

/** One statement, or one line that structures statements. */
export interface Block {
  kind: BlockKind;
  line: number;
  passage: Passage;
  /** 1 to 6 for a heading, nesting from 1 for an item, else 0. */
  depth: number;
  /** Items of one list share it; 0 outside lists. */
  list: number;
  ordered: boolean;
  /** The leading "Web" of "**Web**: FastAPI"; `labelEnd` is where the rest begins. */
  label: string;
  labelEnd: number;
  /** Cells of a row and the heads of their columns. */
  cells: Passage[];
  columns: string[];
  /** Stands right before a list and introduces it. */
  leadIn: boolean;
  /** The front matter key under which it stands. */
  key?: string;
}

/** Pictures and list marks that people put before a line, in place of a Markdown list. */
const leadingMark =
  /^(?:(?![©®™])\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\uFE0F|\u200D|\u20E3|[•‣◦▪▫●○■□◆◇►▸▷✓✗✘➤→⇒★☆·∙※・]|[–—](?=\s))+\s*/u;
const enumeration = /^(?:[-*+]|\d{1,9}[.)]|\(?[a-z]\)|\[[ xX]\])\s+/;

export class BlockWriter {
  readonly blocks: Block[] = [];
  #lists = 0;

  newList(): number {
    return ++this.#lists;
  }

  push(kind: BlockKind, rows: readonly TextRow[], more: Partial<Block> = {}): void {
    const passage = joinRows(rows);
    if (passage.text === "") return;
    const block: Block = {
      kind,
      line: passage.starts[0]?.line ?? 1,
      passage,
      depth: 0,
      list: 0,
      ordered: false,
      label: "",
      labelEnd: 0,
      cells: [],
      columns: [],
      leadIn: false,
      ...more,
    };
    if (kind === "item" || kind === "paragraph") Object.assign(block, labelOf(passage));
    this.blocks.push(block);
  }

  /** Text that may hold several statements: picture bullets, key lines and bold labels each begin one of their own. */
  pushText(kind: "item" | "paragraph", rows: readonly TextRow[], more: Partial<Block> = {}): void {
    const groups: { kind: BlockKind; rows: TextRow[] }[] = [];
    let marked = 0;
    rows.forEach((row, index) => {
      const mark = leadingMark.exec(row.text)?.[0].length ?? 0;
      const number =
        index > 0 || mark > 0 || kind === "paragraph" ? enumeration.exec(row.text.slice(mark)) : null;
      const clean = mark > 0 || number ? cutRow(row, mark + (number?.[0].length ?? 0)) : row;
      const previous = groups.at(-1);
      const first = kind === "item" && index === 0;
      if (!first && isLabelRow(clean, rows, index, mark > 0)) groups.push({ kind: "label", rows: [clean] });
      else if (mark > 0 || number) {
        marked++;
        groups.push({ kind: "item", rows: [clean] });
      } else if (!previous || previous.kind === "label" || startsKeyLine(clean, previous.rows))
        groups.push({
          kind: previous && previous.kind === "label" && marked > 0 ? "paragraph" : kind,
          rows: [clean],
        });
      else previous.rows.push(clean);
    });
    const list = marked > 0 && kind === "paragraph" ? this.newList() : 0;
    groups.forEach((group, index) => {
      if (group.kind === "item" && kind === "paragraph")
        this.push("item", group.rows, { ...more, depth: 1, list });
      // A second statement inside one bullet stands on its own line, but is no bullet of the list.
      else if (kind === "item" && index > 0)
        this.push(group.kind === "item" ? "paragraph" : group.kind, group.rows);
      else this.push(group.kind, group.rows, more);
    });
  }
}

/** "**Web**: FastAPI", "Web: FastAPI", "Modern approach - You can …": the words before the mark, and where the rest begins. */
function labelOf(passage: Passage): { label: string; labelEnd: number } {
  const { text } = passage;
  const bold = passage.bold[0];
  if (bold && bold[0] === 0) {
    const inside = text.slice(0, bold[1]);
    const after = /^\s*(?:[:：]|[–—-](?=\s))\s*/.exec(text.slice(bold[1]));
    if (after) return { label: inside.trim(), labelEnd: bold[1] + after[0].length };
    if (/[:：]\s*$/.test(inside)) {
      return { label: inside.replace(/\s*[:：]\s*$/, ""), labelEnd: bold[1] };
    }
  }
  const plain = /^([^:：.,;!?]{2,60}?)(?:\s*[:：](?!\/|\d\d)\s*|\s+[–—-]\s+)(?=\S)/u.exec(text);
  if (plain?.[1] && plain[1].split(/\s+/).length <= 6)
    return { label: plain[1].trim(), labelEnd: plain[0].length };
  return { label: "", labelEnd: 0 };
}

/** Whether a row only names what follows: wholly bold, or short with a colon at its end and more below it. */
function isLabelRow(row: TextRow, rows: readonly TextRow[], index: number, marked: boolean): boolean {
  const bare = row.text.replace(/\s*[:：]\s*$/, "");
  if (bare.split(/\s+/).length > 10) return false;
  const bold = row.bold[0];
  if (row.bold.length === 1 && bold && bold[0] === 0 && bold[1] >= bare.length) return true;
  if (rows.length === 1 || index === rows.length - 1 || !plainLabelWords(row.text)) return false;
  if (/[:：]\s*$/.test(row.text)) return true;
  // "✔ Familiarity with Git workflows" is an entry, although "workflows" could be a heading's word.
  return !marked && !/[.,;!?。]$/.test(row.text) && (isCapitals(row.text) || namesSection(row.text));
}

/** Whether a line without any mark of a heading still is one: little else stands in it than a section's words. */
function namesSection(text: string): boolean {
  const found = announce(text);
  return found !== undefined && (text.split(/\s+/).length <= 3 || found.words.length * 2 >= text.length);
}

const isCapitals = (text: string) => /\p{Lu}{4}/u.test(text) && !/\p{Ll}/u.test(text);

/** A label has at most 60 characters, so it is found in as many rows. */
const mostLabelRows = 60;

/** A new statement begins where a line opens with a bold key, or with a plain key below another plain key. */
function startsKeyLine(row: TextRow, previous: readonly TextRow[]): boolean {
  const own = labelOf(joinRows([row]));
  if (own.label === "") return false;
  if (row.bold[0]?.[0] === 0) return true;
  return labelOf(joinRows(previous.slice(0, mostLabelRows))).label !== "" && /^\p{Lu}/u.test(row.text);
}

/** Reads every block of the body. */
export function readBlocks(document: SourceDocument): Block[] {
  const writer = new BlockWriter();
  const source = document.text.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/);
  readTokens(document.tokens, writer);
  return withLostMarks(writer, source, document.bodyLine);
}

/**
 * Adds each line with a list mark that no block begins with: comments, code, rules, pictures, link definitions, broken HTML. None of
 * them demands anything, but whoever counts list marks finds each of them accounted for.
 */
function withLostMarks(writer: BlockWriter, source: readonly string[], bodyLine: number): Block[] {
  const begun = new Set(writer.blocks.map((block) => block.line));
  const before = writer.blocks.length;
  source.forEach((text, at) => {
    if (at + 1 >= bodyLine && !begun.has(at + 1) && listMark.test(text)) pushAside(writer, source, at + 1);
  });
  return writer.blocks.length === before ? writer.blocks : writer.blocks.sort((a, b) => a.line - b.line);
}

const listMark = /^\s*(?:[-*+]|\d+[.)])\s+\S/;

/** Reads a token stream whose `map` counts the file's lines from 0. */
export function readTokens(tokens: readonly Token[], writer: BlockWriter): void {
  const lists: { id: number; ordered: boolean }[] = [];
  const items: { filled: boolean }[] = [];
  let columns: string[] = [];
  let cells: TextRow[][] | undefined;
  let rowLine = 1;
  let inHead = false;
  let lastLine = 1;

  tokens.forEach((token, index) => {
    const line = token.map ? token.map[0] + 1 : lastLine;
    lastLine = line;
    switch (token.type) {
      case "bullet_list_open":
      case "ordered_list_open": {
        const previous = writer.blocks.at(-1);
        if (previous) introduceList(previous, lists.length);
        lists.push({ id: writer.newList(), ordered: token.type === "ordered_list_open" });
        break;
      }
      case "bullet_list_close":
      case "ordered_list_close":
        lists.pop();
        break;
      case "list_item_open":
        items.push({ filled: false });
        break;
      case "list_item_close":
        items.pop();
        break;
      case "heading_open":
      case "paragraph_open": {
        const inline = tokens[index + 1];
        if (inline?.type !== "inline") break;
        const rows = inlineRows(inline, line);
        if (token.type === "heading_open" && lists.length === 0) {
          const first = rows[0];
          const mark = first ? (leadingMark.exec(first.text)?.[0].length ?? 0) : 0;
          const clean = first && mark > 0 ? [cutRow(first, mark), ...rows.slice(1)] : rows;
          writer.push("heading", clean, { depth: Number(token.tag.slice(1)) });
          break;
        }
        const item = items.at(-1);
        const list = lists.at(-1);
        if (item && list) {
          if (item.filled) writer.pushText("paragraph", rows);
          else {
            const [first, ...rest] = rows;
            const clean = first ? [cutRow(first, checkbox(first.text)), ...rest] : rows;
            writer.pushText("item", clean, { depth: lists.length, list: list.id, ordered: list.ordered });
          }
          item.filled = true;
          break;
        }
        const next = tokens[index + 3];
        const beforeList = next?.type === "bullet_list_open" || next?.type === "ordered_list_open";
        pushParagraph(writer, rows, beforeList);
        break;
      }
      case "html_block":
        htmlPieces(token.content, line, writer);
        break;
      case "code_block": {
        // Indented text in a role document is prose that somebody indented; nobody shows code that way here.
        const lines = token.content.split("\n");
        const indent = Math.min(...lines.filter((text) => text.trim()).map((text) => text.search(/\S/)));
        const dedented = lines.map((text) => text.slice(Math.min(indent, text.length))).join("\n");
        const inner = markdownTokens(dedented, line);
        if (!inner.some((child) => child.type === "code_block")) readTokens(inner, writer);
        break;
      }
      case "table_open":
        columns = [];
        break;
      case "thead_open":
      case "thead_close":
        inHead = token.type === "thead_open";
        break;
      case "tr_open":
        cells = [];
        rowLine = line;
        break;
      case "inline":
        if (cells) cells.push(inlineRows(token, rowLine));
        break;
      case "tr_close": {
        if (cells) columns = pushRow(writer, cells, columns, inHead);
        cells = undefined;
        break;
      }
    }
  });
}

/** A short paragraph right before a list leads into it; so does an item that only names what is nested below it. */
export function introduceList(previous: Block, depth: number): void {
  const { text } = previous.passage;
  if (previous.kind === "item" && previous.depth === depth)
    previous.leadIn = /[:：]\s*$/.test(text) || (text.split(/\s+/).length <= 4 && !/[.;!?]$/.test(text));
  if (previous.kind !== "paragraph" || depth > 0) return;
  if (/[:：]\s*$/.test(text) || text.split(/\s+/).length <= 25) previous.leadIn = true;
}

/** Emits a table row, or takes its words as the heads of the columns; gives the heads that hold for the next row. */
export function pushRow(
  writer: BlockWriter,
  cells: readonly TextRow[][],
  columns: string[],
  isHead: boolean,
): string[] {
  const passages = cells.map((rows) => joinRows(rows));
  if (isHead) {
    const heads = passages.map((passage) => passage.text);
    writer.push("row", cells.flat(), { cells: passages, columns: [] });
    const block = writer.blocks.at(-1);
    if (block && heads.some((head) => head !== "")) block.key = "head";
    return heads;
  }
  const rows = cells.filter((cell) => cell.length > 0);
  const joined: TextRow[] = [];
  rows.forEach((cell, at) => {
    cell.forEach((row, index) => {
      const last = index === cell.length - 1 && at < rows.length - 1;
      joined.push(last ? { ...row, text: `${row.text} |` } : row);
    });
  });
  const label = passages.length > 1 ? (passages[0]?.text ?? "") : "";
  writer.push("row", joined, {
    cells: passages,
    columns,
    label,
    labelEnd: label === "" ? 0 : label.length + 3,
  });
  return columns;
}

/** A paragraph outside lists: a label when it is short and names what follows, else text. */
function pushParagraph(writer: BlockWriter, rows: readonly TextRow[], beforeList: boolean): void {
  const [only] = rows;
  if (rows.length === 1 && only) {
    const mark = leadingMark.exec(only.text)?.[0].length ?? 0;
    const clean = cutRow(only, mark);
    const words = plainLabelWords(clean.text);
    const colon = /[:：]\s*$/.test(clean.text);
    const short = clean.text.split(/\s+/).length <= 5 && !/[.!?。,]$/.test(clean.text);
    if (
      words &&
      (colon ||
        (short && namesSection(clean.text)) ||
        isCapitals(clean.text) ||
        (beforeList && short && mark === 0 && !/[:：]\s*\S/u.test(clean.text)))
    ) {
      writer.push("label", [clean]);
      return;
    }
  }
  writer.pushText("paragraph", rows);
}

const checkbox = (text: string) => /^\[[ xX]\]\s+/.exec(text)?.[0].length ?? 0;

function pushAside(writer: BlockWriter, source: readonly string[], line: number): void {
  const text = (source[line - 1] ?? "").trim();
  if (text !== "") writer.push("aside", [{ line, text, bold: [] }]);
}
