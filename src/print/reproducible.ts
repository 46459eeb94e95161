// In: the bytes of a PDF as Chromium writes it. Out: the same document in bytes that depend on its content alone.
// Two prints differ in their two dates, which are of fixed width: they are overwritten in place. (And in the names of cells: cell-names.ts.)

/** The date that every PDF carries: kits are told apart by their version, not by the clock. */
export const fixedDate = new Date(Date.UTC(2000, 0, 1));
const fixedText = "20000101000000+00'00'";

/** Overwrites both dates. Works in place and returns its argument. */
export function makeReproducible(pdf: Uint8Array): Uint8Array {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  fixDates(bytes);
  return pdf;
}

function fixDates(bytes: Buffer): void {
  for (const key of ["/CreationDate (D:", "/ModDate (D:"]) {
    for (let at = bytes.indexOf(key); at >= 0; at = bytes.indexOf(key, at + 1)) {
      const start = at + key.length;
      const end = bytes.indexOf(")", start);
      if (end - start === fixedText.length) bytes.write(fixedText, start, "latin1");
    }
  }
}
