// In: one locale file (YAML, templates/locales/<lang>.yaml). Out: its labels, each a small template with its line.
// Labels hold words only; a label may take values ({{count}}) and is otherwise plain text.
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import { type Diagnostic, diagnose } from "../document/diagnostic.js";

export type LabelTree = { [key: string]: LabelTree | LabelTree[] | string };

export interface Label {
  /** The path of its keys: guide.purpose. */
  name: string;
  text: string;
  line: number;
}

export interface Locale {
  lang: string;
  path: string;
  /** The labels as they stand, for places that need a plain word. */
  tree: LabelTree;
  labels: Label[];
}

/** Reads a locale file. */
export function readLocale(path: string, text: string): { locale?: Locale; findings: Diagnostic[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true });
  const findings = document.errors.map((error) => {
    const { line, col } = lines.linePos(error.pos[0]);
    return diagnose("template-error", path, { line, column: col }, error.message.split("\n")[0] ?? "");
  });
  if (findings.length > 0 || !isMap(document.contents)) return { findings };
  const labels: Label[] = [];
  const tree = collect(document.contents, "", labels, lines) as LabelTree;
  const lang = path.replace(/^.*\//, "").replace(/\.ya?ml$/, "");
  return { locale: { lang, path, tree, labels }, findings };
}

function collect(
  node: Node,
  name: string,
  labels: Label[],
  lines: LineCounter,
): LabelTree | LabelTree[] | string {
  if (isMap(node)) {
    const tree: LabelTree = {};
    for (const { key, value } of node.items) {
      const step = String(isScalar(key) ? key.value : key);
      if (value !== null)
        tree[step] = collect(value as Node, name === "" ? step : `${name}.${step}`, labels, lines);
    }
    return tree;
  }
  // Items of lists are shown by each; they take no values and need no name.
  if (isSeq(node)) return node.items.map((item) => collect(item as Node, "", [], lines) as LabelTree);
  const text = isScalar(node) ? String(node.value) : "";
  labels.push({ name: `t.${name}`, text, line: node.range ? lines.linePos(node.range[0]).line : 1 });
  return text;
}
