// In: the text of one document. Out: its front matter as data, the place of every key and value, and where the body begins.
// Only YAML is read, and TOML as far as it can be written as YAML. Nothing in front matter is ever executed, and aliases cannot be used to exhaust memory.
import matter from "gray-matter";
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import { type Diagnostic, diagnose, type Position } from "./diagnostic.js";
import { type Mend, mendYaml } from "./mend-yaml.js";
import { plainKeyAt, readPlainYaml } from "./plain-yaml.js";
import { yamlFromToml } from "./yaml-from-toml.js";

/** A path into front matter: keys and list indexes, outermost first. */
export type DataPath = readonly (string | number)[];

export interface FrontMatter {
  data: Record<string, unknown>;
  /** Place of a value; of the nearest existing parent when the value is absent. */
  valueAt(path: DataPath): Position;
  /** Place of a key; of its value or parent when there is none. */
  keyAt(path: DataPath): Position;
  body: string;
  /** The file's line on which the body begins, 1-based. */
  bodyLine: number;
}

const refuse = (): never => {
  throw new Error("front matter is never executed");
};

export interface FrontMatterOptions {
  /** Front matter that no reader of YAML takes is read as far as it can be, with warnings, as in pages that other tools made; but never these keys. */
  mendAllBut?: readonly string[];
}

