// In: a PDF in which every blank is a link to its number, and the blanks. Out: the same PDF with a form field in each link's place:
// its rectangle, its page, its place in the structure and in the tab order stay; link and address are gone. Adds nothing else.

import { mendApostrophes } from "./apostrophes.js";
import { type Blank, blankOf } from "./blanks.js";
import { allowedScript, calculationScript } from "./calculations.js";
import { nameCells } from "./cell-names.js";
import { cutVersions } from "./cut-versions.js";
import { boxAppearances, emptyAppearance, type Rectangle } from "./field-appearance.js";
import { fieldFont, fieldFontName } from "./field-font.js";
import { type HeldPage, saysHeldVersion } from "./held-version.js";
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRef, PDFString } from "./pdf-library.js";
import { parentKey, readParentTree } from "./structure.js";

/** Bits of a field's flags, as PDF counts them from one. */
const flag = { multiline: 1 << 12, radio: 1 << 15, printed: 1 << 2 };

/** The browser waits for its next page until this thread hears of it: a form is made in turns of some milliseconds. */
const objectsPerTurn = 2000;

interface Node {
  ref: PDFRef;
  dict: PDFDict;
  kids: PDFArray;
}

/**
 * Turns links into fields. `identity` goes into the file's keywords, so that it says which kit it is of wherever it goes; `holdsLetter`: U+02BC is
 * meant where it stands. With a page that was `held`, its versions are set apart; undefined if they cannot be.
 */
export async function addFields(
  bytes: Uint8Array,
  blanks: readonly Blank[],
  identity: string,
  holdsLetter = false,
  held?: HeldPage,
): Promise<{ pdf: Uint8Array; fields: number } | undefined> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: objectsPerTurn });
  if (held && !(await cutVersions(pdf, held))) return undefined;
  if (identity !== "") pdf.setKeywords([identity]);
  nameCells(pdf);
  if (!holdsLetter) mendApostrophes(pdf);
  const form = new FormWriter(pdf);
  const owners = readParentTree(pdf);
  const made = new Set<Blank>();
  for (const page of pdf.getPages()) {
    const annotations = page.node.Annots();
    for (let at = 0; at < (annotations?.size() ?? 0); at++) {
      const ref = annotations?.get(at);
      const link = annotations?.lookup(at);
      if (!(ref instanceof PDFRef) || !(link instanceof PDFDict)) continue;
      const blank = blanks[targetOf(link) ?? -1];
      if (!blank) continue;
      const owner = owners.get(parentKey(link, "StructParent") ?? -1);
      const element = owner && pdf.context.lookup(owner);
      // A blank that breaks over two pages is two links: the first is the field.
      if (made.has(blank)) {
        annotations?.remove(at--);
        if (element instanceof PDFDict) leaveOut(element, ref);
        pdf.context.delete(ref);
        continue;
      }
      made.add(blank);
      form.add(ref, link, blank, page.ref);
      if (element instanceof PDFDict) element.set(PDFName.of("S"), PDFName.of("Form"));
    }
  }
  form.finish();
  const saved = await pdf.save({
    useObjectStreams: false,
    addDefaultPage: false,
    updateFieldAppearances: false,
    objectsPerTick: objectsPerTurn,
  });
  return held && saysHeldVersion(saved) ? undefined : { pdf: saved, fields: form.count };
}

/** Takes an annotation out of the element that owns it. */
function leaveOut(element: PDFDict, annotation: PDFRef): void {
  const kids = element.lookup(PDFName.of("K"));
  if (!(kids instanceof PDFArray)) return;
  for (let at = kids.size() - 1; at >= 0; at--) {
    const kid = kids.lookup(at);
    if (kid instanceof PDFDict && kid.get(PDFName.of("Obj")) === annotation) kids.remove(at);
  }
}

function targetOf(link: PDFDict): number | undefined {
  const action = link.lookup(PDFName.of("A"));
  const uri = action instanceof PDFDict ? action.lookup(PDFName.of("URI")) : undefined;
  return uri instanceof PDFString ? blankOf(uri.asString()) : undefined;
}

/** Grows the tree of fields: "coding.retry.notes" is the field "notes" below "retry" below "coding". */
class FormWriter {
  count = 0;
  private readonly nodes = new Map<string, Node>();
  private readonly top: PDFArray;
  private readonly order: PDFArray;
  private font: PDFRef | undefined;

  constructor(private readonly pdf: PDFDocument) {
    this.top = pdf.context.obj([]);
    this.order = pdf.context.obj([]);
  }

  add(ref: PDFRef, link: PDFDict, blank: Blank, page: PDFRef): void {
    this.font ??= fieldFont().embed(this.pdf);
    this.count++;
    const rectangle = rectangleOf(link);
    for (const key of ["A", "Border"]) link.delete(PDFName.of(key));
    this.set(link, { Subtype: "Widget", F: flag.printed, P: page, TU: PDFHexString.fromText(blank.label) });
    const border = this.pdf.context.obj({ W: 0 });
    link.set(PDFName.of("BS"), border);
    if (blank.kind === "rating") this.addBox(ref, link, blank, rectangle);
    else if (blank.kind === "tick") {
      this.join(ref, link, blank.name);
      this.set(link, { FT: "Btn" });
      this.setBox(link, "Yes", rectangle, "");
    } else this.addText(ref, link, blank, rectangle);
  }

