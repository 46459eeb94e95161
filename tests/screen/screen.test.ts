import { type AST, RegExpParser } from "@eslint-community/regexpp";
import { describe, expect, it } from "vitest";
import { topicCodes, topicPatterns } from "../../src/fairness/patterns/index.js";
import { alternativesOf, neededBy } from "../../src/screen/needed-words.js";
import { screenOf } from "../../src/screen/screen.js";
import { seededFrom } from "../safety/seed.js";

const needs = (pattern: RegExp) => neededBy(pattern)?.map(({ text, stem }) => [text, stem]);

describe("neededBy", () => {
  it("names the rarest word of what a text must hold, at its place", () => {
    expect(neededBy(/\bin the rabbit hole/)).toEqual([{ text: "in the rabbit hole", stem: "rabbit", at: 7 }]);
  });

  it("writes out what may be written in a few ways", () => {
    expect(needs(/\bgr[ae]y ?hair/)).toEqual([
      ["grayhair", "grayhair"],
      ["gray hair", "gray"],
      ["greyhair", "greyhair"],
      ["grey hair", "grey"],
    ]);
  });

  it("takes the rarer of two stretches", () => {
    expect(needs(/\byour [a-z]+ pension\b/)).toEqual([["pension", "pension"]]);
  });

  it("knows nothing of a word of which only the end is known, or of a pattern that may match without any", () => {
    expect(needs(/[a-z]+ship/)).toBeUndefined();
    expect(needs(/\bunion|\d+/)).toBeUndefined();
    expect(needs(/(?:union )?\?/)).toBeUndefined();
  });
});

describe("screenOf", () => {
  const patterns = [/\bmove the needle/, /\bneedles?\b/, /\?$/];
  const screen = screenOf(patterns.map(neededBy));

  it("gives the patterns worth trying in order, and always those that need no word", () => {
    expect([...screen("moved the needles")]).toEqual([1, 2]);
    expect([...screen("needles: move the needle")]).toEqual([0, 1, 2]);
    expect([...screen("a noodle")]).toEqual([2]);
  });

  it("sees words where they begin, whatever stands before them", () => {
    expect([...screen("pineneedle")]).toEqual([2]);
    expect([...screen("_needle")]).toEqual([1, 2]);
    expect([...screen("é-needle")]).toEqual([1, 2]);
  });

  it("passes over no text that a phrase of a topic matches, however the phrase is written", () => {
    const random = seededFrom(7);
    let matched = 0;
    const lost: string[] = [];
    for (const code of topicCodes) {
      const { phrases } = topicPatterns[code];
      const topic = screenOf(phrases.map((phrase) => phrase.needs));
      for (const [at, { pattern }] of phrases.entries()) {
        for (let time = 0; time < 12; time++) {
          const text = `so, ${written(pattern, random)}${random() < 0.5 ? "?" : " then"}`;
          if (text.search(pattern) < 0) continue;
          matched++;
          if (!topic(text).includes(at)) lost.push(`${code} ${at}: ${text}`);
        }
      }
    }
    expect(lost).toEqual([]);
    expect(matched).toBeGreaterThan(5000);
  });

  it("keeps every alternative of a pattern with its words", () => {
    expect(
      alternativesOf("your unions?|any [a-z]+ debts").map(({ source, needs: all }) => [
        source,
        all?.[0]?.stem,
      ]),
    ).toEqual([
      ["your unions?", "union"],
      ["any [a-z]+ debts", "debts"],
    ]);
  });
});

/** A text that the pattern may match; what looks around itself is left to chance. */
function written({ source }: RegExp, random: () => number): string {
  const below = (count: number) => Math.floor(random() * count);
  const sequence = (elements: readonly AST.Element[]): string => elements.map(one).join("");
  const one = (element: AST.Element): string => {
    switch (element.type) {
      case "Character":
        return String.fromCodePoint(element.value);
      case "CharacterClass": {
        const part = element.elements[below(element.elements.length)];
        if (element.negate) return "aé 9"[below(4)] ?? "";
        if (part?.type === "Character") return String.fromCodePoint(part.value);
        if (part?.type === "CharacterClassRange")
          return String.fromCodePoint(part.min.value + below(part.max.value - part.min.value + 1));
        return "x";
      }
      case "CharacterSet":
        return element.kind === "digit" ? String(below(10)) : ("xq_7"[below(4)] ?? "");
      case "Quantifier": {
        const most = Math.min(element.max, element.min + 3);
        const times = element.min + below(most - element.min + 1);
        return Array.from({ length: times }, () => one(element.element)).join("");
      }
      case "Group":
      case "CapturingGroup":
        return sequence(element.alternatives[below(element.alternatives.length)]?.elements ?? []);
      default:
        return "";
    }
  };
  const { alternatives } = new RegExpParser().parsePattern(source);
  return sequence(alternatives[below(alternatives.length)]?.elements ?? []);
}
