// In: the entries of a table, and the bank as it stands. Out: the question files to write, and for each entry what became of it.
// An entry that is there already changes nothing, also when its file has been edited since. Writes nothing itself.
import { createHash } from "node:crypto";
import { idOf, idPattern } from "../authoring/identifier.js";
import { type QuestionDraft, questionText, usualMinutes } from "../authoring/question-text.js";
import { questionLevels, questionStatuses, type Rating } from "../bank/question-bank.js";
import type { BankReading } from "../bank/read-bank.js";
import { readQuestion } from "../bank/read-question.js";
import type { Diagnostic } from "../document/diagnostic.js";
import { readDocument } from "../document/document.js";
import type { Column } from "./columns.js";
import { kindOf, kindOfWording, levelsOf, minutesOf, statusOf } from "./interpret.js";
import { type Names, namesOf, placeQuestion } from "./place-question.js";
import { type Entry, rowFinding, type Table } from "./read-table.js";

/** What became of one entry. `missing` are parts to write, `guessed` facts that no word of the row said. */
export interface ImportedRow {
  row: number;
  action: "added" | "there already";
  id: string;
  path: string;
  missing: string[];
  guessed: string[];
}

export interface Import {
  rows: ImportedRow[];
  files: { path: string; text: string }[];
  findings: Diagnostic[];
}

export interface ImportOptions {
  /** For questions that name no known competency. */
  competency?: string;
}

/** Turns entries into files. `path` is the table's, for findings. */
export function importQuestions(
  path: string,
  table: Table,
  reading: BankReading,
  options: ImportOptions = {},
): Import {
  const names = namesOf(reading.bank);
  const known = knownQuestions(reading);
  const result: Import = { rows: [], files: [], findings: [...table.findings] };
  for (const entry of table.entries) {
    const made = makeDraft(entry, names, options.competency);
    if ("why" in made) {
      result.findings.push(rowFinding(path, entry, made.why, made.hint));
      continue;
    }
    const { draft, guessed, competency, wording } = made;
    const there =
      (made.id === undefined ? undefined : known.ids.get(made.id)) ??
      known.origins.get(made.origin) ??
      known.wordings.get(sameWords(wording));
    if (there) {
      result.rows.push({ row: entry.row, action: "there already", ...there, missing: [], guessed: [] });
      continue;
    }
    const id = made.id ?? freeId(draft.title, made.origin, known.ids);
    const target = `questions/${competency}/${id}.md`;
    const written = writeDraft(
      id,
      competency,
      made.id === undefined ? { ...draft, imported: made.origin } : draft,
    );
    if ("why" in written) {
      result.findings.push(rowFinding(path, entry, written.why));
      continue;
    }
    const one = { id, path: target };
    known.ids.set(id, one);
    known.origins.set(made.origin, one);
    known.wordings.set(sameWords(wording), one);
    result.files.push({ path: target, text: written.text });
    result.rows.push({ row: entry.row, action: "added", ...one, missing: written.missing, guessed });
  }
  return result;
}

interface Known {
  ids: Map<string, { id: string; path: string }>;
  origins: Map<string, { id: string; path: string }>;
  wordings: Map<string, { id: string; path: string }>;
}

