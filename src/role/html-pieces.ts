// In: raw HTML from a Markdown file and the line on which it begins. Out: its headings, items, rows and paragraphs as blocks.
// Reads text and structure only: attributes, scripts, styles and comments say nothing to a reader.
import { Parser } from "htmlparser2";
import { type BlockWriter, introduceList, pushRow } from "./blocks.js";
import { RowWriter, type TextRow } from "./passage.js";

const silent = new Set(["script", "style", "template", "head", "svg", "noscript"]);
/** Elements whose edges end a statement. */
const edges = new Set(
  "address article aside blockquote body center details div dl fieldset figure footer form header hr html li main nav ol p section summary table tbody thead tfoot ul dt dd h1 h2 h3 h4 h5 h6".split(
    " ",
  ),
);

/** Pushes what a reader sees of the HTML. */
export function htmlPieces(html: string, firstLine: number, writer: BlockWriter): void {
  const breaks: number[] = [];
  for (let at = html.indexOf("\n"); at >= 0; at = html.indexOf("\n", at + 1)) breaks.push(at);
  const lineOf = (offset: number): number => {
    let low = 0;
    let high = breaks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((breaks[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return firstLine + low;
  };

  let rows = new RowWriter(firstLine);
  const lists: { id: number; ordered: boolean }[] = [];
  const items: boolean[] = [];
  let heading = 0;
  let term: TextRow[] | undefined;
  let inTerm = false;
  let cells: TextRow[][] | undefined;
  let headCells = 0;
  let inCell = false;
  let columns: string[] = [];
  let muted = 0;

  const take = (line: number): TextRow[] => {
    rows.next(line);
    const taken = rows.rows;
    rows = new RowWriter(line);
    return taken;
  };
  const flush = (line: number): void => {
    if (inCell) return;
    const taken = take(line);
    if (taken.length === 0) return;
    const list = lists.at(-1);
    if (heading > 0) writer.push("heading", taken, { depth: heading });
    else if (inTerm) term = taken;
    else if (term) {
      const last = term.at(-1);
      if (last && !/[:：]$/.test(last.text)) last.text += ":";
      writer.pushText("paragraph", [...term, ...taken]);
      term = undefined;
    } else if (items.length > 0 && list && items.at(-1) === false) {
      items[items.length - 1] = true;
      writer.pushText("item", taken, { depth: lists.length, list: list.id, ordered: list.ordered });
    } else if (items.length > 0 && !list) writer.pushText("item", taken, { depth: 1 });
    else writer.pushText("paragraph", taken);
  };

  const parser = new Parser(
    {
      onopentag(name) {
        const line = lineOf(parser.startIndex);
        if (silent.has(name)) muted++;
        if (edges.has(name)) flush(line);
        if (name === "ul" || name === "ol") {
          const previous = writer.blocks.at(-1);
          if (previous) introduceList(previous, lists.length);
          lists.push({ id: writer.newList(), ordered: name === "ol" });
        } else if (name === "li") items.push(false);
        else if (/^h[1-6]$/.test(name)) heading = Number(name.slice(1));
        else if (name === "dt") inTerm = true;
        else if (name === "br") rows.next(line);
        else if (name === "b" || name === "strong") rows.bold(true);
        else if (name === "table") columns = [];
        else if (name === "tr") {
          flush(line);
          cells = [];
          headCells = 0;
        } else if (name === "td" || name === "th") {
          flush(line);
          inCell = true;
          if (name === "th") headCells++;
          rows = new RowWriter(line);
        }
      },
      ontext(text) {
        if (muted > 0) return;
        // Entities arrive as pieces of their own, so the place of each piece is the parser's, not a sum of lengths.
        let line = lineOf(parser.startIndex);
        text.split("\n").forEach((part, index) => {
          if (index > 0) rows.next(++line);
          else if (rows.line !== line && part.trim() !== "") rows.next(line);
          rows.add(part);
        });
      },
      onclosetag(name) {
        const line = lineOf(parser.startIndex);
        if (silent.has(name)) muted = Math.max(0, muted - 1);
        if (name === "b" || name === "strong") rows.bold(false);
        if (name === "td" || name === "th") {
          inCell = false;
          cells?.push(take(line));
          return;
        }
        if (name === "tr" && cells) {
          if (cells.some((cell) => cell.length > 0))
            columns = pushRow(writer, cells, columns, headCells === cells.length);
          cells = undefined;
          return;
        }
        if (!edges.has(name)) return;
        flush(line);
        if (name === "ul" || name === "ol") lists.pop();
        else if (name === "li") items.pop();
        else if (/^h[1-6]$/.test(name)) heading = 0;
        else if (name === "dt") inTerm = false;
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.write(html);
  parser.end();
  inCell = false;
  flush(firstLine + breaks.length);
}
