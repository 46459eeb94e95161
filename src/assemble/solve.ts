// In: candidates, prices, the plan's limits and a time limit. Out: the best loop with its proven bound.
// Goals in order: no concession, or as few as possible; then as little in common with other openings; then the most worth.
// HiGHS is WebAssembly: loaded on first use, once per process, one thread, one seed, so that equal input gives an equal loop.
import type { Highs } from "highs";
import { KitError } from "../document/diagnostic.js";
import type { EligibleQuestion } from "../match/demand.js";
import type { Candidates } from "./candidates.js";
import {
  fewestAvoided,
  fewestConcessions,
  type Goal,
  type Limits,
  lacking,
  pinsLeftOut,
  worthiest,
} from "./goal.js";
import { type IndexedLoop, indexLoop } from "./indexed-loop.js";
import type { LoopPlan } from "./interview-plan.js";
import { type Found, searchLineups } from "./search-lineups.js";
import type { Worth } from "./worth.js";

/** A question at a stage, by the stage's index in the plan. */
export interface Placement {
  question: EligibleQuestion;
  stage: number;
}

/** The loop that was found, and what had to be given up for it. */
export interface Choice {
  placements: Placement[];
  /** Pins that had to be given up, by id. */
  pinsLeftOut: EligibleQuestion[];
  /** How many questions each stage has fewer than its plan wants, by the stage's index. */
  shortfalls: number[];
  /** Whether each stage lacks a question of its core kinds although there are some, by the stage's index. */
  coreless: boolean[];
}

export interface Solution extends Choice {
  objective: number;
  /** No loop with so few concessions is worth more than this. */
  bound: number;
  /** Whether nothing better exists: the bound is reached, and no concession was larger than it must be. */
  proven: boolean;
  /** Whether the time was over before it was known how few concessions it takes. */
  hurried: boolean;
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

export interface SolveOptions {
  timeLimitMs: number;
  patience: number;
  /** What a first bound, and the choice of a loop from what it found, may take beyond that: half of it, at least 10 s, if not said. */
  leewayMs?: number;
}

/** Long enough for the first bound of a usual loop on a slow machine. */
const usualLeewayMs = 10_000;

/** Finds the best loop. Without a solution, the time was over before the first one was found; one that may leave out what it must is found at once. */
export async function solve(
  candidates: Candidates,
  plan: LoopPlan,
  worth: Worth,
  avoid: ReadonlySet<string>,
  { timeLimitMs, patience, leewayMs = Math.max(usualLeewayMs, timeLimitMs / 2) }: SolveOptions,
): Promise<Solution | undefined> {
  const highs = await loadSolver();
  const effort = { deadline: performance.now() + timeLimitMs, leewayMs, patience };
  const loop = indexLoop(candidates, plan, worth);
  const avoided = new Set(
    loop.questions.flatMap(({ question }, index) => (avoid.has(question.id) ? [index] : [])),
  );
  let proven = true;
  const search = (goal: Goal, limits: Limits, known?: number[][]): ReturnType<typeof searchLineups> => {
    const found = searchLineups(highs, loop, goal, limits, effort, known);
    if (typeof found === "object") proven &&= found.bound === found.objective;
    return found;
  };
  /** The goals below the concessions, in their order. */
  const reachGoals = (limits: Limits, known?: number[][]): ReturnType<typeof searchLineups> => {
    if (avoided.size === 0) return search(worthiest(loop), limits, known);
    const few = search(fewestAvoided(loop, avoided), limits, known);
    if (typeof few === "string") return few;
    const most = -few.objective;
    return search(worthiest(loop), { ...limits, avoided: { questions: avoided, most } }, few.lineups);
  };

  // First without any concession, which is nearly always possible and the fastest.
  let found = reachGoals({});
  let hurried = found === "late";
  if (hurried) proven = false;
  if (typeof found === "string") {
    const all = sum(loop.stages.map(({ fewest }) => fewest + 1));
    const free: Limits = { conceded: { pinsLeftOut: loop.pins.length, lacking: all } };
    const few = search(fewestConcessions(loop), free);
    if (typeof few === "string") return undefined;
    hurried ||= few.bound !== few.objective;
    const conceded = {
      pinsLeftOut: pinsLeftOut(loop, few.lineups).length,
      lacking: sum(loop.stages.map((stage, index) => lacking(stage, few.lineups[index] ?? []))),
    };
    found = reachGoals({ conceded }, few.lineups);
  }
  if (typeof found === "string") return undefined;
  return {
    ...choiceOf(found, loop, candidates),
    objective: found.objective,
    bound: found.bound,
    proven,
    hurried,
  };
}

function choiceOf({ lineups }: Found, loop: IndexedLoop, candidates: Candidates): Choice {
  const placements = lineups.flatMap((lineup, index) =>
    lineup.flatMap((own): Placement[] => {
      const [question, stage] = [loop.questions[own]?.question, loop.stages[index]?.stage];
      return question && stage !== undefined ? [{ question, stage }] : [];
    }),
  );
  const asked = new Set(placements.map(({ question }) => question));
  const shortfalls = candidates.stages.map(() => 0);
  const coreless = candidates.stages.map(() => false);
  for (const [index, { stage, fewest, core }] of loop.stages.entries()) {
    const lineup = lineups[index] ?? [];
    shortfalls[stage] = Math.max(0, fewest - lineup.length);
    coreless[stage] = core.size > 0 && !lineup.some((own) => core.has(own));
  }
  return {
    placements,
    pinsLeftOut: candidates.pins.map((pin) => pin.question).filter((question) => !asked.has(question)),
    shortfalls,
    coreless,
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
