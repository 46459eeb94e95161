// In: one stage of the loop. Out: the one page that its interviewer fills: criteria, evidence, ratings, recommendation.
import type { Criterion, Loop, LoopStage, RoleHead } from "./loop.js";
import type { StageName } from "./packet.js";
import type { RatingBox } from "./question-page.js";

export interface ScorecardModel {
  role: RoleHead;
  stage: StageName;
  fields: Record<"candidate" | "interviewer" | "date" | "start" | "end" | "adjustments", string>;
  criteria: CriterionRow[];
  /** Three criteria get a third line for evidence; five leave less air, six the least: it is one page on either paper. */
  air: "wide" | "roomy" | "close" | "tight";
  recommendation: Record<"strongNo" | "no" | "yes" | "strongYes", RatingBox>;
  because: string;
  alone: string;
  signature: string;
}

export interface CriterionRow extends Criterion {
  evidence: string;
  boxes: RatingBox[];
  notAssessed: RatingBox;
}

/** Composes the scorecard of one stage. */
export function composeScorecard(loop: Loop, stage: LoopStage): ScorecardModel {
  const { key } = stage;
  const step = (value: string): RatingBox => ({
    field: `${key}-recommendation`,
    value,
    label: "",
    detail: "",
  });
  return {
    role: loop.role,
    stage: stage.name,
    fields: {
      candidate: `${key}-candidate`,
      interviewer: `${key}-interviewer`,
      date: `${key}-date`,
      start: `${key}-start`,
      end: `${key}-end`,
      adjustments: `${key}-adjustments`,
    },
    criteria: stage.criteria.map((criterion) => {
      const field = `${key}-${criterion.id}`;
      const box = (value: string): RatingBox => ({
        field: `${field}-rating`,
        value,
        label: value,
        detail: criterion.title,
      });
      return {
        ...criterion,
        evidence: `${field}-evidence`,
        boxes: ["1", "2", "3", "4"].map(box),
        notAssessed: box("NA"),
      };
    }),
    air: airFor(stage.criteria.length),
    recommendation: {
      strongNo: step("strong-no"),
      no: step("no"),
      yes: step("yes"),
      strongYes: step("strong-yes"),
    },
    because: `${key}-because`,
    alone: `${key}-alone`,
    signature: `${key}-signature`,
  };
}

function airFor(criteria: number): ScorecardModel["air"] {
  if (criteria <= 3) return "wide";
  if (criteria === 4) return "roomy";
  return criteria === 5 ? "close" : "tight";
}
