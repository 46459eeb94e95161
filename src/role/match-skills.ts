// Which skills a text names. In: a text and the compiled catalogue. Out: matches with their place, never two over the same words.
// Longest match wins; everyday words need evidence; elliptical lists ("unit, integration and performance tests") are completed.
import type { Skill } from "../bank/question-bank.js";
import {
  announcesMembers,
  describesNext,
  hasTechnicalCompany,
  isDiscipline,
  isKindOfTechnology,
  isQuality,
  namesData,
  namesTeam,
  type Shadow,
  shadowsOf,
  supportsColleagues,
  verbCanFollow,
} from "./skill-context.js";
import { type Entry, type SkillIndex, vendors } from "./skill-index.js";
import { type Atom, atomsOf, foldWord, isHyphen, singularOf } from "./word-forms.js";

/** A skill named in a text; `matched` are the words as they stand. */
export interface SkillMatch {
  skill: Skill;
  matched: string;
  start: number;
  end: number;
}

/** What the text around a text says about everyday words in it. */
export interface MatchContext {
  /** Where the label of the text ends: "Web" in "Web: FastAPI"; 0 without. */
  labelEnd?: number;
  /** Every word is capitalised, or most are: capitals say nothing here (headings, labels). */
  titleCase?: boolean;
  /** The list or table that the text belongs to names technologies, one an entry. */
  amongTechnologies?: boolean;
  /** Everyday words that the document has already shown to be meant as skills. */
  established?: ReadonlySet<Skill>;
  /** A step of a numbered procedure: a lone verb as its label names the step, the text behind it makes the demand. */
  procedureStep?: boolean;
  /** The employer's name, as the document states it: no skill. */
  company?: string;
}

interface Candidate {
  entry: Entry;
  start: number;
  end: number;
  from: number;
  to: number;
}

/** Words and marks between two elements of a list. */
const listMark = /^(?:[,;/|()•·、，；：:+]|and|or|und|oder|et|ou|y|o|sowie|bzw|plus)$/;
const sentenceMark = /^[.!?。！？]$/;

