// In: a PDF that was printed with the held version, open. Out: the same, with every version in a content stream of its own, which is not
// compressed, so that another can be written over it. Digits of one style are of one width, so that nothing moves. Where that cannot be done, it says so.

import { setImmediate as turn } from "node:timers/promises";
import { DigitFonts, type DigitPatterns } from "./digit-fonts.js";
import { digitsKey, type HeldPage, heldVersion, inHex } from "./held-version.js";
import { type PDFDocument, PDFName, PDFRawStream, PDFRef } from "./pdf-library.js";
import { streamText } from "./stream-text.js";

/** As in form-fields.ts: the browser is not to wait for this thread. */
const pagesPerTurn = 4;

/** In text space; Chromium rounds each place by itself. */
const roundingOfPlaces = 0.002;

/** What a string still holds, up to its end. */
const stringEnd = /((?:[0-9a-f]{4})*)> Tj/iy;

/** Sets the held versions of a printed page apart; false if one is not found, or its digits differ in width: the PDF cannot be stamped. */
export async function cutVersions(pdf: PDFDocument, page: HeldPage): Promise<boolean> {
  const fonts = new DigitFonts(pdf);
  const patterns = fonts.patterns(heldVersion);
  if (!patterns) return page.texts === 0 && !page.inStyles;
  // Few texts stand in forms (half-transparent ones do), and none of them is looked for.
  for (const [, form] of pdf.context.enumerateIndirectObjects())
    if (form instanceof PDFRawStream && isForm(form) && patterns.part.test(streamText(form) ?? ""))
      return false;
  const shared = new Map<string, PDFRef>();
  let versions = 0;
  for (const [at, one] of pdf.getPages().entries()) {
    if (at % pagesPerTurn === pagesPerTurn - 1) await turn();
    const former = one.node.get(PDFName.of("Contents"));
    const stream = former instanceof PDFRef ? pdf.context.lookup(former) : undefined;
    if (!(former instanceof PDFRef) || !(stream instanceof PDFRawStream)) return false;
    const content = streamText(stream);
    if (content === undefined) return false;
    const cut = cutContent(content, patterns, (font, codes) => fonts.textOf(one, font, codes));
    if (!cut) return false;
    versions += cut.rows.length;
    if (cut.rows.length === 0) continue;
    const contents = cut.between.flatMap((text, at) => {
      const row = cut.rows[at];
      const plain = pdf.context.register(pdf.context.flateStream(text));
      return row ? [plain, versionStream(pdf, row, shared)] : [plain];
    });
    pdf.context.delete(former);
    one.node.set(PDFName.of("Contents"), pdf.context.obj(contents));
  }
  return versions >= page.texts + (page.inStyles ? pdf.getPageCount() : 0);
}

/** A row of digits in a content stream, and the codes of its digits. */
interface Row {
  text: string;
  codes: string[];
}

/** Cuts a content stream before and after each held version; undefined where one cannot be cut out, or only a part of one is there. */
function cutContent(
  content: string,
  patterns: DigitPatterns,
  textOf: (font: string, codes: readonly string[]) => string,
): { between: string[]; rows: Row[] } | undefined {
  const rows: Row[] = [];
  const between: string[] = [];
  let copied = 0;
  let opening = "";
  for (const { 0: text, index } of content.matchAll(patterns.whole)) {
    const codes = text.replace(/> Tj[^<]*</g, "").match(/.{4}/g) ?? [];
    const chosen = content.lastIndexOf(" Tf", index);
    const font = /\/(\w+) /.exec(content.slice(content.lastIndexOf("/", chosen), chosen))?.[1] ?? "";
    if (textOf(font, codes) !== heldVersion || !isEven(text)) return undefined;
    // It may stand within a string: what is before and after it becomes strings of their own.
    const before = content.slice(content.lastIndexOf("<", index) + 1, index);
    stringEnd.lastIndex = index + text.length;
    const after = stringEnd.exec(content)?.[1];
    if (!/^(?:[0-9a-f]{4})*$/i.test(before) || after === undefined) return undefined;
    const head = opening + content.slice(copied, index);
    between.push(before === "" ? head.replace(/<$/, "") : `${head}> Tj\n`);
    rows.push({ text, codes });
    opening = after === "" ? "" : "<";
    copied = index + text.length + (after === "" ? "> Tj".length : 0);
  }
  between.push(opening + content.slice(copied));
  const said = inHex(heldVersion);
  return between.some((text) => patterns.part.test(text) || text.includes(said))
    ? undefined
    : { between, rows };
}

/** Whether one digit follows another at the same distance; kerned ones would not fit others. */
function isEven(row: string): boolean {
  const moves = [...row.matchAll(/(-?[\d.]+) (-?[\d.]+) Td/g)].map(([, x, y]) => [Number(x), Number(y)]);
  const [first = 0] = moves[0] ?? [];
  return moves.every(([x = 0, y]) => y === 0 && Math.abs(x - first) <= roundingOfPlaces);
}

/** Shared by all pages on which it is written alike. */
function versionStream(pdf: PDFDocument, { text, codes }: Row, shared: Map<string, PDFRef>): PDFRef {
  const digits = [..."0123456789"].map((digit) => codes[heldVersion.indexOf(digit)]).join("");
  const key = `${digits} ${text}`;
  const known = shared.get(key);
  if (known) return known;
  const made = pdf.context.register(
    pdf.context.stream(`<${text}> Tj\n`, { [digitsKey]: PDFName.of(digits) }),
  );
  shared.set(key, made);
  return made;
}

function isForm({ dict }: PDFRawStream): boolean {
  return dict.get(PDFName.of("Subtype"))?.toString() === "/Form";
}
