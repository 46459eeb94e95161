import { describe, expect, it } from "vitest";
import { foreignGlyphs } from "../../src/build/foreign-glyphs.js";
import { withPrinter } from "../../src/print/printer.js";

const file = (path: string, text: string) => ({ path, bytes: new TextEncoder().encode(text) });
const sources = [
  file("roles/a.md", "# Engineer\n\nKnows \u{12000} and \ue000.\n"),
  file("questions/x/y.md", "# Title\n\n日本 and 本\n"),
];

describe("characters that no embedded font has", () => {
  it("are remarks at their file and line where nothing is printed here", async () => {
    expect(await foreignGlyphs(["日", "本", "語"], sources, undefined)).toEqual([
      {
        path: "questions/x/y.md",
        line: 3,
        column: 1,
        severity: "info",
        code: "foreign-glyph",
        message: "no embedded font has 日 U+65E5, 本 U+672C (Han): it is left to those of the machine",
        hint: "Embed a font that has it: npm install @fontsource/noto-sans-sc (or on Debian: apt install fonts-noto-cjk)",
      },
      {
        path: "roles/a.md",
        line: 1,
        column: 1,
        severity: "info",
        code: "foreign-glyph",
        message: "no embedded font has 語 U+8A9E (Han): it is left to those of the machine",
        hint: "Embed a font that has it: npm install @fontsource/noto-sans-sc (or on Debian: apt install fonts-noto-cjk)",
      },
    ]);
  });

  it("are warnings where the browser finds no font for them on the machine either", async () => {
    const findings = await withPrinter({}, (printer) => foreignGlyphs(["\ue000"], sources, printer));
    expect(findings).toEqual([
      {
        path: "roles/a.md",
        line: 3,
        column: 14,
        severity: "warning",
        code: "missing-glyph",
        message: "no font has \ue000 U+E000: it is printed as an empty box",
        hint: "Write something else: no font is known that has it.",
      },
    ]);
  });

  it("are none in a page that the embedded fonts can print", async () => {
    expect(await foreignGlyphs([], sources, undefined)).toEqual([]);
  });
});
