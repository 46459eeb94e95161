import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isVague, personJudged } from "../../src/craft/anchor-wording.js";
import { findWordingFaults } from "../../src/craft/question-wording.js";
import { sentencesOf } from "../../src/document/sentences.js";
import { findInsensitive } from "../../src/fairness/find-insensitive.js";
import { findTopics } from "../../src/fairness/find-topics.js";
import { scoreSentences, together } from "../bench/score-sentences.mjs";

const folder = join(import.meta.dirname, "..", "fixtures", "sentences");
const found = { findTopics, findInsensitive, findWordingFaults, isVague, personJudged };
const tuned = scoreSentences(folder, "tuned", found);
const heldBack = scoreSentences(folder, "held-back", found);

describe("labelled sentences", () => {
  it("are enough to mean something: 150 and more of each side", () => {
    const all = [...tuned, ...heldBack];
    const caught = all.reduce((sum, { right, missed }) => sum + right + missed, 0);
    expect(caught).toBeGreaterThanOrEqual(150);
    expect(together(all).sentences - caught).toBeGreaterThanOrEqual(150);
  });

  it.each(tuned)("are told apart among those tuned on: $family", ({ precision, recall }) => {
    expect(precision).toBeGreaterThanOrEqual(0.95);
    expect(recall).toBeGreaterThanOrEqual(0.95);
  });

  it("are told apart among those held back", () => {
    const { precision, recall } = together(heldBack);
    expect(precision).toBeGreaterThanOrEqual(0.95);
    expect(recall).toBeGreaterThanOrEqual(0.95);
  });
});

describe("findTopics", () => {
  it("says which words ask, and where their sentence begins", () => {
    const text = "The rota is one week in six.\nWhat does your husband do? `your wife` is a variable.";
    expect(findTopics(text)).toEqual([{ code: "family-question", words: "your husband", offset: 29 }]);
  });

  it("reads what is said of the candidate as if it were asked", () => {
    expect(findTopics("Hint: the candidate's husband works here.").map(({ code }) => code)).toEqual([
      "family-question",
    ]);
  });

  it("never looks into code", () => {
    expect(findTopics("What does this return?\n\n```python\n# how old are you?\n```\n")).toEqual([]);
  });
});

describe("sentencesOf", () => {
  it("does not end a sentence at an abbreviation, and keeps offsets", () => {
    const text = "Are you a U.S. citizen? Ask Mrs. May, e.g. by mail.\n\n- One.\n- Two";
    expect(sentencesOf(text).map(({ text: one, offset }) => [one.replace(/\s+/g, " "), offset])).toEqual([
      ["Are you a US citizen?", 0],
      ["Ask Mrs May, eg by mail.", 24],
      ["One.", 55],
      ["Two", 62],
    ]);
  });
});