/** Splits and reads front matter. All YAML errors are returned at once; the body is readable even then. */
export function readFrontMatter(
  path: string,
  text: string,
  options: FrontMatterOptions = {},
): { front: FrontMatter; findings: Diagnostic[] } {
  const findings: Diagnostic[] = [];
  const plus = text.startsWith("+++")
    ? /^\+\+\+[^\S\r\n]*\r?\n[\s\S]*?^\+\+\+[^\S\r\n]*$/m.exec(text)?.[0]
    : undefined;
  if (plus !== undefined) return readFrontMatter(path, yamlFromToml(plus) + text.slice(plus.length), options);
  const opening = /^---([^\r\n]*)(\r?\n|$)/.exec(text);
  if (!opening || opening[1]?.startsWith("-")) return { front: none(text, 1), findings };

  const language = (opening[1] ?? "").trim();
  const closing =
    /\r?\n---[^\S\r\n]*(?=\r?\n|$)/.exec(text) ?? (options.mendAllBut && endOfKeys(path, text, findings));
  if (language !== "" && language.toLowerCase() !== "yaml" && language.toLowerCase() !== "yml") {
    findings.push(
      diagnose(
        "unsafe-front-matter",
        path,
        { line: 1, column: 4 },
        `front matter in "${language}" is refused, expected YAML`,
        "Write --- alone on the first line and YAML below it.",
      ),
    );
    const end = closing ? closing.index + closing[0].length : 0;
    return {
      front: none(text.slice(end).replace(/^\r?\n/, ""), closing ? lineOf(text, end) + 1 : 1),
      findings,
    };
  }
  if (!closing) {
    // A document that opens with a thematic break has no front matter at all.
    if (!/^[\w-]+\s*:/m.test(text.slice(opening[0].length).split(/\r?\n/, 1)[0] ?? "")) {
      return { front: none(text, 1), findings };
    }
    findings.push(
      diagnose(
        "unclosed-front-matter",
        path,
        { line: 1, column: 1 },
        "found --- on line 1, expected a second --- line after the last key",
        "Add a line with --- below the last key.",
      ),
    );
    return { front: none("", lineOf(text, text.length)), findings };
  }

  const bodyStart = closing.index + closing[0].length;
  const rest = text.slice(bodyStart);
  const body = rest.slice(/^\r?\n/.exec(rest)?.[0].length ?? 0);
  const bodyLine = lineOf(text, bodyStart) + 1;
  if (bodyStart > longest) {
    const message = `${bodyStart} characters of front matter, expected at most ${longest}`;
    findings.push(diagnose("document-too-large", path, { line: 1, column: 1 }, message));
    return { front: none(body, bodyLine), findings };
  }

  let lines = new LineCounter();
  let root: Node | null = null;
  let failed = false;
  let isText = false;
  const parse = (source: string): Record<string, unknown> => {
    // gray-matter trims the opening line away but keeps its line break: pad, so that line numbers are the file's own.
    // It cuts at the line feed before the closing line, which leaves half of a Windows line break behind.
    let document = readYaml(source.replace(/\r$/, ""), lines);
    if (options.mendAllBut && document && document.errors.length > 0) {
      const mended = mendYaml(source.replace(/\r$/, ""), options.mendAllBut);
      const counter = new LineCounter();
      const again = mended && readYaml(mended.source, counter);
      if (mended && again?.errors.length === 0) {
        [document, lines] = [again, counter];
        findings.push(...mended.mends.map((mend) => mendFinding(path, mend)));
      }
    }
    if (!document || depthOf(document.contents, inYaml) > deepest) {
      failed = true;
      const message = `values stand in each other deeper than ${deepest} levels`;
      findings.push(diagnose("deep-nesting", path, { line: 2, column: 1 }, message, "Write it flatter."));
      return {};
    }
    for (const error of document.errors.slice(0, mostErrors)) {
      failed = true;
      const place = lines.linePos(error.pos[0]);
      findings.push(
        diagnose(
          "invalid-front-matter",
          path,
          { line: place.line, column: place.col },
          firstSentence(error.message),
          yamlHint(error.code),
        ),
      );
    }
    if (failed) return {};
    root = document.contents;
    if (root === null) return {};
    if (!isMap(root)) {
      failed = true;
      if (options.mendAllBut) {
        isText = true;
        return {};
      }
      findings.push(
        diagnose(
          "invalid-front-matter",
          path,
          { line: 2, column: 1 },
          "expected keys and values (key: value)",
        ),
      );
      return {};
    }
    try {
      const data = document.toJS({ maxAliasCount: 100 }) as Record<string, unknown>;
      if (depthOf(data, inData) > deepest) throw new Error("a value holds itself");
      return data;
    } catch (error) {
      failed = true;
      const reason = error instanceof Error ? error.message : String(error);
      findings.push(diagnose("invalid-front-matter", path, { line: 2, column: 1 }, reason));
      return {};
    }
  };
  // What is plain enough is read without gray-matter and a tree; it gets the tree when somebody asks for a place.
  const source = opening[1] === "" ? text.slice(3, closing.index) : "";
  const plain = readPlainYaml(source);
  let unparsed = plain && source;
  // Options are always passed: without them gray-matter caches, and bad YAML would pass as {} the second time.
  const data =
    plain ??
    (matter(`${text.slice(0, closing.index)}\n---\n`, {
      language: "yaml",
      engines: {
        yaml: { parse, stringify: refuse },
        json: { parse: refuse, stringify: refuse },
        javascript: { parse: refuse, stringify: refuse },
      },
    }).data as Record<string, unknown>);
  // Lines between two rules are text, where nobody promised keys.
  if (isText)
    return { front: none(text, 1), findings: findings.filter(({ code }) => code !== "mended-front-matter") };
  const treeOf = (): Node | null => {
    if (unparsed !== undefined) root = readYaml(unparsed, lines)?.contents ?? null;
    unparsed = undefined;
    return root;
  };
  const place = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  return {
    front: {
      data: failed ? {} : data,
      valueAt: (target) => find(treeOf(), target, "value", place),
      keyAt: (target) =>
        (unparsed !== undefined && plainKeyAt(unparsed, target)) || find(treeOf(), target, "key", place),
      body,
      bodyLine,
    },
    findings,
  };
}

