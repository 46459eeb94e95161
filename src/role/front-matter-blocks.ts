// In: a document whose front matter holds demands or text ("requirements:", "description: |"). Out: those values as blocks with their lines.
// Reads the source lines, not the parsed strings, so that folded and quoted values keep the file's line numbers.
import type { SourceDocument } from "../document/document.js";
import { markdownTokens } from "../document/markdown.js";
import { type Block, BlockWriter, readTokens } from "./blocks.js";
import { announce, isMetadataKey } from "./section-words.js";

interface Leaf {
  keys: string[];
  value: string;
  line: number;
  inList: boolean;
}

/** Keys that correct the reading, or say who hires; read elsewhere. */
const corrections = new Set(["title", "level", "weights", "ignore", "teams"]);

/** The blocks of the front matter in order of line, each under the keys that lead to it. */
export function frontMatterBlocks(document: SourceDocument): Block[] {
  if (Object.keys(document.data).length === 0) return [];
  const source = document.text.split(/\r\n|\r|\n/);
  const leaves: Leaf[] = [];
  const starts: number[] = [];

  const walk = (value: unknown, path: (string | number)[], keys: string[], inList: boolean): void => {
    if (Array.isArray(value)) {
      value.forEach((entry, index) => {
        walk(entry, [...path, index], keys, true);
      });
    } else if (typeof value === "object" && value !== null && !(value instanceof Date)) {
      const pairs = Object.entries(value);
      for (const [key, entry] of pairs) {
        const { line } = document.keyAt([...path, key]);
        starts.push(line);
        // "- Go: expert" demands Go: the key is what the line is about, not what kind of line it is.
        if (pairs.length === 1 && inList && isShort(entry) && !saysKind(key))
          leaves.push({ keys, value: `${key}: ${entry}`, line, inList });
        else walk(entry, [...path, key], [...keys, key.replace(/_/g, " ")], inList);
      }
    } else if (value !== null && value !== undefined) {
      const line = document.valueAt(path).line;
      starts.push(line);
      leaves.push({ keys, value: String(value), line, inList });
    }
  };
  for (const [key, value] of Object.entries(document.data)) {
    starts.push(document.keyAt([key]).line);
    if (corrections.has(key) || (key === "skills" && isCorrection(value))) continue;
    walk(value, [key], [key.replace(/_/g, " ")], false);
  }

  const end = Math.max(1, document.bodyLine - 1);
  const blocks: Block[] = [];
  for (const leaf of leaves) {
    const next = Math.min(end, ...starts.filter((line) => line > leaf.line));
    const writer = new BlockWriter();
    const isLong = source.slice(leaf.line, next - 1).some((line) => line.trim() !== "");
    if (isLong) readLong(source, leaf, next, writer);
    else
      writer.pushText(
        leaf.inList ? "item" : "paragraph",
        [{ line: leaf.line, text: leaf.value.replace(/\s+/g, " ").trim(), bold: [] }],
        leaf.inList ? { depth: 1, list: leaf.line } : {},
      );
    const key = leaf.keys.join(" › ");
    for (const block of writer.blocks) {
      block.key = key;
      blocks.push(block);
    }
  }
  return blocks.sort((a, b) => a.line - b.line);
}

/** Keys that say what kind of thing stands behind them: they are no part of it. */
function saysKind(key: string): boolean {
  return (
    announce(key.replace(/_/g, " ")) !== undefined ||
    isMetadataKey(key) ||
    /^(?:name|text|title|label|skill|item|value|description|wording|content|requirement|technology|language|tool)$/i.test(
      key,
    )
  );
}

const isShort = (value: unknown): value is string | number =>
  typeof value === "number" || (typeof value === "string" && !value.trim().includes("\n"));

/** A value over several lines is a little Markdown document of its own. */
function readLong(source: readonly string[], leaf: Leaf, next: number, writer: BlockWriter): void {
  const lines = source.slice(leaf.line - 1, next - 1);
  const head = lines[0] ?? "";
  const block = /[|>][+-]?\d?\s*(?:#.*)?$/.test(head);
  const rest = lines.slice(1).filter((line) => line.trim() !== "");
  const indent = Math.min(...rest.map((line) => line.search(/\S/)), 40);
  const body = lines.slice(1).map((line) => line.slice(Math.min(indent, line.length)));
  const opening = head.replace(/^\s*(?:-\s+)?(?:[\w -]+:\s*)?["']?/, "");
  const text = [block ? "" : opening, ...body].join("\n").replace(/["']\s*$/, "");
  readTokens(markdownTokens(text, leaf.line), writer);
}

/** `skills: {add, drop}` corrects; any other shape of `skills` lists what the job demands. */
export function isCorrection(value: unknown): boolean {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    ("add" in value || "drop" in value)
  );
}

/** Whether what stands under a key can be a demand: a known section word, or text, but no fact about the opening. */
export function keyDemands(keys: string): boolean {
  return keys.split(" › ").some((key) => {
    const found = announce(key);
    return found !== undefined && found.kind !== "nothing" && !isMetadataKey(key);
  });
}
