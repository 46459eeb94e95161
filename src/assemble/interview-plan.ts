// The shapes around planning: the plan document (what loops look like here) and the InterviewPlan (one role's loop).
// Plain data; the plan document is read by read-plan.ts, the InterviewPlan made by assemble.ts.
import type { QuestionKind } from "../bank/question-bank.js";
import type { Position } from "../document/diagnostic.js";

/** One stage as the plan document asks for it. Empty `kinds` or `focus` allow everything. */
export interface StagePlan {
  id: string;
  title: string;
  purpose: string;
  /** The whole stage, opening and closing included. */
  minutes: number;
  /** How the minutes are split; questions get `questions`. Sum is `minutes`. */
  split: { opening: number; questions: number; candidate: number; closing: number };
  kinds: QuestionKind[];
  /** Kinds that make the stage what its title says: at least one of its questions is of one of them. Empty: no such wish. */
  core: QuestionKind[];
  /** Competency ids and families that the stage may rate. */
  focus: string[];
  /** How many questions at least and at most. */
  questions: { min: number; max: number };
  interviewer: string;
  /** Question ids that must be asked in this stage; a pin is a person's decision and goes before `kinds` and `focus`. */
  pins: string[];
  /** What the candidate is told about this stage (Markdown); printed in the candidate brief. */
  prepare: string;
  /** Where the stage stands in the plan document, for findings about it. */
  at: Position;
}

/** A plan document: `roles/plans/<id>.md`. `brief` is its body, printed for every interviewer (Markdown). */
export interface LoopPlan {
  id: string;
  title: string;
  path: string;
  stages: StagePlan[];
  /** How many competencies one stage may rate. */
  competenciesPerStage: number;
  /** How many competencies the whole loop may rate. */
  competenciesPerLoop: number;
  /** How many of the heaviest competencies should be rated in two stages. */
  secondViews: number;
  /** Question ids that must be asked in some stage, and those that must not be asked at all. */
  pins: string[];
  bans: string[];
  brief: string;
  /** When a team has changed the plan: its file, and where each of its pins stands there, for findings about them. */
  overlay?: { path: string; pins: Record<string, Position> };
}

/** A question chosen for a stage. */
export interface PlannedQuestion {
  id: string;
  competency: string;
  minutes: number;
  /** The demanded skills that it asks about. */
  skills: string[];
  /** Why the role asks for it: the words of the demand. */
  reason: string;
  /** Why it stands in this stage: "pinned", "rates Testing", "a second view of Testing", "the loop's only question on pytest". */
  choice: string;
}

/** One stage of a planned loop. It has at least one question: a stage without any is left out, with a finding. */
export interface PlannedStage {
  id: string;
  title: string;
  minutes: number;
  /** In the order in which they are asked. */
  questions: PlannedQuestion[];
  /** Spare questions that fit this stage, in order of preference; none is used elsewhere in the loop. */
  alternates: PlannedQuestion[];
  /** Competencies that the stage rates, heaviest first. */
  competencies: string[];
}

/** How good the plan is known to be. */
export interface Optimality {
  status: "optimal" | "gap";
  /** The objective reached, and the proven upper bound. */
  objective: number;
  bound: number;
  /** (bound − objective) / bound; 0 when optimal. */
  gap: number;
}

export interface InterviewPlan {
  plan: string;
  stages: PlannedStage[];
  optimality: Optimality;
  /** 0 to 1: the share of the demanded weight that lies in competencies which the loop rates. */
  coverage: number;
  /** 0 to 1: the share of the demanded weight whose very skill a question asks about. */
  asked: number;
  /** 0 to 1: the share of the demanded weight that lies in competencies rated by two stages or more. */
  twice: number;
  /** Demanded competencies that no stage rates, heaviest first. */
  unrated: string[];
  /** Questions in common with the openings that were to be avoided, by id: as few as possible. Only where some were. */
  shared?: string[];
}
