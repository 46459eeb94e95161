// In: the bytes of a PDF as Chromium writes it. Out: the same document in bytes that depend on its content alone.
// Two prints differ in their two dates and in the numbers of DOM nodes, both of fixed width: they are overwritten in place.

/** The date that every PDF carries: kits are told apart by their version, not by the clock. */
export const fixedDate = new Date(Date.UTC(2000, 0, 1));
const fixedText = "20000101000000+00'00'";

/** Overwrites both dates and renumbers the structure tree's ids. Works in place and returns its argument. */
export function makeReproducible(pdf: Uint8Array): Uint8Array {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  fixDates(bytes);
  renumberNodes(bytes);
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

/**
 * Table cells are named after DOM nodes, which the browser counts over all pages that a process has shown. Ranks in their
 * stead keep the order, so that the PDF's sorted tree of names stays sorted.
 */
function renumberNodes(bytes: Buffer): void {
  const digits = 8;
  const places: { at: number; node: string }[] = [];
  for (let at = bytes.indexOf("(node"); at >= 0; at = bytes.indexOf("(node", at + 1)) {
    const node = bytes.toString("latin1", at + 5, at + 5 + digits);
    if (/^\d{8}$/.test(node) && bytes[at + 5 + digits] === 0x29) places.push({ at: at + 5, node });
  }
  const ranks = new Map(
    [...new Set(places.map(({ node }) => node))].sort().map((node, index) => [node, index + 1] as const),
  );
  for (const { at, node } of places) {
    bytes.write(String(ranks.get(node)).padStart(digits, "0"), at, "latin1");
  }
}
