// In: a PDF as Chromium writes it, open. Out: the same, whose apostrophes are read as such when text is searched or copied.
// A font may draw U+02BC, a letter of some languages, with the glyph of the apostrophe; Chromium then names the lower of the two. Draws nothing anew.
import {
  decodePDFRawStream,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFRawStream,
  PDFRef,
} from "./pdf-library.js";

/** For documents that do not hold the letter itself. */
export function mendApostrophes(pdf: PDFDocument): void {
  for (const [, font] of pdf.context.enumerateIndirectObjects()) {
    const map = font instanceof PDFDict ? font.get(PDFName.of("ToUnicode")) : undefined;
    const stream = map instanceof PDFRef ? pdf.context.lookup(map) : undefined;
    if (!(map instanceof PDFRef) || !(stream instanceof PDFRawStream)) continue;
    const text = Buffer.from(decodePDFRawStream(stream).decode()).toString("latin1");
    const mended = text.replace(/^(<[0-9A-F]+> )<02BC>$/gim, "$1<2019>");
    if (mended !== text) pdf.context.assign(map, pdf.context.flateStream(mended));
  }
}
