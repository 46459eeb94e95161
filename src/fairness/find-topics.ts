// In: a passage that is read aloud or judged by. Out: the topics that it asks about, with the words that ask.
// Decides by the words around a word: whose family, whose condition, which kind of native. Knows nothing of files or findings.

import { sentencesOf } from "../document/sentences.js";
import { type TopicCode, topicCodes, topicPatterns } from "./patterns/index.js";
import { findAsked, plainForm } from "./patterns/topic-pattern.js";

export interface TopicMatch {
  code: TopicCode;
  /** The words that ask, in lower case. */
  words: string;
  /** Where their sentence begins in the passage. */
  offset: number;
}

/** Topics by the first letters of the words that can begin to ask about them: most sentences need no pattern at all. */
const byStem = new Map<string, { stem: string; code: TopicCode }[]>();
const prefix = 2;
for (const code of topicCodes) {
  for (const stem of topicPatterns[code].stems) {
    const key = stem.slice(0, prefix);
    byStem.set(key, [...(byStem.get(key) ?? []), { stem, code }]);
  }
}

/** A language has few words, and a bank says them often. */
const codesByWord = new Map<string, readonly TopicCode[]>();

function codesOf(word: string): readonly TopicCode[] {
  const known = codesByWord.get(word);
  if (known) return known;
  const codes = (byStem.get(word.slice(0, prefix)) ?? [])
    .filter(({ stem }) => word.startsWith(stem))
    .map(({ code }) => code);
  codesByWord.set(word, codes);
  return codes;
}

/** Each topic at most once a sentence, in order of the text. */
export function findTopics(passage: string): TopicMatch[] {
  return sentencesOf(passage).flatMap((sentence) => {
    const text = plainForm(sentence.text);
    const codes = new Set<TopicCode>();
    for (const word of text.match(/[a-z0-9][a-z0-9'-]*/g) ?? [])
      for (const code of codesOf(word)) codes.add(code);
    if (codes.size === 0) return [];
    return topicCodes
      .filter((code) => codes.has(code))
      .flatMap((code) => {
        const words = findAsked(topicPatterns[code], text);
        return words === undefined ? [] : [{ code, words, offset: sentence.offset }];
      });
  });
}
