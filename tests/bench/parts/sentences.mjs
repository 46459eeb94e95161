// How right the rules about wording are, on labelled sentences: those they were made with, and those held back.
import { fileURLToPath } from "node:url";
import { isVague, personJudged } from "../../../dist/craft/anchor-wording.js";
import { findWordingFaults } from "../../../dist/craft/question-wording.js";
import { findInsensitive } from "../../../dist/fairness/find-insensitive.js";
import { findTopics } from "../../../dist/fairness/find-topics.js";
import { figure } from "../measure.mjs";
import { scoreSentences, together } from "../score-sentences.mjs";

export function measure() {
  const read = { findTopics, findInsensitive, findWordingFaults, isVague, personJudged };
  const sentences = fileURLToPath(new URL("../../fixtures/sentences", import.meta.url));
  return ["tuned", "held-back"].flatMap((part) => {
    const scores = scoreSentences(sentences, part, read);
    return [...scores, { family: "all", ...together(scores) }].flatMap((score) => [
      figure(`${part}, ${score.family}: precision of ${score.sentences}`, score.precision, "", { digits: 3 }),
      figure(`${part}, ${score.family}: recall`, score.recall, "", { digits: 3 }),
    ]);
  });
}
