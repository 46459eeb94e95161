// In: a role document and its profile. Out: one entry per physical line of the file, in order: what it is and what was read in it.
// Judges nothing anew: it joins the profile to the lines, and names what stands between the statements. No line is left over.
import type { SourceDocument } from "../document/document.js";
import { type Block, readBlocks } from "./blocks.js";
import { cleanTitle } from "./clean-title.js";
import { frontMatterBlocks } from "./front-matter-blocks.js";
import type { Importance, Requirement, RoleProfile, SkillMention, UnmappedLine } from "./role-profile.js";

/** What a line of a role document can be. */
export const lineKinds = [
  "requirement",
  "no-skill",
  "not-a-demand",
  "title",
  /** A heading, a label or a table's head: says what stands below it. */
  "heading",
  /** A further line of the statement that begins at `from`. */
  "continued",
  "front-matter",
  "comment",
  "code",
  /** A line drawn: under a heading, below a table's head, or across the page. */
  "rule",
  /** HTML tags, an address, a picture or a list mark, without words. */
  "markup",
  "blank",
] as const;
export type LineKind = (typeof lineKinds)[number];

/** How a line, or one of several statements on it, was read. */
export interface LineReading {
  kind: LineKind;
  /** For a further line: the line on which its statement begins. */
  from?: number;
  /** Where a statement begins: all of it as a person reads it, without marks. */
  statement?: string;
  /** The same with the cells of other levels, where a ladder's row was cut to one level. */
  uncut?: string;
  importance?: Importance;
  importanceReason?: string;
  /** Those whose words stand on this line. */
  skills?: SkillMention[];
  alternatives?: string[][];
  section?: string;
  why?: UnmappedLine["why"];
  reason?: string;
  closest?: string[];
}

/** One physical line of the file. `also` holds what else begins on the same line: `nice_to_have: [Redis, patience]`. */
export interface ReadLine extends LineReading {
  line: number;
  /** As it stands in the file. */
  text: string;
  also?: LineReading[];
}

/** Accounts for every line of a document, once its profile is known. */
export function accountForLines(document: SourceDocument, profile: RoleProfile): ReadLine[] {
  const lines = document.text.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/);
  // The break that ends the last line begins no further one.
  if (lines.length > 1 && lines.at(-1) === "") lines.pop();
  const front = frontMatterBlocks(document);
  const blocks = [...front, ...readBlocks(document)];
  const structure = structureOf(document, lines, blocks);
  const readings = statedReadings(profile, blocks);
  addUnstated(readings, blocks, profile);

  return lines.map((text, at) => {
    const line = at + 1;
    const stated = (readings.get(line) ?? []).map((reading) => {
      // A comment or code can hold list marks: the reader accounts for them, but what they are is not "no demand".
      const isAside = reading.kind === "not-a-demand" && structure.asides.has(line);
      return isAside ? { ...reading, kind: structure.kindOf(line) } : reading;
    });
    const [first = { kind: structure.kindOf(line) }, ...also] = stated.sort(
      (a, b) => lineKinds.indexOf(a.kind) - lineKinds.indexOf(b.kind),
    );
    const read: ReadLine = { line, text, ...first };
    if (read.kind === "continued" && read.from === undefined) Object.assign(read, structure.above(line));
    if (read.kind === "not-a-demand" && read.why === undefined)
      Object.assign(read, { why: read.kind, reason: "holds nothing that is read as a statement" });
    if (also.length > 0) read.also = also;
    return read;
  });
}

type Readings = Map<number, LineReading[]>;

function note(readings: Readings, line: number, reading: LineReading): void {
  readings.set(line, [...(readings.get(line) ?? []), reading]);
}

