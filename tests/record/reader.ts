// What people do with a form: fill it in with one library, read it with another.
import {
  PDFCheckBox,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRadioGroup,
  PDFTextField,
} from "@cantoo/pdf-lib";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** Sets the named fields and saves. Texts go in as a reader leaves them that draws nothing itself. */
export async function fill(pdf: Uint8Array, values: Record<string, string>): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf);
  const form = document.getForm();
  for (const [name, value] of Object.entries(values)) {
    const field = form.getField(name);
    if (field instanceof PDFRadioGroup) field.select(value);
    else if (field instanceof PDFCheckBox) field.check();
    else if (field instanceof PDFTextField)
      field.acroField.dict.set(PDFName.of("V"), PDFHexString.fromText(value));
  }
  return document.save({ updateFieldAppearances: false });
}

/** The words of each page, as pdf.js extracts them, and what a reader would offer to fill in. */
export async function read(pdf: Uint8Array) {
  const document = await getDocument({ data: Uint8Array.from(pdf), verbosity: 0 }).promise;
  const pages = await Promise.all(
    Array.from({ length: document.numPages }, async (_, index) => {
      const page = await document.getPage(index + 1);
      const { items } = await page.getTextContent();
      const text = items.map((item) => ("str" in item ? item.str + (item.hasEOL ? " " : "") : "")).join("");
      return { text: text.replace(/\s+/gu, " "), annotations: await page.getAnnotations() };
    }),
  );
  return {
    pages,
    fields: await document.getFieldObjects(),
    outline: ((await document.getOutline()) ?? []).map(({ title }) => title),
    scripts: await document.getJSActions(),
    marked: (await document.getMarkInfo())?.Marked ?? false,
    tree: await (await document.getPage(1)).getStructTree(),
  };
}
