// How much each skill of a statement matters. In: its mentions, its sentences, its section. Out: an importance with a reason that can be printed.
// An optional section stays optional; else the sentence's own words decide, else the section.
import type { SkillMatch } from "../skills/match-skills.js";
import type { Importance, SkillMention } from "./role-profile.js";
import type { SectionKind } from "./section-words.js";
import type { Place } from "./sections.js";
import { insistence, sentencesOf, softenedRange } from "./wording.js";

/** What a section's kind means for the demands in it. */
const importanceOfKind: Record<Exclude<SectionKind, "nothing">, { importance: Importance; says: string }> = {
  required: { importance: "must", says: "states requirements" },
  skills: { importance: "must", says: "lists abilities" },
  tools: { importance: "should", says: "lists tools" },
  duties: { importance: "should", says: "describes the work" },
  style: { importance: "should", says: "describes the way of working" },
  overview: { importance: "should", says: "describes the role" },
  preferred: { importance: "nice", says: "is optional" },
  weak: { importance: "nice", says: "tells what somebody wants to learn" },
  setting: { importance: "nice", says: "tells of circumstances and demands little" },
};

export interface Weighing {
  importance: Importance;
  reason: string;
}

const insists: Record<Importance, number> = { must: 2, should: 1, nice: 0 };

/** How much one sentence of a statement insists: an optional section stays optional, else the wording, else the section. */
function weigh(sentence: string, place: Place): Weighing {
  const kind = place.kind === "nothing" ? undefined : place.kind;
  const section = kind ? importanceOfKind[kind] : undefined;
  const bySection = section && {
    importance: section.importance,
    reason: `section "${place.decidedBy}" ${section.says}`,
  };
  if (kind === "preferred" && bySection) return bySection;
  const tone = insistence(sentence);
  if (tone && !(tone.mild && bySection))
    return { importance: tone.importance, reason: `wording "${tone.words}"` };
  return (
    bySection ?? { importance: "should", reason: "neither section nor wording says how much it matters" }
  );
}

/** Weighs every mention by its own sentence; the statement is as important as its most important mention. */
export function weighMentions(
  mentions: readonly SkillMention[],
  matches: readonly SkillMatch[],
  text: string,
  place: Place,
): Weighing {
  const sentences = sentencesOf(text).map(({ from, to }) => ({
    from,
    to,
    ...weigh(text.slice(from, to), place),
  }));
  const softened = softenedRange(text);
  const weights = mentions.map((mention): Weighing => {
    const own = matches.filter((match) => match.skill.name === mention.skill);
    const inSentences = own
      .map((match) => sentences.find((sentence) => match.start < sentence.to) ?? sentences.at(-1))
      .filter((sentence) => sentence !== undefined)
      .sort((a, b) => insists[b.importance] - insists[a.importance]);
    const strongest = inSentences[0] ?? weigh(text, place);
    // "Python, ideally with FastAPI": what "ideally" governs is nice to have, the rest is not.
    if (
      softened &&
      own.length > 0 &&
      own.every((match) => match.start >= softened.from && match.end <= softened.to)
    )
      return { importance: "nice", reason: `wording "${softened.words}"` };
    return { importance: strongest.importance, reason: strongest.reason };
  });
  const top =
    [...weights].sort((a, b) => insists[b.importance] - insists[a.importance])[0] ?? weigh(text, place);
  mentions.forEach((mention, at) => {
    const own = weights[at];
    if (own && own.importance !== top.importance) mention.importance = own.importance;
  });
  return top;
}