/** What the profile says, by line. */
function statedReadings(profile: RoleProfile, blocks: readonly Block[]): Readings {
  const readings: Readings = new Map();
  const begins = new Set(blocks.map((block) => block.line));
  for (const requirement of profile.requirements) {
    const { line, text: statement, section, importance, importanceReason, alternatives } = requirement;
    const kind = kindOfRequirement(requirement, profile, blocks, begins);
    const reading: LineReading = { kind, statement, importance, importanceReason, section, skills: [] };
    if (alternatives) reading.alternatives = alternatives;
    const row = blocks.find((block) => block.line === line && block.kind === "row");
    if (row && row.columns.length > 0 && row.passage.text !== statement) reading.uncut = row.passage.text;
    note(readings, line, reading);
    for (const mention of requirement.skills) {
      const own = mention.line === line ? reading : continuation(readings, mention.line, requirement);
      own.skills?.push(mention);
      if (own !== reading) own.importance = strongest(own.skills ?? [], importance);
    }
  }
  for (const { line, text: statement, section, why, reason, closest } of profile.unmapped) {
    const kind = line === profile.titleLine && isTitleBlock(line, blocks) ? "title" : why;
    note(readings, line, { kind, statement, section, why, reason, ...(closest && { closest }) });
  }
  return readings;
}

function continuation(readings: Readings, line: number, { line: from }: Requirement): LineReading {
  const known = readings
    .get(line)
    ?.find((reading) => reading.kind === "continued" && reading.from === from && reading.skills);
  if (known) return known;
  const reading: LineReading = { kind: "continued", from, skills: [] };
  note(readings, line, reading);
  return reading;
}

/** A further line is as important as the most important skill on it. */
function strongest(mentions: readonly SkillMention[], whole: Importance): Importance {
  const found = mentions.map((mention) => mention.importance ?? whole);
  return (["must", "should", "nice"] as const).find((importance) => found.includes(importance)) ?? whole;
}

function kindOfRequirement(
  { line }: Requirement,
  profile: RoleProfile,
  blocks: readonly Block[],
  begins: ReadonlySet<number>,
): LineKind {
  if (line === profile.titleLine && isTitleBlock(line, blocks)) return "title";
  // A demand on a line where no statement begins was added by a correction.
  return begins.has(line) ? "requirement" : "front-matter";
}

/** The title is a line of its own, or a key of the front matter; in "We seek a Go developer" it is only part of a statement. */
function isTitleBlock(line: number, blocks: readonly Block[]): boolean {
  return blocks
    .filter((block) => block.line === line)
    .every((block) => block.kind === "heading" || block.kind === "label" || block.key !== undefined);
}

/** Adds what the profile leaves out: the title, headings without a skill, facts in front matter, further lines. */
function addUnstated(readings: Readings, blocks: readonly Block[], profile: RoleProfile): void {
  for (const block of blocks) {
    const { line, passage } = block;
    const structural = block.kind === "heading" || block.kind === "label" || block.key === "head";
    const stated = readings.has(line);
    if (!stated && structural) {
      const isTitle = line === profile.titleLine || cleanTitle(passage.text).title === profile.title;
      note(readings, line, { kind: isTitle ? "title" : "heading" });
    } else if (!stated)
      note(readings, line, {
        kind: block.key === undefined && line === profile.titleLine ? "title" : "front-matter",
      });
    const isFact = readings.get(line)?.every((reading) => reading.kind === "front-matter");
    for (const { line: further } of passage.starts) {
      if (further === line) continue;
      const known = readings.get(further) ?? [];
      if (known.some((reading) => reading.from === line)) continue;
      note(readings, further, isFact ? { kind: "front-matter" } : { kind: "continued", from: line });
    }
  }
  const { titleLine } = profile;
  if (titleLine === undefined) return;
  if (readings.get(titleLine)?.every(({ kind }) => kind === "front-matter") ?? true)
    readings.set(titleLine, [{ kind: "title" }]);
}

interface Structure {
  /** Lines on which the reader found a list mark that begins no statement. */
  asides: ReadonlySet<number>;
  /** What a line is on which no statement stands. */
  kindOf(line: number): LineKind;
  /** For a further line that no block claims: where its statement begins. */
  above(line: number): Partial<LineReading>;
}