/** Every file of the bank by what it can be known by; a file that is broken now is known all the same. */
function knownQuestions({ documents, bank }: BankReading): Known {
  const known: Known = { ids: new Map(), origins: new Map(), wordings: new Map() };
  for (const [path, { data }] of documents) {
    const id = path.replace(/^.*\//, "").replace(/\.md$/, "");
    if (id === "competency") continue;
    known.ids.set(id, { id, path });
    if (typeof data.imported === "string") known.origins.set(data.imported, { id, path });
  }
  for (const { id, path, wording } of bank.questions) known.wordings.set(sameWords(wording), { id, path });
  return known;
}

interface Made {
  id: string | undefined;
  /** By what a second import knows the entry, whatever has been edited since: its number in the other tool, or the hash of its words. */
  origin: string;
  wording: string;
  competency: string;
  draft: QuestionDraft;
  guessed: string[];
}

function makeDraft(
  entry: Entry,
  names: Names,
  fallback: string | undefined,
): Made | { why: string; hint?: string } {
  const one = (column: Column): string => [entry.values[column] ?? ""].flat().join("\n").trim();
  const some = (column: Column): string[] => listOf(entry.values[column]);
  const title = one("title");
  // A table with one column of texts may call it the title.
  const wording = one("question") || title;
  if (wording === "") return { why: "no question stands in it" };
  const guessed: string[] = [];
  const orGuess = <T>(name: string, value: T | undefined, guess: T): T => {
    if (value !== undefined) return value;
    guessed.push(name);
    return guess;
  };
  const categories = [...some("competency")];
  const placed = placeQuestion(
    { category: categories, tags: some("skills"), words: `${title} ${wording}` },
    names,
    fallback,
  );
  if ("why" in placed) return placed;
  // Some tools have one column for both: "Behavioral", "System design".
  const kind = orGuess(
    "kind",
    kindOf(one("kind")) ??
      categories.map(kindOf).find((known) => known !== undefined) ??
      kindOfWording(wording),
    "technical",
  );
  const levels = orGuess("levels", levelsOf(some("levels").join(" ")), ["mid", "senior"] as const);
  const minutes = orGuess("minutes", minutesOf(one("minutes")), usualMinutes[kind]);
  const anchors = (["1 poor", "2 mixed", "3 good", "4 excellent"] as const).flatMap((column) => {
    const text = one(column);
    return text === "" ? [] : [{ rating: Number(column[0]) as Rating, text }];
  });
  const stated = one("id");
  const isId = idPattern.test(stated) && /[a-z]/.test(stated) && !/^[0-9a-f]{8}-[0-9a-f]{4}-/.test(stated);
  const status =
    statusOf(one("status")) ?? questionStatuses.find((known) => known === one("status").toLowerCase());
  const optional = (key: "owner" | "reviewed" | "reason" | "lang" | "imported") => {
    const value = one(key);
    const valid = key !== "reviewed" || /^\d{4}-\d{2}-\d{2}$/.test(value);
    return value !== "" && valid ? { [key]: value } : {};
  };
  const draft: QuestionDraft = {
    title: title === "" || title === wording ? orGuess("title", undefined, titleOf(wording)) : title,
    skills: placed.skills,
    kind,
    levels: questionLevels.filter((level) => (levels as readonly string[]).includes(level)),
    minutes,
    status: status ?? "draft",
    enemies: some("enemies"),
    ...optional("owner"),
    ...optional("reviewed"),
    ...optional("reason"),
    ...optional("lang"),
    ...optional("imported"),
    wording,
    ...(one("exhibit") !== "" && { exhibit: one("exhibit") }),
    probes: itemsOf(entry.values.probes),
    rubric: anchors,
    redFlags: itemsOf(entry.values["red flags"]),
    background: one("background"),
  };
  return {
    id: isId ? stated : undefined,
    origin: stated !== "" && !isId ? stated : hashOf(sameWords(wording)),
    wording,
    competency: placed.competency,
    draft,
    guessed: [...placed.guessed, ...guessed],
  };
}

/** The file's text, once it is read back with the words that came in. Words that look like headings are written as words. */
function writeDraft(
  id: string,
  competency: string,
  draft: QuestionDraft,
): { text: string; missing: string[] } | { why: string } {
  let why = "";
  for (const one of [draft, inert(draft)]) {
    const status = questionText(one).missing.length > 0 ? "draft" : one.status;
    const { text, missing } = questionText({ ...one, status });
    const path = `questions/${competency}/${id}.md`;
    const { document, findings } = readDocument(path, new TextEncoder().encode(text));
    const read = document ? readQuestion(id, competency, document) : undefined;
    const error = [...findings, ...(read?.findings ?? [])].find(({ severity }) => severity === "error");
    if (!error && read?.question?.title === one.title && read.question.wording === one.wording?.trim())
      return { text, missing };
    why = error
      ? `as a file it could not be read: ${error.message}`
      : "its words would not be read back as they are";
  }
  return { why };
}

/** The same with headings, front matter and fences in its texts turned into plain words. */
function inert(draft: QuestionDraft): QuestionDraft {
  const plain = (text: string) => text.replace(/^(\s{0,3})(#{1,6}(?=\s|$)|[-=]{3,}\s*$|```|~~~)/gm, "$1\\$2");
  const line = (text: string) => plain(text.replace(/\s+/g, " ").trim());
  return {
    ...draft,
    title: line(draft.title).replace(/[\\`*_<>]/g, ""),
    wording: plain(draft.wording ?? ""),
    background: plain(draft.background ?? ""),
    probes: (draft.probes ?? []).map(line),
    redFlags: (draft.redFlags ?? []).map(line),
    rubric: (draft.rubric ?? []).map((anchor) => ({ ...anchor, text: plain(anchor.text) })),
  };
}

/** The id of a title; with some digits of its origin where another question has the name. */
function freeId(title: string, origin: string, taken: ReadonlyMap<string, unknown>): string {
  const id = idOf(title);
  if (id !== "" && id !== "competency" && !taken.has(id)) return id;
  return `${id === "" ? "question" : id}-${hashOf(origin).slice(0, 6)}`;
}

/** The first words of a question, as a title of at most 60 characters. */
function titleOf(wording: string): string {
  const first =
    wording
      .split(/[\n.?!;:](?:\s|$)/)[0]
      ?.replace(/\s+/g, " ")
      .trim() ?? "";
  const short =
    first.length <= 60
      ? first
      : first
          .slice(0, 61)
          .replace(/\s+\S*$/, "")
          .slice(0, 60);
  const bare = short.replace(/[#\\`*_<>[\]]/g, "").trim();
  return bare.length >= 3 ? bare : `Question ${hashOf(wording).slice(0, 6)}`;
}

function sameWords(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}

/** Names in one cell: with semicolons between, else with commas, bars or line breaks. */
function listOf(value: string | string[] | undefined): string[] {
  const texts = [value ?? []].flat();
  return texts
    .flatMap((text) => (text.includes(";") ? text.split(";") : text.split(/[,|\n]/)))
    .map((text) => text.trim())
    .filter((text) => text !== "");
}

/** Sentences in one cell: one a line, with or without bullets. */
function itemsOf(value: string | string[] | undefined): string[] {
  const lines = [value ?? []]
    .flat()
    .flatMap((text) => text.split(/\r?\n/))
    .map((text) => text.trim())
    .filter((text) => text !== "");
  const bullet = /^(?:[-*•–]|\d{1,2}[.)])\s+/;
  return lines.length > 1 && lines.every((line) => bullet.test(line))
    ? lines.map((line) => line.replace(bullet, ""))
    : lines;
}
