// In: a tagged PDF that loses its form. Out: content added to its pages, each piece owned by a structure element, so that people who
// do not see the page hear what was filled in where it stands.

import { fieldFont, fieldFontName } from "../print/field-font.js";
import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFPage,
  PDFRef,
} from "../print/pdf-library.js";
import {
  type ParentTree,
  parentKey,
  readParentTree,
  structureRoot,
  writeParentTree,
} from "../print/structure.js";

/** Adds marks to the pages of one document; `finish` writes them. */
export class PageMarks {
  private readonly tree: ParentTree;
  private readonly contents = new Map<PDFPage, string[]>();
  private font: PDFRef | undefined;
  private objects = 0;

  constructor(private readonly pdf: PDFDocument) {
    this.tree = readParentTree(pdf);
  }

  /** The structure element of an annotation, as a plain span that no longer points to it. */
  release(widget: PDFDict, ref: PDFRef): PDFRef | undefined {
    const key = parentKey(widget, "StructParent");
    const owner = key === undefined ? undefined : this.tree.get(key);
    if (key !== undefined) this.tree.delete(key);
    const element = owner && this.pdf.context.lookup(owner);
    if (!(owner instanceof PDFRef) || !(element instanceof PDFDict)) return undefined;
    element.set(PDFName.of("S"), PDFName.of("Span"));
    const kids = element.lookup(PDFName.of("K"));
    const kept = this.pdf.context.obj([]);
    const keep = (kid: unknown): void => {
      const object = kid instanceof PDFRef ? this.pdf.context.lookup(kid) : kid;
      if (object instanceof PDFDict && object.get(PDFName.of("Obj")) === ref) return;
      if (kid instanceof PDFRef || object instanceof PDFDict || object instanceof PDFNumber)
        kept.push(kid as PDFRef);
    };
    if (kids instanceof PDFArray) for (let at = 0; at < kids.size(); at++) keep(kids.get(at));
    else keep(element.get(PDFName.of("K")));
    element.set(PDFName.of("K"), kept);
    return owner;
  }

  /** A new paragraph at the end of the document. */
  paragraph(): PDFRef | undefined {
    const root = structureRoot(this.pdf);
    const top = root?.lookup(PDFName.of("K"));
    const document = top instanceof PDFArray ? top.get(0) : root?.get(PDFName.of("K"));
    const element = document && this.pdf.context.lookup(document);
    if (!(document instanceof PDFRef) || !(element instanceof PDFDict)) return undefined;
    const own = this.pdf.context.register(
      this.pdf.context.obj({ Type: "StructElem", S: "P", P: document, K: [] }),
    );
    const kids = element.lookup(PDFName.of("K"));
    if (kids instanceof PDFArray) kids.push(own);
    else
      element.set(PDFName.of("K"), this.pdf.context.obj([element.get(PDFName.of("K")) ?? [], own] as never));
    return own;
  }

  /** Adds drawing operators to a page; with an element, as its content. `says` is what they mean, where letters do not tell. */
  add(page: PDFPage, operators: string, element?: PDFRef, says?: string): void {
    const content = this.contents.get(page) ?? [];
    this.contents.set(page, content);
    const number = element && this.own(page, element);
    const dict = element && this.pdf.context.lookup(element);
    if (says !== undefined && dict instanceof PDFDict)
      dict.set(PDFName.of("Alt"), PDFHexString.fromText(says));
    content.push(
      number === undefined
        ? `/Artifact BMC\nq ${operators} Q\nEMC`
        : `/Span <</MCID ${number}>> BDC\nq ${operators} Q\nEMC`,
    );
  }

  /** Operators that set lines, encoded for the field font, each from its own place on. */
  text(page: PDFPage, lines: readonly Uint8Array[], size: number, places: [number, number][]): string {
    this.font ??= formFont(this.pdf) ?? fieldFont().embed(this.pdf);
    page.node.setFontDictionary(PDFName.of(fieldFontName), this.font);
    return lines
      .map((bytes, at) => {
        const [x, y] = places[at] ?? [0, 0];
        return `BT /${fieldFontName} ${size} Tf ${x} ${y} Td <${Buffer.from(bytes).toString("hex")}> Tj ET`;
      })
      .join(" ");
  }

  /** Operators that draw a form XObject with its lower left corner at a place. */
  object(page: PDFPage, object: PDFRef, x: number, y: number): string {
    const name = `Filled${++this.objects}`;
    page.node.setXObject(PDFName.of(name), object);
    return `1 0 0 1 ${x} ${y} cm /${name} Do`;
  }

  /** Writes everything. */
  finish(): void {
    for (const [page, content] of this.contents) {
      const stream = (text: string) => this.pdf.context.register(this.pdf.context.stream(text));
      // What the browser wrote may leave its own scale behind.
      page.node.normalize();
      page.node.wrapContentStreams(stream("q"), stream("Q"));
      page.node.addContentStream(this.pdf.context.register(this.pdf.context.flateStream(content.join("\n"))));
    }
    writeParentTree(this.pdf, this.tree);
  }

  /** The number of the next piece of marked content on the page, entered as the element's. */
  private own(page: PDFPage, element: PDFRef): number | undefined {
    const dict = this.pdf.context.lookup(element);
    if (!(dict instanceof PDFDict)) return undefined;
    let key = parentKey(page.node, "StructParents");
    if (key === undefined) {
      key = Math.max(-1, ...this.tree.keys()) + 1;
      page.node.set(PDFName.of("StructParents"), PDFNumber.of(key));
      this.tree.set(key, this.pdf.context.obj([]));
    }
    const value = this.tree.get(key);
    const owners = value && this.pdf.context.lookup(value);
    if (!(owners instanceof PDFArray)) return undefined;
    const number = owners.size();
    owners.push(element);
    dict.set(PDFName.of("Pg"), page.ref);
    const kids = dict.lookup(PDFName.of("K"));
    if (kids instanceof PDFArray) kids.push(PDFNumber.of(number));
    else dict.set(PDFName.of("K"), this.pdf.context.obj([number]));
    return number;
  }
}

/** The field font that the form brought along. */
function formFont(pdf: PDFDocument): PDFRef | undefined {
  let node: unknown = pdf.catalog;
  for (const key of ["AcroForm", "DR", "Font"])
    node = node instanceof PDFDict ? node.lookup(PDFName.of(key)) : undefined;
  const ref = node instanceof PDFDict ? node.get(PDFName.of(fieldFontName)) : undefined;
  return ref instanceof PDFRef ? ref : undefined;
}
