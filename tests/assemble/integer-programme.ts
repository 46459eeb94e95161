// The same loops by another way: one 0/1 column for each question and stage (optimal test assembly, van der Linden), and HiGHS's
// own branch and bound. Slow on large banks; here to check the search over lineups, with which it shares prices and nothing else.
import load, { type Highs, type Model, type ModelData } from "highs";
import { type Candidates, coreQuestions, enemyPairs } from "../../src/assemble/candidates.js";
import type { LoopPlan } from "../../src/assemble/interview-plan.js";
import type { Choice, Placement } from "../../src/assemble/solve.js";
import type { Worth } from "../../src/assemble/worth.js";
import { compareText } from "../../src/document/diagnostic.js";

/** A decision: a whole number from 0 to `upper`. */
export interface Column {
  name: string;
  upper: number;
}

/** One product in a sum: a column by its index, and its whole-number factor. */
export type Term = readonly [column: number, factor: number];

/** A sum that must lie between two bounds; an absent bound does not bind. */
export interface Row {
  name: string;
  terms: Term[];
  atLeast?: number;
  atMost?: number;
}

export interface Programme {
  columns: Column[];
  rows: Row[];
  /** The sum to make as large as possible. */
  objective: Term[];
  /** Groups of columns that are zero in every proper solution. Only if there is no such
   * solution may they grow, each group as little as possible, the first group least of all. */
  concessions: number[][];
  /** Columns of which as few as possible are chosen: after every concession, before the objective. */
  avoided: number[];
}

export interface ProgrammeSolution {
  /** The value of each column, a whole number. */
  values: number[];
  objective: number;
  bound: number;
  proven: boolean;
}

export interface LoopModel {
  programme: Programme;
  read(values: readonly number[]): Choice;
}

