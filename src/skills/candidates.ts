// In: a text's atoms and the compiled catalogue. Out: every place where a spelling of the catalogue stands, overlapping ones too.
// Judges nothing: whether the words mean the skill there is decided by the files beside it.
import type { SkillIndex } from "./skill-index.js";
import { gapKey, narrowGapKey } from "./spellings.js";
import type { Candidate, TextReading } from "./text-reading.js";
import { type Atom, isHyphen } from "./word-forms.js";

/** Finds every spelling of the catalogue in the text. */
export function candidatesIn({ atoms, index }: TextReading): Candidate[] {
  const found: Candidate[] = [];
  for (let from = 0; from < atoms.length; from++) walk(atoms, from, from, index.root, found, false);
  return found;
}

/** Follows the catalogue's tree from one atom on, over attached hyphens, plurals and version digits. */
function walk(
  atoms: readonly Atom[],
  from: number,
  at: number,
  node: SkillIndex["root"],
  found: Candidate[],
  loose: boolean,
): void {
  const atom = atoms[at];
  if (!atom) return;
  // No spelling begins with words that it leaves open, and every word of a text is a beginning.
  if (at > from) {
    const beyond = node.next.get(gapKey);
    if (beyond) overGap(atoms, from, at, beyond, found, widestGap, /^[-‐‑,/&'’]$/);
    const near = node.next.get(narrowGapKey);
    if (near) overGap(atoms, from, at, near, found, narrowGap, /^[-‐‑'’]$/);
  }
  if (at > from && !atom.word && isHyphen(atom)) {
    const before = atoms[at - 1];
    const after = atoms[at + 1];
    // "pair-programming" is one phrase, "Django - REST" are two.
    if (before?.end === atom.start && after?.start === atom.end)
      walk(atoms, from, at + 1, node, found, loose);
    return;
  }
  step(atoms, from, at, atom, node.next.get(atom.key), found, loose);
  for (const key of atom.others) step(atoms, from, at, atom, node.next.get(key), found, true);
  overHyphen(atoms, from, at, node, found);
}

/** "Software-Architektur" is "Softwarearchitektur", "set-up" is "setup": a compound may be written with a hyphen or without. */
function overHyphen(
  atoms: readonly Atom[],
  from: number,
  at: number,
  node: SkillIndex["root"],
  found: Candidate[],
): void {
  const hyphen = atoms[at + 1];
  if (!hyphen || hyphen.word || !isHyphen(hyphen)) return;
  const first = atoms[at];
  const second = atoms[at + 2];
  if (!first?.word || !second?.word) return;
  if (first.key.length < 4 || second.key.length < 4) return;
  if (first.end !== hyphen.start || hyphen.end !== second.start) return;
  for (const key of [second.key, ...second.others])
    step(atoms, from, at + 2, second, node.next.get(first.key + key), found, key !== second.key);
}

function step(
  atoms: readonly Atom[],
  from: number,
  at: number,
  atom: Atom,
  next: SkillIndex["root"] | undefined,
  found: Candidate[],
  loose: boolean,
): void {
  const first = atoms[from];
  if (!next || !first) return;
  for (const entry of next.entries) {
    // Everyday words are never inflected: "mocks", "Goes" and "Blacks" are not the tools.
    if (loose && (entry.weak || entry.form === "verb")) continue;
    found.push({ entry, start: first.start, end: atom.end, from, to: at });
  }
  if (next.next.size > 0) walk(atoms, from, at + 1, next, found, loose);
}

/** Words that begin another phrase: what stands behind them is no object of the verb before the gap. */
const endsGap =
  /^(?:of|for|to|with|in|on|from|by|at|as|that|which|who|while|when|if|is|are|be|not|no|without|than|into|through|via|using|die|der|das|dass|fur|mit|bei|aus|zu|um|pour|avec|dans|sur|qui|que|con|para|por|en)$/;
/** A gap is at most four words wide; a character of a language without spaces is a third of a word. */
const widestGap = 12;
const narrowGap = 6;

/** Goes on behind "…" of a spelling: "solve … problems" is also "solve complex business problems". */
function overGap(
  atoms: readonly Atom[],
  from: number,
  at: number,
  node: SkillIndex["root"],
  found: Candidate[],
  widest: number,
  marks: RegExp,
): void {
  for (let next = at, width = 0; next < atoms.length && width <= widest; next++) {
    const before = found.length;
    walk(atoms, from, next, node, found, false);
    for (const candidate of found.slice(before)) candidate.gap ??= { from: at, to: next };
    if (found.length > before) return;
    const atom = atoms[next];
    if (!atom || endsGap.test(atom.key) || (!atom.word && !marks.test(atom.raw))) return;
    if (atom.word) width += /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(atom.raw) ? 1 : 3;
  }
}
