// Whether an everyday word ("Go", "Spring", "Lambda") is meant as a skill: by its case, its list, its neighbours, its document.
// In: a reading whose certain names are taken, and a candidate. Out: yes or no.

import type { Skill } from "../bank/question-bank.js";
import { looksProper, vendorOf } from "./proper-names.js";
import { hasTechnicalCompany } from "./skill-context.js";
import type { Candidate, TextReading } from "./text-reading.js";
import type { Atom } from "./word-forms.js";

/** Whether an everyday word is meant as a skill here. */
export function hasEvidence(reading: TextReading, candidate: Candidate): boolean {
  const { text, atoms, context, accepted } = reading;
  const { entry, start, end, from, to } = candidate;
  const words = text.slice(start, end);
  const exact = words === entry.spelling;
  const before = text.slice(Math.max(0, start - 80), start);
  const after = text.slice(end, end + 40);
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
    return !(context.titleCase || reading.opensClause(from)) || inTechnicalList(reading, candidate);
  if (entry.form === "short") {
    const vendor = vendorOf(entry.skill.name);
    if (vendor && accepted.some((other) => vendorOf(other.entry.skill.name) === vendor))
      return exact || inTechnicalList(reading, candidate);
    // "Lambda" and "Glue" are words of their own; "CloudFormation" and "Data Factory" are not.
    if (vendor && vendor !== "apache" && /^\p{Lu}?\p{Ll}+$/u.test(entry.spelling)) return false;
    if (exact && /\p{Ll}\p{Lu}/u.test(words)) return true;
  }
  if (standsAmongCharacters(reading, candidate)) return words.length > 1 || exact;
  if (words.length <= 2 && !exact) return false;
  const established = context.established?.has(entry.skill) === true && exact;
  // A letter behind a noun is that noun's number: "plan C", "series B".
  if (
    words.length === 1 &&
    established &&
    !/(?:^|[(,/]|(?<!\p{L})(?:in|with|using|of|and|or|to|for|on|from|modern|idiomatic))\s*$/iu.test(before)
  )
    return false;
  if (established && !/^\s+(?:to|for|above|beyond|live|ahead|the|your|our)\b/i.test(after)) return true;
  if (hasTechnicalCompany(before, after, exact)) return true;
  if (context.amongTechnologies && fills(reading, candidate)) return true;
  if (context.ownEntry && isOwnEntry(reading, candidate)) return true;
  if (isAbility(entry.skill) && standsAmongAbilities(reading, candidate)) return true;
  if (inTechnicalList(reading, candidate) || standsBesideItsKind(reading, candidate)) return true;
  // A capital inside a sentence is a name; at its beginning, or where everything is capitalised, it says nothing.
  if (exact && /^\p{Lu}{3,}$/u.test(words) && /\p{Ll}/u.test(text)) return true;
  const lettersSay = exact && /\p{Lu}/u.test(entry.spelling) && words.length >= 2;
  if (!lettersSay || context.titleCase || end <= (context.labelEnd ?? 0) || reading.opensClause(from))
    return false;
  const next = atoms[to + 1];
  const previous = atoms[from - 1];
  const partOfName = (atom: Atom | undefined) =>
    atom?.word === true && /^\p{Lu}\p{Ll}/u.test(atom.raw) && !reading.owned(atoms.indexOf(atom));
  return (
    !(next && next.start === end + 1 && partOfName(next)) &&
    !(previous && previous.end === start - 1 && partOfName(previous) && !reading.opensClause(from - 1))
  );
}

const character = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** "熟悉shell": Latin letters alone among Chinese or Japanese characters are a name, whatever the word means in English. */
function standsAmongCharacters({ text, atoms }: TextReading, { from, to, start, end }: Candidate): boolean {
  if (!character.test(text) || character.test(text.slice(start, end))) return false;
  const latin = (atom: Atom | undefined) => atom?.word === true && !character.test(atom.raw);
  return !latin(atoms[from - 1]) && !latin(atoms[to + 1]);
}

/** Whether the candidate is the whole text, its whole label, or all of the text behind the label. */
function fills({ text, context }: TextReading, candidate: Candidate): boolean {
  const labelEnd = context.labelEnd ?? 0;
  const inside = labelEnd > 0 && candidate.start < labelEnd ? text.slice(0, labelEnd) : text.slice(labelEnd);
  const bare = inside.replace(/[\s:：|.,;–—-]+$|^[\s"'`]+/gu, "").trim();
  return bare === text.slice(candidate.start, candidate.end);
}

/** "- React", "- Go (3+ years)", "| Swift | expert |": a capitalised name that is the whole entry or cell, but for how long or how well it is known. */
function isOwnEntry({ text, context }: TextReading, { entry, start, end }: Candidate): boolean {
  const spelled = text.slice(start, end);
  const labelEnd = context.labelEnd ?? 0;
  const before = text.slice(start < labelEnd ? 0 : labelEnd, start);
  return (
    spelled.length >= 2 &&
    spelled === entry.spelling &&
    looksProper(spelled) &&
    !isAbility(entry.skill) &&
    /(?:^|\|)\s*$/.test(before) &&
    saysHowWell(text.slice(end))
  );
}

/** What follows an entry or its cell; nobody needs more words for it than this. */
function saysHowWell(after: string): boolean {
  const [rest = ""] = after.slice(0, 80).split(" |", 1);
  return (rest.length < 80 || after.length < 80) && measure.test(rest);
}

const measure =
  /^\s*v?[\d.+x]*\s*(?:[,:;–—(-]+\s*(?:(?:at least|min(?:imum|\.)?|mindestens|over|more than|mehr als)\s+)?(?:\d[\d\s–+-]*(?:years?|yrs?|jahre?|ans?|años?|年)|(?:a )?(?:plus|bonus|must|required|mandatory|preferred|optional|expert|advanced|strong|good|solid|basics?|basic knowledge|intermediate|proficient|senior|junior)(?!\p{L}))[^.;]{0,30})?[\s.,;)]*$/iu;

/** "Autonomie et prise d'initiative": an element of its own beside an ability, or all that the text says. */
function standsAmongAbilities(reading: TextReading, candidate: Candidate): boolean {
  const { elements, elementOf, accepted, context } = reading;
  if (context.titleCase) return false;
  const own = elementOf[candidate.from] ?? 0;
  const covers = (at: number, { from, to }: Candidate) =>
    elements[at]?.from === from && elements[at]?.to === to + 1;
  if (!covers(own, candidate)) return false;
  if (elements.length === 1) return true;
  return [own - 1, own + 1].some((at) =>
    accepted.some((other) => covers(at, other) && !looksProper(other.entry.spelling)),
  );
}

/** "Elixir/Phoenix", "Go or Rust": two everyday words of one competency side by side explain each other. */
function standsBesideItsKind({ text, everyday, context }: TextReading, candidate: Candidate): boolean {
  if (context.titleCase || !namesExactly(text, candidate)) return false;
  return everyday.some((other) => {
    if (
      other.entry.skill === candidate.entry.skill ||
      other.entry.skill.competency !== candidate.entry.skill.competency
    )
      return false;
    const [first, second] = other.start < candidate.start ? [other, candidate] : [candidate, other];
    const between = text.slice(first.end, second.start);
    return (
      /^\s*(?:[,/]\s*(?:(?:and|or)\s)?|\s(?:and|or|und|oder|et|ou|y|o)\s)$/u.test(between) &&
      namesExactly(text, other)
    );
  });
}

/** Names of abilities end as nouns of action do, and are no product's. */
function isAbility(skill: Skill): boolean {
  return !looksProper(skill.name);
}

function namesExactly(text: string, { entry, start, end }: Candidate): boolean {
  return (
    entry.form === "name" &&
    end - start >= 2 &&
    /\p{Lu}/u.test(entry.spelling) &&
    looksProper(entry.spelling) &&
    text.slice(start, end) === entry.spelling
  );
}

/** Whether neighbours in the same list are certain technologies. */
function inTechnicalList(reading: TextReading, candidate: Candidate): boolean {
  const { text, elements, elementOf, accepted } = reading;
  const own = elementOf[candidate.from] ?? 0;
  const element = elements[own];
  if (!element) return false;
  const fillsStart = candidate.from === element.from;
  const fillsEnd = candidate.to >= element.to - 1 || onlyVersion(reading, candidate.to + 1, element.to);
  const words = text.slice(candidate.start, candidate.end);
  const exact = words === candidate.entry.spelling;
  if (!fillsStart && !fillsEnd) return false;
  // At the edge of a list a word may belong to the sentence around it: there its case has to be right.
  if (!(fillsStart && fillsEnd) && !exact) return false;
  for (const step of [-1, 1]) {
    if (step === -1 && !fillsStart) continue;
    if (step === 1 && !fillsEnd) continue;
    for (let at = own + step, seen = 0; at >= 0 && at < elements.length && seen < 4; at += step, seen++) {
      const crossed = elements[step === 1 ? at : at + 1];
      if (crossed?.mark === ".") break;
      const other = elements[at];
      if (!other) break;
      if (
        accepted.some(
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

function onlyVersion({ text, atoms }: TextReading, from: number, to: number): boolean {
  return /^[\s\d.+x]*$/.test(text.slice(atoms[from]?.start ?? 0, atoms[to - 1]?.end ?? 0));
}
