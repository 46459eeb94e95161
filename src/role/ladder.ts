// A career ladder states several levels in one document, a column or a section for each. In: its blocks. Out: the levels it has,
// and the cells of a row that belong to the level that was picked.
import type { Block } from "./blocks.js";
import { levelOfTitle } from "./level.js";
import { joinRows, type Passage, type TextRow } from "./passage.js";
import type { RoleLevel } from "./role-profile.js";
import type { Place } from "./sections.js";

/** The levels of the columns of a table; empty unless two or more columns name different levels. */
export function columnLevels(columns: readonly string[]): (RoleLevel | undefined)[] {
  const levels = columns.map((column) =>
    column.split(/\s+/).length <= 5 ? levelOfTitle(column)?.level : undefined,
  );
  return new Set(levels.filter((level) => level !== undefined)).size >= 2 ? levels : [];
}

/** Every level for which the document has a column or a section. */
export function ladderLevels(blocks: readonly Block[], places: ReadonlyMap<Block, Place>): Set<RoleLevel> {
  const levels = new Set<RoleLevel>();
  for (const block of blocks) {
    for (const level of columnLevels(block.columns)) if (level) levels.add(level);
    const own = places.get(block)?.level;
    if (own) levels.add(own);
  }
  return levels;
}

/** The row as it reads for one level: the columns of other levels left out. */
export function cellsForLevel(block: Block, level: RoleLevel): Passage {
  const levels = columnLevels(block.columns);
  const kept = block.cells.filter(
    (cell, index) => cell.text !== "" && (levels[index] === undefined || levels[index] === level),
  );
  const rows: TextRow[] = [];
  kept.forEach((cell, index) => {
    const start = cell.starts[0];
    if (start)
      rows.push({ line: start.line, text: index < kept.length - 1 ? `${cell.text} |` : cell.text, bold: [] });
  });
  return joinRows(rows);
}

/** The level to read a ladder at: the one asked for, else the document's own, else the planned one, else its lowest. */
export function pickLevel(
  levels: ReadonlySet<RoleLevel>,
  asked: RoleLevel | undefined,
  own: RoleLevel | "unspecified",
): RoleLevel | undefined {
  if (levels.size === 0) return undefined;
  for (const level of [asked, own])
    if (level !== undefined && level !== "unspecified" && levels.has(level)) return level;
  if (levels.has("mid")) return "mid";
  return [...levels][0];
}
