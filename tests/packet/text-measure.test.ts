import { describe, expect, it } from "vitest";
import { countLines, wordsFit } from "../../src/packet/text-measure.js";

const words = (count: number) => Array.from({ length: count }, () => "serves").join(" ");

describe("countLines", () => {
  it("breaks at spaces", () => {
    expect(countLines("one", 14, 146)).toBe(1);
    expect(countLines(words(8), 14, 146)).toBe(3);
  });

  it("breaks a word that is wider than its column", () => {
    expect(countLines("W".repeat(40), 14, 146)).toBeGreaterThan(3);
  });

  it("counts a character of East Asian scripts as a square", () => {
    expect(countLines("設計面接", 14, 60)).toBe(1);
    expect(countLines("設計面接", 14, 50)).toBe(2);
  });
});

describe("wordsFit", () => {
  it("knows when a heading would break inside a word", () => {
    expect(wordsFit("System design", 12, 60)).toBe(true);
    expect(wordsFit("System architecture", 12, 50)).toBe(false);
  });
});
