// In: a text's atoms and the compiled catalogue. Out: every place where a spelling of the catalogue stands, overlapping ones too.
// Judges nothing: whether the words mean the skill there is decided by the files beside it.
import type { SkillIndex } from "./skill-index.js";
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
  if (at > from && isHyphen(atom)) {
    const before = atoms[at - 1];
    const after = atoms[at + 1];
    // "pair-programming" is one phrase, "Django - REST" are two.
    if (before?.end === atom.start && after?.start === atom.end)
      walk(atoms, from, at + 1, node, found, loose);
    return;
  }
  step(atoms, from, at, atom, node.next.get(atom.key), found, loose);
  for (const key of atom.others) step(atoms, from, at, atom, node.next.get(key), found, true);
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
