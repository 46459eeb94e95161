// In: a passage that is read aloud or judged by. Out: the topics that it asks about, with the words that ask.
// Decides by the words around a word: whose family, whose condition, which kind of native. Knows nothing of files or findings.

import { sentencesOf } from "../document/sentences.js";
import { type TopicCode, topicCodes, topicPatterns } from "./patterns/index.js";
import { type CompiledTopic, findAsked, type Phrase, plainForm } from "./patterns/topic-pattern.js";

export interface TopicMatch {
  code: TopicCode;
  /** The words that ask, in lower case. */
  words: string;
  /** Where their sentence begins in the passage. */
  offset: number;
}

/** A phrase of a topic, to be tried on a text that holds the words. */
interface Gate {
  stem: string;
  text: string;
  topic: number;
  phrase: number;
}

const topics = topicCodes.map((code) => topicPatterns[code]);
/** By the first two letters of a word: most sentences have no word that any phrase needs. */
const gates = new Map<string, Gate[]>();
const always: { topic: number; phrase: number }[] = [];
const prefix = 2;
for (const [topic, { phrases }] of topics.entries()) {
  for (const [phrase, { needs }] of phrases.entries()) {
    if (!needs) always.push({ topic, phrase });
    for (const { stem, text } of needs ?? []) {
      const key = stem.slice(0, prefix);
      gates.set(key, [...(gates.get(key) ?? []), { stem, text, topic, phrase }]);
    }
  }
}

/** A language has few words, and a bank says them often. */
const gatesByWord = new Map<string, readonly Gate[]>();

function gatesOf(word: string): readonly Gate[] {
  // A stem of one letter begins words of any second one.
  const near = [word.slice(0, prefix), ...(word.length > 1 ? [word.slice(0, 1)] : [])];
  const found = near.flatMap((key) => gates.get(key) ?? []).filter(({ stem }) => word.startsWith(stem));
  gatesByWord.set(word, found);
  return found;
}

/** The phrases worth trying on a text in plain form, by topic. */
function phrasesFor(text: string): Map<number, Set<number>> | undefined {
  let open: Map<number, Set<number>> | undefined;
  const add = (topic: number, phrase: number): void => {
    open ??= new Map();
    const known = open.get(topic);
    if (known) known.add(phrase);
    else open.set(topic, new Set([phrase]));
  };
  for (const { topic, phrase } of always) add(topic, phrase);
  for (const word of text.match(/[a-z0-9]+/g) ?? []) {
    const own = gatesByWord.get(word) ?? gatesOf(word);
    for (let i = 0; i < own.length; i++) {
      const gate = own[i] as Gate;
      if (gate.text === gate.stem || text.includes(gate.text)) add(gate.topic, gate.phrase);
    }
  }
  return open;
}

/** Each topic at most once a sentence, in order of the text. */
export function findTopics(passage: string): TopicMatch[] {
  return sentencesOf(passage).flatMap((sentence) => {
    const text = plainForm(sentence.text);
    const open = phrasesFor(text);
    if (!open) return [];
    return [...open.keys()]
      .sort((a, b) => a - b)
      .flatMap((at) => {
        const topic = topics[at] as CompiledTopic;
        const phrases = [...(open.get(at) ?? [])]
          .sort((a, b) => a - b)
          .map((one) => topic.phrases[one] as Phrase);
        const words = findAsked(topic, phrases, text);
        const code = topicCodes[at] as TopicCode;
        return words === undefined ? [] : [{ code, words, offset: sentence.offset }];
      });
  });
}
