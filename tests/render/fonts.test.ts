import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { openFonts } from "../../src/render/fonts.js";
import { glyphCoverage } from "../../src/render/glyph-coverage.js";
import { scriptOf } from "../../src/render/scripts.js";

const require = createRequire(import.meta.url);
const fonts = openFonts();

function page(body: string): string {
  return `<style>a { content: "語" }</style><p title="語">${body}</p>`;
}

/** family and weight of every rule, in order. */
function rulesFor(body: string): string[] {
  return [
    ...fonts.facesFor(page(body).replace("語", "")).matchAll(/font-family:"([^"]+)".*?font-weight:(\d+)/g),
  ].map((match) => `${match[1]} ${match[2]}`);
}

describe("the coverage of a font", () => {
  const coverageOf = (file: string) => glyphCoverage(readFileSync(require.resolve(`@fontsource/${file}`)));

  it("is read from its character map", () => {
    const latin = coverageOf("source-sans-3/files/source-sans-3-latin-400-normal.woff2");
    expect(latin.has(0x41) && latin.has(0x2014)).toBe(true);
    // The per mille sign is in the range that the package states, and not in the file.
    expect(latin.has(0x2030)).toBe(false);
  });

  it("is read beyond the basic plane", () => {
    const emoji = coverageOf("noto-emoji/files/noto-emoji-7-400-normal.woff2");
    expect([...emoji].some((point) => point > 0xffff)).toBe(true);
  });

  it("is not read from anything else", () => {
    expect(() => glyphCoverage(Buffer.from("wOFF and more"))).toThrow("not a WOFF2 font");
  });
});

describe("the fonts of a page", () => {
  const plain = ["Source Sans 3 400", "Source Sans 3 600"];

  it("are the Latin ones where nothing else is written", () => {
    expect(rulesFor("Senior Developer, “plain” – café")).toEqual(plain);
  });

  it.each([
    ["Cyrillic", "Старший разработчик"],
    ["Greek", "Μηχανικός"],
    ["Vietnamese", "Kỹ sư"],
    ["Polish", "Programista języka"],
  ])("come in a further slice of the same family for %s", (_, text) => {
    expect([...new Set(rulesFor(text))]).toEqual(plain);
    expect(rulesFor(text).length).toBeGreaterThan(plain.length);
    expect(fonts.lackingIn(page(text))).toEqual([]);
  });

  it.each([
    ["Hebrew", "מפתחת בכירה", "Kit Letters 600"],
    ["Arabic", "مهندس برمجيات", "Kit Letters 600"],
    ["arrows and mathematics", "a → b, x ≤ y, ∑", "Kit Symbols 400"],
    ["emoji", "🚀 ✅ 👩‍💻 ⚠️", "Kit Symbols 400"],
    ["frames", "┌─┐", "Kit Symbols 400"],
  ])("come from a font of their own for %s", (_, text, expected) => {
    expect(rulesFor(text)).toContain(expected);
    expect(fonts.lackingIn(page(text))).toEqual([]);
  });

  it("prefer a text arrow to the emoji of the same character", () => {
    const rules = fonts.facesFor(page("↔ ✅"));
    const symbols = [...rules.matchAll(/font-family:"Kit Symbols".*?unicode-range:(\S+)\}/g)].map(
      (match) => match[1],
    );
    expect(symbols.at(-1)).toContain("U+2190-23FF");
  });

  it("lack what no installed font has, and neither spaces nor joiners", () => {
    expect(fonts.lackingIn(page("日本語\u200b\u00a0 ไทย 👍🏽 \ufe0f"))).toEqual([
      "ท",
      "ย",
      "ไ",
      "日",
      "本",
      "語",
    ]);
  });

  it("are the same for the same page", () => {
    expect(openFonts().facesFor(page("Привет 🚀"))).toBe(openFonts().facesFor(page("Привет 🚀")));
  });
});

describe("a script", () => {
  it.each([
    ["か", "noto-sans-jp"],
    ["漢", "noto-sans-sc"],
    ["한", "noto-sans-kr"],
    ["ไ", "noto-sans-thai"],
    ["ក", "noto-sans-khmer"],
    ["۩", "noto-sans-arabic"],
  ])("of %s is in the package %s", (character, npm) => {
    expect(scriptOf(character)?.npm).toBe(npm);
  });

  it("of a private character is none", () => {
    expect(scriptOf("\ue000")).toBeUndefined();
  });
});
