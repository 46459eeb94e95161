// In: locale files (YAML, templates/locales/<lang>.yaml) from the lowest layer to the highest. Out: one Locale per language, with every
// label that English has. A label that a language lacks is English and a finding; a label may take values ({{count}}).
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import { type Diagnostic, diagnose } from "../document/diagnostic.js";
import { nearest } from "../document/nearest.js";

export type LabelTree = { [key: string]: LabelTree | LabelList | string };
type LabelList = (LabelTree | string)[];

export interface Label {
  /** The path of its keys: guide.purpose. */
  name: string;
  /** Lists are shown by each and are no template of their own: they have no text. */
  text: string | undefined;
  path: string;
  line: number;
}

/** One file as it stands. */
export interface LocaleFile {
  lang: string;
  path: string;
  /** The number of its layer; the lowest is 0. */
  layer: number;
  tree: LabelTree;
  labels: Label[];
  /** The line of every group of labels; that of the file itself is "". */
  groups: Map<string, number>;
}

export interface Locale {
  lang: string;
  direction: "ltr" | "rtl";
  /** The labels as they stand, for places that need a plain word. */
  tree: LabelTree;
  labels: Label[];
}

/** Reads a locale file of a layer. */
export function readLocale(
  path: string,
  text: string,
  layer = 0,
): { locale?: LocaleFile; findings: Diagnostic[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true });
  const findings = document.errors.map((error) => {
    const { line, col } = lines.linePos(error.pos[0]);
    return diagnose("template-error", path, { line, column: col }, error.message.split("\n")[0] ?? "");
  });
  if (findings.length === 0 && !isMap(document.contents))
    findings.push(
      diagnose("template-error", path, undefined, "expected labels, as in templates/locales/en.yaml"),
    );
  if (findings.length > 0 || !isMap(document.contents)) return { findings };
  const lang = path.replace(/^.*\//, "").replace(/\.ya?ml$/, "");
  const file: LocaleFile = { lang, path, layer, tree: {}, labels: [], groups: new Map([["", 1]]) };
  file.tree = collect(document.contents, "", file, lines) as LabelTree;
  const { direction } = file.tree;
  if (direction !== undefined && direction !== "ltr" && direction !== "rtl") {
    const line = file.labels.find(({ name }) => name === "direction")?.line ?? 1;
    const found = JSON.stringify(direction);
    findings.push(
      diagnose("template-error", path, { line, column: 1 }, `direction is ${found}, expected ltr or rtl`),
    );
  }
  return { locale: file, findings };
}

function collect(
  node: Node,
  name: string,
  file: LocaleFile,
  lines: LineCounter,
): LabelTree | LabelList | string {
  const line = node.range ? lines.linePos(node.range[0]).line : 1;
  if (isMap(node)) {
    const tree: LabelTree = {};
    for (const { key, value } of node.items) {
      const step = String(isScalar(key) ? key.value : key);
      const path = name === "" ? step : `${name}.${step}`;
      // A key without a value is a label that is not there yet.
      if (value === null || (isScalar(value) && value.value === null)) continue;
      if (isMap(value)) file.groups.set(path, lineOf(key, lines));
      tree[step] = collect(value as Node, path, file, lines);
    }
    return tree;
  }
  if (isSeq(node)) {
    file.labels.push({ name, text: undefined, path: file.path, line });
    return node.items.map((item) => plain(item as Node));
  }
  const text = isScalar(node) ? String(node.value) : "";
  file.labels.push({ name, text, path: file.path, line });
  return text;
}

function lineOf(key: unknown, lines: LineCounter): number {
  return isScalar(key) && key.range ? lines.linePos(key.range[0]).line : 1;
}

/** Items of lists are shown by each; they take no values and need no name. */
function plain(node: Node): LabelTree | string {
  if (!isMap(node)) return isScalar(node) ? String(node.value) : "";
  return Object.fromEntries(
    node.items.map(({ key, value }) => [String(isScalar(key) ? key.value : key), plain(value as Node)]),
  );
}

/** Joins the files of every language; `used` are the names of labels that templates ask for. */
export function joinLocales(
  files: ReadonlyMap<string, readonly LocaleFile[]>,
  used: ReadonlySet<string>,
): { locales: Map<string, Locale>; findings: Diagnostic[] } {
  const findings: Diagnostic[] = [];
  const locales = new Map<string, Locale>();
  const english = files.get("en");
  const [shipped, ...own] = english ?? [];
  if (!english || !shipped) {
    findings.push(
      diagnose("template-error", "templates/locales/en.yaml", undefined, "no English labels were found"),
    );
    return { locales, findings };
  }
  const base = join("en", english);
  locales.set("en", base);
  const known = new Set([...shipped.labels.map(({ name }) => name), ...used]);
  for (const file of own) findings.push(...unknownLabels(file, known));
  for (const [lang, layers] of files) {
    if (lang === "en") continue;
    for (const file of layers)
      findings.push(...unknownLabels(file, new Set([...known, ...base.labels.map(({ name }) => name)])));
    findings.push(...missingLabels(join("en", wordsUpTo(english, layers)), layers));
    const joined = join(lang, [...english, ...layers.map((file) => withWholeLists(file, base.tree))]);
    locales.set(lang, joined);
  }
  return { locales, findings };
}