  finish(): void {
    if (this.count === 0) return;
    const { context, catalog } = this.pdf;
    const form = context.obj({
      Fields: this.top,
      DR: { Font: { [fieldFontName]: this.font } },
      DA: PDFString.of(`/${fieldFontName} 0 Tf 0 g`),
    });
    if (this.order.size() > 0) form.set(PDFName.of("CO"), this.order);
    catalog.set(PDFName.of("AcroForm"), context.register(form));
  }

  private addText(ref: PDFRef, widget: PDFDict, blank: Blank, [left, bottom, right, top]: Rectangle): void {
    this.join(ref, widget, blank.name);
    const cell = blank.classes.includes("cell");
    // Readers set one line in the middle of its field; on a blank it belongs near the line, in a cell in the middle.
    const line: Rectangle = [left, bottom + 1, right, Math.min(top, bottom + (cell ? 30 : 18))];
    // A link that is flush with the margin loses a fraction of a point; the white must reach the end of the rules.
    const room: Rectangle = blank.kind === "lines" ? [left, bottom, right + 0.5, top] : line;
    this.set(widget, {
      FT: "Tx",
      Rect: room,
      DA: PDFString.of(`/${fieldFontName} ${cell ? 11 : blank.kind === "lines" ? 10 : 0} Tf 0 g`),
      AP: { N: emptyAppearance(this.pdf, room) },
    });
    if (blank.kind === "lines") {
      // The rules are for a pen. What a reader draws once there is text is white below it; the empty appearance is not.
      this.set(widget, { Ff: flag.multiline, MK: { BG: [1, 1, 1] } });
    }
    if (cell && !blank.classes.includes("start")) this.set(widget, { Q: 1 });
    else if (blank.rightToLeft) this.set(widget, { Q: 2 });
    if (blank.allowed.length > 0) {
      this.set(widget, { MaxLen: Math.max(...blank.allowed.map((value) => value.length)) });
      this.act(widget, "V", allowedScript(blank.allowed, blank.label));
    }
    if (blank.calculation) {
      this.act(widget, "C", calculationScript(blank.calculation));
      this.order.push(ref);
    }
  }

  private addBox(ref: PDFRef, widget: PDFDict, blank: Blank, rectangle: Rectangle): void {
    let group = this.nodes.get(blank.name);
    if (!group) {
      group = this.branch(blank.name);
      this.set(group.dict, {
        FT: "Btn",
        Ff: flag.radio,
        // The label of one box ends with what the box stands for.
        TU: PDFHexString.fromText(blank.label.replace(/: [^:]*$/, "")),
      });
    }
    group.kids.push(ref);
    this.set(widget, { Parent: group.ref });
    this.setBox(widget, blank.value, rectangle, blank.shown);
  }

  private setBox(widget: PDFDict, value: string, rectangle: Rectangle, shown: string): void {
    const { on, off } = boxAppearances(this.pdf, rectangle, shown, this.font as PDFRef);
    const states = this.pdf.context.obj({});
    states.set(PDFName.of(value), on);
    states.set(PDFName.of("Off"), off);
    this.set(widget, { AS: "Off", AP: { N: states } });
    this.set(widget, { MK: { CA: PDFString.of("8") } });
  }

  private act(widget: PDFDict, trigger: "C" | "V", script: string): void {
    const known = widget.lookup(PDFName.of("AA"));
    const actions = known instanceof PDFDict ? known : this.pdf.context.obj({});
    actions.set(
      PDFName.of(trigger),
      this.pdf.context.obj({ S: "JavaScript", JS: PDFHexString.fromText(script) }),
    );
    widget.set(PDFName.of("AA"), actions);
  }

  /** Makes a widget the field of this name. */
  private join(ref: PDFRef, widget: PDFDict, name: string): void {
    if (this.nodes.has(name)) throw new Error(`two blanks are called ${name}`);
    this.nodes.set(name, { ref, dict: widget, kids: this.pdf.context.obj([]) });
    this.hang(ref, widget, name);
  }

  /** The inner node of this name, made if there is none. */
  private branch(name: string): Node {
    const known = this.nodes.get(name);
    if (known) return known;
    const kids = this.pdf.context.obj([]);
    const dict = this.pdf.context.obj({ Kids: kids });
    const node = { ref: this.pdf.context.register(dict), dict, kids };
    this.nodes.set(name, node);
    this.hang(node.ref, dict, name);
    return node;
  }

  private hang(ref: PDFRef, dict: PDFDict, name: string): void {
    const dot = name.lastIndexOf(".");
    dict.set(PDFName.of("T"), PDFHexString.fromText(name.slice(dot + 1)));
    if (dot < 0) {
      this.top.push(ref);
      return;
    }
    const parent = this.branch(name.slice(0, dot));
    parent.kids.push(ref);
    dict.set(PDFName.of("Parent"), parent.ref);
  }

  private set(dict: PDFDict, entries: Record<string, unknown>): void {
    for (const [key, value] of Object.entries(entries))
      dict.set(PDFName.of(key), this.pdf.context.obj(value as never));
  }
}

function rectangleOf(link: PDFDict): Rectangle {
  const array = link.lookup(PDFName.of("Rect"), PDFArray);
  const { x, y, width, height } = array.asRectangle();
  return [x, y, x + width, y + height];
}