/** Builds the programme. Columns and rows follow the order of stages and ids, so equal input gives an equal programme. */
export function modelLoop(
  candidates: Candidates,
  plan: LoopPlan,
  worth: Worth,
  avoid: ReadonlySet<string> = new Set(),
): LoopModel {
  const columns: Column[] = [];
  const rows: Row[] = [];
  const objective: Term[] = [];
  const column = (name: string, upper: number, value = 0): number => {
    columns.push({ name, upper });
    if (value !== 0) objective.push([columns.length - 1, value]);
    return columns.length - 1;
  };

  // Placements: "this question is asked in this stage".
  const placements: (Placement & { column: number })[] = [];
  const ofQuestion = new Map<string, number[]>();
  const ofSkill = new Map<string, number[]>();
  const ofCompetency = new Map<string, number[]>();
  /** The competencies whose questions ask about a skill. */
  const homesOf = new Map<string, Set<string>>();
  const ofStage: (Placement & { column: number })[][] = [];
  candidates.stages.forEach(({ stage, questions }, index) => {
    const here = questions.map((question) => ({
      question,
      stage: index,
      column: column(`ask ${question.id} in ${stage.id}`, 1, worth.question(question)),
    }));
    ofStage.push(here);
    placements.push(...here);
    for (const { question, column: own } of here) {
      append(ofQuestion, question.id, own);
      append(ofCompetency, question.competency, own);
      for (const skill of new Set(question.skills)) {
        append(ofSkill, skill, own);
        homesOf.set(skill, (homesOf.get(skill) ?? new Set()).add(question.competency));
      }
    }
  });

  // A stage has enough questions, not too many, and the time for them. Falling short is the first thing conceded.
  const shortfalls = candidates.stages.map(({ stage, questions }, index) => {
    const here = ofStage[index] ?? [];
    const least = Math.min(stage.questions.min, questions.length);
    const short = column(`questions short in ${stage.id}`, least);
    rows.push({
      name: `minutes of ${stage.id}`,
      terms: here.map((placed) => [placed.column, placed.question.minutes]),
      atMost: stage.split.questions,
    });
    const count: Term[] = here.map((placed) => [placed.column, 1]);
    rows.push({ name: `most questions of ${stage.id}`, terms: count, atMost: stage.questions.max });
    rows.push({ name: `fewest questions of ${stage.id}`, terms: [...count, [short, 1]], atLeast: least });
    return short;
  });

  // A coding interview without any coding would cover more skills in its minutes, and not be what its title says.
  const coreless = candidates.stages.map(({ stage, questions }, index) => {
    const wanted = new Set(coreQuestions(questions, stage, candidates.pins));
    const core = (ofStage[index] ?? []).filter((placed) => wanted.has(placed.question));
    if (core.length === 0) return undefined;
    const without = column(`no core question in ${stage.id}`, 1);
    rows.push({
      name: `core of ${stage.id}`,
      terms: [...ones(core.map((placed) => placed.column)), [without, 1]],
      atLeast: 1,
    });
    return without;
  });

  // What the loop rates. `rated` caps its questions, which also keeps every question to one stage: the sum over its
  // stages is one row, tighter than a row for each placement.
  const rated = new Map<string, number>();
  for (const competency of sortedKeys(ofCompetency)) {
    const own = column(`rate ${competency}`, 1, worth.rated.get(competency) ?? 0);
    rated.set(competency, own);
    rows.push({
      name: `${competency} is rated by a question`,
      terms: [...ones(ofCompetency.get(competency)), [own, -1]],
      atLeast: 0,
    });
  }
  for (const competency of sortedKeys(ofCompetency)) {
    const value = worth.ratedAtLevel.get(competency);
    const atLevel = placements.filter(
      ({ question }) => question.competency === competency && question.levelDistance === 0,
    );
    if (value === undefined || atLevel.length === 0) continue;
    const own = column(`rate ${competency} at the planned level`, 1, value);
    rows.push({
      name: `${competency} is rated at the planned level by a question`,
      terms: [...ones(atLevel.map((placed) => placed.column)), [own, -1]],
      atLeast: 0,
    });
    rows.push(
      onlyIf(`${competency} is rated where it is rated at the planned level`, own, [rated.get(competency)]),
    );
  }
  for (const question of candidates.questions) {
    const stages = ofQuestion.get(question.id);
    const competency = rated.get(question.competency);
    if (!stages || competency === undefined) continue;
    rows.push({
      name: `${question.id} is asked once and rates`,
      terms: [...ones(stages), [competency, -1]],
      atMost: 0,
    });
  }
  rows.push({
    name: "competencies of the loop",
    terms: ones([...rated.values()]),
    atMost: plan.competenciesPerLoop,
  });

  // What each stage rates: only where the stage's limit can bind or a second view is wanted.
  const seenIn = new Map<string, number[]>();
  candidates.stages.forEach(({ stage }, index) => {
    const here = ofStage[index] ?? [];
    const limited = stage.questions.max > plan.competenciesPerStage;
    const seen: number[] = [];
    for (const competency of [...new Set(here.map((placed) => placed.question.competency))].sort(
      compareText,
    )) {
      if (!limited && !worth.secondView.has(competency)) continue;
      const own = column(`see ${competency} in ${stage.id}`, 1);
      seen.push(own);
      append(seenIn, competency, own);
      const asked = here.filter((placed) => placed.question.competency === competency);
      rows.push({
        name: `${competency} is seen in ${stage.id} by a question`,
        terms: [...ones(asked.map((placed) => placed.column)), [own, -1]],
        atLeast: 0,
      });
      if (!limited) continue;
      for (const placed of asked) {
        rows.push({
          name: `${placed.question.id} shows ${competency} in ${stage.id}`,
          terms: [
            [placed.column, 1],
            [own, -1],
          ],
          atMost: 0,
        });
      }
    }
    if (limited)
      rows.push({
        name: `competencies of ${stage.id}`,
        terms: ones(seen),
        atMost: plan.competenciesPerStage,
      });
  });
  for (const [competency, value] of worth.secondView) {
    const seen = seenIn.get(competency) ?? [];
    const first = rated.get(competency);
    if (first === undefined || seen.length < 2) continue;
    const second = column(`rate ${competency} twice`, 1, value);
    rows.push({
      name: `${competency} is rated in two stages`,
      terms: [...ones(seen), [first, -1], [second, -1]],
      atLeast: 0,
    });
    rows.push(onlyIf(`${competency} is rated where it is rated twice`, second, [first]));
  }

  // What is asked directly.
  for (const skill of sortedKeys(ofSkill)) {
    const value = worth.asked.get(skill);
    if (value === undefined) continue;
    const own = column(`ask about ${skill}`, 1, value);
    rows.push({
      name: `${skill} is asked about`,
      terms: [...ones(ofSkill.get(skill)), [own, -1]],
      atLeast: 0,
    });
    rows.push(
      onlyIf(
        `${skill} is asked about where its competency is rated`,
        own,
        [...(homesOf.get(skill) ?? [])].sort(compareText).map((competency) => rated.get(competency)),
      ),
    );
  }

  for (const [one, other] of enemyPairs(candidates.questions)) {
    const both = [...(ofQuestion.get(one.id) ?? []), ...(ofQuestion.get(other.id) ?? [])];
    rows.push({ name: `${one.id} and ${other.id} are enemies`, terms: ones(both), atMost: 1 });
  }

  // Pins hold; when they cannot all hold, as few as possible are left out.
  const pins = candidates.pins.map(({ question }) => {
    const leftOut = column(`leave out the pin ${question.id}`, 1);
    rows.push({
      name: `${question.id} is pinned`,
      terms: [...ones(ofQuestion.get(question.id)), [leftOut, 1]],
      atLeast: 1,
    });
    return { question, column: leftOut };
  });

  return {
    programme: {
      columns,
      rows,
      objective,
      concessions: [
        pins.map((pin) => pin.column),
        [...shortfalls, ...coreless.filter((own) => own !== undefined)],
      ],
      avoided: placements.filter(({ question }) => avoid.has(question.id)).map((placed) => placed.column),
    },
    read: (values) => ({
      placements: placements
        .filter((placed) => values[placed.column] === 1)
        .map(({ question, stage }) => ({ question, stage })),
      pinsLeftOut: pins.filter((pin) => values[pin.column] === 1).map((pin) => pin.question),
      shortfalls: shortfalls.map((own) => values[own] ?? 0),
      coreless: coreless.map((own) => own !== undefined && values[own] === 1),
    }),
  };
}

