// In: every line of a role document with how it was read. Out: the text that `explain` begins with: number, kind, line, skills.
// A line of the document takes one line of the terminal; what was read in it stands below it in full.
import pc from "picocolors";
import { inertText } from "../document/inert-text.js";
import type { LineKind, LineReading, ReadLine } from "../role/account-for-lines.js";
import { markMatches } from "../role/matched-words.js";
import { roleLevels } from "../role/role-profile.js";

type Paint = (text: string) => string;

/** The kind of a line in a word of at most nine letters. */
const marks: Record<Exclude<LineKind, "requirement">, { mark: string; paint: Paint }> = {
  "no-skill": { mark: "no skill", paint: pc.yellow },
  "not-a-demand": { mark: "no demand", paint: pc.dim },
  title: { mark: "title", paint: pc.bold },
  heading: { mark: "heading", paint: pc.bold },
  continued: { mark: "…", paint: pc.dim },
  "front-matter": { mark: "front", paint: pc.dim },
  comment: { mark: "comment", paint: pc.dim },
  code: { mark: "code", paint: pc.dim },
  rule: { mark: "rule", paint: pc.dim },
  markup: { mark: "markup", paint: pc.dim },
  blank: { mark: "", paint: pc.dim },
};
const importancePaint = { must: pc.green, should: pc.cyan, nice: pc.blue } as const;

const markWidth = 9;

/** The document as read, in lines of at most `width` columns. */
export function explainReading(path: string, reading: readonly ReadLine[], width: number): string {
  const digits = Math.max(3, String(reading.length).length);
  const indent = " ".repeat(digits + 2 + markWidth + 2);
  const room = Math.max(20, width - indent.length);
  const lines = [pc.bold(`The document as read: ${inertText(path)}`)];
  for (const line of reading) {
    const number = pc.dim(String(line.line).padStart(digits));
    const isDemand = (line.skills ?? []).length > 0 || line.kind === "no-skill";
    const isQuiet = !isDemand && !["title", "heading", "continued", "requirement"].includes(line.kind);
    const text = fittedText(line, room);
    lines.push(`${number}  ${markOf(line)}  ${isQuiet ? pc.dim(text) : text}`.trimEnd());
    [line, ...(line.also ?? [])].forEach((one, at) => {
      // What else stands on the same line is marked on its own.
      const lead = at === 0 ? indent : `${" ".repeat(digits + 2)}${markOf(one)}  `;
      wrapped(detailsOf(one), one.skills ? ", " : " ", room).forEach((detail, index) => {
        lines.push(`${index === 0 ? lead : indent}${one.skills ? pc.cyan(detail) : pc.dim(detail)}`);
      });
    });
  }
  return lines.join("\n");
}

/** The keys of the front matter that correct a reading. */
export function explainCorrections(): string {
  const rows = [
    ["title: …", "what the role is called"],
    ["level: …", `one of ${roleLevels.join(", ")}`],
    ["skills: { add: […], drop: […] }", "skills that the document demands, or does not"],
    ["weights: { Python: 9 }", "how much a skill or competency counts, 1 to 100"],
    ['ignore: ["…"]', "titles of sections, or words of lines, that demand nothing"],
  ];
  return [
    pc.bold("Correct it in front matter"),
    pc.dim("At the top of the document, between two lines of three hyphens (---):"),
    ...rows.map(([key = "", what = ""]) => `  ${key.padEnd(33)}${pc.dim(what)}`),
  ].join("\n");
}

function markOf(reading: LineReading): string {
  const { importance } = reading;
  if (reading.kind === "requirement" && importance)
    return importancePaint[importance](importance.padEnd(markWidth));
  const { mark, paint } = marks[reading.kind as Exclude<LineKind, "requirement">];
  return paint(mark.padEnd(markWidth));
}

/** What was read, in words: skills with their own importance, or why there are none. */
function detailsOf(reading: LineReading): string {
  const { kind, skills = [], importance, closest, reason, importanceReason } = reading;
  if (skills.length > 0) {
    // A demand's mark is its importance; other kinds say it beside the skills.
    const said = kind === "requirement" ? importance : undefined;
    return skills
      .map((mention) => {
        const own = mention.importance ?? importance;
        const remarks = [
          ...(own === said || own === undefined ? [] : [own]),
          ...(mention.uncatalogued ? ["not in the catalogue"] : []),
        ];
        return remarks.length === 0 ? mention.skill : `${mention.skill} (${remarks.join(", ")})`;
      })
      .join(", ");
  }
  if (kind === "no-skill")
    return closest ? `closest: ${closest.join(", ")}` : "nothing close in the catalogue";
  if (kind === "requirement") return inertText(importanceReason ?? "");
  return inertText(reason ?? "");
}

const wide =
  /^(?:\p{Extended_Pictographic}|[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6])/u;
const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

function* columnsOf(text: string): Generator<{ segment: string; columns: number }> {
  for (const { segment } of graphemes.segment(text)) yield { segment, columns: wide.test(segment) ? 2 : 1 };
}

/** The line of the document, its matched words underlined, cut where the terminal ends. */
function fittedText(line: ReadLine, room: number): string {
  const mentions = [line, ...(line.also ?? [])].flatMap(({ skills = [] }) => skills);
  const parts = markMatches(line.text, mentions).map(({ text, matched }) => ({
    text: inertText(text.replace(/\t/g, "  ")),
    matched,
  }));
  const fits = widthWithin(parts.map(({ text }) => text).join(""), room);
  let left = fits ? room : room - 1;
  let result = "";
  for (const { text, matched } of parts) {
    let kept = "";
    let isFull = false;
    for (const { segment, columns } of columnsOf(text)) {
      if (columns > left) {
        isFull = true;
        break;
      }
      kept += segment;
      left -= columns;
    }
    result += matched ? pc.underline(kept) : kept;
    if (isFull) break;
  }
  return fits ? result : `${result}…`;
}

/** Whether a text fits; a line of a megabyte is not measured to its end. */
function widthWithin(text: string, room: number): boolean {
  let used = 0;
  for (const { columns } of columnsOf(text)) {
    used += columns;
    if (used > room) return false;
  }
  return true;
}

/** Breaks a text into lines where `between` stands; what is longer than a line stays whole. */
function wrapped(text: string, between: string, room: number): string[] {
  if (text === "") return [];
  const lines: string[] = [];
  let line = "";
  for (const piece of text.split(between)) {
    if (line !== "" && line.length + between.length + piece.length + between.trimEnd().length > room) {
      lines.push(line + between.trimEnd());
      line = "";
    }
    line += line === "" ? piece : `${between}${piece}`;
  }
  return [...lines, line];
}
