// In: a PDF as Chromium writes it, open. Out: which codes of which of its fonts are digits, and how a row of digits looks in a content stream.
// Chromium writes a text glyph by glyph, "<0085> Tj", and the way to the next, "5.964035 0 Td"; glyphs whose way is their own width
// share a string. Changes nothing.
import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  type PDFPage,
  PDFRawStream,
  PDFRef,
} from "./pdf-library.js";
import { streamText } from "./stream-text.js";

export interface DigitPatterns {
  /** Rows of all these digits, one after another. */
  whole: RegExp;
  /** Rows of the first or of the last of them: what is left of a row that was broken. */
  part: RegExp;
}

export class DigitFonts {
  /** The digit of each code, by the reference of the font. */
  private readonly digits = new Map<string, Map<string, string>>();

  constructor(private readonly pdf: PDFDocument) {
    for (const [ref, font] of pdf.context.enumerateIndirectObjects()) {
      const map = font instanceof PDFDict ? font.lookup(PDFName.of("ToUnicode")) : undefined;
      if (map instanceof PDFRawStream) this.digits.set(ref.tag, digitsOf(streamText(map) ?? ""));
    }
  }

  /** Finds rows of these digits, whatever their fonts, without the brackets around them; undefined if no font has one of them. */
  patterns(row: string): DigitPatterns | undefined {
    const codes = [...row].map((digit) => {
      const all = [...this.digits.values()].flatMap((font) =>
        [...font].filter(([, one]) => one === digit).map(([code]) => code),
      );
      return all.length === 0 ? undefined : `(?:${[...new Set(all)].sort().join("|")})`;
    });
    if (codes.includes(undefined)) return undefined;
    const joined = (some: typeof codes) => some.join("(?:> Tj\\s+-?[\\d.]+ -?[\\d.]+ Td\\s+<)?");
    const half = row.length >> 1;
    return {
      whole: new RegExp(joined(codes), "gi"),
      part: new RegExp(`${joined(codes.slice(0, half))}|${joined(codes.slice(-half))}`, "i"),
    };
  }

  /** What these codes are on a page in a font of its resources; empty if they are no digits, or digits of several widths. */
  textOf(page: PDFPage, font: string, codes: readonly string[]): string {
    const fonts = page.node.Resources()?.lookup(PDFName.of("Font"));
    const ref = fonts instanceof PDFDict ? fonts.get(PDFName.of(font)) : undefined;
    const digits = ref instanceof PDFRef ? this.digits.get(ref.tag) : undefined;
    if (!(ref instanceof PDFRef) || !digits || !this.areOfOneWidth(ref, codes)) return "";
    return codes.map((code) => digits.get(code.toUpperCase()) ?? "").join("");
  }

  private areOfOneWidth(font: PDFRef, codes: readonly string[]): boolean {
    const composite = this.pdf.context.lookup(font);
    const parts = composite instanceof PDFDict ? composite.lookup(PDFName.of("DescendantFonts")) : undefined;
    const own = parts instanceof PDFArray ? parts.lookup(0) : undefined;
    const table = own instanceof PDFDict ? own.lookup(PDFName.of("W")) : undefined;
    // A code without an entry is of the width that the font names for all others.
    const widths = table instanceof PDFArray ? widthsIn(table) : new Map<number, number>();
    return new Set(codes.map((code) => widths.get(Number.parseInt(code, 16)))).size === 1;
  }
}

/** "5 [497 504] 9 12 600": one width after another from the first code on, or one for a range. */
function widthsIn(table: PDFArray): Map<number, number> {
  const widths = new Map<number, number>();
  const numberAt = (array: PDFArray, at: number): number => {
    const value = array.lookup(at);
    return value instanceof PDFNumber ? value.asNumber() : 0;
  };
  for (let at = 0; at + 1 < table.size(); ) {
    const first = numberAt(table, at);
    const next = table.lookup(at + 1);
    if (next instanceof PDFArray) {
      for (let one = 0; one < next.size(); one++) widths.set(first + one, numberAt(next, one));
      at += 2;
    } else {
      for (let code = first; code <= numberAt(table, at + 1); code++)
        widths.set(code, numberAt(table, at + 2));
      at += 3;
    }
  }
  return widths;
}

/** The digits that a font's map to Unicode names, by their codes, with the ranges that begin before them. */
function digitsOf(map: string): Map<string, string> {
  const digits = new Map<string, string>();
  const note = (code: number, character: number): void => {
    if (character >= 0x30 && character <= 0x39)
      digits.set(code.toString(16).toUpperCase().padStart(4, "0"), String.fromCharCode(character));
  };
  for (const [, block] of map.matchAll(/beginbfchar\s([\s\S]*?)endbfchar/g))
    for (const [, code, character] of (block ?? "").matchAll(/<(\w{4})>\s*<(\w{4})>/g))
      note(Number.parseInt(code ?? "", 16), Number.parseInt(character ?? "", 16));
  for (const [, block] of map.matchAll(/beginbfrange\s([\s\S]*?)endbfrange/g))
    for (const [, first, last, character] of (block ?? "").matchAll(/<(\w{4})>\s*<(\w{4})>\s*<(\w{4})>/g)) {
      const from = Number.parseInt(first ?? "", 16);
      for (let code = from; code <= Number.parseInt(last ?? "", 16); code++)
        note(code, Number.parseInt(character ?? "", 16) + code - from);
    }
  return digits;
}
