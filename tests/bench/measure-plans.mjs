// In: how many generated cases. Out: how long their plans take, how many are proven, and what a greedy choice would have reached.
// Processor seconds of this process, so that other work on the machine counts as little as it can. Prints nothing.
import { candidatesFor } from "../../dist/assemble/candidates.js";
import { judge, worthiest } from "../../dist/assemble/goal.js";
import { indexLoop } from "../../dist/assemble/indexed-loop.js";
import { worthOf } from "../../dist/assemble/worth.js";
import { assembleLoop } from "../../dist/index.js";
import { chooseGreedily } from "./greedy.mjs";
import { planCase } from "./plan-cases.mjs";

/**
 * `greedy` has the share of the proven worth, in the cases where both fill every stage; `short` counts those where only the
 * solver does. Shares and gaps are from 0 to 1.
 */
export async function measurePlans(cases = 60) {
  // The first plan of a process compiles the solver, which is no case's fault.
  const start = processorSeconds();
  const first = planCase(0);
  await assembleLoop(first.demand, first.plan);
  const firstSeconds = processorSeconds() - start;

  const seconds = [];
  const gaps = [];
  const shares = [];
  let short = 0;
  for (let number = 0; number < cases; number++) {
    const { demand, plan } = planCase(number);
    const before = processorSeconds();
    const { plan: loop } = await assembleLoop(demand, plan);
    seconds.push(processorSeconds() - before);
    if (!loop) throw new Error(`case ${number} has no loop`);
    gaps.push(loop.optimality.gap);

    const indexed = indexLoop(candidatesFor(demand, plan), plan, worthOf(demand, plan));
    const worthOfLineups = (lineups) => judge(indexed, worthiest(indexed), {}, lineups);
    const index = new Map(indexed.questions.map(({ question }, at) => [question.id, at]));
    const chosen = indexed.stages.map(({ stage }) =>
      (loop.stages.find(({ id }) => id === plan.stages[stage].id)?.questions ?? []).map(({ id }) =>
        index.get(id),
      ),
    );
    const best = worthOfLineups(chosen);
    if (best === undefined) continue;
    if (best !== loop.optimality.objective)
      throw new Error(`case ${number}: ${best} is not what the plan says`);
    const greedy = worthOfLineups(chooseGreedily(indexed));
    if (greedy === undefined) short++;
    else shares.push(greedy / best);
  }
  return {
    cases,
    firstSeconds,
    medianSeconds: quantile(seconds, 0.5),
    p90Seconds: quantile(seconds, 0.9),
    worstSeconds: Math.max(...seconds),
    proven: gaps.filter((gap) => gap === 0).length / cases,
    worstGap: Math.max(...gaps),
    greedy: { median: quantile(shares, 0.5), worst: Math.min(...shares), best: Math.max(...shares), short },
  };
}

function quantile(numbers, share) {
  return [...numbers].sort((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))];
}

function processorSeconds() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
