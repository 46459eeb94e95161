// One text while its skills are being named: its atoms, the lists in it, and which words are taken by which name.
// Holds what the rules share; the rules themselves stand in the files beside it.
import type { Skill } from "../bank/question-bank.js";
import { type Shadow, shadowsOf } from "./shadows.js";
import type { Entry, SkillIndex } from "./skill-index.js";
import type { Atom } from "./word-forms.js";

/** What the text around a text says about everyday words in it. */
export interface MatchContext {
  /** Where the label of the text ends: "Web" in "Web: FastAPI"; 0 without. */
  labelEnd?: number;
  /** Every word is capitalised, or most are: capitals say nothing here (headings, labels). */
  titleCase?: boolean;
  /** The list or table that the text belongs to names technologies, one an entry. */
  amongTechnologies?: boolean;
  /** An entry of a list that demands: what it consists of is named, not said of something. */
  ownEntry?: boolean;
  /** Everyday words that the document has already shown to be meant as skills. */
  established?: ReadonlySet<Skill>;
  /** Competencies of the technologies that the document names. */
  competencies?: ReadonlySet<string>;
  /** A step of a numbered procedure: a lone verb as its label names the step, the text behind it makes the demand. */
  procedureStep?: boolean;
  /** The employer's name, as the document states it: no skill. */
  company?: string;
}

/** Words that may name a skill: characters `start` to `end`, atoms `from` to `to` (inclusive). */
export interface Candidate {
  entry: Entry;
  start: number;
  end: number;
  from: number;
  to: number;
  /** Words between that the spelling leaves open, atoms `from` to `to` (exclusive): they and what follows may name other skills. */
  gap?: { from: number; to: number };
}

/** One element of a list: atoms `from` to `to` (exclusive), and the mark before it. */
export interface Element {
  from: number;
  to: number;
  mark: string;
}

interface Lists {
  elements: readonly Element[];
  elementOf: readonly number[];
}

/** Words and marks between two elements of a list. */
export const listMark = /^(?:[,;/\\|()•·、，；：:+]|and|or|und|oder|et|ou|y|o|sowie|bzw|plus)$/;
const sentenceMark = /^[.!?。！？]$/;

export class TextReading {
  readonly accepted: Candidate[] = [];
  /** Everyday words that may be skills, best reading first. */
  everyday: readonly Candidate[] = [];
  readonly #owner: (Candidate | undefined)[];
  #lists: Lists | undefined;
  #shadows: Shadow[] | undefined;

  constructor(
    readonly text: string,
    readonly atoms: readonly Atom[],
    readonly index: SkillIndex,
    readonly context: MatchContext,
  ) {
    this.#owner = new Array<Candidate | undefined>(atoms.length);
  }

  /** Splits the text into elements of its lists; each element knows the mark before it. */
  #readLists(): Lists {
    const elements: Element[] = [];
    const elementOf: number[] = [];
    let from = 0;
    let mark = "";
    const close = (to: number, next: string): void => {
      elements.push({ from, to, mark });
      from = to + 1;
      mark = next;
    };
    this.atoms.forEach((atom, at) => {
      const next = this.atoms[at + 1];
      const ends = sentenceMark.test(atom.raw) && (!next || next.start > atom.end);
      const dash =
        /^[–—-]$/.test(atom.raw) &&
        next !== undefined &&
        next.start > atom.end &&
        this.text[atom.start - 1] === " ";
      if (ends || dash) close(at, ".");
      else if (listMark.test(atom.key)) close(at, atom.key);
      elementOf[at] = elements.length;
    });
    elements.push({ from, to: this.atoms.length, mark });
    return { elements, elementOf };
  }

  /** The elements of its lists. */
  get elements(): readonly Element[] {
    this.#lists ??= this.#readLists();
    return this.#lists.elements;
  }

  /** The element in which an atom stands. */
  get elementOf(): readonly number[] {
    this.#lists ??= this.#readLists();
    return this.#lists.elementOf;
  }

  /** Finds the parts in which names do not count, once. */
  get shadows(): readonly Shadow[] {
    this.#shadows ??= shadowsOf(this.text, this.context.company);
    return this.#shadows;
  }

  wordsOf(candidate: Candidate): string {
    return this.text.slice(candidate.start, candidate.end);
  }

  /** The name that an atom belongs to. */
  ownerOf(at: number): Candidate | undefined {
    return this.#owner[at];
  }

  owned(at: number): boolean {
    return this.#owner[at] !== undefined;
  }

  free(candidate: Candidate): boolean {
    for (let at = candidate.from; at <= ownedTo(candidate); at++) if (this.#owner[at]) return false;
    return true;
  }

  take(candidate: Candidate): void {
    for (let at = candidate.from; at <= ownedTo(candidate); at++) this.#owner[at] = candidate;
    this.accepted.push(candidate);
  }

  /** Whether an atom begins the text, a sentence or what stands behind a colon, a bracket or a dash. */
  opensClause(from: number): boolean {
    if (from === 0) return true;
    const before = this.text.slice(0, this.atoms[from]?.start ?? 0).trimEnd();
    return before === "" || /[.!?:;(•|–—]$/.test(before);
  }
}

/** The last atom that belongs to the candidate alone. */
function ownedTo({ to, gap }: Candidate): number {
  return gap ? gap.from - 1 : to;
}