/** Where front matter that is never closed ends: before the first line that is no key, list or indented value. */
function endOfKeys(
  path: string,
  text: string,
  findings: Diagnostic[],
): { index: number; 0: string } | undefined {
  const keys =
    /^---[^\S\r\n]*(?:\r?\n(?:[\p{L}_$][\p{L}\p{N}_ -]*:(?=\s|$)|[ \t]+\S|- |[\]}]).*)+(?=\r?\n|$)/u.exec(
      text,
    )?.[0];
  if (keys === undefined) return undefined;
  const line = lineOf(text, keys.length);
  findings.push(
    diagnose(
      "mended-front-matter",
      path,
      { line, column: 1 },
      `found --- on line 1 and no second one; read as if it stood below line ${line}`,
      `Add a line with --- below line ${line}.`,
    ),
  );
  return { index: keys.length, 0: "" };
}

function mendFinding(path: string, { key, place, reason, code }: Mend): Diagnostic {
  const read = code === "DUPLICATE_KEY" ? "both are read" : "it was read as if in quotes";
  const hint = yamlHint(code) ?? "Put the value in quotes, or the brackets in one line.";
  return diagnose("mended-front-matter", path, place, `${key}: ${reason}; ${read}`, hint);
}

/** Deeper than any front matter, and shallow enough for whoever walks it by calling itself. */
const deepest = 40;
/** Whoever has mended these sees the rest. */
const mostErrors = 20;
/** Real front matter has some lines; a reader of YAML needs seconds for a megabyte. */
const longest = 100_000;

/** Undefined for what is nested too deep to be read at all. */
function readYaml(source: string, lineCounter: LineCounter): ReturnType<typeof parseDocument> | undefined {
  try {
    return parseDocument(source, { lineCounter, prettyErrors: false, stringKeys: true, logLevel: "silent" });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** How many groups and lists stand in each other, one more than `deepest` for all that are deeper. */
function depthOf(root: unknown, children: (node: unknown) => unknown[]): number {
  let depth = 0;
  // One value may stand in many places, and in itself.
  for (let level = [root]; level.length > 0 && depth <= deepest; depth++)
    level = [...new Set(level.flatMap(children))];
  return depth;
}

const inYaml = (node: unknown): unknown[] =>
  isMap(node) ? node.items.flatMap(({ key, value }) => [key, value]) : isSeq(node) ? node.items : [];
const inData = (value: unknown): unknown[] =>
  typeof value === "object" && value !== null ? Object.values(value) : [];

function none(body: string, bodyLine: number): FrontMatter {
  const top = () => ({ line: 1, column: 1 });
  return { data: {}, valueAt: top, keyAt: top, body, bodyLine };
}

/** Walks the YAML tree as far as the path goes and gives the place of the last thing found. */
function find(
  root: Node | null,
  path: DataPath,
  what: "key" | "value",
  place: (offset: number) => Position,
): Position {
  let node: unknown = root;
  let position: Position = { line: 1, column: 1 };
  path.forEach((step, index) => {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
      if (!pair) {
        node = undefined;
        return;
      }
      const last = index === path.length - 1;
      const shown = (what === "key" && last ? pair.key : (pair.value ?? pair.key)) as Node | null;
      if (shown?.range) position = place(shown.range[0]);
      node = pair.value;
    } else if (isSeq(node) && typeof step === "number") {
      const item = node.items[step] as Node | undefined;
      if (item?.range) position = place(item.range[0]);
      node = item;
    }
  });
  return position;
}

function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let i = text.indexOf("\n"); i >= 0 && i < offset; i = text.indexOf("\n", i + 1)) line++;
  return line;
}

function firstSentence(message: string): string {
  return (message.split("\n")[0] ?? message).replace(/ at line \d+, column \d+:?$/, "");
}

function yamlHint(code: string): string | undefined {
  if (code === "DUPLICATE_KEY") return "Keep one of the two.";
  if (code === "BLOCK_AS_IMPLICIT_KEY" || code === "MULTILINE_IMPLICIT_KEY")
    return 'Put a value that contains ": " in quotes.';
  if (code === "TAB_AS_INDENT") return "Indent with spaces.";
  return undefined;
}
