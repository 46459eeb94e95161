// In: the loop. Out: the sheet of the meeting in which independent scorecards are compared: grid, consensus, decision.
// Weights are the role's own demand, in whole points of 100. What is summed up is named here; the reader of the PDF, or a person, sums.
import { type Criterion, competencyOf, type Loop, type RoleHead, stageTitlesFit } from "./loop.js";
import type { RatingBox } from "./question-page.js";
import { criterionField } from "./scorecard.js";
import { measure } from "./sheet.js";

export interface DebriefModel {
  role: RoleHead;
  fields: Record<"candidate" | "facilitator" | "date" | "present", string>;
  stages: { number: number; title: string; interviewer: string; recommendation: string }[];
  /** Stage titles head the columns; otherwise they are listed below. */
  named: boolean;
  rows: DebriefRow[];
  changes: { criterion: string; from: string; to: string; reason: string }[];
  decision: Record<"noHire" | "hire" | "open", RatingBox>;
  evidenceFor: string;
  evidenceAgainst: string;
  openQuestion: string;
  decidedBy: string;
  decidedOn: string;
  /** After the talk: total of weight × consensus, divided by the weights that have one. Beside it, the mean without any talk. */
  totals: Record<"points" | "weights" | "mean" | "independent", Sum>;
}

/** A blank that follows from others: `of` names the fields, a list per row, rows separated by semicolons, each with a weight. */
export interface Sum {
  name: string;
  calculate: "spread" | "mean" | "points" | "weight" | "weighted-mean";
  of: string;
  weights: string;
}

export interface DebriefRow {
  criterion: Criterion;
  weight: number;
  weighted: boolean;
  cells: { rated: boolean; field: string; detail: string }[];
  mean: Sum;
  spread: Sum;
  consensus: string;
  points: Sum;
}

// The columns of the grid that are no stage: criterion, weight, mean, spread, consensus, points.
const gridColumns = 160 + 46 + 2 * 46 + 2 * 66;
const gridGap = 6;

/** Composes the debrief sheet. */
export function composeDebrief(loop: Loop): DebriefModel {
  const rows = ratedRows(loop);
  const decision = (value: string): RatingBox => ({
    field: "debrief.decision",
    value,
    label: "",
    detail: "",
  });
  return {
    role: loop.role,
    fields: {
      candidate: "debrief.candidate",
      facilitator: "debrief.facilitator",
      date: "debrief.date",
      present: "debrief.present",
    },
    stages: loop.stages.map(({ name, id }) => ({
      number: name.number,
      title: name.title,
      interviewer: `${id}.interviewer`,
      recommendation: `${id}.recommendation`,
    })),
    named: stageTitlesFit(loop, measure - gridColumns, gridGap),
    rows,
    changes: [1, 2, 3, 4, 5].map((row) => ({
      criterion: `debrief.change-${row}.criterion`,
      from: `debrief.change-${row}.from`,
      to: `debrief.change-${row}.to`,
      reason: `debrief.change-${row}.reason`,
    })),
    decision: { noHire: decision("no-hire"), hire: decision("hire"), open: decision("open") },
    evidenceFor: "debrief.evidence-for",
    evidenceAgainst: "debrief.evidence-against",
    openQuestion: "debrief.open-question",
    decidedBy: "debrief.decided-by",
    decidedOn: "debrief.decided-on",
    totals: totalsOf(rows),
  };
}

function ratedRows(loop: Loop): DebriefRow[] {
  const { demand } = loop.input;
  const criteria = new Map<string, Criterion>();
  // A competency that one stage rates and another only hears counts as rated.
  for (const stage of loop.stages)
    for (const criterion of stage.criteria)
      if (!criteria.has(criterion.id) || criterion.heard === null) criteria.set(criterion.id, criterion);
  const weightOf = (id: string) =>
    demand.competencies.find(({ competency }) => competency === id)?.weight ?? 0;
  const ordered = [...criteria.values()].sort(
    (a, b) => Number(a.heard !== null) - Number(b.heard !== null) || weightOf(b.id) - weightOf(a.id),
  );
  const weights = points(ordered.map((criterion) => (criterion.heard === null ? weightOf(criterion.id) : 0)));
  return ordered.map((criterion, index) => {
    const weight = weights[index] ?? 0;
    const cells = loop.stages.map((stage) => ({
      rated: stage.criteria.some(({ id }) => id === criterion.id),
      field: `${criterionField(stage.id, criterion.id)}.rating`,
      detail: String(stage.name.number),
    }));
    const ratings = cells
      .filter(({ rated }) => rated)
      .map(({ field }) => field)
      .join(" ");
    const name = `debrief.${criterion.id}`;
    const consensus = `${name}.consensus`;
    return {
      criterion:
        criterion.heard === null
          ? { ...criterion, title: competencyOf(loop.input.bank, criterion.id).title }
          : criterion,
      weight,
      weighted: weight > 0,
      cells,
      mean: { name: `${name}.mean`, calculate: "mean", of: ratings, weights: "1" },
      spread: { name: `${name}.spread`, calculate: "spread", of: ratings, weights: "1" },
      consensus,
      points: { name: `${name}.points`, calculate: "points", of: consensus, weights: String(weight) },
    };
  });
}

function totalsOf(rows: readonly DebriefRow[]): DebriefModel["totals"] {
  const weighted = rows.filter((row) => row.weighted);
  const weights = weighted.map(({ weight }) => weight).join(" ");
  const total = (name: string, calculate: Sum["calculate"], of: string[]): Sum => ({
    name: `debrief.${name}`,
    calculate,
    of: of.join(";"),
    weights,
  });
  const consensus = weighted.map((row) => row.consensus);
  return {
    points: total("total-points", "points", consensus),
    weights: total("total-weights", "weight", consensus),
    mean: total("weighted-mean", "weighted-mean", consensus),
    independent: total(
      "weighted-mean-before",
      "weighted-mean",
      weighted.map(({ mean }) => mean.of),
    ),
  };
}

/** Whole points that add up to 100, by largest remainder; all zero when nothing has weight. */
export function points(weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return weights.map(() => 0);
  const exact = weights.map((weight) => (weight * 100) / total);
  const result = exact.map(Math.floor);
  const missing = 100 - result.reduce((sum, value) => sum + value, 0);
  const byRemainder = exact
    .map((value, index) => ({ index, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index);
  for (const { index } of byRemainder.slice(0, missing)) result[index] = (result[index] ?? 0) + 1;
  return result;
}