/**
 * An achievement needs one of its conditions. Whole solutions obey this without the row; fractions of solutions do not, and
 * a bound that may not rate a quarter of a competency and count all of its worth is proven many times sooner.
 */
function onlyIf(name: string, achieved: number, conditions: readonly (number | undefined)[]): Row {
  return {
    name,
    terms: [...ones(conditions.filter((own) => own !== undefined)), [achieved, -1]],
    atLeast: 0,
  };
}

function append<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

function sortedKeys(map: ReadonlyMap<string, unknown>): string[] {
  return [...map.keys()].sort(compareText);
}

function ones(columns: readonly number[] = []): Term[] {
  return columns.map((own) => [own, 1]);
}

/** Solves the programme. Without a solution, the time was over before the first one was found. */
export async function solveProgramme(
  programme: Programme,
  timeLimitMs: number,
): Promise<ProgrammeSolution | undefined> {
  const highs = await (load as unknown as () => Promise<Highs>)();
  const deadline = performance.now() + timeLimitMs;
  return highs.withModel((model) => {
    model.options.set({
      output_flag: false,
      random_seed: 0,
      // Every factor in every goal is a whole number, so a bound less than 1 away proves that nothing is better.
      mip_rel_gap: 0,
      mip_abs_gap: 0.999,
    });
    model.passModel(modelData(highs, programme));
    const run = (): "optimal" | "stopped" | "none" | "infeasible" => {
      model.zeroAllClocks();
      model.options.set("time_limit", Math.max(0.05, (deadline - performance.now()) / 1000));
      const status = model.run().modelStatus;
      const { modelStatus, solutionStatus } = highs.constants;
      if (status === modelStatus.optimal) return "optimal";
      if (status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible)
        return "infeasible";
      return model.info.get("primal_solution_status") === solutionStatus.feasible ? "stopped" : "none";
    };

    let proven = true;
    /** As little of a group as possible, and no more from now on. */
    const keepFew = (group: readonly number[]): ReturnType<typeof run> => {
      setObjective(
        model,
        programme,
        group.map((column) => [column, -1]),
      );
      const result = run();
      if (result === "none" || result === "infeasible") return result;
      proven &&= result === "optimal";
      const least = whole(model.getObjectiveValue());
      model.addRow(least, highs.infinity, { indices: [...group], values: group.map(() => -1) });
      return result;
    };
    /** The goals below the concessions, in their order. */
    const reachGoals = (): ReturnType<typeof run> => {
      if (programme.avoided.length === 0) return run();
      const few = keepFew(programme.avoided);
      if (few === "none" || few === "infeasible") return few;
      setObjective(model, programme, programme.objective);
      return run();
    };

    // First without any concession, which is nearly always possible and the fastest.
    let outcome = reachGoals();
    if (outcome === "infeasible") {
      programme.concessions.forEach((_, index) => {
        for (const column of programme.concessions[index] ?? []) free(model, programme, column);
      });
      for (const group of programme.concessions) {
        if (group.length === 0) continue;
        const few = keepFew(group);
        if (few === "none" || few === "infeasible") return undefined;
      }
      setObjective(model, programme, programme.objective);
      outcome = reachGoals();
    }
    if (outcome === "none" || outcome === "infeasible") return undefined;
    const values = Array.from(model.getSolution().colValue, whole);
    const objective = whole(model.getObjectiveValue());
    // The proven bound of a programme in whole numbers is a whole number; 1e-6 forgives the last digits of a double.
    const bound =
      outcome === "optimal"
        ? objective
        : Math.max(objective, Math.floor(Number(model.info.get("mip_dual_bound")) + 1e-6));
    return { values, objective, bound, proven: proven && bound === objective };
  });
}

