// How long the shipped roles take to read and plan, in a process that is warm.
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
  return figures;
}
