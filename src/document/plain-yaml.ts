// In: front matter as YAML. Out: its data, where it is nothing but keys with a word, a number or a list of these on their line, as in most questions.
// Anything else is nothing here: the reader of YAML reads it, and it alone knows places. Both give the same data (a test holds it).
import type { Position } from "./diagnostic.js";
import type { DataPath } from "./front-matter.js";

/** A letter and whatever no YAML reads as anything but a text. */
const word = "[A-Za-z][A-Za-z0-9_+./]*(?:[ -][A-Za-z0-9_+./]+)*";
const value = `${word}|0|[1-9]\\d{0,14}|\\d{4}-\\d{2}-\\d{2}|"[ !#-+\\--\\[\\]-~]*"`;
const line = new RegExp(`^([a-z][A-Za-z]*): (?:(${value})|\\[((?:${value})(?:, (?:${value}))*)\\])$`);
/** Words that stand for no text. */
const noText = /^(?:null|true|false)$/i;

/** Undefined for all that is not so plain. Line breaks are line feeds. */
export function readPlainYaml(source: string): Record<string, unknown> | undefined {
  const data: Record<string, unknown> = {};
  for (const one of source.replace(/^\n+|\n+$/g, "").split("\n")) {
    const [, key, single, list] = line.exec(one) ?? [];
    if (key === undefined || Object.hasOwn(data, key)) return undefined;
    const texts = single === undefined ? (list ?? "").split(", ") : [single];
    if (texts.some((text) => noText.test(text))) return undefined;
    const values = texts.map(readValue);
    data[key] = single === undefined ? values : values[0];
  }
  return data;
}

/** The place of a key in what readPlainYaml reads; `source` begins with the break of line 1. Undefined for anything but a key of its own. */
export function plainKeyAt(source: string, [key, ...inner]: DataPath): Position | undefined {
  const at = key !== undefined && inner.length === 0 ? source.indexOf(`\n${key}: `) : -1;
  return at < 0 ? undefined : { line: source.slice(0, at + 1).split("\n").length, column: 1 };
}

function readValue(text: string): string | number {
  if (text.startsWith('"')) return text.slice(1, -1);
  return /^\d+$/.test(text) ? Number(text) : text;
}
