import { expect, it } from "vitest";
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFString } from "../../src/print/pdf-library.js";
import { withPrinter } from "../../src/print/printer.js";

const rows = Array.from(
  { length: 40 },
  (_, row) => `<tr><th scope="row">r${row}</th><td>1</td><td>2</td></tr>`,
);
const page = `<!doctype html><html lang="en"><title>t</title><table><tr><th>a<th>b<th>c</tr>${rows.join("")}</table>`;

it("names cells in the order of the document, in every place that names them", async () => {
  const { pdf } = await withPrinter({}, (printer) => printer.print(page));
  const document = await PDFDocument.load(pdf);
  const own: string[] = [];
  const named = new Set<string>();
  for (const [, element] of document.context
    .enumerateIndirectObjects()
    .sort(([a], [b]) => a.objectNumber - b.objectNumber)) {
    if (!(element instanceof PDFDict) || element.get(PDFName.of("Type")) !== PDFName.of("StructElem"))
      continue;
    const id = element.lookup(PDFName.of("ID"));
    if (id instanceof PDFString) own.push(id.asString());
    const attributes = element.lookup(PDFName.of("A"));
    for (const one of attributes instanceof PDFArray ? attributes.asArray() : []) {
      const headers = one instanceof PDFDict ? one.lookup(PDFName.of("Headers")) : undefined;
      for (const name of headers instanceof PDFArray ? headers.asArray() : [])
        if (name instanceof PDFString) named.add(name.asString());
    }
  }
  expect(own).toEqual([...own].sort());
  expect([...named].filter((name) => !own.includes(name))).toEqual([]);
  // Nothing stands below the corner, so nobody names it.
  expect(named.size).toBe(42);
  const tree = document.catalog
    .lookup(PDFName.of("StructTreeRoot"), PDFDict)
    .lookup(PDFName.of("IDTree"), PDFDict);
  const names = tree.lookup(PDFName.of("Names"), PDFArray).asArray();
  expect(names.filter((_, at) => at % 2 === 0).map((name) => (name as PDFString).asString())).toEqual(own);
});
