// The shape of a role document once it is read: what it is called, at which level, and every demand with its line.
// Plain data, made by read-role.ts; printed by `interview-kit profile --json`.
import type { QuestionLevel } from "../bank/question-bank.js";

/** The levels that a role document can state. */
export const roleLevels = [
  "intern",
  "junior",
  "mid",
  "senior",
  "staff",
  "principal",
  "lead",
  "manager",
] as const;
export type RoleLevel = (typeof roleLevels)[number];

/** How much the document insists, from its section's heading and its own wording. */
export type Importance = "must" | "should" | "nice";

/** A skill found in a requirement: `matched` are the words as they stand, `line` where they stand (1-based). */
export interface SkillMention {
  skill: string;
  competency: string;
  matched: string;
  line: number;
  /** Only where it differs from the requirement's: "Python, ideally with FastAPI". */
  importance?: Importance;
  /** No competency lists it: a name among known technologies, under the competency of its neighbour. */
  uncatalogued?: true;
}

/** A statement that the job demands something. `text` is what a person reads, without Markdown marks. */
export interface Requirement {
  /** 0: no line of the document says it; the team that hires does. */
  line: number;
  text: string;
  /** Headings above it, outermost first, joined by " › "; empty without headings. */
  section: string;
  importance: Importance;
  /** Why it has that importance, in a few words that can be printed. */
  importanceReason: string;
  skills: SkillMention[];
  /** Skills that the document joins by "or": one demand with several ways to meet it. */
  alternatives?: string[][];
}

/** A line that was read and leads to no skill. */
export interface UnmappedLine {
  line: number;
  text: string;
  section: string;
  /** `no-skill`: demands something the catalogue does not know; `not-a-demand`: benefits, schedules, about the company, metadata. */
  why: "no-skill" | "not-a-demand";
  /** Why it was read so, in a few words that can be printed. */
  reason: string;
  /** Skills of the catalogue that share words with the line, nearest first; only for `no-skill`. */
  closest?: string[];
}

export interface RoleProfile {
  path: string;
  title: string;
  titleReason: string;
  /** The line that holds the title; absent where the file's name gives it. */
  titleLine?: number;
  /** As stated by the document; `unspecified` when it says nothing. */
  level: RoleLevel | "unspecified";
  levelReason: string;
  /** The level whose questions are asked: junior, mid, senior or staff. */
  plannedLevel: QuestionLevel;
  requirements: Requirement[];
  unmapped: UnmappedLine[];
  /** Weights that the document's front matter sets, by canonical skill name or competency id. */
  weights?: Record<string, number>;
  /** Why, for weights that the document does not set itself. */
  weightReasons?: Record<string, string>;
}
