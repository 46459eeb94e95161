// In: every line of the role document with how it was read. Out: the screen page on which a hiring manager checks the reading:
// the original beside its reading, and for each line the front matter that would set it right.
import { inertParts, inertText } from "../document/inert-text.js";
import { type LineKind, type LineReading, lineKinds, type ReadLine } from "../role/account-for-lines.js";
import {
  ignoreCorrection,
  ignorer,
  levelCorrection,
  skillsCorrection,
  titleCorrection,
} from "../role/correction-lines.js";
import { markMatches } from "../role/matched-words.js";
import { type Importance, roleLevels } from "../role/role-profile.js";
import { type Count, counted } from "./figures.js";
import type { Loop, RoleHead } from "./loop.js";

type ToIgnore = ReturnType<typeof ignorer>;

/** One of the names is true; labels are chosen by it. */
type OneOf<Name extends string> = Record<Name, boolean>;
/** Kinds by their names in templates, where a hyphen cannot stand. */
type KindName = "noSkill" | "notADemand" | "frontMatter" | Exclude<LineKind, `${string}-${string}`>;

export interface ReadingModel {
  role: RoleHead;
  titleReason: string;
  titleFix: string;
  /** Empty where the document states none. */
  level: string;
  plannedLevel: string;
  levelReason: string;
  levelFix: string;
  levels: string;
  lineCount: Count;
  /** Kinds that occur, in the order of their weight for whoever checks. */
  kinds: { kind: OneOf<KindName>; count: number }[];
  /** What demands something that no skill stands for: to be looked at first. */
  open: { line: number; text: string }[];
  rows: ReadingRow[];
}

export interface ReadingRow {
  line: number;
  blank: boolean;
  /** A title or heading, to find one's way by. */
  heading: boolean;
  /** Shown smaller: nothing is demanded on this line. */
  quiet: boolean;
  parts: { text: string; matched: boolean; named: boolean }[];
  readings: ReadingView[];
}

export interface ReadingView {
  kind: OneOf<KindName>;
  /** The line that a further line continues; 0 for every other. */
  from: number;
  importance: OneOf<Importance>;
  reason: string;
  skills: SkillView[];
  /** "FastAPI or Django": either is enough. */
  ways: string[];
  closest: string;
  fixes: string[];
  /** The words to ignore are also a section's title: everything below it would be ignored too. */
  wholeSection: boolean;
}

export interface SkillView {
  name: string;
  /** The words that led to it, where they differ from its name. */
  words: string;
  /** No competency lists it. */
  uncatalogued: boolean;
  /** Only where it differs from the line's. */
  importance: OneOf<Importance>;
}

/** Composes the page that shows the document as read. */
export function composeReading(loop: Loop): ReadingModel {
  const { role, reading } = loop.input;
  const toIgnore = ignorer(role);
  return {
    role: loop.role,
    titleReason: role.titleReason,
    titleFix: titleCorrection(role),
    level: role.level === "unspecified" ? "" : role.level,
    plannedLevel: role.plannedLevel,
    levelReason: role.levelReason,
    levelFix: levelCorrection(role),
    levels: roleLevels.join(", "),
    lineCount: counted(reading.length),
    kinds: lineKinds.flatMap((kind) => {
      const count = reading.filter((line) => line.kind === kind).length;
      return count > 0 ? [{ kind: kindFlags(kind), count }] : [];
    }),
    open: reading.flatMap((line) =>
      [line, ...(line.also ?? [])]
        .filter(({ kind }) => kind === "no-skill")
        .map(({ statement = line.text }) => ({ line: line.line, text: inertText(shortened(statement)) })),
    ),
    rows: reading.map((line) => rowOf(line, toIgnore)),
  };
}

function rowOf(line: ReadLine, toIgnore: ToIgnore): ReadingRow {
  const readings = [line, ...(line.also ?? [])];
  const mentions = readings.flatMap(({ skills = [] }) => skills);
  return {
    line: line.line,
    blank: line.kind === "blank",
    heading: line.kind === "title" || line.kind === "heading",
    quiet: mentions.length === 0 && !["no-skill", "title", "heading", "continued"].includes(line.kind),
    parts: markMatches(line.text, mentions).flatMap(({ text, matched }) =>
      inertParts(text).map((part) => ({ ...part, matched })),
    ),
    readings: readings.map((reading) => viewOf(reading, toIgnore)),
  };
}

function viewOf(reading: LineReading, toIgnore: ToIgnore): ReadingView {
  const { kind, from = 0, importance, importanceReason, skills = [], alternatives = [] } = reading;
  const statement = reading.statement ?? "";
  const isStatement = (kind === "requirement" || kind === "no-skill") && statement !== "";
  const ignored = isStatement ? toIgnore(reading.uncut ?? statement) : undefined;
  const fixes: string[] = [];
  if (kind !== "front-matter" && skills.length > 0)
    fixes.push(skillsCorrection("drop", [...new Set(skills.map(({ skill }) => skill))]));
  if (kind === "no-skill" && reading.closest) fixes.push(skillsCorrection("add", reading.closest));
  if (ignored) fixes.push(ignoreCorrection(ignored.words));
  return {
    kind: kindFlags(kind),
    from,
    importance: importanceFlags(importance),
    // What a demand without a skill lacks is already said by its kind.
    reason: kind === "no-skill" ? "" : inertText(importanceReason ?? reading.reason ?? ""),
    skills: skills.map(({ skill, matched, uncatalogued, importance: own }) => ({
      name: skill,
      words: matched.toLowerCase() === skill.toLowerCase() ? "" : inertText(matched),
      uncatalogued: uncatalogued === true,
      importance: importanceFlags(own === importance ? undefined : own),
    })),
    ways: alternatives.map((names) => names.join(" / ")),
    closest: (reading.closest ?? []).join(", "),
    fixes,
    wholeSection: ignored?.wholeSection ?? false,
  };
}

function kindFlags(kind: LineKind): OneOf<KindName> {
  return {
    requirement: kind === "requirement",
    noSkill: kind === "no-skill",
    notADemand: kind === "not-a-demand",
    title: kind === "title",
    heading: kind === "heading",
    continued: kind === "continued",
    frontMatter: kind === "front-matter",
    comment: kind === "comment",
    code: kind === "code",
    rule: kind === "rule",
    markup: kind === "markup",
    blank: kind === "blank",
  };
}

function importanceFlags(importance: Importance | undefined): OneOf<Importance> {
  return { must: importance === "must", should: importance === "should", nice: importance === "nice" };
}

const longestOpen = 120;

function shortened(text: string): string {
  const characters = [...text];
  return characters.length <= longestOpen
    ? text
    : `${characters
        .slice(0, longestOpen - 1)
        .join("")
        .trimEnd()}…`;
}
