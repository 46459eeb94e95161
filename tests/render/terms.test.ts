import { describe, expect, it } from "vitest";
import { curlQuotes } from "../../src/render/typography.js";

describe("quotation marks", () => {
  it.each([
    ["“”‘’", "&quot;It's 'fine'&quot;, (&quot;yes&quot;)", "“It’s ‘fine’”, (“yes”)"],
    ["„“‚‘", "&quot;Geht's 'so'?&quot;", "„Geht’s ‚so‘?“"],
    ["„”‚’", "&quot;a&quot; <code>&quot;b&quot;</code>", "„a” <code>&quot;b&quot;</code>"],
  ])("of %s", (quotes, straight, curled) => {
    expect(curlQuotes(straight, quotes)).toBe(curled);
  });
});
