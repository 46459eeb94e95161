// In: a filled form. Out: the same document without a form: every value is content of its page, set so that all of it can be read.
// What does not fit its blank even in the smallest type stands in full on pages at the end. Equal forms give equal bytes.

import { fieldFont } from "../print/field-font.js";
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFPage,
  PDFRef,
  PDFStream,
} from "../print/pdf-library.js";
import { fixedDate } from "../print/reproducible.js";
import type { FilledForm, FilledWidget } from "./filled-form.js";
import type { ForeignText } from "./foreign-text.js";
import { PageMarks } from "./page-marks.js";
import { removeUnreachable } from "./remove-unreachable.js";
import { breakLines, type SetText, setText } from "./set-text.js";

/** Sets texts in other scripts: a PDF with one page each, of the size asked for. */
export type Typesetter = (texts: readonly ForeignText[]) => Promise<Uint8Array>;

/** Something to be set once the browser has been asked, in one go for all. */
interface Waiting {
  page: PDFPage;
  x: number;
  y: number;
  element: PDFRef | undefined;
  foreign: ForeignText;
}

/** Turns a form into a plain document. Works on the form's own PDF, which holds no fields afterwards. */
export async function flattenForm(form: FilledForm, typeset: Typesetter): Promise<PDFDocument> {
  const { pdf } = form;
  const marks = new PageMarks(pdf);
  const waiting: Waiting[] = [];
  const continued: { widget: FilledWidget; page: number }[] = [];
  const pages = pdf.getPages();
  for (const [index, widgets] of form.pages.entries()) {
    const page = pages[index];
    if (!page) continue;
    for (const widget of widgets) {
      const element = marks.release(widget.dict, widget.ref);
      if (widget.value === "") continue;
      if (widget.kind === "box") drawMark(pdf, marks, page, widget, element);
      else if (!drawText(marks, page, widget, element, waiting)) continued.push({ widget, page: index + 1 });
    }
    removeWidgets(page);
  }
  if (continued.length > 0) writeContinued(pdf, marks, continued, waiting);
  if (waiting.length > 0) await drawForeign(pdf, marks, waiting, typeset);
  marks.finish();
  for (const key of ["AcroForm", "OpenAction", "AA", "Metadata", "Perms", "Extensions"])
    pdf.catalog.delete(PDFName.of(key));
  const names = pdf.catalog.lookup(PDFName.of("Names"));
  if (names instanceof PDFDict) names.delete(PDFName.of("JavaScript"));
  settle(pdf);
  return pdf;
}

/** The bytes of a plain document: dates fixed, nothing left of what it was made from. */
export async function savePlain(pdf: PDFDocument): Promise<Uint8Array> {
  settle(pdf);
  removeUnreachable(pdf);
  return pdf.save({
    addDefaultPage: false,
    updateFieldAppearances: false,
    objectsPerTick: Number.POSITIVE_INFINITY,
  });
}

function settle(pdf: PDFDocument): void {
  pdf.setCreationDate(fixedDate);
  pdf.setModificationDate(fixedDate);
  delete pdf.context.trailerInfo.ID;
}

function removeWidgets(page: PDFPage): void {
  page.node.delete(PDFName.of("AA"));
  const annotations = page.node.Annots();
  if (!annotations) return;
  const kept = page.doc.context.obj([]);
  for (let at = 0; at < annotations.size(); at++) {
    const annotation = annotations.lookup(at);
    const subtype = annotation instanceof PDFDict && annotation.lookup(PDFName.of("Subtype"))?.toString();
    // Pop-ups and notes of a reader are somebody's remarks, not part of the form; links stay.
    if (subtype === "/Link") kept.push(annotations.get(at));
  }
  if (kept.size() > 0) page.node.set(PDFName.of("Annots"), kept);
  else page.node.delete(PDFName.of("Annots"));
}

interface Room {
  x: number;
  y: number;
  width: number;
  height: number;
}

function roomOf(widget: FilledWidget): Room {
  const { x, y, width, height } = widget.dict.lookup(PDFName.of("Rect"), PDFArray).asRectangle();
  return { x, y, width, height };
}

/** A marked box looks as the form showed it. */
function drawMark(
  pdf: PDFDocument,
  marks: PageMarks,
  page: PDFPage,
  { dict, value, label }: FilledWidget,
  element: PDFRef | undefined,
): void {
  const appearances = dict.lookup(PDFName.of("AP"));
  const states = appearances instanceof PDFDict ? appearances.lookup(PDFName.of("N")) : undefined;
  const ref = states instanceof PDFDict ? states.get(PDFName.of(value)) : undefined;
  const room = roomOf({ dict } as FilledWidget);
  if (ref instanceof PDFRef && pdf.context.lookup(ref) instanceof PDFStream)
    marks.add(page, marks.object(page, ref, room.x, room.y), element, label);
  else {
    const [right, top] = [room.x + room.width, room.y + room.height];
    const cross = `1.5 w ${room.x} ${room.y} m ${right} ${top} l ${room.x} ${top} m ${right} ${room.y} l S`;
    marks.add(page, cross, element, label);
  }
}

const padding = 2;

