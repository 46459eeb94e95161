// In: a loop by numbers, a goal and limits. Out: the linear programme over its stages' lineups, solved for any part of the search.
// Lineups are found as they are needed (column generation): of millions, a few hundred decide.
import type { Highs, Model } from "highs";
import { type LineupPrices, lineupFinder } from "./best-lineups.js";
import type { Goal, Limits } from "./goal.js";
import type { IndexedLoop, IndexedQuestion, IndexedStage } from "./indexed-loop.js";
import { layRows, lineupColumn, type Row } from "./lineup-rows.js";

/** One thing that a part of the search takes for granted. `stage` counts the loop's stages. */
export type Decision =
  | { about: "rated" | "atLevel" | "secondView"; index: number; holds: boolean }
  | { about: "placed"; stage: number; index: number; holds: boolean };

/** What is known about the loops that keep a list of decisions. */
export interface Relaxed {
  /** None of them reaches more. */
  bound: number;
  /** How far each thing holds in the best mixture of lineups, 0 to 1, by competency index. */
  rated: number[];
  atLevel: number[];
  secondView: number[];
  /** By stage: each question that is asked at all, by its index. */
  placed: Map<number, number>[];
  /** By stage: how far it has no lineup. More than nothing only where no lineups keep the decisions and the limits, or hardly. */
  missing: number[];
  /** The time was over before all lineups were found that matter: the bound holds, but is not the least, and nothing else can be built on. */
  late: boolean;
}

export interface LineupProgramme {
  /** Bounds the loops that keep the decisions: exactly, or by less than `enough`, or as far as it came until `end` (on the clock of `performance.now()`). */
  relax(decisions: readonly Decision[], enough: number, end: number): Relaxed;
  /** Good lineups for all stages among those found so far, by an integer programme that takes so many seconds at most; they may break a limit. */
  choose(seconds: number): number[][];
}

/** A lineup in the programme. `open`: no decision rules it out at present. */
interface Entry {
  stage: number;
  questions: readonly number[];
  column: number;
  open: boolean;
}

const lineupsPerStage = 4;
// How hard good lineups are looked for among the known ones, when the time is over. Counted, and content with little: the seconds
// that are given are for a programme that would not end.
const choiceNodes = 100;
const choiceGap = 0.03;
// Below this a price or a share is noise of the solver's.
const noise = 1e-6;

