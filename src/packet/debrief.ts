// In: the loop. Out: the sheet of the meeting in which independent scorecards are compared: grid, consensus, decision.
// Weights are the role's own demand, in whole points of 100; nothing here adds up ratings of people.
import { type Criterion, competencyOf, type Loop, type RoleHead, stageTitlesFit } from "./loop.js";
import type { Paper } from "./packet.js";
import type { RatingBox } from "./question-page.js";
import { measure, pageHeight } from "./sheet.js";

export interface DebriefModel {
  role: RoleHead;
  fields: Record<"candidate" | "facilitator" | "date" | "present", string>;
  stages: { number: number; title: string; interviewer: string; recommendation: string; alone: string }[];
  /** Stage titles head the columns; otherwise they are listed below. */
  named: boolean;
  rows: DebriefRow[];
  air: "roomy" | "close" | "tight";
  changes: { criterion: string; from: string; to: string; reason: string }[];
  decision: Record<"noHire" | "hire" | "open", RatingBox>;
  evidenceFor: string;
  evidenceAgainst: string;
  openQuestion: string;
  conditions: string;
  decidedBy: string;
  decidedOn: string;
  total: string;
}

export interface DebriefRow {
  criterion: Criterion;
  weight: number;
  weighted: boolean;
  cells: { rated: boolean; field: string; detail: string }[];
  spread: string;
  consensus: string;
}

// The columns of the grid that are no stage: criterion, weight, spread, consensus.
const gridColumns = 160 + 60 + 60 + 70;

/** Composes the debrief sheet. */
export function composeDebrief(loop: Loop): DebriefModel {
  const rows = ratedRows(loop);
  const decision = (value: string): RatingBox => ({ field: "decision", value, label: "", detail: "" });
  return {
    role: loop.role,
    fields: { candidate: "candidate", facilitator: "facilitator", date: "date", present: "present" },
    stages: loop.stages.map(({ name, key }) => ({
      number: name.number,
      title: name.title,
      interviewer: `${key}-interviewer`,
      recommendation: `${key}-recommendation`,
      alone: `${key}-alone`,
    })),
    named: stageTitlesFit(loop, measure - gridColumns),
    rows,
    air: airFor(rows.length, loop.input.options.paper),
    changes: [1, 2, 3, 4, 5].map((row) => ({
      criterion: `change-${row}-criterion`,
      from: `change-${row}-from`,
      to: `change-${row}-to`,
      reason: `change-${row}-reason`,
    })),
    decision: { noHire: decision("no-hire"), hire: decision("hire"), open: decision("open") },
    evidenceFor: "evidence-for",
    evidenceAgainst: "evidence-against",
    openQuestion: "open-question",
    conditions: "conditions",
    decidedBy: "decided-by",
    decidedOn: "decided-on",
    total: "weighted-mean",
  };
}

// Everything on the page of ratings but their rows.
const aroundRatings = 470;

/** The widest rows that stay on one page. */
function airFor(rows: number, paper: Paper): DebriefModel["air"] {
  const rowPx = (pageHeight(paper) - aroundRatings) / rows;
  if (rowPx >= 40) return "roomy";
  return rowPx >= 35 ? "close" : "tight";
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
    return {
      criterion:
        criterion.heard === null
          ? { ...criterion, title: competencyOf(loop.input.bank, criterion.id).title }
          : criterion,
      weight,
      weighted: weight > 0,
      cells: loop.stages.map((stage) => ({
        rated: stage.criteria.some(({ id }) => id === criterion.id),
        field: `${criterion.id}-${stage.key}`,
        detail: String(stage.name.number),
      })),
      spread: `${criterion.id}-spread`,
      consensus: `${criterion.id}-consensus`,
    };
  });
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
