// In: a short heading, a size and a width. Out: how many lines it will take on paper, and whether its words stay whole.
// An estimate from the advance widths of the embedded sans; a little pessimistic, so that what fits here fits in print.

// Advance widths of U+0020 to U+007E in thousandths of the size, measured in Source Sans 3.
const widths: readonly number[] = [
  200, 289, 426, 497, 497, 824, 609, 249, 303, 303, 418, 497, 249, 311, 249, 350, 497, 497, 497, 497, 497,
  497, 497, 497, 497, 497, 249, 249, 497, 497, 497, 425, 847, 543, 588, 571, 615, 527, 494, 617, 652, 263,
  479, 579, 486, 727, 647, 664, 566, 664, 569, 534, 536, 645, 515, 786, 513, 476, 539, 303, 350, 303, 497,
  500, 542, 504, 553, 456, 555, 496, 292, 504, 544, 246, 247, 495, 255, 829, 547, 542, 555, 555, 347, 419,
  338, 544, 467, 719, 446, 467, 425, 303, 241, 303, 497,
];
// Latin with marks is narrower; a character of East Asian scripts is a whole square.
const otherWidth = 700;
const squareWidth = 1000;
const firstSquare = 0x2e80;
// Kerning, the browser's own line breaking and the fit of the last word.
const slack = 0.985;

/** Lines of a text set at `size` px in a column of `width` px. */
export function countLines(text: string, size: number, width: number): number {
  const room = width * slack;
  const space = advance(" ", size);
  let lines = 1;
  let used = 0;
  for (const word of text.split(/\s+/)) {
    const wide = advance(word, size);
    const gap = used === 0 ? 0 : space;
    if (used + gap + wide <= room) used += gap + wide;
    else {
      if (used > 0) lines++;
      const extra = Math.max(0, Math.ceil(wide / room) - 1);
      lines += extra;
      used = wide - extra * room;
    }
  }
  return lines;
}

/** Whether every word of a text stays whole in a column: a heading may wrap, but not inside a word. */
export function wordsFit(text: string, size: number, width: number): boolean {
  return text.split(/\s+/).every((word) => advance(word, size) <= width * slack);
}

function advance(text: string, size: number): number {
  let total = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    total += widths[code - 32] ?? (code < firstSquare ? otherWidth : squareWidth);
  }
  return (total * size) / 1000;
}
