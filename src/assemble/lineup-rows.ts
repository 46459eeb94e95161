// In: a loop by numbers, a goal and limits. Out: the rows and columns of the programme over lineups, before it has any lineup.
// One column for each thing that a loop can achieve; the rows tie it to what the lineups ask. Solves nothing.
import { type Goal, type Limits, lacking } from "./goal.js";
import type { IndexedLoop, IndexedQuestion, IndexedStage } from "./indexed-loop.js";

export interface Row {
  atLeast: number;
  atMost: number;
  terms: [column: number, factor: number][];
}

/** Columns and rows by their indices; absent where the goal has no price for it. Each column lies between 0 and 1. */
export interface LoopRows {
  cost: number[];
  rows: Row[];
  /** By column: the rows that it stands in. */
  standsIn: [row: number, factor: number][][];
  /** More than the goal can reach: what costs or brings so much is never, or always, part of a solution. */
  decisive: number;
  /** Columns by competency. */
  rated: number[];
  atLevel: (number | undefined)[];
  secondView: (number | undefined)[];
  /** Rows by stage: that it has one lineup. Row and column of a stage have its index; the column is that it has none. */
  oneLineup: number[];
  /** Rows by stage and competency: what a lineup rates, the loop rates. */
  seen: Map<number, number>[];
  /** Rows by competency: what the loop rates, in one stage or two, lineups do. */
  views: number[];
  levels: (number | undefined)[];
  /** Rows by skill: what is asked about, lineups ask about. */
  askedBy: (number | undefined)[];
  /** By question: the rows of pins and limits that it counts in. */
  ownRows: number[][];
  lackRow: number | undefined;
}

const infinity = Number.POSITIVE_INFINITY;

export function layRows(loop: IndexedLoop, goal: Goal, limits: Limits): LoopRows {
  const { questions, stages, skills } = loop;
  const range = goal.highest - goal.lowest + 1;
  const decisive = range * (1 + stages.reduce((most, { fewest }) => Math.max(most, fewest + 1), 0));
  const cost: number[] = [];
  const rows: Row[] = [];
  const column = (value: number): number => cost.push(value) - 1;
  const row = (atLeast: number, atMost: number, terms: Row["terms"] = []): number =>
    rows.push({ atLeast, atMost, terms }) - 1;
  // First, one column for each stage: that it has no lineup, which never happens.
  const oneLineup = stages.map(() => row(1, 1, [[column(-decisive), 1]]));
  const rated = goal.competencies.map((prices) => column(prices.rated));
  const seen = stages.map(
    ({ groups }) =>
      new Map(
        groups.map(({ competency }) => [competency, row(-infinity, 0, [[rated[competency] as number, -1]])]),
      ),
  );
  const secondView = goal.competencies.map((prices, index) =>
    prices.secondView > 0 && seen.filter((here) => here.has(index)).length > 1
      ? column(prices.secondView)
      : undefined,
  );
  const views = rated.map((own, index) => {
    const second = secondView[index];
    return row(0, infinity, [[own, -1], ...(second === undefined ? [] : [[second, -1] as [number, number]])]);
  });
  const atLevel = goal.competencies.map((prices, index) =>
    prices.atLevel > 0 && questions.some((one) => one.competency === index && one.atLevel)
      ? column(prices.atLevel)
      : undefined,
  );
  const levels = atLevel.map((own) => (own === undefined ? undefined : row(0, infinity, [[own, -1]])));
  for (const [index, own] of rated.entries()) {
    for (const other of [secondView[index], atLevel[index]]) {
      if (other !== undefined)
        row(0, infinity, [
          [own, 1],
          [other, -1],
        ]);
    }
  }
  const askedBy = skills.map(({ homes }, index) => {
    const value = goal.asked[index] ?? 0;
    if (value === 0) return undefined;
    const own = column(value);
    // Half a rating does not bring all of its skills.
    row(0, infinity, [[own, -1], ...homes.map((home): [number, number] => [rated[home] as number, 1])]);
    return row(0, infinity, [[own, -1]]);
  });
  row(
    -infinity,
    loop.competenciesPerLoop,
    rated.map((own) => [own, 1]),
  );

  // By question: the rows that each of its placements counts in.
  const ownRows: number[][] = questions.map(() => []);
  const leftOut: number[] = [];
  for (const pin of loop.pins) {
    const terms: Row["terms"] = [[column(-decisive), 1]];
    if (limits.conceded) {
      leftOut.push(column(goal.pinLeftOut));
      terms.push([leftOut.at(-1) as number, 1]);
    }
    ownRows[pin]?.push(row(1, infinity, terms));
  }
  if (limits.conceded)
    row(
      -infinity,
      limits.conceded.pinsLeftOut,
      leftOut.map((own) => [own, 1]),
    );
  const lackRow = limits.conceded && row(-infinity, limits.conceded.lacking);
  if (limits.avoided) {
    const own = row(-infinity, limits.avoided.most);
    for (const index of limits.avoided.questions) ownRows[index]?.push(own);
  }

  const standsIn: LoopRows["standsIn"] = cost.map(() => []);
  for (const [index, { terms }] of rows.entries()) {
    for (const [own, factor] of terms) standsIn[own]?.push([index, factor]);
  }
  return {
    cost,
    rows,
    standsIn,
    decisive,
    rated,
    atLevel,
    secondView,
    oneLineup,
    seen,
    views,
    levels,
    askedBy,
    ownRows,
    lackRow,
  };
}

/** A lineup as a column: what it brings by itself, and how often it counts in each row, by row. */
export function lineupColumn(
  loop: IndexedLoop,
  goal: Goal,
  laid: LoopRows,
  stage: number,
  lineup: readonly number[],
): { value: number; factors: [row: number, factor: number][] } {
  const factors = new Map<number, number>();
  const count = (into: number | undefined, factor = 1): void => {
    if (into !== undefined && factor !== 0) factors.set(into, (factors.get(into) ?? 0) + factor);
  };
  const lack = lacking(loop.stages[stage] as IndexedStage, lineup);
  const own = lineup.map((index) => loop.questions[index] as IndexedQuestion);
  count(laid.oneLineup[stage]);
  count(laid.lackRow, lack);
  for (const competency of new Set(own.map((one) => one.competency))) {
    count(laid.seen[stage]?.get(competency));
    count(laid.views[competency]);
  }
  for (const competency of new Set(own.filter((one) => one.atLevel).map((one) => one.competency))) {
    count(laid.levels[competency]);
  }
  for (const one of own) for (const skill of one.skills) count(laid.askedBy[skill]);
  for (const index of lineup) for (const into of laid.ownRows[index] ?? []) count(into);
  return {
    value: lineup.reduce((sum, index) => sum + (goal.question[index] ?? 0), goal.lacking * lack),
    factors: [...factors].sort(([a], [b]) => a - b),
  };
}
