// The solver against counting: on small cases every possible loop is tried, and the best must be worth exactly what the
// solver says. On larger ones it must find what an integer programme of another kind proves.
import { expect, test } from "vitest";
import { assembleLoop } from "../../src/assemble/assemble.js";
import { candidatesFor, enemyPairs } from "../../src/assemble/candidates.js";
import { type Choice, solve } from "../../src/assemble/solve.js";
import { worthOf } from "../../src/assemble/worth.js";
import { planCase } from "../bench/plan-cases.mjs";
import { countAll, smallCase } from "./count-loops.js";
import { generateDemand, integer, loopPlan, oneOf, randomFrom, stagePlan } from "./generate.mjs";
import { modelLoop, solveProgramme } from "./integer-programme.js";

const effort = { timeLimitMs: 60_000, patience: Number.POSITIVE_INFINITY };

test("the solver's loop is worth exactly what counting every loop finds, in 150 small cases", async () => {
  const seen = { conceded: 0, pins: 0, enemies: 0 };
  for (let seed = 1; seed <= 150; seed++) {
    const { demand, plan } = smallCase(seed);
    const candidates = candidatesFor(demand, plan);
    const worth = worthOf(demand, plan);
    const expected = countAll(demand, plan, worth);
    const solution = await solve(candidates, plan, worth, new Set(), effort);
    if (!solution) throw new Error(`no solution for seed ${seed}`);
    const found = {
      pinsLeftOut: solution.pinsLeftOut.length,
      short: [...solution.shortfalls, ...solution.coreless].reduce<number>(
        (sum, one) => sum + Number(one),
        0,
      ),
      avoided: 0,
      objective: solution.objective,
    };
    expect({ seed, ...found }).toEqual({ seed, ...expected });
    expect(solution.proven).toBe(true);
    expect(solution.bound).toBe(solution.objective);
    if (found.short > 0 || found.pinsLeftOut > 0) seen.conceded++;
    if (candidates.pins.length > 0) seen.pins++;
    if (enemyPairs(candidates.questions).length > 0) seen.enemies++;
  }
  // The cases are worth nothing if the generator stops making hard ones.
  expect(seen.conceded).toBeGreaterThan(20);
  expect(seen.pins).toBeGreaterThan(40);
  expect(seen.enemies).toBeGreaterThan(40);
}, 120_000);

test("a loop that avoids others has as few questions in common, and is then worth as much, as counting finds", async () => {
  const seen = { shared: 0, dearer: 0, conceded: 0 };
  for (let seed = 1; seed <= 150; seed++) {
    const { demand, plan } = smallCase(seed);
    const random = randomFrom(seed + 5000);
    // Another opening's loop, and one or two questions more.
    const { plan: other } = await assembleLoop(demand, plan);
    const avoid = new Set([
      ...(other?.stages.flatMap(({ questions }) => questions.map(({ id }) => id)) ?? []).filter(
        () => random() < 0.8,
      ),
      oneOf(random, demand.questions).id,
    ]);
    const candidates = candidatesFor(demand, plan);
    const worth = worthOf(demand, plan);
    const expected = countAll(demand, plan, worth, avoid);
    const solution = await solve(candidates, plan, worth, avoid, effort);
    if (!solution) throw new Error(`no solution for seed ${seed}`);
    const found = {
      pinsLeftOut: solution.pinsLeftOut.length,
      short: [...solution.shortfalls, ...solution.coreless].reduce<number>(
        (sum, one) => sum + Number(one),
        0,
      ),
      avoided: solution.placements.filter(({ question }) => avoid.has(question.id)).length,
      objective: solution.objective,
    };
    expect({ seed, ...found }).toEqual({ seed, ...expected });
    expect(solution.proven).toBe(true);
    const { plan: loop } = await assembleLoop(demand, plan, { avoid });
    if (loop) expect({ seed, shared: loop.shared?.length }).toEqual({ seed, shared: expected.avoided });
    if (found.avoided > 0) seen.shared++;
    if (found.objective < countAll(demand, plan, worth).objective) seen.dearer++;
    if (found.short > 0 || found.pinsLeftOut > 0) seen.conceded++;
  }
  expect(seen.shared).toBeGreaterThan(40);
  expect(seen.dearer).toBeGreaterThan(40);
  expect(seen.conceded).toBeGreaterThan(20);
}, 120_000);

