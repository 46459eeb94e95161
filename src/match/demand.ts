// The shape of what a role demands from the bank: weighted skills and competencies, eligible questions, gaps, and reasons.
// Plain data, made by match-demand.ts.
import type { Family, QuestionKind, QuestionLevel } from "../bank/question-bank.js";
import type { Importance } from "../role/role-profile.js";

/** One skill that the role asks for. `weight` is a positive whole number (a line of its own that says "must" is 60); `lines` are those of the role document. */
export interface SkillDemand {
  skill: string;
  competency: string;
  weight: number;
  importance: Importance;
  lines: number[];
  /** How the weight came about, printable: "must, on 4 lines". */
  reason: string;
}

/** One competency that the role asks for. `weight` is the sum of its skills' weights. */
export interface CompetencyDemand {
  competency: string;
  title: string;
  family: Family;
  weight: number;
  skills: SkillDemand[];
}

/** A question that may be asked for this role. */
export interface EligibleQuestion {
  id: string;
  competency: string;
  family: Family;
  kind: QuestionKind;
  minutes: number;
  levels: QuestionLevel[];
  /** 0: written for the planned level; 1: for a neighbouring one. Farther questions are not eligible. */
  levelDistance: number;
  /** Its skills that the role demands, most heavily demanded first. */
  skills: string[];
  enemies: string[];
  /** Why it is eligible, printable: the skills and the role's lines that ask for it. */
  reason: string;
}

/** A demand that the bank cannot ask about. */
export interface Gap {
  line: number;
  text: string;
  /**
   * `no-skill`: the catalogue knows no skill in the line; `no-question`: no question at this level asks about `skills`;
   * `credential`: `skills` are degrees or certificates, which an application shows and an interview does not.
   */
  why: "no-skill" | "no-question" | "credential";
  skills: string[];
  hint: string;
}

export interface Demand {
  role: string;
  level: QuestionLevel;
  /** Of everything demanded, lines without a known skill included. */
  totalWeight: number;
  /** The part of `totalWeight` in lines that name no known skill; no loop measures it. */
  unknownWeight: number;
  /** 0 to 1: the share of the weight of the known skills that at least one eligible question asks about. */
  bankCoverage: number;
  /** Heaviest first, then by id. */
  competencies: CompetencyDemand[];
  /** By id. */
  questions: EligibleQuestion[];
  gaps: Gap[];
}