/** Kinds of skills that stand before a list of them, and the word that its entries leave out. */
const kindsOfLists = [
  { opening: /(?<!\p{L})paradigms?(?:,?\s+(?:such as|like|including)|\s*[:(])\s*/iu, head: "programming" },
  {
    opening:
      /(?<!\p{L})(?:types|kinds|levels|forms) of test(?:s|ing)(?:,?\s+(?:such as|like|including)|\s*[:(])\s*/iu,
    head: "testing",
  },
];

/** Names every skill in the text, in order of place. */
export function matchSkills(text: string, index: SkillIndex, context: MatchContext = {}): SkillMatch[] {
  return readSkills(text, index, context).matches;
}

/** As `matchSkills`; `undecided` when everyday words were left out that other parts of the document may yet explain. */
export function readSkills(
  text: string,
  index: SkillIndex,
  context: MatchContext,
): { matches: SkillMatch[]; undecided: boolean } {
  const atoms = atomsOf(text);
  if (atoms.length === 0) return { matches: [], undecided: false };
  const reading = new Reading(text, atoms, index, context);
  return { matches: reading.matches(), undecided: reading.undecided };
}

class Reading {
  readonly #owner: (Candidate | undefined)[];
  readonly #accepted: Candidate[] = [];
  readonly #elements: { from: number; to: number; mark: string }[] = [];
  readonly #elementOf: number[] = [];
  #shadows: Shadow[] | undefined;
  undecided = false;

  constructor(
    readonly text: string,
    readonly atoms: readonly Atom[],
    readonly index: SkillIndex,
    readonly context: MatchContext,
  ) {
    this.#owner = new Array<Candidate | undefined>(atoms.length);
  }

  matches(): SkillMatch[] {
    const candidates = this.#candidates();
    if (candidates.length === 0 && !/[(:]|paradigm/i.test(this.text)) return [];
    this.#readElements();
    candidates.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start || rank(a) - rank(b));
    const weak: Candidate[] = [];
    for (const candidate of candidates) {
      if (!this.#free(candidate)) continue;
      if (candidate.entry.weak || candidate.entry.form === "split") weak.push(candidate);
      else if (this.#counts(candidate)) this.#take(candidate);
    }
    // Everyday words are judged by their company, so the certain names come first; each accepted one is company for the next.
    for (let round = 0; round < 2; round++) {
      for (const candidate of weak)
        if (this.#free(candidate) && this.#counts(candidate) && this.#hasEvidence(candidate))
          this.#take(candidate);
    }
    this.undecided = weak.some((candidate) => this.#free(candidate));
    this.#completeLists();
    this.#completeByHead();
    this.#completeByKind();
    return this.#accepted
      .filter((candidate) => candidate.entry.form !== "none" && !this.#onlyAnnounces(candidate))
      .sort((a, b) => a.start - b.start || a.end - b.end)
      .map((candidate) => ({
        skill: candidate.entry.skill,
        matched: this.text.slice(candidate.start, candidate.end),
        start: candidate.start,
        end: candidate.end,
      }));
  }

  /** "relational databases (PostgreSQL, MySQL)", "the iOS operating system": what stands beside it names the thing. */
  #onlyAnnounces(candidate: Candidate): boolean {
    const words = this.text.slice(candidate.start, candidate.end);
    if (
      this.#accepted.some(
        (other) =>
          other.entry.form !== "none" &&
          other.start > candidate.end &&
          other.start <= candidate.end + 40 &&
          describesNext(words, this.text.slice(candidate.end, other.start)),
      )
    )
      return true;
    // "NoSQL databases" and "SQL databases" say which; so does every name with capitals of its own.
    if (
      !isKindOfTechnology(words, candidate.entry.skill.name) ||
      /\p{Ll}\p{Lu}|\p{Lu}{2}|\d/u.test(candidate.entry.skill.name)
    )
      return false;
    const certain = (test: (other: Candidate) => boolean) =>
      this.#accepted.some(
        (other) => other.entry.form !== "none" && test(other) && looksProper(other.entry.spelling),
      );
    const opened = announcesMembers(words, this.text.slice(candidate.end, candidate.end + 40));
    if (opened !== undefined) {
      const first = candidate.end + opened;
      if (certain((other) => other.start >= first && other.start <= first + 4)) return true;
    }
    return certain((other) => other.end === candidate.start - 1 && this.text[other.end] === " ");
  }

  #candidates(): Candidate[] {
    const found: Candidate[] = [];
    for (let from = 0; from < this.atoms.length; from++)
      this.#walk(from, from, this.index.root, found, false);
    return found;
  }

  /** Follows the catalogue's tree from one atom on, over attached hyphens, plurals and version digits. */
  #walk(from: number, at: number, node: SkillIndex["root"], found: Candidate[], loose: boolean): void {
    const atom = this.atoms[at];
    if (!atom) return;
    if (at > from && isHyphen(atom)) {
      const before = this.atoms[at - 1];
      const after = this.atoms[at + 1];
      // "pair-programming" is one phrase, "Django - REST" are two.
      if (before?.end === atom.start && after?.start === atom.end)
        this.#walk(from, at + 1, node, found, loose);
      return;
    }
    this.#step(from, at, atom, node.next.get(atom.key), found, loose);
    for (const key of atom.others) this.#step(from, at, atom, node.next.get(key), found, true);
  }

  #step(
    from: number,
    at: number,
    atom: Atom,
    next: SkillIndex["root"] | undefined,
    found: Candidate[],
    loose: boolean,
  ): void {
    const first = this.atoms[from];
    if (!next || !first) return;
    for (const entry of next.entries) {
      // Everyday words are never inflected: "mocks", "Goes" and "Blacks" are not the tools.
      if (loose && (entry.weak || entry.form === "verb")) continue;
      found.push({ entry, start: first.start, end: atom.end, from, to: at });
    }
    if (next.next.size > 0) this.#walk(from, at + 1, next, found, loose);
  }

  #free(candidate: Candidate): boolean {
    for (let at = candidate.from; at <= candidate.to; at++) if (this.#owner[at]) return false;
    return true;
  }

  #take(candidate: Candidate): void {
    for (let at = candidate.from; at <= candidate.to; at++) this.#owner[at] = candidate;
    this.#accepted.push(candidate);
  }

  /** Whether the words stand as words of their own and in a place where they can be a skill. */
  #counts(candidate: Candidate): boolean {
    const { text } = this;
    const { entry, start, end, from, to } = candidate;
    const before = text[start - 1] ?? " ";
    const after = text[end] ?? " ";
    const words = text.slice(start, end);
    const short = words.length <= 2;
    if (entry.form === "none") {
      const verb = /^(?:excel|express|go|present|log|report)/i.test(words);
      return !(verb && /^\p{Lu}/u.test(words) && !this.#opensClause(from));
    }
    // "C++" is not C, "R&D" is not R, ".NET" inside "foo.net" is an address.
    if (short && (/[+#&@]/.test(after) || /[&@#]/.test(before))) return false;
    if (/^[.]/.test(words) && /[\p{L}\p{N}]/u.test(before)) return false;
    // "self-documenting code" is no documentation; "Flutter-based" and "C-Python" still name technologies.
    if (
      from === to &&
      /[\p{L}\p{N}][-‐‑]$/u.test(text.slice(Math.max(0, start - 2), start)) &&
      !looksProper(entry.spelling)
    )
      return false;
    if (entry.form === "split" && words.replace(/[\s-]+/g, " ") !== entry.spelling) return false;
    if (this.#inShadow(candidate)) return false;
    if (isDiscipline(words) && namesTeam(text.slice(end))) return false;
    // "backend deployed on Azure": a participle behind a noun describes the thing; "has deployed on Azure" tells of the person.
    if (
      from === to &&
      /\p{Ll}ed$/u.test(words) &&
      !/ed$/u.test(entry.spelling) &&
      /^\s(?:on|in|to|at|auf|in|bei|across)\s/u.test(text.slice(end, end + 9)) &&
      !/(?<!\p{L})(?:ha(?:ve|s|d)|['’]ve|you|who|and|or|successfully)\s+(?:\p{L}+ly\s+)?$/iu.test(
        text.slice(Math.max(0, start - 24), start),
      ) &&
      !this.#opensClause(from)
    )
      return false;
    if (supportsColleagues(words, text.slice(end, end + 60))) return false;
    if (from === to && /\p{Ll}ing$/u.test(words) && namesData(text.slice(end, end + 12))) return false;
    if (entry.form === "verb" && !this.#standsAsVerb(candidate)) return false;
    // "R Markdown" is not R when the catalogue lacks it: a letter before another name is a part of that name.
    const next = this.atoms[to + 1];
    if (
      words.length === 1 &&
      next?.word &&
      !this.context.titleCase &&
      /^\p{Lu}\p{Ll}/u.test(next.raw) &&
      next.start === end + 1 &&
      !hasTechnicalCompany("", text.slice(end), true)
    )
      return false;
    return true;
  }

  #inShadow(candidate: Candidate): boolean {
    this.#shadows ??= shadowsOf(this.text, this.context.company);
    for (const shadow of this.#shadows) {
      if (candidate.start < shadow.from || candidate.end > shadow.to) continue;
      if (shadow.kind === "all") return true;
      const words = this.text.slice(candidate.start, candidate.end);
      if (shadow.kind === "abilities") {
        if (!looksProper(words) || candidate.entry.form === "verb") return true;
        continue;
      }
      if (shadow.kind === "qualities") {
        if (isQuality(words)) return true;
        continue;
      }
      if (
        shadow.why === "names of teams"
          ? isDiscipline(words)
          : isDiscipline(words) || looksProper(candidate.entry.spelling)
      )
        return true;
    }
    return false;
  }

  #standsAsVerb(candidate: Candidate): boolean {
    const { entry, start, end, to } = candidate;
    const before = this.text.slice(Math.max(0, start - 40), start);
    const place = verbCanFollow(before);
    if (!place) return false;
    const words = this.text.slice(start, end);
    const third = foldWord(words).endsWith("s") && !foldWord(entry.spelling).endsWith(foldWord(words));
    if (third && place !== "third") return false;
    const inLabel = end <= (this.context.labelEnd ?? 0);
    if (inLabel && this.context.procedureStep && start === 0) return false;
    // A verb acts on something: "Profile and optimize", "Plan releases", but not "a sound plan." or "Report to the CTO".
    const next = this.atoms[to + 1];
    if (!next) return false;
    if (next.word)
      return (
        !/^(?:to|of|is|are|for)$/.test(next.key) ||
        /^(?:collaborate|communicate|deploy)$/.test(foldWord(words))
      );
    return /^[,/&]$/.test(next.raw);
  }

  /** Splits the text into elements of its lists; each element knows the mark before it. */
  #readElements(): void {
    let from = 0;
    let mark = "";
    const close = (to: number, next: string): void => {
      this.#elements.push({ from, to, mark });
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
      const owned = this.#owner[at];
      if (!owned && (ends || dash)) close(at, ".");
      else if (!owned && listMark.test(atom.key)) close(at, atom.key);
      this.#elementOf[at] = this.#elements.length;
    });
    this.#elements.push({ from, to: this.atoms.length, mark });
  }

  #opensClause(from: number): boolean {
    if (from === 0) return true;
    const before = this.text.slice(0, this.atoms[from]?.start ?? 0).trimEnd();
    return before === "" || /[.!?:;(•|–—]$/.test(before);
  }

  /** Whether an everyday word is meant as a skill here. */
  #hasEvidence(candidate: Candidate): boolean {
    const { entry, start, end, from, to } = candidate;
    const words = this.text.slice(start, end);
    const exact = words === entry.spelling;
    const before = this.text.slice(Math.max(0, start - 80), start);
    const after = this.text.slice(end, end + 40);
    // "go-to", "C-level": a hyphen makes another word, unless the second half only says "made with it".
    if (
      /^-\p{L}/u.test(after) &&
      !/^-(?:based|native|like|first|specific|related|powered|driven|centric|compatible|entwickl\p{L}*|kenntniss\p{L}*|develop\p{L}*|program\p{L}*)/iu.test(
        after,
      )
    )
      return false;
    if (/[\p{L}\p{N}]-$/u.test(before)) return false;

    // "Fast API clients": where a capital says nothing, two common words are two common words.
    if (entry.form === "split")
      return !(this.context.titleCase || this.#opensClause(from)) || this.#inTechnicalList(candidate);
    if (entry.form === "short") {
      const vendor = vendorOf(entry.skill.name);
      if (vendor && this.#accepted.some((other) => vendorOf(other.entry.skill.name) === vendor)) return true;
      // "Lambda" and "Glue" are words of their own; "CloudFormation" and "Data Factory" are not.
      if (vendor && vendor !== "apache" && /^\p{Lu}?\p{Ll}+$/u.test(entry.spelling)) return false;
      if (exact && /\p{Ll}\p{Lu}/u.test(words)) return true;
    }
    if (words.length <= 2 && !exact) return false;
    const established = this.context.established?.has(entry.skill) === true && exact;
    // A letter behind a noun is that noun's number: "plan C", "series B".
    if (
      words.length === 1 &&
      established &&
      !/(?:^|[(,/]|(?<!\p{L})(?:in|with|using|of|and|or|to|for|on|from|modern|idiomatic))\s*$/iu.test(before)
    )
      return false;
    if (established && !/^\s+(?:to|for|above|beyond|live|ahead|the|your|our)\b/i.test(after)) return true;
    if (hasTechnicalCompany(before, after, exact)) return true;
    if (this.context.amongTechnologies && this.#fills(candidate)) return true;
    if (this.#inTechnicalList(candidate)) return true;
    // A capital inside a sentence is a name; at its beginning, or where everything is capitalised, it says nothing.
    if (exact && /^\p{Lu}{3,}$/u.test(words) && /\p{Ll}/u.test(this.text)) return true;
    const lettersSay = exact && /\p{Lu}/u.test(entry.spelling) && words.length >= 2;
    if (
      !lettersSay ||
      this.context.titleCase ||
      end <= (this.context.labelEnd ?? 0) ||
      this.#opensClause(from)
    )
      return false;
    const next = this.atoms[to + 1];
    const previous = this.atoms[from - 1];
    const partOfName = (atom: Atom | undefined) =>
      atom?.word === true && /^\p{Lu}\p{Ll}/u.test(atom.raw) && !this.#owner[this.atoms.indexOf(atom)];
    return (
      !(next && next.start === end + 1 && partOfName(next)) &&
      !(previous && previous.end === start - 1 && partOfName(previous) && !this.#opensClause(from - 1))
    );
  }

  /** Whether the candidate is the whole text, its whole label, or all of the text behind the label. */
  #fills(candidate: Candidate): boolean {
    const labelEnd = this.context.labelEnd ?? 0;
    const inside =
      labelEnd > 0 && candidate.start < labelEnd ? this.text.slice(0, labelEnd) : this.text.slice(labelEnd);
    const bare = inside.replace(/[\s:：|.,;–—-]+$|^[\s"'`]+/gu, "").trim();
    return bare === this.text.slice(candidate.start, candidate.end);
  }

  /** Whether neighbours in the same list are certain technologies. */
  #inTechnicalList(candidate: Candidate): boolean {
    const own = this.#elementOf[candidate.from] ?? 0;
    const element = this.#elements[own];
    if (!element) return false;
    const fillsStart = candidate.from === element.from;
    const fillsEnd = candidate.to >= element.to - 1 || this.#onlyVersion(candidate.to + 1, element.to);
    const words = this.text.slice(candidate.start, candidate.end);
    const exact = words === candidate.entry.spelling;
    if (!fillsStart && !fillsEnd) return false;
    // At the edge of a list a word may belong to the sentence around it: there its case has to be right.
    if (!(fillsStart && fillsEnd) && !exact) return false;
    for (const step of [-1, 1]) {
      if (step === -1 && !fillsStart) continue;
      if (step === 1 && !fillsEnd) continue;
      for (
        let at = own + step, seen = 0;
        at >= 0 && at < this.#elements.length && seen < 4;
        at += step, seen++
      ) {
        const crossed = this.#elements[step === 1 ? at : at + 1];
        if (crossed?.mark === ".") break;
        const other = this.#elements[at];
        if (!other) break;
        if (
          this.#accepted.some(
            (known) =>
              known.entry.form !== "none" &&
              known.from >= other.from &&
              known.to < other.to &&
              looksProper(known.entry.spelling),
          )
        )
          return true;
        if (other.to - other.from > 4) break;
      }
    }
    return false;
  }

  #onlyVersion(from: number, to: number): boolean {
    return /^[\s\d.+x]*$/.test(this.text.slice(this.atoms[from]?.start ?? 0, this.atoms[to - 1]?.end ?? 0));
  }

  /** "unit, integration and performance tests", "Singleton, Factory and Command patterns": the last head serves them all. */
  #completeLists(): void {
    for (const known of [...this.#accepted]) {
      if (known.to === known.from || known.entry.form === "none") continue;
      const own = this.#elementOf[known.from] ?? 0;
      // "Build and maintain data pipelines": the last element has words before the name, so the first shares nothing with it.
      if (this.#elements[own]?.from !== known.from) continue;
      const words = this.atoms.slice(known.from, known.to + 1).filter((atom) => !isHyphen(atom));
      for (let heads = 1; heads < Math.min(3, words.length); heads++) {
        const head = words.slice(-heads).map((atom) => atom.key);
        for (let at = own - 1, seen = 0; at >= 0 && seen < 8; at--, seen++) {
          const element = this.#elements[at];
          const mark = this.#elements[at + 1]?.mark ?? "";
          if (!element || !/^(?:,|\/|and|or|und|oder|et|ou|y|o|、|，)$/.test(mark)) break;
          // ", and": the empty element between the two marks is no element.
          if (element.from >= element.to) {
            seen--;
            continue;
          }
          const completed = this.#completeTail(element, head);
          // "scalable software solutions, data processing systems": an element with a head of its own ends the list that shares one.
          if (!completed && element.to - element.from > 1) break;
        }
      }
    }
  }

  /** Tries the last words of an element with a head that stands elsewhere. */
  #completeTail(element: { from: number; to: number }, head: readonly string[]): boolean {
    let to = element.to - 1;
    if (isHyphen(this.atoms[to])) to--;
    for (let from = Math.max(element.from, to - 2); from <= to; from++) {
      if (this.#complete(from, to, (keys) => [[...keys, ...head]])) return true;
    }
    return false;
  }

  /** "testing strategies (unit, integration)", "Data: pipelines, analysis", "AWS (Lambda, ECS)": the words before serve the list. */
  #completeByHead(): void {
    const labelEnd = this.context.labelEnd ?? 0;
    const label =
      labelEnd > 0 ? this.atoms.filter((atom) => atom.end <= labelEnd && atom.word).slice(-4) : [];
    let inParens: Atom[] = [];
    // Behind a label, a list of short entries is completed; a sentence is not ("Code review: … for clarity and performance").
    let listed = true;
    this.#elements.forEach((element, at) => {
      if (element.mark === "(") inParens = this.#wordsBefore(element.from - 1);
      else if (element.mark === ")" || element.mark === ".") inParens = [];
      const count = this.atoms.slice(element.from, element.to).filter((atom) => atom.word).length;
      if (count > 3 && (this.atoms[element.from]?.start ?? 0) >= labelEnd) listed = false;
      if (count === 0 || count > 3) return;
      const first = this.atoms[element.from];
      const heads = inParens.length > 0 ? inParens : label;
      if (heads.length === 0 || !first || (heads === label && (!listed || first.start < labelEnd))) return;
      const closed = at + 1 >= this.#elements.length || this.#elements[at + 1]?.mark !== "(";
      if (!closed) return;
      this.#complete(element.from, element.to - 1, (keys) => [
        ...heads.map((head) => [...keys, head.key]),
        ...heads.map((head) => [...keys, singularOf(head.key) ?? head.key]),
        ...heads.map((head) => [singularOf(head.key) ?? head.key, ...keys]),
      ]);
    });
  }

  /** "paradigms such as object-oriented, functional and declarative": the kind that opens the list says what its entries end with. */
  #completeByKind(): void {
    for (const { opening, head } of kindsOfLists) {
      const match = opening.exec(this.text);
      if (!match) continue;
      const begin = match.index + match[0].length;
      for (const element of this.#elements) {
        const from = this.atoms.findIndex((atom, at) => at >= element.from && atom.start >= begin);
        if (from < 0 || from >= element.to) continue;
        const entry = this.atoms.slice(from, element.to);
        if (element.mark === "." || entry.length > 5) break;
        this.#complete(from, element.to - 1, (keys) => [[...keys, head]]);
      }
    }
  }

  #wordsBefore(at: number): Atom[] {
    const words: Atom[] = [];
    for (let index = at - 1; index >= 0 && words.length < 4; index--) {
      const atom = this.atoms[index];
      if (!atom || (!atom.word && !isHyphen(atom)) || listMark.test(atom.key)) break;
      if (atom.word) words.push(atom);
    }
    return words;
  }

  /** Accepts the words from..to when one of the completions is a name in the catalogue. */
  #complete(from: number, to: number, completions: (keys: string[]) => string[][]): boolean {
    for (let at = from; at <= to; at++)
      if (this.#owner[at] || (!this.atoms[at]?.word && !isHyphen(this.atoms[at]))) return false;
    const keys = this.atoms
      .slice(from, to + 1)
      .filter((atom) => !isHyphen(atom))
      .map((atom) => atom.key);
    if (keys.length === 0) return false;
    for (const path of completions(keys)) {
      const entry = this.#lookUp(path);
      if (!entry) continue;
      const first = this.atoms[from];
      const last = this.atoms[to];
      if (!first || !last) return false;
      const candidate: Candidate = { entry, start: first.start, end: last.end, from, to };
      if (this.#inShadow(candidate)) return false;
      this.#take(candidate);
      return true;
    }
    return false;
  }

  #lookUp(path: readonly string[]): Entry | undefined {
    let node: SkillIndex["root"] | undefined = this.index.root;
    path.forEach((key, at) => {
      node =
        node?.next.get(key) ?? (at === path.length - 1 ? node?.next.get(singularOf(key) ?? "") : undefined);
    });
    return node?.entries.find((entry) => entry.form === "name" && !entry.weak);
  }
}

function rank(candidate: Candidate): number {
  return { name: 0, none: 1, split: 2, short: 3, verb: 4 }[candidate.entry.form];
}

function vendorOf(name: string): string | undefined {
  const lower = name.toLowerCase();
  for (const [vendor, prefixes] of vendors)
    if (prefixes.some((prefix) => lower === prefix || lower.startsWith(`${prefix} `))) return vendor;
  return undefined;
}

const abilityEnding =
  /(?:ing|ity|ities|ion|ions|ship|ment|ance|ence|ness|cy|ics|sis|teamwork|feedback|rollback|ative|architecture|hood)$/;

/** Whether a spelling looks like the name of a technology ("pytest", "Django REST Framework", "S3") and not of an ability ("Planning"). */
export function looksProper(spelling: string): boolean {
  const words = spelling.split(/[\s-]+/);
  if (/\d|[.+#]|\p{Ll}\p{Lu}|\p{Lu}{2}/u.test(spelling)) return true;
  if (words.length > 1) return words.slice(1).some((word) => /^\p{Lu}/u.test(word));
  // One plain word: tools are written in lower case in the catalogue, abilities end as nouns of action do.
  return !abilityEnding.test(spelling.toLowerCase());
}