test("loops of 30 to 90 questions are worth what the integer programme proves, with pins, enemies and stages that cannot be filled", async () => {
  const seen = { conceded: 0, pins: 0, limited: 0, avoiding: 0 };
  for (let seed = 1; seed <= 40; seed++) {
    const random = randomFrom(seed + 900);
    const base = generateDemand(integer(random, 30, 90), seed);
    const competencies = base.competencies.slice(0, integer(random, 4, 8));
    const homes = new Set(competencies.map(({ competency }) => competency));
    const questions = base.questions.filter(({ competency }) => homes.has(competency));
    const demand = { ...base, competencies, questions };
    const ids = questions.map(({ id }) => id);
    const stages = Array.from({ length: integer(random, 2, 4) }, (_, index) => {
      const minutes = integer(random, 15, 45);
      const min = integer(random, 1, 3);
      return stagePlan(`s${index}`, {
        minutes,
        split: { opening: 0, questions: minutes, candidate: 0, closing: 0 },
        core: random() < 0.5 ? [oneOf(random, ["technical", "coding"] as const)] : [],
        questions: { min, max: min + integer(random, 0, 2) },
        pins: random() < 0.2 ? [oneOf(random, ids)] : [],
      });
    });
    const plan = loopPlan(stages, {
      competenciesPerStage: integer(random, 2, 3),
      competenciesPerLoop: integer(random, 3, 6),
      secondViews: integer(random, 0, 3),
      pins: random() < 0.4 ? [oneOf(random, ids), oneOf(random, ids)] : [],
    });
    const avoid = new Set(random() < 0.3 ? ids.filter(() => random() < 0.5) : []);
    const candidates = candidatesFor(demand, plan);
    const worth = worthOf(demand, plan);
    const model = modelLoop(candidates, plan, worth, avoid);
    const expected = await solveProgramme(model.programme, 60_000);
    const found = await solve(candidates, plan, worth, avoid, effort);
    if (!expected || !found) throw new Error(`no solution for seed ${seed}`);
    const scoreOf = (choice: Choice, objective: number) => ({
      seed,
      pinsLeftOut: choice.pinsLeftOut.length,
      short: [...choice.shortfalls, ...choice.coreless].reduce<number>((sum, one) => sum + Number(one), 0),
      avoided: choice.placements.filter(({ question }) => avoid.has(question.id)).length,
      objective,
    });
    const score = scoreOf(found, found.objective);
    expect(score).toEqual(scoreOf(model.read(expected.values), expected.objective));
    expect(found.proven).toBe(true);
    if (score.short > 0 || score.pinsLeftOut > 0) seen.conceded++;
    if (candidates.pins.length > 0) seen.pins++;
    if (stages.some(({ questions: { max } }) => max > plan.competenciesPerStage)) seen.limited++;
    if (avoid.size > 0) seen.avoiding++;
  }
  expect(seen.conceded).toBeGreaterThan(5);
  expect(seen.pins).toBeGreaterThan(15);
  expect(seen.limited).toBeGreaterThan(15);
  expect(seen.avoiding).toBeGreaterThan(5);
}, 180_000);

test("prices are whole numbers", () => {
  for (let seed = 1; seed <= 50; seed++) {
    const { demand, plan } = smallCase(seed);
    const worth = worthOf(demand, plan);
    const prices = [
      ...worth.rated.values(),
      ...worth.ratedAtLevel.values(),
      ...worth.secondView.values(),
      ...worth.asked.values(),
      ...demand.questions.map((question) => worth.question(question)),
    ];
    expect(prices.every(Number.isSafeInteger)).toBe(true);
  }
});

