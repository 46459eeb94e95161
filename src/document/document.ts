// In: the path and bytes of one file. Out: a SourceDocument (front matter, body, tokens, sections; each with its line) and findings.
// The only way a document enters the program. Knows nothing of roles, questions or plans.
import { type Diagnostic, diagnose, type Position } from "./diagnostic.js";
import { type DataPath, type FrontMatterOptions, readFrontMatter } from "./front-matter.js";
import { withoutHidden } from "./hidden-characters.js";
import { markdownTokens, type Token } from "./markdown.js";
import { type Section, sectionsOf } from "./sections.js";
import { surplusCells } from "./surplus-cells.js";
import { decodeText } from "./text.js";

/** One file as read; hidden characters are taken out of all but `text`. Lines are those of the file as it stands, 1-based; `token.map` counts the same lines from 0. */
export interface SourceDocument {
  path: string;
  text: string;
  data: Record<string, unknown>;
  valueAt(path: DataPath): Position;
  keyAt(path: DataPath): Position;
  body: string;
  bodyLine: number;
  tokens: Token[];
  sections: Section[];
}

/** Somewhere below the head of every table. */
const perhapsTable = /[|:] ?-|- ?[|:]/;
/** A list in a list is two levels. Beyond 100 the Markdown reader leaves text out. */
const deepestLevel = 90;
/** Marks of quotes and lists one behind the other, or one far to the right: only then are the levels worth counting. */
const perhapsDeep = /^(?:[ \t]*(?:>|[-*+][ \t]|\d{1,9}[.)][ \t])){12}|^[ \t]{40,}(?:[-*+>]|\d{1,9}[.)])/m;

/** Reads one document; `foreign` takes encodings of other programs too. Without a `document` the file could not be read at all; `findings` then says why. */
export function readDocument(
  path: string,
  bytes: Uint8Array,
  options: FrontMatterOptions & { foreign?: boolean } = {},
): { document?: SourceDocument; findings: Diagnostic[] } {
  const decoded = decodeText(path, bytes, options.foreign);
  if (!("text" in decoded)) return { findings: [decoded.finding] };
  const { text, findings: hidden } = withoutHidden(path, decoded.text);
  const { front, findings } = readFrontMatter(path, text, options);
  let tokens: Token[] | undefined;
  const isDeep = perhapsDeep.test(front.body);
  if (isDeep) {
    tokens = markdownTokens(front.body, front.bodyLine);
    findings.push(...nestingFindings(path, tokens));
  }
  if (front.body.includes("|") && perhapsTable.test(front.body)) {
    tokens ??= markdownTokens(front.body, front.bodyLine);
    findings.push(...surplusCells(path, front.body, front.bodyLine, tokens));
  }
  return {
    document: {
      path,
      text: decoded.text,
      data: front.data,
      valueAt: front.valueAt,
      keyAt: front.keyAt,
      body: front.body,
      bodyLine: front.bodyLine,
      // Read when they are asked for: a question is read by its headings, and a bank holds thousands.
      get tokens() {
        tokens ??= markdownTokens(front.body, front.bodyLine);
        return tokens;
      },
      sections: sectionsOf(front.body, front.bodyLine, isDeep),
    },
    findings: [...(decoded.finding ? [decoded.finding] : []), ...hidden, ...findings],
  };
}

function nestingFindings(path: string, tokens: readonly Token[]): Diagnostic[] {
  const deep = tokens.find(({ level }) => level >= deepestLevel);
  if (!deep) return [];
  const place = { line: (deep.map?.[0] ?? 0) + 1, column: 1 };
  const message = `lists and quotes stand in each other deeper than ${deepestLevel / 2} levels`;
  return [diagnose("deep-nesting", path, place, message, "Write it flatter.")];
}
