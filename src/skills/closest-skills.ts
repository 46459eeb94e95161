// In: a line that names no skill. Out: the skills of the catalogue that share its rarest words, nearest first: an offer to a person, never a match.
import type { SkillIndex } from "./skill-index.js";
import { atomsOf, singularOf } from "./word-forms.js";

/** Words of every role document; sharing one of them means nothing. */
const everywhere = new Set(
  "work working works experience writing write code coding team teams ability skills skill with using design development developer software systems system tools tool data technical knowledge management managing product project projects best practices understanding environment solutions others quality building build time high process other open".split(
    " ",
  ),
);

/** At most three names; a word that many skills share says little, so it counts little. */
export function closestSkills(text: string, index: SkillIndex): string[] {
  const scores = new Map<string, number>();
  const seen = new Set<string>();
  for (const atom of atomsOf(text)) {
    const key = index.byWord.has(atom.key) ? atom.key : (singularOf(atom.key) ?? atom.key);
    if (key.length < 4 || seen.has(key) || everywhere.has(atom.key)) continue;
    seen.add(key);
    const skills = index.byWord.get(key) ?? [];
    for (const skill of skills) scores.set(skill.name, (scores.get(skill.name) ?? 0) + 1 / skills.length);
  }
  return [...scores]
    .filter(([, score]) => score >= 0.5)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, 3)
    .map(([name]) => name);
}
