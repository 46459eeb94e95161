// In: the text of a page with its kit's version, or the bytes of a PDF whose versions were cut out (cut-versions.ts). Out: the page with ten
// other digits in the version's place, to be printed; the PDF with another version, without a browser, byte for byte as if it had been
// printed so. Loads nothing that prints: a build of HTML comes here too.

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
export const digitsKey = "KitVersionDigits";

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
export function inHex(text: string): string {
  return Buffer.from(text, "utf16le").swap16().toString("hex").toUpperCase();
}
