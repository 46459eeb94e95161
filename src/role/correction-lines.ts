// In: what was read. Out: the line of front matter that would set it right, ready to be copied.
// Whatever stands in a line comes back from YAML as it was; names are quoted only where YAML would read them otherwise.
import type { RoleProfile } from "./role-profile.js";

/** `title: Python Developer` */
export function titleCorrection(profile: RoleProfile): string {
  return `title: ${yamlText(profile.title)}`;
}

/** `level: senior`; where the document states none, the level that is planned. */
export function levelCorrection(profile: RoleProfile): string {
  return `level: ${profile.level === "unspecified" ? profile.plannedLevel : profile.level}`;
}

/** `skills: { drop: [Python, Go] }` */
export function skillsCorrection(what: "add" | "drop", skills: readonly string[]): string {
  return `skills: { ${what}: [${skills.map(yamlText).join(", ")}] }`;
}

/** `ignore: ["first words of the line"]` */
export function ignoreCorrection(words: string): string {
  return `ignore: [${quoted(words)}]`;
}

// Shorter texts are matched whole (see read-role.ts).
const shortestPart = 12;

/** What to write under `ignore` for a statement; `wholeSection` when that is a heading, which takes everything below it along. */
export interface WordsToIgnore {
  words: string;
  wholeSection: boolean;
}

/** Finds, for statements of one profile, the first words that no other statement holds. */
export function ignorer(profile: RoleProfile): (text: string) => WordsToIgnore {
  const statements = [...profile.requirements, ...profile.unmapped];
  const known = [...new Set(statements.map(({ text }) => text.toLowerCase()))];
  const sections = new Set(statements.flatMap(({ section }) => section.toLowerCase().split(" › ")));
  return (text) => {
    const own = text.toLowerCase();
    for (const end of ends(text)) {
      const start = withoutEnd(text.slice(0, end));
      const words = start.toLowerCase();
      if (words.length < shortestPart || isOneWord(words) || sections.has(words)) continue;
      if (!known.some((other) => other !== own && other.includes(words)))
        return { words: start, wholeSection: false };
    }
    return { words: text, wholeSection: sections.has(own) };
  };
}

/** Words to be quoted need no mark behind the last of them. */
function withoutEnd(text: string): string {
  return text.trim().replace(/[\s,;:.|–—-]+$/u, "");
}

// Enough of a word that never ends, such as an address.
const longestWord = 60;

function isOneWord(text: string): boolean {
  return text.length < longestWord / 2 && /^[^\s\u3040-\u30ff\u4e00-\u9fff]*$/u.test(text);
}

/** Where a word ends; in languages without spaces, where a character does. */
function ends(text: string): number[] {
  const found = [...text.matchAll(/\s|[\u3040-\u30ff\u4e00-\u9fff]/gu)].map((match) => match.index);
  const first = found[0] ?? text.length;
  // Never between the two halves of one character.
  return first > longestWord
    ? [[...text.slice(0, longestWord)].slice(0, -1).join("").length, ...found]
    : found;
}

/** A text for a YAML list or value: plain where that is safe, else in double quotes. */
export function yamlText(text: string): string {
  const plain = /^\p{L}[\p{L}\p{M}\p{N} ./+#&()'’_-]*$/u.test(text) && !/ #| $/.test(text);
  return plain && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text) ? text : quoted(text);
}

function quoted(text: string): string {
  // JSON leaves the marks that turn the direction of writing as they are; in a line to be copied they would only hide something.
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