export function openProgramme(
  highs: Highs,
  model: Model,
  loop: IndexedLoop,
  goal: Goal,
  limits: Limits,
): LineupProgramme {
  const { questions, stages, competencies } = loop;
  const infinity = highs.infinity;
  const question = (index: number): IndexedQuestion => questions[index] as IndexedQuestion;
  const laid = layRows(loop, goal, limits);
  const { cost, rows, standsIn, decisive, rated, atLevel, secondView, oneLineup, seen, views, levels } = laid;
  const { askedBy, ownRows, lackRow } = laid;
  const ratedOf = (index: number): number => rated[question(index).competency] as number;
  const structural = cost.length;
  const starts = [0];
  for (const { terms } of rows) starts.push((starts.at(-1) ?? 0) + terms.length);
  model.passModel({
    numCols: structural,
    numRows: rows.length,
    sense: highs.constants.objectiveSense.maximize,
    colCost: cost,
    colLower: cost.map(() => 0),
    colUpper: cost.map(() => 1),
    rowLower: rows.map((one) => one.atLeast),
    rowUpper: rows.map((one) => one.atMost),
    matrix: {
      format: "csr",
      numRows: rows.length,
      numCols: structural,
      starts,
      indices: rows.flatMap(({ terms }) => terms.map(([own]) => own)),
      values: rows.flatMap(({ terms }) => terms.map(([, factor]) => factor)),
    },
  });

  const finders = stages.map((stage) => lineupFinder(loop, stage));
  const entries: Entry[] = [];
  const known = new Set<string>();
  const limited = new Set<string>();

  const add = (stage: number, lineup: readonly number[]): boolean => {
    const key = `${stage} ${lineup.join(" ")}`;
    if (known.has(key)) return false;
    known.add(key);
    const { value, factors } = lineupColumn(loop, goal, laid, stage, lineup);
    model.addCol(value, 0, infinity, {
      indices: factors.map(([row]) => row),
      values: factors.map(([, factor]) => factor),
    });
    entries.push({ stage, questions: lineup, column: structural + entries.length, open: true });
    return true;
  };

  /** Rows for questions asked twice and for enemies: added only where a mixture of lineups breaks them. */
  const addLimits = (placed: readonly Map<number, number>[], colValue: Float64Array): boolean => {
    const shares = new Map<number, number>();
    for (const here of placed) {
      for (const [index, share] of here) shares.set(index, (shares.get(index) ?? 0) + share);
    }
    const broken = [...shares]
      .filter(([index, share]) => share > (colValue[ratedOf(index)] ?? 0) + noise)
      .map(([index]) => [index])
      .sort(([a = 0], [b = 0]) => a - b);
    for (const pair of loop.enemies) {
      if ((shares.get(pair[0]) ?? 0) + (shares.get(pair[1]) ?? 0) > 1 + noise) broken.push(pair);
    }
    let added = false;
    for (const members of broken) {
      if (limited.has(members.join(" "))) continue;
      limited.add(members.join(" "));
      added = true;
      const terms: Row["terms"] = [];
      // At most once, and not at all where its competency is not rated; the same for enemies of one competency.
      const [home, ...others] = new Set(members.map(ratedOf));
      if (home !== undefined && others.length === 0) terms.push([home, -1]);
      const atMost = 1 - terms.length;
      const own = rows.push({ atLeast: -infinity, atMost, terms: [] }) - 1;
      for (const [cap, factor] of terms) standsIn[cap]?.push([own, factor]);
      for (const entry of entries) {
        const hits = members.filter((index) => entry.questions.includes(index)).length;
        if (hits > 0) terms.push([entry.column, hits]);
      }
      model.addRow(-infinity, atMost, {
        indices: terms.map(([at]) => at),
        values: terms.map(([, factor]) => factor),
      });
      for (const member of members) ownRows[member]?.push(own);
    }
    return added;
  };

  const run = (): void => {
    const { optimal } = highs.constants.modelStatus;
    if (model.run().modelStatus === optimal) return;
    // It always has a solution. Where the solver has lost its way from the last one, it starts afresh.
    model.clearSolver();
    const { modelStatus } = model.run();
    if (modelStatus !== optimal) throw new Error(`the planning solver ended with status ${modelStatus}`);
  };

  /** Sets the programme to a part of the search. */
  const keep = (decisions: readonly Decision[]) => {
    /** By stage, then question: 1 if it may not be asked there. */
    const closed = stages.map(() => new Uint8Array(questions.length));
    const musts: number[][] = stages.map(() => []);
    const prices = cost.slice();
    const most = cost.map(() => 1);
    // What must hold is paid so well that nothing goes before it; this is taken off the bound again.
    let granted = 0;
    for (const { holds, ...decision } of decisions) {
      const { about, index } = decision;
      if (about === "placed") {
        if (!holds) {
          (closed[decision.stage] as Uint8Array)[index] = 1;
          continue;
        }
        musts[decision.stage]?.push(index);
        const enemies = loop.enemies.filter((pair) => pair.includes(index)).flat();
        for (const [at, own] of closed.entries()) {
          if (at !== decision.stage) own[index] = 1;
          for (const enemy of enemies) if (enemy !== index) own[enemy] = 1;
        }
        continue;
      }
      const own = { rated, atLevel, secondView }[about][index] as number;
      if (holds) {
        prices[own] = (prices[own] ?? 0) + decisive;
        granted += decisive;
        continue;
      }
      most[own] = 0;
      if (about === "secondView") continue;
      for (const [at, one] of questions.entries()) {
        if (one.competency !== index || (about === "atLevel" && !one.atLevel)) continue;
        for (const here of closed) here[at] = 1;
      }
    }
    for (let own = 0; own < structural; own++) {
      model.changeColCost(own, prices[own] ?? 0);
      model.changeColBounds(own, 0, most[own] ?? 1);
    }
    for (const entry of entries) {
      const open =
        entry.questions.every((index) => closed[entry.stage]?.[index] === 0) &&
        (musts[entry.stage] ?? []).every((index) => entry.questions.includes(index));
      if (open === entry.open) continue;
      entry.open = open;
      model.changeColBounds(entry.column, 0, open ? infinity : 0);
    }
    return { closed, musts, prices, most, granted };
  };

  return {
    choose(seconds) {
      keep([]);
      const { integer } = highs.constants.variableType;
      for (const entry of entries) model.changeColIntegrality(entry.column, integer);
      model.options.set({ mip_max_nodes: choiceNodes, mip_rel_gap: choiceGap, time_limit: seconds });
      model.zeroAllClocks();
      model.run();
      const found = model.info.get("primal_solution_status") === highs.constants.solutionStatus.feasible;
      const { colValue } = found ? model.getSolution() : { colValue: new Float64Array() };
      model.clearIntegrality();
      model.clearSolver();
      model.options.set({ time_limit: 1e9 });
      return stages.map((_, stage) => {
        const chosen = entries.find((one) => one.stage === stage && (colValue[one.column] ?? 0) > 0.5);
        return [...(chosen?.questions ?? [])];
      });
    },
    relax(decisions, enough, end) {
      const { closed, musts, prices, most, granted } = keep(decisions);
      const shares = (of: readonly (number | undefined)[], colValue: Float64Array): number[] =>
        of.map((own) => (own === undefined ? 0 : (colValue[own] ?? 0)));
      let bound = Number.POSITIVE_INFINITY;
      for (;;) {
        run();
        const { colValue, rowDual } = model.getSolution();
        const placed = stages.map(() => new Map<number, number>());
        for (const { stage, column: own, questions: lineup } of entries) {
          const share = colValue[own] ?? 0;
          if (share <= noise) continue;
          for (const index of lineup) placed[stage]?.set(index, (placed[stage]?.get(index) ?? 0) + share);
        }
        if (addLimits(placed, colValue)) continue;

        // A bound holds for any prices of the right sign (Lagrange), so it owes nothing to the solver's tolerances.
        const dual = rows.map(({ atLeast, atMost }, index) => {
          const own = rowDual[index] ?? 0;
          return (own > 0 && atMost === infinity) || (own < 0 && atLeast === -infinity) ? 0 : own;
        });
        const at = (index: number | undefined): number => (index === undefined ? 0 : (dual[index] ?? 0));
        let reached = -granted;
        for (const [index, { atLeast, atMost }] of rows.entries()) {
          const own = at(index);
          if (own !== 0 && index >= stages.length) reached += own * (own > 0 ? atMost : atLeast);
        }
        for (let own = stages.length; own < structural; own++) {
          let left = prices[own] ?? 0;
          for (const [index, factor] of standsIn[own] ?? []) left -= factor * at(index);
          if (left > 0) reached += left * (most[own] ?? 1);
        }

        const asking = questions.map(({ skills: own }, index) => {
          let value = goal.question[index] ?? 0;
          for (const skill of own) value -= at(askedBy[skill]);
          for (const into of ownRows[index] ?? []) value -= at(into);
          return value;
        });
        const linePrices: LineupPrices = {
          question: new Float64Array(questions.length),
          competency: new Float64Array(competencies.length),
          atLevel: Float64Array.from(levels, (own) => Math.max(0, -at(own))),
          ...(limits.conceded && { lacking: goal.lacking - at(lackRow) }),
        };
        let better = false;
        for (const [stage, find] of finders.entries()) {
          for (const [index, value] of asking.entries()) {
            linePrices.question[index] = closed[stage]?.[index] === 1 ? Number.NEGATIVE_INFINITY : value;
          }
          for (const [competency, into] of seen[stage] ?? []) {
            linePrices.competency[competency] = -at(into) - at(views[competency]);
          }
          const own = musts[stage] ?? [];
          const must = own.length === 0 ? 0 : farAbove(linePrices, stages[stage] as IndexedStage);
          for (const index of own) linePrices.question[index] = (linePrices.question[index] ?? 0) + must;
          const found = find(linePrices, lineupsPerStage);
          const top = (found[0]?.value ?? Number.NEGATIVE_INFINITY) - own.length * must;
          reached += Math.max(-decisive, top);
          for (const { value, questions: lineup } of found) {
            const gain = value - own.length * must - at(oneLineup[stage]);
            if (gain > noise && add(stage, lineup)) better = true;
          }
        }
        bound = Math.min(bound, reached);
        const late = better && bound >= enough && performance.now() > end;
        if (better && bound >= enough && !late) continue;
        return {
          bound,
          rated: shares(rated, colValue),
          atLevel: shares(atLevel, colValue),
          secondView: shares(secondView, colValue),
          placed,
          missing: stages.map((_, stage) => colValue[stage] ?? 0),
          late,
        };
      }
    },
  };
}

/** More than two lineups of a stage can differ by at these prices: a bonus that no lineup without it makes up for. */
function farAbove(
  { question, competency, atLevel, lacking: lack = 0 }: LineupPrices,
  stage: IndexedStage,
): number {
  const largest = (prices: Float64Array): number =>
    prices.reduce((most, price) => (Number.isFinite(price) ? Math.max(most, Math.abs(price)) : most), 0);
  const perQuestion = largest(question) + largest(competency) + largest(atLevel);
  return 1 + 2 * (stage.most * perQuestion + (stage.fewest + 1) * Math.abs(lack));
}