test("a plan in 60 small cases keeps every rule, whatever was conceded", async () => {
  for (let seed = 300; seed < 360; seed++) {
    const { demand, plan } = smallCase(seed);
    const { plan: loop } = await assembleLoop(demand, plan);
    if (!loop) continue;
    const ids = loop.stages.flatMap((stage) =>
      [...stage.questions, ...stage.alternates].map((question) => question.id),
    );
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.some((id) => plan.bans.includes(id))).toBe(false);
    const questions = demand.questions.filter((question) => ids.includes(question.id));
    const spares = new Set(loop.stages.flatMap((stage) => stage.alternates.map((question) => question.id)));
    expect(enemyPairs(questions)).toEqual([]);
    const rated = new Set(loop.stages.flatMap((stage) => stage.competencies));
    expect(rated.size).toBeLessThanOrEqual(plan.competenciesPerLoop);
    for (const stage of loop.stages) {
      const budget = plan.stages.find((one) => one.id === stage.id)?.split.questions ?? 0;
      expect(stage.questions.length).toBeGreaterThan(0);
      expect(stage.questions.reduce((sum, question) => sum + question.minutes, 0)).toBeLessThanOrEqual(
        budget,
      );
      expect(stage.questions.some((question) => spares.has(question.id))).toBe(false);
    }
  }
}, 60_000);

test("a first bound that takes too long ends with the time: with a loop that keeps the rules, and a bound that holds", async () => {
  const started = performance.now();
  for (const [{ demand, plan }, good, best] of [
    [planCase(49), 0.8 * 53474, 53474],
    [{ demand: generateDemand(3000, 3), plan: loopPlan(eightStages) }, 0.8 * 75613, 75613],
  ] as const) {
    const candidates = candidatesFor(demand, plan);
    const limits = { timeLimitMs: 100, patience: Number.POSITIVE_INFINITY, leewayMs: 200 };
    const solution = await solve(candidates, plan, worthOf(demand, plan), new Set(), limits);
    if (!solution) throw new Error("no loop");
    const asked = solution.placements.map(({ question }) => question.id);
    expect(new Set(asked).size).toBe(asked.length);
    expect([solution.pinsLeftOut, solution.shortfalls.every((short) => short === 0)]).toEqual([[], true]);
    expect(solution.objective).toBeGreaterThanOrEqual(good);
    expect(solution.bound).toBeGreaterThanOrEqual(Math.max(solution.objective, best));
  }
  // Half a second each on a quiet machine; whole, the second takes more than a minute.
  expect(performance.now() - started).toBeLessThan(40_000);
}, 60_000);

const eightStages = Array.from({ length: 8 }, (_, at) => stagePlan(`stage-${at + 1}`));

test("without any time there is a loop too, in 150 small cases: with concessions, if need be, and with others to avoid", async () => {
  const none = { timeLimitMs: 0, leewayMs: 0, patience: Number.POSITIVE_INFINITY };
  for (let seed = 1; seed <= 150; seed++) {
    const { demand, plan } = smallCase(seed);
    const candidates = candidatesFor(demand, plan);
    const worth = worthOf(demand, plan);
    const random = randomFrom(seed + 7000);
    const avoid = new Set(demand.questions.map(({ id }) => id).filter(() => random() < 0.4));
    for (const shared of [new Set<string>(), avoid]) {
      const solution = await solve(candidates, plan, worth, shared, none);
      if (!solution) throw new Error(`no loop for seed ${seed}`);
      const questions = solution.placements.map(({ question }) => question);
      expect(new Set(questions).size).toBe(questions.length);
      expect(enemyPairs(questions)).toEqual([]);
      expect(new Set(questions.map(({ competency }) => competency)).size).toBeLessThanOrEqual(
        plan.competenciesPerLoop,
      );
      expect(solution.bound).toBeGreaterThanOrEqual(solution.objective);
    }
  }
}, 60_000);
