// In: the text of a question's file and why it is no longer asked. Out: the same text with status and reason set, every other byte as it was.
// The edit is read back before it is given out; front matter that it cannot edit safely is refused.
import { isMap, isScalar, parseDocument } from "yaml";
import { KitError } from "../document/diagnostic.js";
import { readFrontMatter } from "../document/front-matter.js";
import { keyLine } from "./question-text.js";

/** Sets `status: retired` and `reason`. Throws a KitError if the front matter cannot be edited in place. */
export function retireText(path: string, text: string, reason: string): string {
  const edited = setKeys(text, { status: "retired", reason });
  const before = readFrontMatter(path, text.replace(/^\uFEFF/, "")).front;
  const after = readFrontMatter(path, (edited ?? "").replace(/^\uFEFF/, ""));
  const wanted = JSON.stringify(sorted({ ...before.data, status: "retired", reason }));
  const sound =
    edited !== undefined &&
    after.findings.length === 0 &&
    JSON.stringify(sorted(after.front.data)) === wanted &&
    after.front.body === before.body;
  if (sound) return edited;
  throw new KitError(
    "uneditable-front-matter",
    `the front matter of ${path} cannot be edited in place`,
    `Write status: retired and ${keyLine("reason", reason).trim()} into it yourself.`,
  );
}

/** Replaces the values of keys that are there and adds the others below the last one. */
function setKeys(text: string, values: Record<string, string>): string | undefined {
  const opening = /^\uFEFF?---[^\r\n]*(\r?\n)/.exec(text);
  if (!opening) return undefined;
  const start = opening[0].length;
  const closing = /^---[^\S\r\n]*$/m.exec(text.slice(start));
  if (!closing) return undefined;
  const source = text.slice(start, start + closing.index);
  const root = parseDocument(source, { stringKeys: true }).contents;
  if (!isMap(root) || root.flow) return undefined;
  const edits: { from: number; to: number; text: string }[] = [];
  let added = "";
  for (const [key, value] of Object.entries(values)) {
    const line = keyLine(key, value);
    const pair = root.items.find((item) => isScalar(item.key) && item.key.value === key);
    if (!pair) {
      added += line.replace("\n", opening[1] ?? "\n");
      continue;
    }
    const node = pair.value;
    if (!isScalar(node) || !node.range) return undefined;
    const [from, to] = node.range;
    // A block of lines (>- or |) ends with its last line break.
    const end = /\r?\n$/.exec(source.slice(from, to))?.[0] ?? "";
    edits.push({ from, to, text: line.slice(key.length + 2).trim() + end });
  }
  edits.push({ from: source.length, to: source.length, text: added });
  // From the end, so that earlier offsets stay true.
  const front = edits
    .sort((a, b) => b.from - a.from)
    .reduce((kept, edit) => kept.slice(0, edit.from) + edit.text + kept.slice(edit.to), source);
  return text.slice(0, start) + front + text.slice(start + closing.index);
}

function sorted(data: Record<string, unknown>): [string, unknown][] {
  return Object.entries(data).sort(([a], [b]) => (a < b ? -1 : 1));
}