/** Names the lines between the statements from their Markdown and HTML. */
function structureOf(
  document: SourceDocument,
  lines: readonly string[],
  blocks: readonly Block[],
): Structure {
  const code = new Set<number>();
  const spans: Span[] = [];
  for (const { type, map } of document.tokens) {
    if (!map) continue;
    const span = { from: map[0] + 1, to: map[1], html: type === "html_block" };
    if (type === "fence" || type === "code_block")
      for (let line = span.from; line <= span.to; line++) code.add(line);
    else if (span.html || type === "paragraph_open" || type === "heading_open") spans.push(span);
  }
  const unseen = unseenLines(lines, spans);

  const above = (line: number): Partial<LineReading> => {
    const span = spans.find(({ from, to, html }) => !html && line > from && line <= to);
    const begun = span && blocks.filter((block) => block.line >= span.from && block.line < line).at(-1);
    return begun ? { from: begun.line } : {};
  };

  const kindOf = (line: number): LineKind => {
    const text = lines[line - 1] ?? "";
    if (line < document.bodyLine) return "front-matter";
    if (text.trim() === "") return "blank";
    if (code.has(line)) return "code";
    const known = unseen.get(line);
    if (known) return known;
    const rest = text.replace(/<!--.*?-->/g, " ");
    if (/^[\s>]*[\s|:+*_=-]+$/.test(rest) && /(?:[-*_]\s*){3}|[-:]-|=/.test(rest)) return "rule";
    if (isMarkup(rest)) return "markup";
    return above(line).from === undefined ? "not-a-demand" : "continued";
  };
  return {
    asides: new Set(blocks.filter((block) => block.kind === "aside").map((block) => block.line)),
    kindOf,
    above,
  };
}

/** Lines of one block of text or HTML. */
interface Span {
  from: number;
  to: number;
  html: boolean;
}

/** Lines of text and HTML on which a reader of the page sees nothing: comments, scripts and styles, tags alone. */
function unseenLines(lines: readonly string[], spans: readonly Span[]): Map<number, LineKind> {
  const unseen = new Map<number, LineKind>();
  for (const { from, to, html } of spans) {
    const text = lines.slice(from - 1, to).join("\n");
    const shown = withoutComments(text, html);
    // NUL stands for what a script or style holds: a document with a NUL of its own is refused.
    const marked = html
      ? shown
          .replace(/<(script|style)\b[^<>]*>([\s\S]*?)(?:<\/\1\s*>|$)/gi, (_, _name, inner: string) =>
            blank(inner, "\0"),
          )
          .replace(/<\/?[a-z][^<>]*>/gi, (tag) => blank(tag))
      : shown;
    const bare = marked.split("\n");
    shown.split("\n").forEach((line, at) => {
      const rest = bare[at] ?? "";
      if (line.trim() === "") unseen.set(from + at, "comment");
      else if (rest.includes("\0")) unseen.set(from + at, "code");
      else if (html && rest.trim() === "") unseen.set(from + at, "markup");
    });
  }
  return unseen;
}

/** Blanks comments. One that is never closed hides the rest of an HTML block, but stands as text in a paragraph. */
function withoutComments(text: string, html: boolean): string {
  let shown = "";
  let at = 0;
  for (;;) {
    const open = text.indexOf("<!--", at);
    const close = open < 0 ? -1 : text.indexOf("-->", open + 4);
    if (open < 0 || (close < 0 && !html)) return shown + text.slice(at);
    const end = close < 0 ? text.length : close + 3;
    shown += text.slice(at, open) + blank(text.slice(open, end));
    at = end;
  }
}

/** Blanks a text but keeps its lines. */
function blank(text: string, filler = " "): string {
  return text.replace(/\S/g, filler);
}

/** Nothing that a person reads: tags, addresses, link definitions, pictures, list marks. */
function isMarkup(text: string): boolean {
  if (/^[\s>]*\[[^\]]+\]:\s*\S/.test(text)) return true;
  const words = text
    .replace(/<[^<>]*>|&#?\w+;/g, " ")
    .replace(/!\[\]\([^()]*\)/g, " ")
    .replace(/^[\s>]*\[!\w+\]/, " ")
    .replace(/^[\s>]*(?:\d{1,9}[.)]|\(?[a-z]\))(?=\s|$)/, " ");
  return !/[\p{L}\p{N}]/u.test(words);
}
