// In: a line of Markdown, a face, a size and a width. Out: how many lines it will take on paper.
// An estimate from the advance widths of the embedded fonts; a little pessimistic, so that what fits here fits in print.

export type Face = "sans" | "serif" | "bold" | "mono";

// Advance widths of U+0020 to U+007E in thousandths of the size, measured in Source Sans 3, Source Serif 4, Source Sans 3 Semibold.
const widths: Record<Exclude<Face, "mono">, readonly number[]> = {
  sans: [
    200, 289, 426, 497, 497, 824, 609, 249, 303, 303, 418, 497, 249, 311, 249, 350, 497, 497, 497, 497, 497,
    497, 497, 497, 497, 497, 249, 249, 497, 497, 497, 425, 847, 543, 588, 571, 615, 527, 494, 617, 652, 263,
    479, 579, 486, 727, 647, 664, 566, 664, 569, 534, 536, 645, 515, 786, 513, 476, 539, 303, 350, 303, 497,
    500, 542, 504, 553, 456, 555, 496, 292, 504, 544, 246, 247, 495, 255, 829, 547, 542, 555, 555, 347, 419,
    338, 544, 467, 719, 446, 467, 425, 303, 241, 303, 497,
  ],
  serif: [
    237, 289, 381, 525, 518, 932, 728, 182, 362, 362, 458, 534, 302, 320, 302, 341, 529, 529, 529, 529, 529,
    529, 529, 529, 529, 529, 302, 302, 534, 534, 534, 414, 834, 712, 653, 662, 739, 638, 612, 723, 814, 376,
    381, 710, 618, 935, 768, 738, 621, 738, 690, 544, 632, 758, 709, 1005, 672, 667, 586, 335, 341, 335, 534,
    514, 400, 541, 619, 520, 614, 533, 369, 557, 641, 329, 303, 594, 329, 955, 643, 579, 622, 601, 456, 465,
    359, 628, 579, 836, 569, 586, 490, 359, 290, 359, 534,
  ],
  bold: [
    200, 315, 482, 513, 513, 841, 639, 275, 324, 324, 438, 513, 275, 322, 275, 344, 513, 513, 513, 513, 513,
    513, 513, 513, 513, 513, 275, 275, 513, 513, 513, 444, 875, 558, 597, 576, 625, 538, 510, 628, 663, 282,
    494, 597, 502, 745, 657, 674, 582, 674, 592, 545, 546, 655, 536, 800, 541, 501, 540, 324, 344, 324, 513,
    500, 549, 516, 563, 462, 564, 507, 317, 520, 558, 262, 263, 522, 271, 843, 560, 549, 564, 564, 373, 431,
    361, 556, 495, 748, 481, 495, 443, 324, 255, 324, 513,
  ],
};
const monoWidth = 600;
const codeScale = 0.96;
// Other scripts are mostly wider than Latin lower case; capitals are the safe guess.
const otherWidth = 700;
// Kerning, the browser's own line breaking and the fit of the last word.
const slack = 0.985;

/** Lines of one paragraph of inline Markdown set in `face` at `size` px in a column of `width` px. */
export function countLines(markdown: string, face: Face, size: number, width: number): number {
  const room = width * slack;
  let lines = 1;
  let used = 0;
  for (const word of words(markdown)) {
    const wide = advance(word.pieces, face, size);
    if (word.glued) {
      used += wide;
      if (used <= room) continue;
      lines++;
      used = wide;
      continue;
    }
    const space = used === 0 ? 0 : (advanceOf(" ", face) * size) / 1000;
    if (used + space + wide <= room) used += space + wide;
    else {
      if (used > 0) lines++;
      const extra = Math.max(0, Math.ceil(wide / room) - 1);
      lines += extra;
      used = wide - extra * room;
    }
  }
  return lines;
}

/** Lines of block Markdown: its paragraphs, one after another. */
export function countBlockLines(markdown: string, face: Face, size: number, width: number): number {
  return markdown
    .trim()
    .split(/\n\s*\n|\n(?=\s*(?:[-*+]|\d+\.)\s)/)
    .reduce((sum, paragraph) => sum + countLines(paragraph.replace(/\s+/g, " "), face, size, width), 0);
}

/** Whether every word of a text stays whole in a column: a heading may wrap, but not inside a word. */
export function wordsFit(text: string, face: Face, size: number, width: number): boolean {
  return text
    .split(/\s+/)
    .every((word) => advance([{ text: word, code: false }], face, size) <= width * slack);
}

interface Piece {
  text: string;
  code: boolean;
}
interface Word {
  pieces: Piece[];
  /** Follows a hyphen: may stand on the next line but needs no space. */
  glued: boolean;
}

function words(markdown: string): Word[] {
  const result: Word[] = [];
  let current: Piece[] = [];
  let glued = false;
  const end = (nextGlued: boolean) => {
    if (current.length > 0) result.push({ pieces: current, glued });
    current = [];
    glued = nextGlued;
  };
  markdown.split(/(`+[^`]+`+)/).forEach((segment) => {
    const code = segment.startsWith("`");
    const text = code ? segment.replace(/`/g, "") : segment.replace(/\*\*?|__/g, "");
    text.split(/(\s+|-(?=\w))/).forEach((part) => {
      if (part === "") return;
      if (/^\s+$/.test(part)) end(false);
      else if (part === "-") {
        current.push({ text: part, code });
        end(true);
      } else current.push({ text: part, code });
    });
  });
  end(false);
  return result;
}

function advance(pieces: readonly Piece[], face: Face, size: number): number {
  let total = 0;
  for (const { text, code } of pieces) {
    if (code) total += [...text].length * monoWidth * codeScale;
    else for (const character of text) total += advanceOf(character, face);
  }
  return (total * size) / 1000;
}

function advanceOf(character: string, face: Face): number {
  if (face === "mono") return monoWidth;
  const code = character.codePointAt(0) ?? 0;
  if (code === 0x2019 || code === 0x2018) return 250;
  if (code === 0xa0) return 200;
  return widths[face][code - 32] ?? otherWidth;
}
