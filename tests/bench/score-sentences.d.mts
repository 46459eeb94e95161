import type { isVague, personJudged } from "../../src/craft/anchor-wording.js";
import type { findWordingFaults } from "../../src/craft/question-wording.js";
import type { findInsensitive } from "../../src/fairness/find-insensitive.js";
import type { findTopics } from "../../src/fairness/find-topics.js";

export interface SentenceScore {
  family: string;
  part: string;
  right: number;
  vain: number;
  missed: number;
  sentences: number;
  wrong: string[];
  precision: number;
  recall: number;
}

export function scoreSentences(
  folder: string,
  part: "tuned" | "held-back",
  found: {
    findTopics: typeof findTopics;
    findInsensitive: typeof findInsensitive;
    findWordingFaults: typeof findWordingFaults;
    isVague: typeof isVague;
    personJudged: typeof personJudged;
  },
): SentenceScore[];

export function together(scores: readonly SentenceScore[]): {
  sentences: number;
  precision: number;
  recall: number;
};
