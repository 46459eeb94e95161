// In: the bytes of a PDF as Chromium writes it. Out: the same bytes with both dates set to one constant.
// Two prints differ only in these fixed-width dates, so that equal inputs give equal files.

/** The date that every PDF carries: kits are told apart by their version, not by the clock. */
const fixedDate = "20000101000000+00'00'";

/** Overwrites /CreationDate and /ModDate in place. */
export function fixDates(pdf: Uint8Array): Uint8Array {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  for (const key of ["/CreationDate (D:", "/ModDate (D:"]) {
    for (let at = bytes.indexOf(key); at >= 0; at = bytes.indexOf(key, at + 1)) {
      const start = at + key.length;
      const end = bytes.indexOf(")", start);
      if (end - start === fixedDate.length) bytes.write(fixedDate, start, "latin1");
    }
  }
  return bytes;
}
