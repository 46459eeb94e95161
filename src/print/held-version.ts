// In: the text of a page with its kit's version, and the PDF that was printed with ten other digits in its place. Out: the PDF with the version.
// It stands in content streams of its own, which are not compressed: one version is put in place of another without a browser, byte for
// byte as if it had been printed so. Digits of one style are of one width, so that nothing moves. Where that cannot be done, it says so.
import { type PDFDocument, PDFName, PDFRawStream, PDFRef } from "@cantoo/pdf-lib";
import { DigitFonts, type DigitPatterns } from "./digit-fonts.js";
import { streamText } from "./stream-text.js";

/** What is printed in a version's place: every digit once, so that the font brings each, and in an order that nobody writes. */
export const heldVersion = "5038172946";

/** The page with the held version, and how often it must at least be found on its pages. */
export interface HeldPage {
  html: string;
  /** In texts of the page. */
  texts: number;
  /** Whether a style sheet writes it, as the running foot does on every page. */
  inStyles: boolean;
}

/** Holds the place of a version on a page; undefined where it stands in what cannot be found again in a PDF, such as an attribute. */
export function holdVersion(html: string, version: string): HeldPage | undefined {
  if (!/^\d{10}$/.test(version) || html.includes(heldVersion)) return undefined;
  const body = html.replace(/<meta name="interview-kit"[^<>]*>/, "");
  let styles = "";
  const texts = body.replace(/<style\b[^<>]*>[\s\S]*?<\/style>/g, (style) => {
    styles += style;
    return "";
  });
  const inTexts = count(texts.replace(/<title>[\s\S]*?<\/title>|<[^<>]*>/g, ""), version);
  if (count(texts, version) !== inTexts) return undefined;
  return {
    html: html.replaceAll(version, heldVersion),
    texts: inTexts,
    inStyles: styles.includes(version),
  };
}

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}

/** The key of a version's stream: the codes of the digits from 0 to 9 in its font. */
const digitsKey = "KitVersionDigits";

/** In text space; Chromium rounds each place by itself. */
const roundingOfPlaces = 0.002;

/** What a string still holds, up to its end. */
const stringEnd = /((?:[0-9a-f]{4})*)> Tj/iy;

/** Sets the held versions of a printed page apart; false if one is not found, or its digits differ in width: the PDF cannot be stamped. */
export function openVersions(pdf: PDFDocument, page: HeldPage): boolean {
  const fonts = new DigitFonts(pdf);
  const patterns = fonts.patterns(heldVersion);
  if (!patterns) return page.texts === 0 && !page.inStyles;
  // Few texts stand in forms (half-transparent ones do), and none of them is looked for.
  for (const [, form] of pdf.context.enumerateIndirectObjects())
    if (form instanceof PDFRawStream && isForm(form) && patterns.part.test(streamText(form))) return false;
  const shared = new Map<string, PDFRef>();
  let versions = 0;
  for (const one of pdf.getPages()) {
    const former = one.node.get(PDFName.of("Contents"));
    const stream = former instanceof PDFRef ? pdf.context.lookup(former) : undefined;
    if (!(former instanceof PDFRef) || !(stream instanceof PDFRawStream)) return false;
    const cut = cutContent(streamText(stream), patterns, (font, codes) => fonts.textOf(one, font, codes));
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

/** Whether a finished PDF still says the held version in words of its own besides its keywords: its title, its outline. */
export function saysHeldVersion(pdf: Uint8Array): boolean {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString("latin1");
  const [wide, escaped] = ["\0", "\\000"].map((zero) =>
    [...heldVersion].map((digit) => zero + digit).join(""),
  );
  const ways = [
    heldVersion,
    wide ?? "",
    escaped ?? "",
    inHex(heldVersion),
    Buffer.from(heldVersion).toString("hex"),
  ];
  const keywords = /\/Keywords <[0-9A-F]*>/.exec(text)?.[0] ?? "";
  return ways.some((way) => count(text, way) > count(keywords, way));
}

function isForm({ dict }: PDFRawStream): boolean {
  return dict.get(PDFName.of("Subtype"))?.toString() === "/Form";
}

/** Puts `version` in the place of `former` in the bytes of a PDF whose versions were set apart. */
export function stampVersion(pdf: Uint8Array, former: string, version: string): Uint8Array {
  const stamped = Uint8Array.from(pdf);
  const bytes = Buffer.from(stamped.buffer);
  const text = bytes.toString("latin1");
  for (const { 0: head, 1: codes = "", index } of text.matchAll(versionHead)) {
    let at = index + head.length;
    for (const digit of version) {
      // Each in a string of its own, or several in one.
      if (!/[0-9a-f]/i.test(text[at] ?? "")) at = text.indexOf("<", at) + 1;
      bytes.write(codes.slice(4 * Number(digit), 4 * Number(digit) + 4), at, "latin1");
      at += 4;
    }
  }
  // What the file says about itself, in the form in which pdf-lib writes it.
  const keywords = /\/Keywords <([0-9A-F]*)>/.exec(text);
  const place = keywords?.[1]?.indexOf(inHex(former)) ?? -1;
  if (keywords && place >= 0)
    bytes.write(inHex(version), keywords.index + "/Keywords <".length + place, "latin1");
  return stamped;
}

const versionHead = new RegExp(`/${digitsKey} /(\\w{40})[^>]*>>\\s*stream\\r?\\n`, "g");

/** As UTF-16 in hexadecimal digits. */
function inHex(text: string): string {
  return Buffer.from(text, "utf16le").swap16().toString("hex").toUpperCase();
}
