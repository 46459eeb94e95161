// How long the shipped roles take to read and plan, in a process that is warm; how long 60 generated loops take, beside what a greedy choice reaches.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  assembleLoop,
  matchDemand,
  openShelf,
  readDocument,
  readPlan,
  readRole,
  readWorkspace,
} from "../../../dist/index.js";
import { figure, median, roles, root } from "../measure.mjs";
import { measurePlans } from "../measure-plans.mjs";

const rounds = 5;

export async function measure() {
  const shelf = openShelf(await readWorkspace(root));
  const file = shelf.workspace.plans.find(({ path }) => path.endsWith("standard.md"));
  const { plan: loop } = readPlan(readDocument(file.path, file.bytes).document, shelf.bank);
  const figures = [];
  for (const role of roles) {
    const path = `roles/${role}.md`;
    const times = [];
    let gap = 1;
    for (let round = 0; round < rounds; round++) {
      const started = performance.now();
      const { document } = readDocument(path, readFileSync(join(root, path)));
      const demand = matchDemand(readRole(document, shelf.skills).profile, shelf.bank);
      gap = (await assembleLoop(demand, loop)).plan.optimality.gap;
      times.push(performance.now() - started);
    }
    figures.push(
      figure(`read and plan ${role}, median`, median(times) / 1000, "s", { most: 1 }),
      figure(`the same, worst, with a proven gap of ${gap}`, Math.max(...times) / 1000, "s", { most: 5 }),
    );
  }
  const { cases, medianSeconds, p90Seconds, worstSeconds, proven, worstGap, greedy } = await measurePlans();
  const generated = `${cases} generated loops of up to 1,000 questions × 6 stages`;
  return [
    ...figures,
    figure(`${generated}: processor time, median`, medianSeconds, "s", { most: 1 }),
    figure("the same, nine of ten", p90Seconds, "s"),
    figure("the same, worst", worstSeconds, "s", { most: 5 }),
    figure("the same, share proven optimal", proven, ""),
    figure("the same, worst proven gap", worstGap, "", { most: 0.005, digits: 4 }),
    figure("what a greedy choice reaches of the optimum, median", greedy.median, ""),
    figure("the same, worst", greedy.worst, ""),
    figure("loops in which a greedy choice leaves a stage short", greedy.short, "", { digits: 0 }),
  ];
}
