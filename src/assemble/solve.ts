// In: an integer programme and a time limit. Out: its best solution with the proven bound, found by HiGHS.
// The solver is WebAssembly: loaded on first use, once per process, one thread, one seed, so equal programmes give equal answers.
import type { Highs, Model, ModelData } from "highs";
import { KitError } from "../document/diagnostic.js";
import type { Programme, Term } from "./programme.js";

export interface Solution {
  /** The value of each column, a whole number. */
  values: number[];
  objective: number;
  /** No solution is better than this. */
  bound: number;
  /** Whether nothing better exists: the bound is reached, and no concession was larger than it must be. */
  proven: boolean;
}

// The package's types describe its CommonJS face, where `default` is the module; in an ES module it is the loader itself.
type Loader = () => Promise<Highs>;

let loading: Promise<Highs> | undefined;

async function loadSolver(): Promise<Highs> {
  // Imported here and not above: most commands never plan a loop, and compiling 3.5 MB takes time.
  loading ??= import("highs").then((module) => (module.default as unknown as Loader)());
  try {
    return await loading;
  } catch (error) {
    loading = undefined;
    throw new KitError(
      "solver-not-loaded",
      `the planning solver could not be loaded: ${error instanceof Error ? error.message : String(error)}`,
      "Run npm ci again; the package highs may be incomplete.",
    );
  }
}

/** Solves the programme. Without a solution, the time was over before the first one was found. */
export async function solve(programme: Programme, timeLimitMs: number): Promise<Solution | undefined> {
  const highs = await loadSolver();
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