/** The English words that a locale is held to: a label that a higher layer adds is not what a lower one lacks. */
function wordsUpTo(english: readonly LocaleFile[], layers: readonly LocaleFile[]): LocaleFile[] {
  const highest = Math.max(...layers.map(({ layer }) => layer));
  return english.filter(({ layer }) => layer <= highest);
}

function join(lang: string, layers: readonly LocaleFile[]): Locale {
  const tree = layers.map((file) => file.tree).reduce(merge, {});
  const labels = new Map(layers.flatMap((file) => file.labels.map((label) => [label.name, label] as const)));
  return { lang, direction: tree.direction === "rtl" ? "rtl" : "ltr", tree, labels: [...labels.values()] };
}

function merge(below: LabelTree, above: LabelTree): LabelTree {
  const result = { ...below };
  for (const [key, value] of Object.entries(above)) {
    const old = result[key];
    result[key] = isTree(value) && isTree(old) ? merge(old, value) : value;
  }
  return result;
}

function isTree(value: LabelTree[string] | undefined): value is LabelTree {
  return typeof value === "object" && !Array.isArray(value);
}

/** One finding for each group that lacks labels, at the group's line. */
function missingLabels(english: Locale, layers: readonly LocaleFile[]): Diagnostic[] {
  const own = new Set(layers.flatMap((file) => file.labels.map(({ name }) => name)));
  const file = layers.at(-1);
  if (!file) return [];
  const byGroup = new Map<string, string[]>();
  for (const { name } of english.labels) {
    if (own.has(name) && !isCut(layers, english, name)) continue;
    let group = parent(name);
    while (!layers.some(({ groups }) => groups.has(group))) group = parent(group);
    byGroup.set(group, [...(byGroup.get(group) ?? []), name]);
  }
  return [...byGroup].map(([group, names]) => {
    const at = layers.findLast(({ groups }) => groups.has(group)) ?? file;
    return diagnose(
      "missing-label",
      at.path,
      { line: at.groups.get(group) ?? 1, column: 1 },
      `no label ${names.map((name) => `"${name}"`).join(", ")}; English is printed`,
      `Translate ${names.length === 1 ? "it" : "them"} from templates/locales/en.yaml.`,
    );
  });
}

function parent(name: string): string {
  return name.includes(".") ? name.slice(0, name.lastIndexOf(".")) : "";
}

/** Whether a list lacks a key that the English items have: a template would find nothing there. */
function isCut(layers: readonly LocaleFile[], english: Locale, name: string): boolean {
  const list = layers.map(({ tree }) => valueAt(tree, name)).findLast((value) => value !== undefined);
  return !fits(list, valueAt(english.tree, name));
}

function fits(value: LabelTree[string] | undefined, english: LabelTree[string] | undefined): boolean {
  if (!Array.isArray(english)) return typeof value === typeof english && !Array.isArray(value);
  const [sample] = english;
  if (!Array.isArray(value)) return false;
  if (typeof sample !== "object") return value.every((item) => typeof item === "string");
  const keys = Object.keys(sample);
  return value.every((item) => typeof item === "object" && keys.every((key) => Object.hasOwn(item, key)));
}

/** The file without the values that do not fit, so that the English ones stand in for them. */
function withWholeLists(file: LocaleFile, english: LabelTree): LocaleFile {
  const labels = file.labels.filter(({ name }) => {
    const expected = valueAt(english, name);
    return expected === undefined || fits(valueAt(file.tree, name), expected);
  });
  const tree: LabelTree = {};
  for (const { name } of labels) place(tree, name.split("."), valueAt(file.tree, name) ?? "");
  return { ...file, labels, tree };
}

function place(tree: LabelTree, [step = "", ...rest]: string[], value: LabelTree[string]): void {
  if (rest.length === 0) {
    tree[step] = value;
    return;
  }
  const below = tree[step];
  const branch = isTree(below) ? below : {};
  tree[step] = branch;
  place(branch, rest, value);
}

function valueAt(tree: LabelTree, name: string): LabelTree[string] | undefined {
  let value: LabelTree[string] | undefined = tree;
  for (const step of name.split("."))
    value = isTree(value) && Object.hasOwn(value, step) ? value[step] : undefined;
  return value;
}

function unknownLabels(file: LocaleFile, known: ReadonlySet<string>): Diagnostic[] {
  return file.labels
    .filter(({ name }) => !known.has(name))
    .map(({ name, path, line }) => {
      const close = nearest(name, [...known]);
      return diagnose(
        "unknown-label",
        path,
        { line, column: 1 },
        `nothing prints the label "${name}"`,
        close === undefined ? "Delete it." : `Did you mean ${close}?`,
      );
    });
}