function modelData(highs: Highs, { columns, rows, objective, concessions }: Programme): ModelData {
  const fixed = new Set(concessions.flat());
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const row of rows) {
    for (const [column, factor] of row.terms) {
      indices.push(column);
      values.push(factor);
    }
    starts.push(indices.length);
  }
  return {
    numCols: columns.length,
    numRows: rows.length,
    sense: highs.constants.objectiveSense.maximize,
    colCost: costs(columns.length, objective),
    colLower: columns.map(() => 0),
    colUpper: columns.map((column, index) => (fixed.has(index) ? 0 : column.upper)),
    rowLower: rows.map((row) => row.atLeast ?? -highs.infinity),
    rowUpper: rows.map((row) => row.atMost ?? highs.infinity),
    matrix: { format: "csr", numRows: rows.length, numCols: columns.length, starts, indices, values },
    integrality: columns.map(() => highs.constants.variableType.integer),
  };
}

function costs(count: number, objective: readonly Term[]): number[] {
  const all = new Array<number>(count).fill(0);
  for (const [column, factor] of objective) all[column] = factor;
  return all;
}

function setObjective(model: Model, programme: Programme, objective: readonly Term[]): void {
  costs(programme.columns.length, objective).forEach((cost, column) => {
    model.changeColCost(column, cost);
  });
}

function free(model: Model, programme: Programme, column: number): void {
  model.changeColBounds(column, 0, programme.columns[column]?.upper ?? 0);
}

function whole(value: number): number {
  return Math.round(value);
}