/** Whether all of the text found room. */
function drawText(
  marks: PageMarks,
  page: PDFPage,
  widget: FilledWidget,
  element: PDFRef | undefined,
  waiting: Waiting[],
): boolean {
  const { value, centred } = widget;
  if (widget.kind === "box") return true;
  const room = roomOf(widget);
  const set = setText(value, widget.kind, room.width - 2 * padding, room.height);
  // The rules are for a pen: typed lines stand closer.
  if (widget.kind === "lines") marks.add(page, `1 g ${room.x} ${room.y} ${room.width} ${room.height} re f`);
  const encoded = encodeAll(set.lines);
  if (!encoded) {
    const x = room.x + padding;
    const last = placesOf(set, widget, room).at(-1)?.[1] ?? room.y;
    waiting.push({
      page,
      x,
      // The browser's page ends below its last line by so much; ruled room is filled from the top.
      y: widget.kind === "lines" ? room.y : last - foreignBaseline(set),
      element,
      foreign: {
        text: set.lines.join("\n"),
        width: room.width - 2 * padding,
        height: room.height,
        size: set.size,
        leading: set.leading,
        centred,
        multiline: widget.kind === "lines",
      },
    });
    return set.complete;
  }
  const places = placesOf(set, widget, room);
  marks.add(page, marks.text(page, encoded, set.size, places), element);
  return set.complete;
}

/** How far the last line of a text set by the browser stands above the lower edge of its page. */
function foreignBaseline({ size, leading }: SetText): number {
  // Source Sans 3 reaches 1.024 above and 0.4 below its line; the browser shares out what the leading has less.
  return 1 + leading / 2 - 0.312 * size;
}

function encodeAll(lines: readonly string[]): Uint8Array[] | undefined {
  const encoded = lines.map((line) => fieldFont().encode(line));
  return encoded.includes(undefined) ? undefined : (encoded as Uint8Array[]);
}

/** Where each line begins: on a blank just above its line, in a cell in the middle, in ruled room from the top. */
function placesOf(
  set: SetText,
  { kind, centred, rightAligned }: FilledWidget,
  room: Room,
): [number, number][] {
  const { size, leading, lines } = set;
  const capital = fieldFont().capHeight * size;
  const text = capital + (lines.length - 1) * leading;
  const first =
    kind === "lines"
      ? room.y + room.height - size
      : centred
        ? room.y + (room.height + text) / 2 - capital
        : room.y + 4 + (lines.length - 1) * leading;
  return lines.map((line, at) => {
    const width = fieldFont().width(line, size);
    const free = room.width - width;
    const x = room.x + Math.max(padding, centred ? free / 2 : rightAligned ? free - padding : padding);
    return [hundredths(x), hundredths(first - at * leading)];
  });
}

const margin = 57;
const bodySize = 10;
const bodyLeading = 13.5;

/** Texts that were longer than their blanks, in full, each under its label and page. */
function writeContinued(
  pdf: PDFDocument,
  marks: PageMarks,
  continued: readonly { widget: FilledWidget; page: number }[],
  waiting: Waiting[],
): void {
  const size = pdf.getPage(0).getSize();
  const width = size.width - 2 * margin;
  let page: PDFPage | undefined;
  let y = 0;
  const write = (lines: readonly string[], element: PDFRef | undefined): void => {
    let rest = [...lines];
    while (rest.length > 0) {
      if (!page || y - bodyLeading < margin) {
        page = pdf.addPage([size.width, size.height]);
        page.node.set(PDFName.of("Tabs"), PDFName.of("S"));
        y = size.height - margin;
      }
      const count = Math.min(rest.length, Math.floor((y - margin) / bodyLeading));
      const part = rest.slice(0, count);
      rest = rest.slice(count);
      const top = y;
      y -= count * bodyLeading;
      const encoded = encodeAll(part);
      if (encoded) {
        const places = part.map((_, at): [number, number] => [
          margin,
          hundredths(top - bodySize - at * bodyLeading),
        ]);
        marks.add(page, marks.text(page, encoded, bodySize, places), element);
      } else
        waiting.push({
          page,
          x: margin,
          y,
          element,
          foreign: {
            text: part.join("\n"),
            width,
            height: top - y,
            size: bodySize,
            leading: bodyLeading,
            centred: false,
            multiline: true,
          },
        });
    }
  };
  for (const { widget, page: from } of continued) {
    const element = marks.paragraph();
    write([...breakLines(`${widget.label} (${from})`, width, bodySize), ""], element);
    write([...breakLines(widget.value, width, bodySize), ""], element);
  }
}

async function drawForeign(
  pdf: PDFDocument,
  marks: PageMarks,
  waiting: readonly Waiting[],
  typeset: Typesetter,
): Promise<void> {
  const bytes = await typeset(waiting.map(({ foreign }) => foreign));
  const source = await PDFDocument.load(bytes, { updateMetadata: false });
  const embedded = await pdf.embedPdf(source, source.getPageIndices());
  for (const [at, { page, x, y, element }] of waiting.entries()) {
    const piece = embedded[at];
    if (!piece) throw new Error(`the browser set ${embedded.length} of ${waiting.length} texts`);
    await piece.embed();
    marks.add(page, marks.object(page, piece.ref, hundredths(x), hundredths(y)), element);
  }
}

function hundredths(points: number): number {
  return Math.round(points * 100) / 100;
}
