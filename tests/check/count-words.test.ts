import fc from "fast-check";
import { expect, test } from "vitest";
import { countWords } from "../../src/check/limit-rules.js";

test("words are counted alike in plain text and in any other", () => {
  expect(countWords("- `a b`, c++ & 7 -- don't\n\n***")).toBe(5);
  expect(countWords("")).toBe(0);
  const part = fc.oneof(
    fc.constantFrom(" ", "\n", "\t", "\v", "\f", "\u00a0", "\u3000", "\ufeff", "é", "–", "語", "𝒜", "'", "x"),
    fc.string({ unit: "binary-ascii" }),
    fc.string({ unit: "grapheme" }),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const text = parts.join("");
      const inAnyScript = text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
      expect(countWords(text)).toBe(inAnyScript);
    }),
    { numRuns: 2000 },
  );
});
