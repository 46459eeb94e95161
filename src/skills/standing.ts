// Whether words that spell a skill stand where they can mean it: as words of their own, not in a shadow, verbs where a verb can be.
// In: a reading and a candidate. Out: yes or no. Everyday words need evidence besides: see everyday-words.ts.
import { looksProper } from "./proper-names.js";
import { isDiscipline, isQuality, namesPeople } from "./shadows.js";
import {
  attendsMeeting,
  hasTechnicalCompany,
  namesData,
  namesTeam,
  othersAct,
  settlesConcerns,
  supportsColleagues,
  teamActs,
  tellsUse,
  verbCanFollow,
  watchesOthers,
} from "./skill-context.js";
import type { Candidate, TextReading } from "./text-reading.js";
import { foldWord } from "./word-forms.js";

/** Whether the words stand as words of their own and in a place where they can be a skill. */
export function standsAsSkill(reading: TextReading, candidate: Candidate): boolean {
  const { text, atoms, context } = reading;
  const { entry, start, end, from, to } = candidate;
  const before = text[start - 1] ?? " ";
  const after = text[end] ?? " ";
  const words = text.slice(start, end);
  const short = words.length <= 2;
  if (entry.form === "none") {
    const verb = /^(?:excel|express|go|present|log|report)/i.test(words);
    return !(verb && /^\p{Lu}/u.test(words) && !reading.opensClause(from));
  }
  // "C++" is not C, "R&D" is not R, ".NET" inside "foo.net" is an address.
  // Katakana words are not spaced: "ログ" inside "プログラミング" is no log.
  if (/^[ァ-ヶー]/u.test(words) && /[ァ-ヶー]/u.test(before)) return false;
  if (/[ァ-ヶー]$/u.test(words) && /[ァ-ヶー]/u.test(after)) return false;
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
  if (entry.exact && words !== entry.spelling) return false;
  if (inShadow(reading, candidate)) return false;
  if (candidate.gap && othersAct(text.slice(Math.max(0, start - 30), start))) return false;
  if (isDiscipline(words) && namesTeam(text.slice(end))) return false;
  if (watchesOthers(words, text.slice(end, end + 80))) return false;
  const near = text.slice(Math.max(0, start - 60), start);
  if (attendsMeeting(words, near) || settlesConcerns(words, near)) return false;
  // "backend deployed on Azure": a participle behind a noun describes the thing; "has deployed on Azure" tells of the person.
  if (
    from === to &&
    /\p{Ll}ed$/u.test(words) &&
    !/ed$/u.test(entry.spelling) &&
    /^\s(?:on|in|to|at|auf|in|bei|across)\s/u.test(text.slice(end, end + 9)) &&
    !/(?<!\p{L})(?:ha(?:ve|s|d)|['’]ve|you|who|and|or|successfully)\s+(?:\p{L}+ly\s+)?$/iu.test(
      text.slice(Math.max(0, start - 24), start),
    ) &&
    !reading.opensClause(from)
  )
    return false;
  if (supportsColleagues(words, text.slice(end, end + 60))) return false;
  if (from === to && /\p{Ll}ing$/u.test(words) && namesData(text.slice(end, end + 12))) return false;
  if (entry.form === "verb" && !standsAsVerb(reading, candidate)) return false;
  // "R Markdown" is not R when the catalogue lacks it: a letter before another name is a part of that name.
  const next = atoms[to + 1];
  if (
    words.length === 1 &&
    next?.word &&
    !context.titleCase &&
    /^\p{Lu}\p{Ll}/u.test(next.raw) &&
    next.start === end + 1 &&
    !hasTechnicalCompany("", text.slice(end), true)
  )
    return false;
  return true;
}

/** Whether the words stand where names of their kind do not count. */
export function inShadow(reading: TextReading, candidate: Candidate): boolean {
  for (const shadow of reading.shadows) {
    if (candidate.start < shadow.from || candidate.end > shadow.to) continue;
    const words = reading.text.slice(candidate.start, candidate.end);
    if (shadow.kind === "all") {
      // "monday.com" and "H2O.ai" are names that look like addresses, "Coverage.py" is one that looks like a file.
      const whole = shadow.from === candidate.start && shadow.to === candidate.end;
      if (
        whole &&
        (/\.(?:com|ai|io|dev)$/i.test(words) || (words.includes(".") && words === candidate.entry.skill.name))
      )
        continue;
      return true;
    }
    if (shadow.kind === "objects") {
      if (leavesActOut(words, candidate.entry.skill.name)) return true;
      continue;
    }
    if (shadow.kind === "abilities") {
      const { name } = candidate.entry.skill;
      const named =
        looksProper(words) &&
        (looksProper(name) || /\p{Ll}\p{Lu}|\p{Lu}{2}|\d/u.test(words)) &&
        !tellsAct(words, name);
      if (!named || candidate.entry.form === "verb") return true;
      continue;
    }
    if (shadow.kind === "qualities") {
      if (isQuality(words)) return true;
      continue;
    }
    if (
      shadow.why === "names of teams"
        ? isDiscipline(words)
        : isDiscipline(words) || namesPeople(words) || looksProper(candidate.entry.spelling)
    )
      return true;
  }
  return false;
}

/** "prevent SQL injection" for SQL injection prevention: an act upon a technology, although capitals stand in it. */
function tellsAct(words: string, name: string): boolean {
  return /^\p{Ll}+\s/u.test(words) && /\s\p{Ll}+(?:ing|ion|ment|ance)$/u.test(name);
}

/** "Document APIs" for API design: the object of another act names no act of its own. */
function leavesActOut(words: string, name: string): boolean {
  const act = /\s(design|development|management|administration)$/.exec(name)?.[1];
  return act !== undefined && !words.toLowerCase().includes(act.slice(0, 6));
}

function standsAsVerb(reading: TextReading, candidate: Candidate): boolean {
  const { text, atoms, context } = reading;
  const { entry, start, end, to } = candidate;
  const before = text.slice(Math.max(0, start - 60), start);
  const place = verbCanFollow(before);
  if (!place || teamActs(before) || tellsUse(before)) return false;
  const words = text.slice(start, end);
  const third = foldWord(words).endsWith("s") && !foldWord(entry.spelling).endsWith(foldWord(words));
  if (third && place !== "third") return false;
  const inLabel = end <= (context.labelEnd ?? 0);
  if (inLabel && context.procedureStep && start === 0) return false;
  // A verb acts on something: "Profile and optimize", "Plan releases", but not "a sound plan." or "Report to the CTO".
  const next = atoms[to + 1];
  if (!next) return false;
  if (next.word)
    return (
      !/^(?:to|of|is|are|for|id)$/.test(next.key) ||
      /^(?:collaborate|communicate|deploy)$/.test(foldWord(words))
    );
  return /^[,/&]$/.test(next.raw);
}
