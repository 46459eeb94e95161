// In: a question's exhibit (Markdown). Out: the page that the candidate holds, with numbered code lines.
// Its name is neutral: the question's title would give the answer away.
import { posix } from "node:path";
import type { Question } from "../bank/question-bank.js";
import { markdownTokens } from "../document/markdown.js";
import { contentLanguage, exhibitPage } from "./question-page.js";
import { measure } from "./sheet.js";

/** One exhibit page. A part is either prose (Markdown) or code, line by line; numbers run through the whole page. */
export interface ExhibitView {
  label: string;
  lang: string;
  /** The folder that the addresses of its pictures are relative to. */
  folder: string;
  page: string;
  parts: ExhibitPart[];
  size: "large" | "medium" | "small";
}

export interface ExhibitPart {
  prose: string;
  lines: { number: number; text: string }[];
  isCode: boolean;
}

/** `label` is the stage's number and a letter: 3A. */
export function composeExhibit(
  markdown: string,
  label: string,
  { lang = contentLanguage, path }: Pick<Question, "lang" | "path">,
): ExhibitView {
  const source = markdown.split(/\r\n|\r|\n/);
  const parts: ExhibitPart[] = [];
  let number = 0;
  let proseFrom = 0;
  const proseUntil = (end: number) => {
    const prose = source.slice(proseFrom, end).join("\n").trim();
    if (prose !== "") parts.push({ prose, lines: [], isCode: false });
  };
  for (const token of markdownTokens(markdown)) {
    if (token.level !== 0 || (token.type !== "fence" && token.type !== "code_block") || !token.map) continue;
    proseUntil(token.map[0]);
    proseFrom = token.map[1];
    const lines = token.content
      .replace(/\n$/, "")
      .split("\n")
      .map((text) => ({ number: ++number, text: text.replace(/\t/g, "    ") }));
    parts.push({ prose: "", lines, isCode: true });
  }
  proseUntil(source.length);

  const longest = Math.max(0, ...parts.flatMap((part) => part.lines.map((line) => [...line.text].length)));
  return {
    label,
    lang,
    folder: posix.dirname(path),
    page: exhibitPage(label),
    parts,
    size: codeSize(longest),
  };
}

const numberGutter = 32;
const monoAdvance = 0.6;

/** The largest of 10.5, 9.5 and 9 pt in which the longest line stays whole. */
function codeSize(longest: number): ExhibitView["size"] {
  const room = measure - numberGutter;
  if (longest * monoAdvance * 14 <= room) return "large";
  return longest * monoAdvance * (9.5 / 0.75) <= room ? "medium" : "small";
}
