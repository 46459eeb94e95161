// In: a question's words, its category and tags as another tool has them, and the bank. Out: the competency and skills that it belongs to.
// Says what was guessed. Knows nothing of files.
import type { QuestionBank, Skill } from "../bank/question-bank.js";
import { nearest } from "../document/nearest.js";

export interface Placed {
  competency: string;
  skills: string[];
  /** What no word of the row said outright. */
  guessed: ("competency" | "skills")[];
}

/** Names of skills and competencies of one bank, for many look-ups. */
export interface Names {
  bank: QuestionBank;
  skills: ReadonlyMap<string, Skill>;
  competencies: ReadonlyMap<string, string>;
}

/** A question asks about at most so many skills. */
const mostSkills = 4;

/** Prepares the look-up. */
export function namesOf(bank: QuestionBank): Names {
  const skills = new Map<string, Skill>();
  const asked = bank.competencies.filter(({ family }) => family !== "credentials");
  for (const skill of asked.flatMap((competency) => competency.skills))
    for (const name of [skill.name, ...skill.aliases]) {
      // An ordinary word such as "go" names a skill only in its own case.
      const key = skill.matchCase ? name : name.toLowerCase();
      if (!skills.has(key)) skills.set(key, skill);
    }
  const competencies = new Map(
    asked.flatMap(({ id, title }) => [id, title.toLowerCase()].map((name) => [name, id] as const)),
  );
  return { bank, skills, competencies };
}

/** Where a question belongs, or why that is not known. `fallback` is the competency of questions that name none. */
export function placeQuestion(
  row: { category: readonly string[]; tags: readonly string[]; words: string },
  names: Names,
  fallback: string | undefined,
): Placed | { why: string; hint: string } {
  const guessed: Placed["guessed"] = [];
  const tagged = row.tags.flatMap((tag) => skillOf(tag, names) ?? []);
  const categories = row.category.flatMap((one) => skillOf(one, names) ?? []);
  const mentioned = mentionedSkills(row.words, names);
  const named = row.category
    .map((one) => names.competencies.get(one.trim().toLowerCase()))
    .find((id) => id !== undefined);
  let competency = named ?? (categories[0] ?? tagged[0])?.competency;
  if (competency === undefined) {
    competency = fallback ?? mostFrequent(mentioned.map((skill) => skill.competency));
    guessed.push("competency");
  }
  if (competency === undefined) {
    const stated = row.category.join(", ");
    const close = nearest(stated, names.competencies.keys());
    return {
      why:
        stated === ""
          ? "it has no category, and its words name no known skill"
          : `no competency is called "${stated}", and its words name no known skill`,
      hint:
        close === undefined
          ? "Write a competency of the bank, or give one for such rows with --competency."
          : `Write "${close}", or give a competency for such rows with --competency.`,
    };
  }
  const skills = unique((tagged.length > 0 ? tagged : categories).map(({ name }) => name));
  if (skills.length === 0) {
    guessed.push("skills");
    const own = mentioned.filter((skill) => skill.competency === competency);
    const first = names.bank.competencies.find(({ id }) => id === competency)?.skills[0];
    skills.push(...unique((own.length > 0 ? own : first ? [first] : []).map(({ name }) => name)));
  }
  return { competency, skills: skills.slice(0, mostSkills), guessed };
}

function skillOf(tag: string, { skills }: Names): Skill | undefined {
  const name = tag.trim();
  return skills.get(name) ?? skills.get(name.toLowerCase());
}

/** Skills whose names or aliases stand in a text, longest first where they overlap. */
function mentionedSkills(text: string, names: Names): Skill[] {
  const words = text.split(/[^\p{L}\p{N}+#./-]+/u).map((word) => word.replace(/^[./-]+|[./-]+$/g, ""));
  const found: Skill[] = [];
  for (let at = 0; at < words.length; ) {
    let length = Math.min(5, words.length - at);
    let skill: Skill | undefined;
    for (; length > 0 && !skill; length--) skill = skillOf(words.slice(at, at + length).join(" "), names);
    if (skill) found.push(skill);
    at += skill ? length + 1 : 1;
  }
  return found;
}

function mostFrequent(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
