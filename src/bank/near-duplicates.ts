// In: questions. Out: the pairs that share most of their wording, nearest first.
// Similarity is the Jaccard index of word triples over wording, probes, anchors and background: 0 nothing shared, 1 the same text.
import type { Question } from "./question-bank.js";

export interface Pair {
  one: string;
  other: string;
  similarity: number;
}

/** Compares every pair; the `most` closest ones, in order. */
export function closestPairs(questions: readonly Question[], most = 20): Pair[] {
  const numbers = new Map<string, number>();
  const sets = questions.map((question) => shingles(question, numbers));
  const pairs: Pair[] = [];
  questions.forEach((one, i) => {
    for (let j = i + 1; j < questions.length; j++) {
      const other = questions[j];
      const [a, b] = [sets[i], sets[j]];
      if (!other || !a || !b) continue;
      const similarity = jaccard(a, b);
      if (similarity > 0.01) pairs.push({ one: one.id, other: other.id, similarity });
    }
  });
  return pairs.sort((a, b) => b.similarity - a.similarity).slice(0, most);
}

/** The questions that share most of their words with one, nearest first; `most` of them, none below a twentieth. */
export function closestTo(question: Question, questions: readonly Question[], most = 5): Pair[] {
  const numbers = new Map<string, number>();
  const own = shingles(question, numbers);
  return questions
    .filter(({ id }) => id !== question.id)
    .map((other) => ({
      one: question.id,
      other: other.id,
      similarity: jaccard(own, shingles(other, numbers)),
    }))
    .filter(({ similarity }) => similarity >= 0.05)
    .sort((a, b) => b.similarity - a.similarity)
    .slice(0, most);
}

function shingles(question: Question, numbers: Map<string, number>): Set<number> {
  const text = [
    question.wording,
    ...question.probes,
    ...question.rubric.map(({ text }) => text),
    question.background,
  ];
  const words =
    text
      .join(" ")
      .toLowerCase()
      .match(/[\p{L}\p{N}']+/gu) ?? [];
  const found = new Set<number>();
  for (let i = 0; i + 2 < words.length; i++) {
    const triple = `${words[i]} ${words[i + 1]} ${words[i + 2]}`;
    const number = numbers.get(triple) ?? numbers.size;
    numbers.set(triple, number);
    found.add(number);
  }
  return found;
}

function jaccard(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const one of small) if (large.has(one)) shared++;
  const all = a.size + b.size - shared;
  return all === 0 ? 0 : shared / all;
}
