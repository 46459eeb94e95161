// In: a PDF as Chromium writes it, open. Out: the same with the cells of its tables named in the order of the document.
// Chromium names them after DOM nodes, which it counts over all pages of a process, and in no order that two runs share.
import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFRef, PDFString } from "./pdf-library.js";

/** Names every cell anew, wherever its name stands: on itself, among the headers of other cells, in the tree of names. */
export function nameCells(pdf: PDFDocument): void {
  const root = pdf.catalog.lookup(PDFName.of("StructTreeRoot"));
  if (!(root instanceof PDFDict)) return;
  const elements = pdf.context
    .enumerateIndirectObjects()
    .filter((entry): entry is [PDFRef, PDFDict] => entry[1] instanceof PDFDict && isElement(entry[1]))
    .sort(([a], [b]) => a.objectNumber - b.objectNumber);
  const fresh = new Map<string, PDFString>();
  const entries: [PDFString, PDFRef][] = [];
  for (const [ref, element] of elements) {
    const former = element.lookup(PDFName.of("ID"));
    if (!(former instanceof PDFString)) continue;
    const name = PDFString.of(`cell${String(fresh.size + 1).padStart(6, "0")}`);
    fresh.set(former.asString(), name);
    element.set(PDFName.of("ID"), name);
    entries.push([name, ref]);
  }
  for (const [, element] of elements) renameHeaders(element.lookup(PDFName.of("A")), fresh);
  const tree = root.lookup(PDFName.of("IDTree"));
  if (!(tree instanceof PDFDict)) return;
  dropKids(pdf, tree);
  tree.delete(PDFName.of("Limits"));
  tree.set(PDFName.of("Names"), pdf.context.obj(entries.flat()));
}

function isElement(dict: PDFDict): boolean {
  return dict.get(PDFName.of("Type")) === PDFName.of("StructElem");
}

function renameHeaders(value: unknown, fresh: ReadonlyMap<string, PDFString>): void {
  if (value instanceof PDFArray) {
    for (let at = 0; at < value.size(); at++) renameHeaders(value.lookup(at), fresh);
  } else if (value instanceof PDFDict) {
    const list = value.lookup(PDFName.of("Headers"));
    if (!(list instanceof PDFArray)) return;
    for (let at = 0; at < list.size(); at++) {
      const former = list.lookup(at);
      const name = former instanceof PDFString ? fresh.get(former.asString()) : undefined;
      if (name) list.set(at, name);
    }
  }
}

/** The leaves of the former tree go with it. */
function dropKids(pdf: PDFDocument, node: PDFDict): void {
  const list = node.lookup(PDFName.of("Kids"));
  if (!(list instanceof PDFArray)) return;
  for (let at = 0; at < list.size(); at++) {
    const kid = list.lookup(at);
    if (kid instanceof PDFDict) dropKids(pdf, kid);
    const ref = list.get(at);
    if (ref instanceof PDFRef) pdf.context.delete(ref);
  }
  node.delete(PDFName.of("Kids"));
}
