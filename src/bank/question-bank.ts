// The shape of the question bank: competencies with their skills and levels, and questions with their rubrics.
// Plain data, in order of id; made by read-bank.ts and never changed afterwards.

/** The levels for which questions and rubrics are written. */
export const questionLevels = ["junior", "mid", "senior", "staff"] as const;
export type QuestionLevel = (typeof questionLevels)[number];

export const questionKinds = [
  "behavioral",
  "situational",
  "technical",
  "coding",
  "code-review",
  "design",
] as const;
export type QuestionKind = (typeof questionKinds)[number];

export const questionStatuses = ["draft", "active", "retired", "leaked"] as const;
export type QuestionStatus = (typeof questionStatuses)[number];

/** Groups of competencies that a plan's stages can focus on. `credentials` are checked on paper, and never asked about. */
export const families = ["technical", "design", "practice", "people", "credentials"] as const;
export type Family = (typeof families)[number];

/** The finest tag. `matchCase`: the name and its aliases are also ordinary words, so only their exact case counts. */
export interface Skill {
  name: string;
  aliases: string[];
  matchCase: boolean;
  /** Further spellings that are ordinary words or belong to other skills too: they count in exact case and fitting company. */
  everyday?: string[];
  /** The id of the one competency that it belongs to. */
  competency: string;
}

/** The ability that is rated: a group of skills, with what each level looks like as observable behaviour (Markdown). */
export interface Competency {
  id: string;
  title: string;
  family: Family;
  definition: string;
  levels: Record<QuestionLevel, string>;
  skills: Skill[];
  path: string;
}

export type Rating = 1 | 2 | 3 | 4;

/** What one rating of one question looks like: an answer as it would be heard or seen (Markdown). */
export interface Anchor {
  rating: Rating;
  label: string;
  text: string;
}

/** One thing to ask. All texts are Markdown; `probes` and `redFlags` are one line each. */
export interface Question {
  id: string;
  competency: string;
  title: string;
  skills: string[];
  kind: QuestionKind;
  levels: QuestionLevel[];
  minutes: number;
  status: QuestionStatus;
  enemies: string[];
  reviewed?: string;
  owner?: string;
  /** The language of its words, as in lang="de"; English if absent. */
  lang?: string;
  /** Why it is no longer asked. */
  reason?: string;
  /** Whence it was imported: the hash of its words there, by which a second import knows it. */
  imported?: string;
  wording: string;
  exhibit?: string;
  probes: string[];
  rubric: Anchor[];
  redFlags: string[];
  background: string;
  path: string;
  /** In a team's own version of a shared question: the content hash, or its first digits, of what it started from. */
  base?: string;
}

/** Everything that can be asked: competencies and questions, each ordered by id. */
export interface QuestionBank {
  competencies: Competency[];
  questions: Question[];
}

const byId = new WeakMap<QuestionBank, ReadonlyMap<string, Question>>();

/** The questions of a bank by id, made once: each of a thousand roles looks for some twenty of ten thousand. */
export function questionsById(bank: QuestionBank): ReadonlyMap<string, Question> {
  const former = byId.get(bank);
  if (former) return former;
  const made = new Map(bank.questions.map((question) => [question.id, question]));
  byId.set(bank, made);
  return made;
}

/** The skills of all competencies, in order. */
export function allSkills(bank: QuestionBank): Skill[] {
  return bank.competencies.flatMap((competency) => competency.skills);
}

export const ratingLabels: Record<Rating, string> = { 1: "Poor", 2: "Mixed", 3: "Good", 4: "Excellent" };
