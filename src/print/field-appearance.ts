// In: a field's rectangle and what it holds. Out: the appearance streams that readers show: empty, marked, unmarked.
// Nothing is drawn for an empty field: the blank, box or rules are already on the page.

import { fieldFont, fieldFontName } from "./field-font.js";
import type { PDFDocument, PDFRef } from "./pdf-library.js";

/** In points: left, bottom, right, top. */
export type Rectangle = [number, number, number, number];

const numberSize = 12;

/** The appearance of a text field with nothing in it. */
export function emptyAppearance(pdf: PDFDocument, rectangle: Rectangle): PDFRef {
  return draw(pdf, rectangle, "/Tx BMC\nEMC");
}

/** A box with a number turns black, its number white; one without gets a cross. Both survive a photocopy. */
export function boxAppearances(
  pdf: PDFDocument,
  rectangle: Rectangle,
  shown: string,
  font: PDFRef,
): { on: PDFRef; off: PDFRef } {
  const width = rectangle[2] - rectangle[0];
  const height = rectangle[3] - rectangle[1];
  const off = draw(pdf, rectangle, "");
  const bytes = fieldFont().encode(shown);
  if (shown === "" || !bytes) {
    const near = Math.min(width, height) * 0.22;
    const [right, top] = [round(width - near), round(height - near)];
    const [left, bottom] = [round(near), round(near)];
    const cross = `q 1.5 w 1 J ${left} ${bottom} m ${right} ${top} l ${left} ${top} m ${right} ${bottom} l S Q`;
    return { on: draw(pdf, rectangle, cross), off };
  }
  const size = shown.length > 1 ? numberSize - 3 : numberSize;
  const x = round((width - fieldFont().width(shown, size)) / 2);
  const y = round((height - fieldFont().capHeight * size) / 2);
  const text = Buffer.from(bytes).toString("hex");
  const marked = `q 0 g 0 0 ${round(width)} ${round(height)} re f 1 g BT /${fieldFontName} ${size} Tf ${x} ${y} Td <${text}> Tj ET Q`;
  return { on: draw(pdf, rectangle, marked, font), off };
}

function draw(
  pdf: PDFDocument,
  [left, bottom, right, top]: Rectangle,
  content: string,
  font?: PDFRef,
): PDFRef {
  return pdf.context.register(
    pdf.context.stream(content, {
      Type: "XObject",
      Subtype: "Form",
      BBox: [0, 0, round(right - left), round(top - bottom)],
      Resources: font ? { Font: { [fieldFontName]: font } } : {},
    }),
  );
}

/** Hundredths of a point are more than any printer shows. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
