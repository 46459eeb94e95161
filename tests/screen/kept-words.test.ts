import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { unsealed } from "../../src/document/kept-text.js";
import { topicCodes } from "../../src/fairness/patterns/index.js";
import { alternativesOf, neededBy } from "../../src/screen/needed-words.js";

describe("what is kept of the words that patterns need", () => {
  // As compiled: from the sources alone nothing is kept.
  const text = readFileSync(new URL("../../dist/kept/words.json", import.meta.url), "utf8");
  const open = (text: string) => JSON.parse(unsealed(text)?.content ?? "{}");

  it("is what the patterns of a check need, as told now", () => {
    const kept = open(text);
    const [unions, patterns] = [Object.keys(kept.alternatives), Object.keys(kept.whole)];
    const plain = (value: unknown) => JSON.parse(JSON.stringify(value));
    for (const one of unions) expect(kept.alternatives[one]).toEqual(plain(alternativesOf(one)));
    for (const one of patterns) expect(kept.whole[one].needs).toEqual(neededBy(new RegExp(one)));
    expect(unions).toHaveLength(topicCodes.length);
    expect(patterns.length).toBeGreaterThan(20);
  });

  it("is nothing where it was changed since it was written", () => {
    expect(open(text)).toHaveProperty("whole");
    expect(unsealed(text.replace('"at":0', '"at":1'))).toBeUndefined();
    expect(unsealed(text.slice(0, -1))).toBeUndefined();
    expect(unsealed("")).toBeUndefined();
  });
});
