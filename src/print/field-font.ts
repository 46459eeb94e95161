// In: a PDF that is being given fields. Out: the one font in which fields are set, embedded whole, so that whatever a person
// types with a Western keyboard shows in every reader; and the measures to set text in it.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type PDFDocument, PDFName, type PDFRef } from "./pdf-library.js";
import { readWoff } from "./true-type.js";

const require = createRequire(import.meta.url);

/** The name of the font in a field's default appearance. */
export const fieldFontName = "SourceSans3";

export interface FieldFont {
  /** The text as a PDF string's bytes; undefined if the font lacks one of its characters. */
  encode(text: string): Uint8Array | undefined;
  /** In the same unit as `size`; characters that the font lacks count as wide. */
  width(text: string, size: number): number;
  capHeight: number;
  embed(pdf: PDFDocument): PDFRef;
}

let loaded: FieldFont | undefined;

/** The field font; read once. */
export function fieldFont(): FieldFont {
  loaded ??= load();
  return loaded;
}

const firstCode = 32;
const lastCode = 255;
// The characters of WinAnsi from 128 to 159; elsewhere a code is the character's own number. (Node's decoder of that name is Latin-1.)
const special = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

function load(): FieldFont {
  const font = readWoff(
    readFileSync(require.resolve("@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff")),
  );
  // A simple font with WinAnsi codes: the one kind that every reader sets typed text in.
  const codes = new Map<string, { code: number; advance: number }>();
  const widths: number[] = [];
  const missing: number[] = [];
  for (let code = firstCode; code <= lastCode; code++) {
    const character = special[code - 128] ?? String.fromCharCode(code);
    const advance = font.advance(character.codePointAt(0) ?? 0);
    widths.push(advance ?? 0);
    if (advance === undefined) missing.push(code);
    else codes.set(character, { code, advance });
  }
  return {
    capHeight: font.capHeight / 1000,
    encode: (text) => {
      const bytes = [...text].map((character) => codes.get(character)?.code);
      return bytes.includes(undefined) ? undefined : Uint8Array.from(bytes as number[]);
    },
    width: (text, size) =>
      [...text].reduce((sum, character) => sum + (codes.get(character)?.advance ?? 1000), 0) * (size / 1000),
    embed: (pdf) => {
      const { context } = pdf;
      const descriptor = context.register(
        context.obj({
          Type: "FontDescriptor",
          FontName: "SourceSans3-Regular",
          Flags: 32,
          FontBBox: font.box,
          ItalicAngle: 0,
          Ascent: font.ascent,
          Descent: font.descent,
          CapHeight: font.capHeight,
          StemV: 80,
          FontFile2: context.register(context.flateStream(font.file, { Length1: font.file.length })),
        }),
      );
      return context.register(
        context.obj({
          Type: "Font",
          Subtype: "TrueType",
          BaseFont: "SourceSans3-Regular",
          FirstChar: firstCode,
          LastChar: lastCode,
          Widths: widths,
          FontDescriptor: descriptor,
          Encoding: {
            Type: "Encoding",
            BaseEncoding: "WinAnsiEncoding",
            // A reader that knows what is missing takes a font of its own for it.
            Differences: missing.flatMap((code) => [code, PDFName.of(".notdef")]),
          },
        }),
      );
    },
  };
}
