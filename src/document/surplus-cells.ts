// In: a Markdown text and its tokens. Out: a finding for each row of a table that has more cells than the table's head: Markdown leaves out
// what stands in them, in the reading and in print.
import { type Diagnostic, diagnose } from "./diagnostic.js";
import type { Token } from "./markdown.js";

/** `firstLine` is the file's line on which the text begins; the tokens count the same lines. */
export function surplusCells(
  path: string,
  text: string,
  firstLine: number,
  tokens: readonly Token[],
): Diagnostic[] {
  const lines = text.split(/\r\n|\r|\n/);
  const findings: Diagnostic[] = [];
  let columns = 0;
  let inHead = false;
  for (const { type, map } of tokens) {
    if (type === "thead_open" || type === "thead_close") inHead = type === "thead_open";
    if (type === "table_open") columns = 0;
    if (type === "th_open" && inHead) columns++;
    if (type !== "tr_open" || inHead || !map) continue;
    const surplus = cellsOf(lines[map[0] + 1 - firstLine] ?? "")
      .slice(columns)
      .filter((cell) => cell !== "");
    if (surplus.length === 0) continue;
    const message = `"${surplus.join(" | ")}" stands beyond the ${columns} columns of the table, and is neither read nor printed`;
    const hint = "Add a column to the head of the table, or write \\| for a bar that divides nothing.";
    findings.push(diagnose("surplus-cell", path, { line: map[0] + 1, column: 1 }, message, hint));
  }
  return findings;
}

/** The cells of a row, cut at each bar without a backslash, as Markdown does; marks of quotes and lists before it belong to no cell. */
function cellsOf(line: string): string[] {
  const cells = line
    .replace(/^(?:\s*(?:>|[-*+]\s|\d+[.)]\s))*\s*\|?/, "")
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());
  return cells;
}
