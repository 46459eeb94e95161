// In: one stage of the loop, or all of them. Out: the one page that its interviewer fills: criteria, evidence, ratings, recommendation.
import { type Criterion, fewestCriteria, type Loop, type LoopStage, type RoleHead } from "./loop.js";
import type { StageName } from "./packet.js";
import type { RatingBox } from "./question-page.js";

export interface ScorecardModel {
  role: RoleHead;
  /** Unique among the scorecards of a loop. */
  key: string;
  /** Names its pages, where several scorecards are one document. */
  page: string;
  stage: StageName;
  fields: Record<"candidate" | "interviewer" | "date" | "start" | "end" | "adjustments", string>;
  criteria: CriterionRow[];
  /** The roomiest, and all of them, separated by blanks. */
  step: string;
  steps: string;
  recommendation: Record<"strongNo" | "no" | "yes" | "strongYes", RatingBox>;
  because: string;
  alone: string;
  signature: string;
}

/** All scorecards of a loop as one print job. */
export interface ScorecardsModel {
  cards: ScorecardModel[];
  /** Printed on both sides: the back of every card but the last is left empty, so that each is a sheet of its own. */
  backs: boolean;
}

export interface CriterionRow extends Criterion {
  evidence: string;
  boxes: RatingBox[];
  notAssessed: RatingBox;
}

// What else a stage's fields are called: a competency of that name gives way.
const taken =
  "candidate interviewer date start end adjustments recommendation because alone signature question".split(
    " ",
  );

/** What the fields of one criterion in one stage begin with; the debrief uses the same names for the same things. */
export function criterionField(stage: string, criterion: string): string {
  return `${stage}.${taken.includes(criterion) ? `${criterion}-criterion` : criterion}`;
}

/** Composes the scorecard of one stage. */
export function composeScorecard(loop: Loop, stage: LoopStage): ScorecardModel {
  const { id } = stage;
  const step = (value: string): RatingBox => ({
    field: `${id}.recommendation`,
    value,
    label: "",
    detail: "",
  });
  const steps = stepsFor(stage.criteria.length);
  return {
    role: loop.role,
    key: stage.key,
    page: stage.foot.page,
    stage: stage.name,
    fields: {
      candidate: `${id}.candidate`,
      interviewer: `${id}.interviewer`,
      date: `${id}.date`,
      start: `${id}.start`,
      end: `${id}.end`,
      adjustments: `${id}.adjustments`,
    },
    criteria: stage.criteria.map((criterion) => {
      const field = criterionField(id, criterion.id);
      const box = (value: string): RatingBox => ({
        field: `${field}.rating`,
        value,
        label: value,
        detail: criterion.title,
      });
      return {
        ...criterion,
        evidence: `${field}.evidence`,
        boxes: ["1", "2", "3", "4"].map(box),
        notAssessed: box("NA"),
      };
    }),
    step: steps[0] ?? "",
    steps: steps.join(" "),
    recommendation: {
      strongNo: step("strong-no"),
      no: step("no"),
      yes: step("yes"),
      strongYes: step("strong-yes"),
    },
    because: `${id}.because`,
    alone: `${id}.alone`,
    signature: `${id}.signature`,
  };
}

/** Composes the scorecards of all stages. */
export function composeScorecards(loop: Loop): ScorecardsModel {
  return {
    cards: loop.stages.map((stage) => composeScorecard(loop, stage)),
    backs: loop.input.options.duplex === true,
  };
}

// Three criteria get a third line for evidence; more leave less air. Without room for them, the definitions stay in the packet.
const airs = ["wide", "roomy", "close", "tight", "bare"] as const;

/** The steps of type among which printing chooses the first that keeps the card on its page. */
function stepsFor(criteria: number): readonly string[] {
  return airs.slice(Math.min(Math.max(0, criteria - fewestCriteria), airs.length - 2));
}
