// In: one stage of the loop, or all of them. Out: the one page that its interviewer fills: criteria, evidence, ratings, recommendation.
import { type Criterion, fewestCriteria, type Loop, type LoopStage, type RoleHead } from "./loop.js";
import type { Paper, StageName } from "./packet.js";
import type { RatingBox } from "./question-page.js";
import { pageHeight } from "./sheet.js";
import { countBlockLines, countLines } from "./text-measure.js";

export interface ScorecardModel {
  role: RoleHead;
  /** Unique among the scorecards of a loop. */
  key: string;
  /** Names its pages, where several scorecards are one document. */
  page: string;
  stage: StageName;
  fields: Record<"candidate" | "interviewer" | "date" | "start" | "end" | "adjustments", string>;
  criteria: CriterionRow[];
  air: Air;
  /** Without room for them, the definitions stay in the packet. */
  definitions: boolean;
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

export type Air = (typeof airs)[number]["air"];

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
  const { paper } = loop.input.options;
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
    ...chooseAir(stage, paper),
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

// The numbers of templates/styles/scorecard.css, one row per value of data-air. Three criteria get a third line for evidence.
const airs = [
  { air: "wide", rowPx: 130, padPx: 10, titleLine: 20, line: 15, titlePx: 226 },
  { air: "roomy", rowPx: 100, padPx: 10, titleLine: 20, line: 15, titlePx: 226 },
  { air: "close", rowPx: 85, padPx: 5, titleLine: 17, line: 13, titlePx: 226 },
  { air: "tight", rowPx: 75, padPx: 5, titleLine: 17, line: 13, titlePx: 256 },
] as const;

// Everything on the card but its rows, with two lines of reasons for the recommendation; each measured in the densest setting.
const aroundRows = 440;

/** The widest setting in which all rows, some of them taller than planned, stay on the page; without definitions if none does. */
function chooseAir(stage: LoopStage, paper: Paper): Pick<ScorecardModel, "air" | "definitions"> {
  const room = pageHeight(paper) - aroundRows;
  const count = stage.criteria.length;
  const height = (step: (typeof airs)[number], definitions: boolean): number =>
    stage.criteria.reduce((sum, { title, definition }) => {
      const width = step.titlePx - 16;
      const lines = definitions ? countBlockLines(`Questions 1, 2, 3. ${definition}`, "sans", 12, width) : 1;
      const text = countLines(title, "bold", 14, width) * step.titleLine + lines * step.line;
      return sum + Math.max(step.rowPx, step.padPx + text + 3);
    }, 0);
  const steps = airs.slice(Math.min(Math.max(0, count - fewestCriteria), airs.length - 1));
  for (const definitions of [true, false])
    for (const step of steps) if (height(step, definitions) <= room) return { air: step.air, definitions };
  return { air: "tight", definitions: false };
}
