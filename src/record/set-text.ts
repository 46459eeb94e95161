// In: what was typed, and the room that its field has. Out: the lines and the size in which all of it can be read on paper.
// A reader scrolls what does not fit; a record must not lose it, so the type gets smaller, and the rest is named.
import { fieldFont } from "../print/field-font.js";

export interface SetText {
  /** In points. */
  size: number;
  leading: number;
  lines: string[];
  /** Whether all of the text is in the lines. */
  complete: boolean;
}

const largest = { text: 11, lines: 10 } as const;
const smallest = 6;
const spacing = 1.2;

/** Sets text in a box of so many points. */
export function setText(text: string, kind: "text" | "lines", width: number, height: number): SetText {
  const wanted = kind === "text" ? text.replace(/\s*\n\s*/g, " ") : text;
  for (let size: number = largest[kind]; ; size -= 0.5) {
    const lines = breakLines(wanted, width, size);
    const leading = size * spacing;
    const room = Math.max(1, Math.floor((height + leading - size) / leading));
    if (lines.length <= room) return { size, leading, lines, complete: true };
    if (size <= smallest) return { size, leading, lines: lines.slice(0, room), complete: false };
  }
}

/** Breaks at blanks; a word that is wider than the line is broken where it must be. */
export function breakLines(text: string, width: number, size: number): string[] {
  const font = fieldFont();
  return text.split("\n").flatMap((paragraph) => {
    const lines: string[] = [];
    let line = "";
    for (const piece of paragraph.replace(/\t/g, "  ").split(/(?<=\s)/u)) {
      let word = piece;
      if (font.width((line + word).trimEnd(), size) > width && line !== "") {
        lines.push(line.trimEnd());
        line = "";
      }
      while (font.width(word.trimEnd(), size) > width && [...word].length > 1) {
        const letters = [...word];
        let fit = 1;
        while (fit < letters.length && font.width(letters.slice(0, fit + 1).join(""), size) <= width) fit++;
        lines.push(letters.slice(0, fit).join(""));
        word = letters.slice(fit).join("");
      }
      line += word;
    }
    return [...lines, line.trimEnd()];
  });
}
