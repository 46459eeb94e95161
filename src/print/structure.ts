// In: a tagged PDF. Out: its parent tree as a plain map, to be read and written back: which structure element owns which
// annotation, and which elements own the marked content of which page. Changes nothing by itself.
import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber, type PDFObject } from "./pdf-library.js";

/** Values by their numbers: an element for an annotation, an array of elements for a page. Unresolved: references stay. */
export type ParentTree = Map<number, PDFObject>;

/** The root of the structure; undefined if the file is not tagged. */
export function structureRoot(pdf: PDFDocument): PDFDict | undefined {
  const root = pdf.catalog.lookup(PDFName.of("StructTreeRoot"));
  return root instanceof PDFDict ? root : undefined;
}

/** Reads the parent tree. */
export function readParentTree(pdf: PDFDocument): ParentTree {
  const found: ParentTree = new Map();
  const read = (node: unknown): void => {
    if (!(node instanceof PDFDict)) return;
    const numbers = node.lookup(PDFName.of("Nums"));
    if (numbers instanceof PDFArray)
      for (let at = 0; at + 1 < numbers.size(); at += 2) {
        const key = numbers.lookup(at);
        const value = numbers.get(at + 1);
        if (key instanceof PDFNumber && value) found.set(key.asNumber(), value);
      }
    const kids = node.lookup(PDFName.of("Kids"));
    if (kids instanceof PDFArray) for (let at = 0; at < kids.size(); at++) read(kids.lookup(at));
  };
  read(structureRoot(pdf)?.lookup(PDFName.of("ParentTree")));
  return found;
}

/** Writes the parent tree as one node, in order of its numbers. */
export function writeParentTree(pdf: PDFDocument, tree: ParentTree): void {
  const root = structureRoot(pdf);
  if (!root) return;
  const keys = [...tree.keys()].sort((a, b) => a - b);
  const numbers = pdf.context.obj([]);
  for (const key of keys) {
    numbers.push(PDFNumber.of(key));
    numbers.push(tree.get(key) as PDFObject);
  }
  root.set(PDFName.of("ParentTree"), pdf.context.register(pdf.context.obj({ Nums: numbers })));
  root.set(PDFName.of("ParentTreeNextKey"), PDFNumber.of((keys.at(-1) ?? -1) + 1));
}

/** The number under which an annotation (`StructParent`) or a page (`StructParents`) stands in the parent tree. */
export function parentKey(owner: PDFDict, entry: "StructParent" | "StructParents"): number | undefined {
  const key = owner.lookup(PDFName.of(entry));
  return key instanceof PDFNumber ? key.asNumber() : undefined;
}
