import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isVague, personJudged } from "../../src/craft/anchor-wording.js";
import { findWordingFaults } from "../../src/craft/question-wording.js";
import { sentencesOf } from "../../src/document/sentences.js";
import { findInsensitive } from "../../src/fairness/find-insensitive.js";
import { findTopics } from "../../src/fairness/find-topics.js";
import { topicCodes, topicPatterns } from "../../src/fairness/patterns/index.js";
import { findAsked, plainForm } from "../../src/fairness/patterns/topic-pattern.js";
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

  it("passes over no sentence that a pattern would find: what the phrases need names all of them", () => {
    const lines = ["tuned", "held-back"].flatMap((part) =>
      readFileSync(join(folder, part, "do-not-ask.txt"), "utf8")
        .trim()
        .split("\n"),
    );
    const lost = lines.flatMap((line) => {
      const text = line.split("\t")[1] ?? "";
      const found = new Set(findTopics(text).map(({ code }) => code));
      return sentencesOf(text).flatMap((sentence) =>
        topicCodes
          .filter(
            (code) =>
              findAsked(topicPatterns[code], topicPatterns[code].phrases, plainForm(sentence.text)) &&
              !found.has(code),
          )
          .map((code) => `${code} ${text}`),
      );
    });
    expect(lost).toEqual([]);
  });

  it.each([
    [
      "health-question",
      "Haben Sie einen Schwerbehindertenausweis, or do you hold a Schwerbehindertenausweis?",
    ],
    ["conviction-question", "Do you have a clean Führungszeugnis?"],
    ["finances-question", "Can you send us your Schufa?"],
    ["union-question", "Were you on the Betriebsrat?"],
  ])("knows what employers of the EU ask for by its own name: %s", (code, text) => {
    expect(findTopics(text).map((one) => one.code)).toContain(code);
  });

  it("takes a yes-or-no question about the candidate for one, and how something is built for others for none", () => {
    const codes = (text: string) => findTopics(text).map(({ code }) => code);
    expect(codes("Is anyone in your house going to mosque?")).toContain("religion-question");
    expect(codes("Any loans?")).toEqual(["finances-question"]);
    expect(codes("How would you show prayer times for any place on earth?")).toEqual([]);
    expect(codes("What do you do on Sunday mornings?")).toEqual(["religion-question"]);
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
