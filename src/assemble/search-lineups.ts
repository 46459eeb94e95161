// In: a loop by numbers, a goal and limits. Out: the lineups that reach the goal best, with the proven bound, by branch and price.
// A part of the search is a list of decisions; the programme over lineups bounds it, and it is halved where it is undecided.
import type { Highs } from "highs";
import { firstLineups } from "./first-lineups.js";
import { type Goal, judge, type Limits } from "./goal.js";
import type { IndexedLoop } from "./indexed-loop.js";
import { type Decision, openProgramme, type Relaxed } from "./lineup-programme.js";

export interface Found {
  /** Question indices by the loop's stages. */
  lineups: number[][];
  objective: number;
  /** No lineups within the limits are better than this. */
  bound: number;
}

interface Part {
  decisions: Decision[];
  bound: number;
}

// A share closer to 0 or 1 than this is decided; the solver's tolerances are far smaller.
const undecided = 1e-5;
// Everything is a whole number, so a bound less than 1 above proves that nothing is better. This forgives the last digits.
const lastDigits = 1e-3;
const smallGap = 0.005;

/** When a search may end before its result is proven. */
export interface Effort {
  /** On the clock of `performance.now()`. */
  deadline: number;
  /** A first bound and the choice of a loop from what it found may take this much longer: without them it is seldom a good one. */
  leewayMs: number;
  /** After so many parts a gap of half a percent is good enough: counted, not timed, so that every machine ends at the same place. */
  patience: number;
}

/**
 * "late": the time was over before the first lineups were found. "impossible": no lineups keep the limits. `known` lineups keep them, and
 * are taken where the time is over and there are no better ones.
 */
export function searchLineups(
  highs: Highs,
  loop: IndexedLoop,
  goal: Goal,
  limits: Limits,
  { deadline, leewayMs, patience }: Effort,
  known?: number[][],
): Found | "late" | "impossible" {
  if (loop.stages.length === 0) return { lineups: [], objective: 0, bound: 0 };
  return highs.withModel((model) => {
    model.options.set({ output_flag: false, random_seed: 0 });
    const programme = openProgramme(highs, model, loop, goal, limits);
    let best: { lineups: number[][]; objective: number } | undefined;
    const least = (): number => (best === undefined ? goal.lowest : best.objective + 1) - lastDigits;
    const open: Part[] = [{ decisions: [], bound: Number.POSITIVE_INFINITY }];
    const boundOf = (reached: number): number =>
      open.reduce((most, { bound }) => Math.max(most, bound), reached);
    const consider = (lineups: number[][]): void => {
      const objective = judge(loop, goal, limits, lineups);
      if (objective !== undefined && (!best || objective > best.objective)) best = { lineups, objective };
    };
    // A search for a lower goal may begin when the time is over already.
    const firstEnd = Math.max(deadline, performance.now()) + leewayMs;
    let looked = 0;
    let deeper = false;
    while (open.length > 0) {
      // The likelier half is looked at next, down to lineups; only then the part with the best bound.
      const part = (deeper ? open.pop() : open.splice(indexOfBest(open), 1)[0]) as Part;
      deeper = false;
      if (part.bound < least()) continue;
      const late = looked > 0 && performance.now() > deadline;
      // Something to hold on to, where the search down to a first loop takes too long.
      if (late && !best) {
        const leftMs = Math.max(firstEnd - performance.now(), leewayMs / 10);
        consider(programme.choose(leftMs / 1000));
        for (const lineups of [known, firstLineups(loop, goal, limits)]) if (lineups) consider(lineups);
      }
      if (late || (best && looked >= patience && isSmall(best.objective, boundOf(part.bound)))) {
        open.push(part);
        break;
      }
      looked++;
      const relaxed = programme.relax(part.decisions, least(), looked === 1 ? firstEnd : deadline);
      const bound = Math.min(part.bound, relaxed.bound);
      if (relaxed.late) {
        // What is left of it is looked at no more, but its bound holds for all that it may have.
        open.push({ ...part, bound });
        continue;
      }
      if (bound < least()) continue;
      let doubt = mostDoubtful(relaxed, part.decisions);
      if (!doubt) {
        const lineups = relaxed.placed.map((here) => [...here.keys()].sort((a, b) => a - b));
        consider(lineups);
        doubt = anyQuestion(loop, relaxed, part.decisions);
        if (!doubt) continue;
      }
      const likelier = doubt.share >= 0.5;
      for (const holds of [!likelier, likelier]) {
        open.push({ decisions: [...part.decisions, { ...doubt.decision, holds }], bound });
      }
      deeper = true;
    }
    if (!best) return open.length > 0 ? "late" : "impossible";
    return { ...best, bound: Math.floor(boundOf(best.objective) + lastDigits) };
  });
}

function isSmall(objective: number, bound: number): boolean {
  return bound - objective <= smallGap * bound;
}

function indexOfBest(parts: readonly Part[]): number {
  let top = 0;
  for (const [index, { bound }] of parts.entries()) if (bound > (parts[top]?.bound ?? 0)) top = index;
  return top;
}

interface Doubt {
  decision: Decision;
  share: number;
}

/** What to decide next: first what the loop rates, since most follows from it, then where single questions stand. */
function mostDoubtful(relaxed: Relaxed, decisions: readonly Decision[]): Doubt | undefined {
  const decided = new Set(decisions.map(nameOf));
  const shares = (about: "rated" | "atLevel" | "secondView"): Doubt[] =>
    relaxed[about].map((share, index) => ({ decision: { about, index, holds: true }, share }));
  const placed = relaxed.placed.flatMap((here, stage) =>
    [...here]
      .sort(([a], [b]) => a - b)
      .map(([index, share]): Doubt => ({ decision: { about: "placed", stage, index, holds: true }, share })),
  );
  for (const doubts of [shares("rated"), shares("atLevel"), shares("secondView"), placed]) {
    let most: Doubt | undefined;
    let mostDoubt = undecided;
    for (const doubt of doubts) {
      const size = Math.min(doubt.share, 1 - doubt.share);
      // Of those that are equal but for the last digits, the first.
      if (size <= mostDoubt + 1e-9 || decided.has(nameOf(doubt.decision))) continue;
      most = doubt;
      mostDoubt = size;
    }
    if (most) return most;
  }
  return undefined;
}

/**
 * Where a stage has no whole lineup and nothing is in doubt: any question of it that is not decided yet. Rare; without it a part
 * might be given up that has a loop.
 */
function anyQuestion(loop: IndexedLoop, relaxed: Relaxed, decisions: readonly Decision[]): Doubt | undefined {
  const decided = new Set(decisions.map(nameOf));
  for (const [stage, share] of relaxed.missing.entries()) {
    if (share < undecided) continue;
    for (const index of loop.stages[stage]?.groups.flatMap(({ questions }) => questions) ?? []) {
      const decision: Decision = { about: "placed", stage, index, holds: true };
      if (!decided.has(nameOf(decision))) return { decision, share: 1 };
    }
  }
  return undefined;
}

function nameOf(decision: Decision): string {
  return `${decision.about} ${decision.index} ${decision.about === "placed" ? decision.stage : ""}`;
}
