// In: the text of a CSV file, or rows of cells. Out: rows with their lines, or the text.
// A row that cannot be read is named, and the others are read. Cells that a spreadsheet would run as formulas are written as text.
import { CsvError, parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";

export interface CsvRow {
  /** Its number in a spreadsheet, the header being 1. */
  row: number;
  /** The file's line on which it begins, 1-based. */
  line: number;
  cells: string[];
}

export interface BrokenRow {
  row: number;
  line: number;
  why: string;
}

/** What a spreadsheet takes for the beginning of a formula, also when written in full width. */
const formula = /^'*[=+\-@\t\r＝＋－＠]/;

/**
 * A cell as it is written: an apostrophe goes before what would run. It also goes before a cell that begins with apostrophes
 * and then a formula, so that taking one away always gives back what was there.
 */
export function guardCell(cell: string): string {
  return formula.test(cell) ? `'${cell}` : cell;
}

/** The cell that guardCell was given. */
export function unguardCell(cell: string): string {
  return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell;
}

/** Rows to text: comma, quotes where needed, CRLF as in RFC 4180. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return stringify(
    rows.map((row) => row.map(guardCell)),
    { record_delimiter: "windows" },
  );
}

/** Text to rows; the delimiter is whichever of comma, semicolon and tab its first line has most of. */
export function readCsv(text: string): { rows: CsvRow[]; broken: BrokenRow[] } {
  const lines = text.replace(/^\uFEFF/, "").split(/(?<=\r\n|\n|\r(?!\n))/);
  const delimiter = delimiterOf(lines[0] ?? "");
  const rows: CsvRow[] = [];
  const broken: BrokenRow[] = [];
  let first = 0;
  while (first < lines.length) {
    // The line on which the next record begins; the parser only says where one ended.
    let next = first;
    try {
      parse(lines.slice(first).join(""), {
        delimiter,
        info: true,
        relax_column_count: true,
        skip_empty_lines: true,
        on_record: (parsed: unknown) => {
          const { record, info } = parsed as { record: string[]; info: { lines: number } };
          while (isBlank(lines[next])) next++;
          rows.push({ row: rows.length + broken.length + 1, line: next + 1, cells: record.map(unguardCell) });
          next = first + info.lines;
          return null;
        },
      });
      break;
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
      while (isBlank(lines[next])) next++;
      broken.push({ row: rows.length + broken.length + 1, line: next + 1, why: reasonOf(error) });
      first = next + 1;
    }
  }
  return { rows, broken };
}

const isBlank = (line: string | undefined) => line !== undefined && /^(?:\r\n|\n|\r)$/.test(line);

function reasonOf({ code }: CsvError): string {
  if (code === "CSV_QUOTE_NOT_CLOSED") return "a quote is opened and never closed";
  if (code === "CSV_INVALID_CLOSING_QUOTE") return "text stands after a closing quote";
  if (code === "INVALID_OPENING_QUOTE") return "a quote stands inside a cell that is not quoted";
  return "the row cannot be read";
}

function delimiterOf(header: string): string {
  const bare = header.replace(/"[^"]*"/g, "");
  const counts = [",", ";", "\t"].map((mark) => ({ mark, count: bare.split(mark).length }));
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).mark;
}
