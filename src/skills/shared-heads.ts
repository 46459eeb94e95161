// Completes elliptical lists: "unit, integration and performance tests", "AWS (Lambda, ECS)", "paradigms such as functional".
// In: a reading whose names are taken. Takes the elements that a word elsewhere in the list completes to a name; judges nothing else.
import type { Entry, SkillIndex } from "./skill-index.js";
import { inShadow } from "./standing.js";
import { type Candidate, type Element, listMark, type TextReading } from "./text-reading.js";
import { type Atom, isHyphen, singularOf } from "./word-forms.js";

/** Kinds of skills that stand before a list of them, and the word that its entries leave out. */
const kindsOfLists = [
  { opening: /(?<!\p{L})paradigms?(?:,?\s+(?:such as|like|including)|\s*[:(])\s*/iu, head: "programming" },
  {
    opening:
      /(?<!\p{L})(?:types|kinds|levels|forms) of test(?:s|ing)(?:,?\s+(?:such as|like|including)|\s*[:(])\s*/iu,
    head: "testing",
  },
];

/** "unit, integration and performance tests", "Singleton, Factory and Command patterns": the last head serves them all. */
export function completeLists(reading: TextReading): void {
  const { atoms, accepted, elements, elementOf } = reading;
  for (const known of [...accepted]) {
    if (known.to === known.from || known.entry.form === "none") continue;
    const own = elementOf[known.from] ?? 0;
    // "Build and maintain data pipelines": the last element has words before the name, so the first shares nothing with it.
    if (elements[own]?.from !== known.from) continue;
    const words = atoms.slice(known.from, known.to + 1).filter((atom) => !isHyphen(atom));
    for (let heads = 1; heads < Math.min(3, words.length); heads++) {
      const head = words.slice(-heads).map((atom) => atom.key);
      for (let at = own - 1, seen = 0; at >= 0 && seen < 8; at--, seen++) {
        const element = elements[at];
        const mark = elements[at + 1]?.mark ?? "";
        if (!element || !/^(?:,|\/|and|or|und|oder|et|ou|y|o|、|，)$/.test(mark)) break;
        // ", and": the empty element between the two marks is no element.
        if (element.from >= element.to) {
          seen--;
          continue;
        }
        const completed = completeTail(reading, element, head);
        // "scalable software solutions, data processing systems": an element with a head of its own ends the list that shares one.
        if (!completed && element.to - element.from > 1) break;
      }
    }
  }
}

/** Tries the last words of an element with a head that stands elsewhere. */
function completeTail(reading: TextReading, element: Element, head: readonly string[]): boolean {
  const { atoms } = reading;
  let to = element.to - 1;
  if (isHyphen(atoms[to])) to--;
  for (let from = Math.max(element.from, to - 2); from <= to; from++) {
    if (complete(reading, from, to, (keys) => [[...keys, ...head]])) return true;
  }
  return false;
}

/** "Unit- und Integrationstests", "Front- und Backend": the end of the compound behind serves the half word before. */
export function completeCompounds(reading: TextReading): void {
  const { text, atoms, index } = reading;
  if (!/\p{L}[-‐‑](?:[,/\s]|$)/u.test(text)) return;
  atoms.forEach((half, at) => {
    if (!half.word || half.key.length < 3 || reading.owned(at) || !isHalf(atoms, at)) return;
    const behind = atoms.slice(at + 2, at + 9).findIndex((atom, step) => {
      return atom.word && !listMark.test(atom.key) && !isHalf(atoms, at + 2 + step);
    });
    if (behind < 0) return;
    const whole = at + 2 + behind;
    const joins = isHyphen(atoms[whole + 1]) && atoms[whole + 1]?.end === atoms[whole + 2]?.start;
    const key = (atoms[whole]?.key ?? "") + (joins ? (atoms[whole + 2]?.key ?? "") : "");
    const entry = endsOf(key)
      .flatMap((end) => [[half.key + end], [half.key, end], [half.key.replace(/s$/, ""), end]])
      .map((path) => lookUp(index, path))
      .find((found) => found !== undefined);
    if (!entry) return;
    const candidate: Candidate = { entry, start: half.start, end: half.end, from: at, to: at };
    if (!inShadow(reading, candidate)) reading.take(candidate);
  });
}

/** A word with a hyphen behind it and nothing attached to that: the half of a compound. */
function isHalf(atoms: readonly Atom[], at: number): boolean {
  const [half, hyphen, next] = [atoms[at], atoms[at + 1], atoms[at + 2]];
  return (
    isHyphen(hyphen) &&
    hyphen?.start === half?.end &&
    next !== undefined &&
    (next.start !== hyphen?.end || /^[,/]$/.test(next.raw))
  );
}

/** The ends of a compound, longest first; what is left before each is a word too. Longer than any word is no compound. */
function endsOf(key: string): string[] {
  const ends: string[] = [];
  if (key.length > 60) return ends;
  for (let at = 3; key.length - at >= 3; at++) ends.push(key.slice(at));
  return ends;
}

/** "testing strategies (unit, integration)", "Data: pipelines, analysis", "AWS (Lambda, ECS)": the words before serve the list. */
export function completeByHead(reading: TextReading): void {
  const { atoms, elements, context } = reading;
  const labelEnd = context.labelEnd ?? 0;
  const label = labelEnd > 0 ? atoms.filter((atom) => atom.end <= labelEnd && atom.word).slice(-4) : [];
  let inParens: Atom[] = [];
  // Behind a label, a list of short entries is completed; a sentence is not ("Code review: … for clarity and performance").
  let listed = true;
  elements.forEach((element, at) => {
    if (element.mark === "(") inParens = wordsBefore(atoms, element.from - 1);
    else if (element.mark === ")" || element.mark === ".") inParens = [];
    const count = atoms.slice(element.from, element.to).filter((atom) => atom.word).length;
    if (count > 3 && (atoms[element.from]?.start ?? 0) >= labelEnd) listed = false;
    if (count === 0 || count > 3) return;
    const first = atoms[element.from];
    const heads = inParens.length > 0 ? inParens : label;
    if (heads.length === 0 || !first || (heads === label && (!listed || first.start < labelEnd))) return;
    const closed = at + 1 >= elements.length || elements[at + 1]?.mark !== "(";
    if (!closed) return;
    complete(reading, element.from, element.to - 1, (keys) => [
      ...heads.map((head) => [...keys, head.key]),
      ...heads.map((head) => [...keys, singularOf(head.key) ?? head.key]),
      ...heads.map((head) => [singularOf(head.key) ?? head.key, ...keys]),
    ]);
  });
}

/** "paradigms such as object-oriented, functional and declarative": the kind that opens the list says what its entries end with. */
export function completeByKind(reading: TextReading): void {
  const { text, atoms, elements } = reading;
  for (const { opening, head } of kindsOfLists) {
    const match = opening.exec(text);
    if (!match) continue;
    const begin = match.index + match[0].length;
    for (const element of elements) {
      const from = atoms.findIndex((atom, at) => at >= element.from && atom.start >= begin);
      if (from < 0 || from >= element.to) continue;
      const entry = atoms.slice(from, element.to);
      if (element.mark === "." || entry.length > 5) break;
      complete(reading, from, element.to - 1, (keys) => [[...keys, head]]);
    }
  }
}

function wordsBefore(atoms: readonly Atom[], at: number): Atom[] {
  const words: Atom[] = [];
  for (let index = at - 1; index >= 0 && words.length < 4; index--) {
    const atom = atoms[index];
    if (!atom || (!atom.word && !isHyphen(atom)) || listMark.test(atom.key)) break;
    if (atom.word) words.push(atom);
  }
  return words;
}

/** Accepts the words from..to when one of the completions is a name in the catalogue. */
function complete(
  reading: TextReading,
  from: number,
  to: number,
  completions: (keys: string[]) => string[][],
): boolean {
  const { atoms, index } = reading;
  for (let at = from; at <= to; at++)
    if (reading.owned(at) || (!atoms[at]?.word && !isHyphen(atoms[at]))) return false;
  const keys = atoms
    .slice(from, to + 1)
    .filter((atom) => !isHyphen(atom))
    .map((atom) => atom.key);
  if (keys.length === 0) return false;
  for (const path of completions(keys)) {
    const entry = lookUp(index, path);
    if (!entry) continue;
    const first = atoms[from];
    const last = atoms[to];
    if (!first || !last) return false;
    const candidate: Candidate = { entry, start: first.start, end: last.end, from, to };
    if (inShadow(reading, candidate)) return false;
    reading.take(candidate);
    return true;
  }
  return false;
}

function lookUp(index: SkillIndex, path: readonly string[]): Entry | undefined {
  let node: SkillIndex["root"] | undefined = index.root;
  path.forEach((key, at) => {
    node =
      node?.next.get(key) ?? (at === path.length - 1 ? node?.next.get(singularOf(key) ?? "") : undefined);
  });
  return node?.entries.find((entry) => entry.form === "name" && !entry.weak);
}
