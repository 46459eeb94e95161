// In: front matter that no reader of YAML takes, as pages of other tools have it ("title: Engineer: Payments"). Out: the same lines with what
// broke them in quotes, so that the other keys can be read, and what was done, each with its place. Never guesses at groups in braces.
import { LineCounter, parseDocument, type YAMLError } from "yaml";
import type { Position } from "./diagnostic.js";

export interface Mend {
  key: string;
  place: Position;
  /** What the reader of YAML said of it. */
  reason: string;
  code: string;
}

/** A key at the margin. */
const keyLine = /^(?:"([^"]+)"|'([^']+)'|([\p{L}_$][^:#[\]{}"']*?))\s*:(?=\s|$)/u;
/** The marks of lists and a key before a value, on one line. */
const lead = /^(\s*(?:-\s+)*)((?:[\p{L}_$][^:#[\]{}"']*?:\s+)?)(\S.*)$/u;

/** Longer than the front matter of any page; every key costs a parse. */
const longest = 10_000;

/** Each key is tried by itself. Undefined if there is no key, one cannot be mended, or it is too long; keys in `never` are not touched. */
export function mendYaml(
  source: string,
  never: readonly string[] = [],
): { source: string; mends: Mend[] } | undefined {
  if (source.length > longest) return undefined;
  const lines = source.replace(/\r(?=\n|$)/g, "").split("\n");
  const starts = lines.flatMap((line, at) => (keyLine.test(line) ? [at] : []));
  const first = starts[0];
  if (first === undefined || lines.slice(0, first).some((line) => line.trim() !== "" && !/^\s*#/.test(line)))
    return undefined;
  const mends: Mend[] = [];
  const seen = new Map<string, number>();
  for (const [index, start] of starts.entries()) {
    const end = starts[index + 1] ?? lines.length;
    const own = lines.slice(start, end);
    const key = keyOf(own[0] ?? "");
    const again = seen.get(key) ?? 0;
    const error: { code: string; message: string; pos: [number, number] } | undefined = again
      ? { code: "DUPLICATE_KEY", message: "Map keys must be unique", pos: [0, 0] }
      : firstError(own);
    seen.set(key, again + 1);
    if (!error) continue;
    const mended = never.includes(key) ? undefined : again ? renamed(own, again) : inQuotes(own);
    if (!mended) return undefined;
    lines.splice(start, end - start, ...mended);
    const counter = new LineCounter();
    parseDocument(own.join("\n"), { lineCounter: counter, logLevel: "silent" });
    const at = counter.linePos(error.pos[0]);
    mends.push({
      key,
      place: { line: start + at.line, column: at.col },
      reason: error.message.split("\n")[0]?.replace(/ at line \d+, column \d+:?$/, "") ?? "",
      code: error.code,
    });
  }
  return mends.length === 0 ? undefined : { source: lines.join("\n"), mends };
}

/** A key that was there before, so many `times`, stays in its place under another name, so that both are read. */
function renamed([head = "", ...rest]: readonly string[], times: number): string[] | undefined {
  const lines = [head.replace(keyLine, `"${keyOf(head)}${" ".repeat(times)}":`), ...rest];
  return firstError(lines) ? inQuotes(lines) : lines;
}

function keyOf(line: string): string {
  const [, double, single, plain] = keyLine.exec(line) ?? [];
  return (double ?? single ?? plain ?? "").trim();
}

function firstError(lines: readonly string[]): YAMLError | undefined {
  return parseDocument(lines.join("\n"), { stringKeys: true, prettyErrors: false, logLevel: "silent" })
    .errors[0];
}

/** The first of these ways that gives YAML: other indents, single values in quotes, the whole value as one text. */
function inQuotes(lines: readonly string[]): string[] | undefined {
  const indented = lines.map((line, at) =>
    line
      .replace(/^[ \t]*\t[ \t]*/, (indent) => indent.replace(/\t/g, "  "))
      .replace(/^(?=\S)(?!-\s)/, at > 0 ? " " : ""),
  );
  if (!firstError(indented)) return indented;
  const quoted = indented.map((line) => {
    const [, marks = "", key = "", value] = lead.exec(line) ?? [];
    if (value === undefined || /^(?:[|>][+-]?\d?\s*$|\{|#)|^[\p{L}_$][^'"]*:$/u.test(value)) return line;
    return firstError([`x: ${value}`]) ? `${marks}${key}'${value.replace(/'/g, "''")}'` : line;
  });
  if (!firstError(quoted)) return quoted;
  const [head = "", ...rest] = indented;
  const key = keyLine.exec(head)?.[0] ?? "";
  const value = head.slice(key.length).trim();
  if (/^\{/.test(value)) return undefined;
  const below = rest.map((line) => (line.trim() === "" ? line : `  ${line.trim()}`));
  const text =
    value === "" || /^[|>]/.test(value)
      ? [`${key} |-`, ...below]
      : [`${key} '${value.replace(/'/g, "''")}`, ...below.map((line) => line.replace(/'/g, "''"))];
  if (!text[0]?.endsWith("|-")) {
    let last = text.length - 1;
    while (last > 0 && text[last]?.trim() === "") last--;
    text[last] = `${text[last]?.trimEnd()}'`;
  }
  return firstError(text) ? undefined : text;
}
