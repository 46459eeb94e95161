// In: a passage that is read aloud or judged by. Out: the topics that it asks about, with the words that ask.
// Decides by the words around a word: whose family, whose condition, which kind of native. Knows nothing of files or findings.

import { sentencesOf } from "../document/sentences.js";
import { screenOf } from "../screen/screen.js";
import { type TopicCode, topicCodes, topicPatterns } from "./patterns/index.js";
import { findAsked, type Phrase, plainForm } from "./patterns/topic-pattern.js";

export interface TopicMatch {
  code: TopicCode;
  /** The words that ask, in lower case. */
  words: string;
  /** Where their sentence begins in the passage. */
  offset: number;
}

const topics = topicCodes.map((code) => ({ code, ...topicPatterns[code] }));
const phrases = topics.flatMap((topic, of) => topic.phrases.map((phrase) => ({ of, phrase })));
/** The phrases of all topics, and after them, topic by topic, the uses that are excepted: most sentences hold none of either. */
const screen = screenOf([
  ...phrases.map(({ phrase }) => phrase.needs),
  ...topics.map(({ unlessNeeds }) => unlessNeeds),
]);
const nothingExcepted = { unless: undefined };

/** Each topic at most once a sentence, in order of the text. */
export function findTopics(passage: string): TopicMatch[] {
  const matches: TopicMatch[] = [];
  for (const sentence of sentencesOf(passage)) {
    const text = plainForm(sentence.text);
    const open = screen(text);
    let tried: Phrase[] = [];
    for (let i = 0; i < open.length; i++) {
      const { of, phrase } = phrases[open[i] as number] ?? {};
      // What is excepted stands behind all phrases.
      if (of === undefined || phrase === undefined) break;
      tried.push(phrase);
      const next = open[i + 1];
      if (next !== undefined && phrases[next]?.of === of) continue;
      const topic = topics[of] as (typeof topics)[number];
      const words = findAsked(open.includes(phrases.length + of) ? topic : nothingExcepted, tried, text);
      if (words !== undefined) matches.push({ code: topic.code, words, offset: sentence.offset });
      tried = [];
    }
  }
  return matches;
}
