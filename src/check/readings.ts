// In: everything that is heard, and everything that answers are judged by. Out: what the rules find in each passage, read once for all rules.
// The rules pick from it; none of them reads a passage again.
import type { Question } from "../bank/question-bank.js";
import { isVague, personJudged } from "../craft/anchor-wording.js";
import { findWordingFaults, type WordingFault } from "../craft/question-wording.js";
import type { SourceDocument } from "../document/document.js";
import { findInsensitive, type InsensitiveMatch } from "../fairness/find-insensitive.js";
import { findTopics, type TopicMatch } from "../fairness/find-topics.js";
import { type CheckContext, oncePerContext, ownQuestions } from "./context.js";
import { type Passage, passagesOf } from "./passages.js";

export interface Reading {
  passage: Passage;
  topics: TopicMatch[];
  insensitive: InsensitiveMatch[];
  /** Of wordings and probes. */
  faults: WordingFault[];
  /** Of anchors: nothing in it can be heard or seen. */
  vague: boolean;
  /** Of anchors and red flags: the words that judge who someone is. */
  judged: string | undefined;
}

/** Passages of every question that can be asked and is written in English, and what else is read aloud, each as read. */
export const readings = oncePerContext((context: CheckContext): Reading[] => {
  const { documents, spoken = [], ahead } = context;
  const asked = ahead
    ? ownQuestions(context).flatMap(({ path }) => ahead.readings.get(path) ?? [])
    : readPassages(readablePassages(ownQuestions(context), documents));
  return [...asked, ...readPassages(spoken)];
});

/** The passages of the questions among these that are read at all: those that can be asked, or will be, and are written in English. */
export function readablePassages(
  questions: readonly Question[],
  documents: ReadonlyMap<string, SourceDocument>,
): Passage[] {
  return questions
    .filter(({ status, lang }) => (status === "active" || status === "draft") && /^en\b/.test(lang ?? "en"))
    .flatMap(({ path }) => {
      const document = documents.get(path);
      return document ? passagesOf(document) : [];
    });
}

/** What the rules find in each, whatever is known of its place. */
export function readPassages<Read extends Pick<Passage, "part" | "text">>(
  passages: readonly Read[],
): (Omit<Reading, "passage"> & { passage: Read })[] {
  const insensitive = findInsensitive(passages.map(({ text }) => text));
  return passages.map((passage, at) => {
    const { part, text } = passage;
    const anchor = part === "anchor";
    return {
      passage,
      topics: findTopics(text),
      insensitive: insensitive[at] ?? [],
      faults: part === "wording" || part === "probe" ? findWordingFaults(text, part) : [],
      vague: anchor && text.trim() !== "" && isVague(text),
      judged: anchor || part === "red flag" ? personJudged(text) : undefined,
    };
  });
}
