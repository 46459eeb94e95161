// In: questions. Out: the pairs that share most of their wording, nearest first.
// Similarity is the Jaccard index of word triples over wording, probes, anchors and background: 0 nothing shared, 1 the same text.
import { compareText } from "../document/diagnostic.js";
import type { Question } from "./question-bank.js";

export interface Pair {
  one: string;
  other: string;
  similarity: number;
}

/** What is compared of a question. */
export type Compared = Pick<Question, "id" | "wording" | "probes" | "rubric" | "background">;

/** The questions that share most of their words with one, nearest first; `most` of them, none below a twentieth. */
export function closestTo(question: Question, questions: readonly Question[], most = 5): Pair[] {
  const own = fingerprint(question);
  return questions
    .filter(({ id }) => id !== question.id)
    .map((other) => ({
      one: question.id,
      other: other.id,
      similarity: jaccard(own, fingerprint(other)),
    }))
    .filter(({ similarity }) => similarity >= 0.05)
    .sort((a, b) => b.similarity - a.similarity)
    .slice(0, most);
}

/** How often a triple occurs is counted in this many cells; triples that share one only seem more frequent than they are. */
const countCells = 1 << 22;

/**
 * Every question that is at least so similar to an earlier one, by id, with the nearest of those. Two sets that overlap by so much
 * share one of the rarest triples of each (prefix filtering), so only questions with a rare triple in common are compared. A copy is
 * not compared further: a family of copies costs one comparison each.
 */
export function nearDuplicates(questions: readonly Compared[], threshold: number): Pair[] {
  const ordered = [...questions].sort((a, b) => compareText(a.id, b.id));
  const prints = ordered.map(fingerprint);
  // Bytes, so that the table stays close at hand; from 255 on all are equally common.
  const counts = new Uint8ClampedArray(countCells);
  for (const print of prints)
    for (let i = 0; i < print.length; i++) {
      const cell = (print[i] ?? 0) & (countCells - 1);
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
  const withTriple = new Map<number, number[]>();
  // Of each earlier question: how many rare triples it shares with the one at hand, and how many triples its prefix has.
  const sharedWith = new Uint32Array(ordered.length);
  const lengthOfPrefix = new Uint32Array(ordered.length);
  const pairs: Pair[] = [];
  ordered.forEach((question, index) => {
    const own = prints[index] ?? new Int32Array();
    const prefix = own.length - Math.ceil(threshold * own.length) + 1;
    lengthOfPrefix[index] = prefix;
    // Rank and triple as one number, so that no comparison is called: rarest first.
    const ranked = new Float64Array(own.length);
    let common = 0;
    for (let i = 0; i < own.length; i++) {
      const triple = own[i] ?? 0;
      const rank = counts[triple & (countCells - 1)] ?? 0;
      if (rank > 1) ranked[common++] = rank * 2 ** 32 + (triple >>> 0);
    }
    // What stands nowhere else is rarest of all: it fills the prefix first, and finds nothing.
    const room = prefix - (own.length - common);
    if (room <= 0) return;
    const rarest = ranked.subarray(0, common).sort().subarray(0, room);
    const shared = new Int32Array(rarest.length);
    for (let i = 0; i < rarest.length; i++) shared[i] = ((rarest[i] ?? 0) % 2 ** 32) | 0;
    const candidates: number[] = [];
    for (const triple of shared)
      for (const other of withTriple.get(triple) ?? []) {
        if (sharedWith[other] === 0) candidates.push(other);
        sharedWith[other] = (sharedWith[other] ?? 0) + 1;
      }
    let nearest: Pair | undefined;
    for (const candidate of candidates) {
      const other = prints[candidate] ?? new Int32Array();
      // Behind the shorter of the two prefixes stands at most this many more.
      const rest = Math.max(own.length - prefix, other.length - (lengthOfPrefix[candidate] ?? 0));
      const most = (sharedWith[candidate] ?? 0) + rest;
      sharedWith[candidate] = 0;
      if (most < threshold * (own.length + other.length - most)) continue;
      const similarity = jaccard(own, other);
      if (similarity < threshold || similarity <= (nearest?.similarity ?? 0)) continue;
      nearest = { one: question.id, other: ordered[candidate]?.id ?? "", similarity };
    }
    if (nearest) {
      pairs.push(nearest);
      return;
    }
    for (const triple of shared) {
      const known = withTriple.get(triple);
      if (known) known.push(index);
      else withTriple.set(triple, [index]);
    }
  });
  return pairs;
}

/** The word triples of a question as sorted numbers of 32 bits; two triples in some thousand million share one. */
function fingerprint(question: Compared): Int32Array {
  const text = [
    question.wording,
    ...question.probes,
    ...question.rubric.map(({ text }) => text),
    question.background,
  ]
    .join(" ")
    .toLowerCase();
  const words = wordNumbers(text);
  const triples = new Int32Array(Math.max(0, words.length - 2));
  for (let i = 0; i < triples.length; i++)
    triples[i] = mixed(words[i] ?? 0, words[i + 1] ?? 0, words[i + 2] ?? 0);
  triples.sort();
  let count = 0;
  for (let i = 0; i < triples.length; i++)
    if (i === 0 || triples[i] !== triples[count - 1]) triples[count++] = triples[i] ?? 0;
  return triples.slice(0, count);
}

/** Runs of letters, digits and apostrophes. */
const word = /[\p{L}\p{N}']+/gu;
/** The same of ASCII, by code; the text is in lower case. */
const inWord = Uint8Array.from({ length: 128 }, (_, code) => +/[a-z0-9']/.test(String.fromCharCode(code)));

/** A number of 32 bits for every word. Where a text is ASCII, no word is cut out of it: a bank has millions. */
function wordNumbers(text: string): number[] {
  const numbers: number[] = [];
  let number = noLetters;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 127) return [...text.matchAll(word)].map(([one]) => numberOf(one));
    if (inWord[code] === 1) number = withLetter(number, code);
    else if (number !== noLetters) {
      numbers.push(number);
      number = noLetters;
    }
  }
  if (number !== noLetters) numbers.push(number);
  return numbers;
}

function numberOf(one: string): number {
  let number = noLetters;
  for (let i = 0; i < one.length; i++) number = withLetter(number, one.charCodeAt(i));
  return number;
}

/** FNV-1a. */
const noLetters = 0x811c9dc5 | 0;
const withLetter = (number: number, code: number) => Math.imul(number ^ code, 0x01000193);

/** Three numbers as one, well spread (the multipliers and shifts of MurmurHash3). */
function mixed(a: number, b: number, c: number): number {
  let hash = Math.imul(a, 0xcc9e2d51);
  hash = Math.imul((hash << 15) | (hash >>> 17), 0x1b873593) ^ b;
  hash = Math.imul((hash << 13) | (hash >>> 19), 0x85ebca6b) ^ c;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) | 0;
}

/** Of two sorted lists without repetition. */
function jaccard(a: Int32Array = new Int32Array(), b: Int32Array = new Int32Array()): number {
  let [i, j, shared] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const [x, y] = [a[i] ?? 0, b[j] ?? 0];
    if (x === y) shared++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  const all = a.length + b.length - shared;
  return all === 0 ? 0 : shared / all;
}
