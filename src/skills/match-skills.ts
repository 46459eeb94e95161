// Which skills a text names. In: a text and the compiled catalogue. Out: matches with their place, never two over the same words.
// Longest match wins; everyday words need evidence; elliptical lists ("unit, integration and performance tests") are completed.
import type { Skill } from "../bank/question-bank.js";
import { candidatesIn } from "./candidates.js";
import { cutsComplement, cutsSubject } from "./cut-names.js";
import { hasEvidence } from "./everyday-words.js";
import { looksProper } from "./proper-names.js";
import { completeByHead, completeByKind, completeCompounds, completeLists } from "./shared-heads.js";
import { announcesMembers, describesNext, isKindOfTechnology } from "./skill-context.js";
import type { SkillIndex } from "./skill-index.js";
import { standsAsSkill } from "./standing.js";
import { type Candidate, type MatchContext, TextReading } from "./text-reading.js";
import { unknownNames } from "./unknown-names.js";
import { atomsOf } from "./word-forms.js";

/** A skill named in a text; `matched` are the words as they stand. */
export interface SkillMatch {
  skill: Skill;
  matched: string;
  start: number;
  end: number;
  /** The catalogue lacks it: a name that stands in a list of technologies. */
  uncatalogued?: true;
}

/** Names every skill in the text, in order of place. */
export function matchSkills(text: string, index: SkillIndex, context: MatchContext = {}): SkillMatch[] {
  return readSkills(text, index, context).matches;
}

/** "Unit testing" says more than "testing experience", which is longer only by a word that any skill can have behind it. */
function tellingLength({ atoms }: TextReading, { start, end, from, to }: Candidate): number {
  const last = atoms[to];
  const before = atoms[to - 1];
  const idle = to > from && last && before && /^(?:experiences?|skills?|knowledge|expertise)$/.test(last.key);
  return (idle ? before.end : end) - start;
}

