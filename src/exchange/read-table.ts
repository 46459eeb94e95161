// In: a CSV, JSON or YAML file with questions. Out: one entry per question, its values under our own names of columns, with its row and line.
// What cannot be read is a finding with its row number; columns without a place in a question are named.
import { isMap, isSeq, LineCounter, parseDocument } from "yaml";
import { type Diagnostic, diagnose, KitError } from "../document/diagnostic.js";
import type { SourceFile } from "../document/source-file.js";
import { decodeText } from "../document/text.js";
import { type Column, columnOf } from "./columns.js";
import { readCsv } from "./csv.js";

/** One question as it came: texts, or lists of texts. */
export interface Entry {
  row: number;
  line: number;
  values: Partial<Record<Column, string | string[]>>;
}

export interface Table {
  entries: Entry[];
  /** Columns that no question has a place for. */
  unused: string[];
  findings: Diagnostic[];
}

export type TableFormat = "csv" | "json" | "yaml";

/** A whole bank with its catalogue is one file, larger than any document. */
const largestTable = 20_000_000;

/** Reads a file of questions. */
export function readTable(file: SourceFile, format: TableFormat): Table {
  const decoded = decodeText(file.path, file.bytes, false, largestTable);
  if ("finding" in decoded) return { entries: [], unused: [], findings: [decoded.finding] };
  return format === "csv" ? readCsvTable(file.path, decoded.text) : readTree(file.path, decoded.text);
}

/** "row 7 cannot be used: …" at its line. */
export function rowFinding(
  path: string,
  at: { row: number; line: number },
  why: string,
  hint?: string,
): Diagnostic {
  return diagnose("unreadable-row", path, { line: at.line, column: 1 }, `row ${at.row}: ${why}`, hint);
}

function readCsvTable(path: string, text: string): Table {
  const { rows, broken } = readCsv(text);
  const findings = broken.map((one) => rowFinding(path, one, one.why));
  const [header, ...data] = rows;
  const places = (header?.cells ?? []).map((name) => columnOf(name));
  if (!header || !places.includes("question")) {
    throw new KitError(
      "missing-column",
      `${path} has no column with the questions; found: ${header?.cells.join(", ") ?? "nothing"}`,
      "Name the columns in the first row: question, category, type, level, tags.",
    );
  }
  const unused = header.cells.filter((name, at) => places[at] === undefined && name.trim() !== "");
  const entries: Entry[] = [];
  for (const { row, line, cells } of data) {
    if (cells.every((cell) => cell.trim() === "")) continue;
    const beyond = cells.slice(places.length).filter((cell) => cell.trim() !== "");
    if (beyond.length > 0) {
      findings.push(
        rowFinding(
          path,
          { row, line },
          `it has ${cells.length} cells, expected ${places.length}`,
          "Put a text that contains the delimiter in double quotes.",
        ),
      );
      continue;
    }
    const values: Entry["values"] = {};
    cells.forEach((cell, at) => {
      const column = places[at];
      if (column !== undefined) add(values, column, cell);
    });
    entries.push({ row, line, values });
  }
  return { entries, unused, findings };
}

/** Two columns may mean the same thing: category and tags are often split over several. */
function add(values: Entry["values"], column: Column, value: string | string[]): void {
  const former = values[column];
  if (value === "" || value.length === 0) return;
  if (former === undefined) values[column] = value;
  else values[column] = [former, value].flat();
}

/** JSON is YAML: one reader knows the lines of both. */
function readTree(path: string, text: string): Table {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true });
  const [error] = document.errors;
  if (error) {
    const { line, col } = lines.linePos(error.pos[0]);
    const message = error.message.split("\n")[0] ?? "";
    return {
      entries: [],
      unused: [],
      findings: [diagnose("unreadable-row", path, { line, column: col }, message)],
    };
  }
  const root = document.contents;
  const list = isMap(root) ? root.get("questions", true) : root;
  if (!isSeq(list)) {
    throw new KitError(
      "missing-column",
      `${path} has no list of questions`,
      "Write a list, or questions: with a list below it.",
    );
  }
  const findings: Diagnostic[] = [];
  const unused = new Set<string>();
  const entries = list.items.flatMap((item, at): Entry[] => {
    const range = (item as { range?: [number, number, number] } | null)?.range;
    const place = { row: at + 1, line: range ? lines.linePos(range[0]).line : 1 };
    const data: unknown = (item as { toJS?: (of: unknown) => unknown } | null)?.toJS?.(document);
    if (typeof data === "string") return [{ ...place, values: { question: data } }];
    if (typeof data !== "object" || data === null || Array.isArray(data)) {
      findings.push(rowFinding(path, place, "expected a text, or keys and values"));
      return [];
    }
    return [{ ...place, values: valuesOf(data as Record<string, unknown>, unused) }];
  });
  return { entries, unused: [...unused], findings };
}

function valuesOf(data: Record<string, unknown>, unused: Set<string>): Entry["values"] {
  const values: Entry["values"] = {};
  // Where both are there, the long text is the question: in our own JSON its title stands beside its wording.
  for (const [key, value] of Object.entries(data)) {
    if (value === null || value === undefined) continue;
    const anchors = /^(?:rubric|anchors|scoring)$/i.test(key) ? anchorsOf(value) : undefined;
    if (anchors) {
      for (const [column, text] of anchors) add(values, column, text);
      continue;
    }
    const column = columnOf(key);
    if (column === undefined) {
      if (key !== "path") unused.add(key);
    } else add(values, column, Array.isArray(value) ? value.map(textOf) : textOf(value));
  }
  return values;
}

/** A rubric as a list of ratings with texts, or as texts under their ratings. */
function anchorsOf(value: unknown): [Column, string][] | undefined {
  const pairs = Array.isArray(value)
    ? value.map((one) => {
        const { rating, score, text, description } = (one ?? {}) as Record<string, unknown>;
        return [rating ?? score, text ?? description];
      })
    : typeof value === "object" && value !== null
      ? Object.entries(value)
      : [];
  const anchors = pairs.flatMap(([rating, text]): [Column, string][] => {
    const column = columnOf(String(rating));
    return column !== undefined && /^\d/.test(column) ? [[column, textOf(text)]] : [];
  });
  return anchors.length > 0 ? anchors : undefined;
}

function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  return typeof value === "object" && value !== null ? JSON.stringify(value) : String(value ?? "");
}
