import { describe, expect, it } from "vitest";
import { chooseFit } from "../../src/packet/question-page.js";
import { countBlockLines, countLines, wordsFit } from "../../src/packet/text-measure.js";
import { bank } from "./packet-fixture.js";

const words = (count: number) => Array.from({ length: count }, () => "serves").join(" ");
const place = { competencyTitle: "Async", exhibit: null, alternate: false };
const short = bank.questions[0];
if (!short) throw new Error("fixture");

describe("chooseFit", () => {
  it("sets a short question large", () => {
    expect(chooseFit(short, { ...place, paper: "a4" })).toBe("roomy");
  });

  it("steps down as the question grows, and moves the rating zone to the next page last", () => {
    const order = ["roomy", "close", "dense", "tight", "split"];
    const fits = [10, 30, 50, 70, 90].map((size) =>
      chooseFit(
        {
          ...short,
          wording: words(size),
          probes: Array.from({ length: 5 }, () => words(size / 6)),
          rubric: short.rubric.map((anchor) => ({ ...anchor, text: words(size / 2) })),
          background: words(size),
        },
        { ...place, paper: "letter" },
      ),
    );
    const ranks = fits.map((fit) => order.indexOf(fit));
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    expect(fits[0]).toBe("roomy");
    expect(fits.at(-1)).toBe("split");
  });
});

describe("countLines", () => {
  it("breaks at spaces", () => {
    expect(countLines("one", "sans", 14, 146)).toBe(1);
    expect(countLines(words(8), "sans", 14, 146)).toBe(3);
  });

  it("breaks a word that is wider than its column", () => {
    expect(countLines("W".repeat(40), "sans", 14, 146)).toBeGreaterThan(3);
  });

  it("counts code as wider than text", () => {
    expect(countLines("`illicit illicit illicit`", "sans", 14, 146)).toBeGreaterThan(
      countLines("illicit illicit illicit", "sans", 14, 146),
    );
  });

  it("counts paragraphs and list items one after another", () => {
    expect(countBlockLines("one\n\ntwo\n\n- three\n- four", "sans", 14, 146)).toBe(4);
  });

  it("knows when a heading would break inside a word", () => {
    expect(wordsFit("System design", "sans", 12, 60)).toBe(true);
    expect(wordsFit("System architecture", "sans", 12, 50)).toBe(false);
  });
});