/** As `matchSkills`; `undecided` are the skills of everyday words that were left out, and that other parts of the document may explain. */
export function readSkills(
  text: string,
  index: SkillIndex,
  context: MatchContext,
): { matches: SkillMatch[]; undecided: readonly Skill[] } {
  const reading = new TextReading(text, atomsOf(text), index, context);
  const candidates = candidatesIn(reading);
  if (candidates.length === 0 && !/[(:]|paradigm/i.test(text)) return { matches: [], undecided: [] };
  candidates.sort(
    (a, b) =>
      Number(a.gap !== undefined) - Number(b.gap !== undefined) ||
      tellingLength(reading, b) - tellingLength(reading, a) ||
      b.end - b.start - (a.end - a.start) ||
      a.start - b.start ||
      rank(a) - rank(b),
  );
  const everyday: Candidate[] = [];
  for (const candidate of candidates) {
    if (!reading.free(candidate)) continue;
    if (candidate.entry.weak || candidate.entry.form === "split") everyday.push(candidate);
    else if (
      standsAsSkill(reading, candidate) &&
      !cutsComplement(reading, candidates, candidate) &&
      !cutsSubject(reading, candidates, candidate)
    )
      reading.take(candidate);
  }
  // "Flow" is of Kotlin beside Kotlin, of JavaScript beside JavaScript.
  const near = new Set(reading.accepted.map(({ entry }) => entry.skill.competency));
  const distance = ({ entry: { skill } }: Candidate) =>
    near.has(skill.competency) ? 0 : context.competencies?.has(skill.competency) ? 1 : 2;
  everyday.sort(
    (a, b) =>
      b.end - b.start - (a.end - a.start) ||
      a.start - b.start ||
      distance(a) - distance(b) ||
      rank(a) - rank(b),
  );
  reading.everyday = everyday;
  // Everyday words are judged by their company, so the certain names come first; each accepted one is company for the next.
  for (let round = 0; round < 2; round++) {
    for (const candidate of everyday)
      if (reading.free(candidate) && standsAsSkill(reading, candidate) && hasEvidence(reading, candidate))
        reading.take(candidate);
  }
  const undecided = everyday.filter((candidate) => reading.free(candidate)).map(({ entry }) => entry.skill);
  completeLists(reading);
  completeCompounds(reading);
  completeByHead(reading);
  completeByKind(reading);
  const unknown = unknownNames(reading).map((name) => ({ ...name, uncatalogued: true as const }));
  const named = reading.accepted
    .filter(
      (candidate) =>
        candidate.entry.form !== "none" &&
        !onlyAnnounces(reading, candidate) &&
        !saysAgain(reading, candidate) &&
        !saysWhatItIs(reading, candidate) &&
        !endsInAnotherName(reading, candidate),
    )
    .map(
      (candidate): SkillMatch => ({
        skill: candidate.entry.skill,
        matched: reading.wordsOf(candidate),
        start: candidate.start,
        end: candidate.end,
      }),
    );
  const matches = [...named, ...unknown].sort((a, b) => a.start - b.start || a.end - b.end);
  return { matches, undecided };
}

/** At the same place and length, a name comes before what was derived from one. */
function rank(candidate: Candidate): number {
  return { none: 0, name: 1, split: 2, short: 3, verb: 4 }[candidate.entry.form];
}

/** "ensure high quality of code": where the words inside a gap name the skill themselves, they are its name. */
function saysAgain({ accepted }: TextReading, { gap, entry, start, end }: Candidate): boolean {
  return (
    gap !== undefined &&
    accepted.some(
      (other) => !other.gap && other.entry.skill === entry.skill && other.start < end && other.end > start,
    )
  );
}

/**
 * "maintain infrastructure as code": the word behind a gap begins a longer name, which says what is maintained. "managing changing
 * priorities", "integrate monitoring tools": it ends another name, and to manage that is no further ability.
 */
function endsInAnotherName({ atoms, accepted }: TextReading, { gap, from, to, end }: Candidate): boolean {
  if (gap === undefined) return false;
  const verb = atoms[from]?.key ?? "";
  const manages =
    /^(?:manag|cop|deal)/.test(verb) ||
    (verb.startsWith("integrat") && /^tools?$/.test(atoms[to]?.key ?? ""));
  return accepted.some(
    (other) =>
      !other.gap &&
      other.start < end &&
      (other.end > end || (manages && other.end === end && other.from === from + 1)),
  );
}

/** "strong C programming skills", "the Yocto build system": behind the name of a technology, these words only say what it is. */
function saysWhatItIs({ text, accepted }: TextReading, { start, end, entry }: Candidate): boolean {
  return (
    /^(?:(?:programming|coding|development) (?:skills?|experience|knowledge|abilit(?:y|ies))|build (?:systems?|tools?))$/iu.test(
      text.slice(start, end),
    ) &&
    accepted.some(
      (other) =>
        other.entry.skill !== entry.skill &&
        other.entry.form !== "none" &&
        other.end === start - 1 &&
        text[other.end] === " " &&
        looksProper(other.entry.spelling),
    )
  );
}

/** "relational databases (PostgreSQL, MySQL)", "the iOS operating system": what stands beside it names the thing. */
function onlyAnnounces({ text, accepted }: TextReading, candidate: Candidate): boolean {
  const words = text.slice(candidate.start, candidate.end);
  if (
    accepted.some(
      (other) =>
        other.entry.form !== "none" &&
        other.start > candidate.end &&
        other.start <= candidate.end + 40 &&
        describesNext(words, text.slice(candidate.end, other.start)),
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
    accepted.some((other) => other.entry.form !== "none" && test(other) && looksProper(other.entry.spelling));
  const opened = announcesMembers(words, text.slice(candidate.end, candidate.end + 40));
  if (opened !== undefined) {
    const first = candidate.end + opened;
    if (certain((other) => other.start >= first && other.start <= first + 4)) return true;
  }
  return certain((other) => other.end === candidate.start - 1 && text[other.end] === " ");
}
