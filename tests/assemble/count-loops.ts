// Small generated cases, and the best loop of each, found by counting all: the measure of the solver.
// The count knows the rules only from the plan's documentation, not from the programme's rows.
import { candidatesFor, enemyPairs } from "../../src/assemble/candidates.js";
import type { LoopPlan } from "../../src/assemble/interview-plan.js";
import type { Worth } from "../../src/assemble/worth.js";
import type { CompetencyDemand, Demand, EligibleQuestion } from "../../src/match/demand.js";
import { integer, loopPlan, oneOf, randomFrom, stagePlan } from "./generate.mjs";

export function smallCase(seed: number): { demand: Demand; plan: LoopPlan } {
  const random = randomFrom(seed);
  const families = ["technical", "practice", "people"] as const;
  const competencies = Array.from({ length: integer(random, 2, 4) }, (_, index): CompetencyDemand => {
    const competency = `c${index}`;
    const skills = Array.from({ length: integer(random, 1, 3) }, (_unused, at) => ({
      skill: `${competency}s${at}`,
      competency,
      weight: integer(random, 1, 9),
      importance: "must" as const,
      lines: [1],
      reason: "",
    }));
    const weight = skills.reduce((sum, skill) => sum + skill.weight, 0);
    return { competency, title: competency, family: families[index % 3] ?? "people", weight, skills };
  });
  const allSkills = competencies.flatMap((competency) => competency.skills.map((skill) => skill.skill));
  const count = integer(random, 4, 7);
  const ids = Array.from({ length: count }, (_, index) => `q${index}`);
  const questions = ids.map((id): EligibleQuestion => {
    // One competency in five is one that the role does not demand.
    const home = random() < 0.2 ? undefined : oneOf(random, competencies);
    const skills = [0, 1].filter(() => random() < 0.7).map(() => oneOf(random, allSkills));
    return {
      id,
      competency: home?.competency ?? "other",
      family: home?.family ?? "people",
      kind: oneOf(random, ["technical", "behavioral"] as const),
      minutes: integer(random, 5, 20),
      levels: ["mid"],
      levelDistance: integer(random, 0, 1),
      skills: [...new Set(skills)],
      enemies: random() < 0.25 ? [oneOf(random, ids)].filter((other) => other !== id) : [],
      reason: "",
    };
  });
  const stages = Array.from({ length: integer(random, 1, 3) }, (_, index) => {
    const min = integer(random, 1, 3);
    const budget = integer(random, 12, 40);
    return stagePlan(`s${index}`, {
      minutes: budget,
      split: { opening: 0, questions: budget, candidate: 0, closing: 0 },
      kinds: random() < 0.3 ? [oneOf(random, ["technical", "behavioral"] as const)] : [],
      core: random() < 0.4 ? [oneOf(random, ["technical", "behavioral"] as const)] : [],
      focus: random() < 0.3 ? [oneOf(random, ["technical", "practice", "people", "c0", "c1"])] : [],
      questions: { min, max: min + integer(random, 0, 2) },
      pins: random() < 0.2 ? [oneOf(random, ids)] : [],
    });
  });
  const plan = loopPlan(stages, {
    competenciesPerStage: integer(random, 1, 3),
    competenciesPerLoop: integer(random, 1, 4),
    secondViews: integer(random, 0, 2),
    pins: random() < 0.4 ? [oneOf(random, ids)] : [],
    bans: random() < 0.3 ? [oneOf(random, ids)] : [],
  });
  const totalWeight = competencies.reduce((sum, competency) => sum + competency.weight, 0);
  return {
    demand: {
      role: "",
      level: "mid",
      totalWeight,
      unknownWeight: 0,
      bankCoverage: 1,
      competencies,
      questions,
      gaps: [],
    },
    plan,
  };
}

/** How good a loop is, the weightiest first; only `objective` is to be large. */
export interface Score {
  pinsLeftOut: number;
  short: number;
  avoided: number;
  objective: number;
}

const better = (a: Score, b: Score | undefined): boolean => {
  if (b === undefined) return true;
  for (const key of ["pinsLeftOut", "short", "avoided"] as const)
    if (a[key] !== b[key]) return a[key] < b[key];
  return a.objective > b.objective;
};

/** The best that any loop can be, found by trying all of them. */
export function countAll(
  demand: Demand,
  plan: LoopPlan,
  worth: Worth,
  avoid: ReadonlySet<string> = new Set(),
): Score {
  const candidates = candidatesFor(demand, plan);
  const { questions } = candidates;
  const enemies = enemyPairs(questions);
  const pins = candidates.pins.map((pin) => pin.question.id);
  let best: Score | undefined;
  const place = new Map<string, number>();

  const judge = (): void => {
    if (enemies.some(([a, b]) => place.has(a.id) && place.has(b.id))) return;
    const asked = questions.filter((question) => place.has(question.id));
    if (new Set(asked.map((question) => question.competency)).size > plan.competenciesPerLoop) return;
    let short = 0;
    const views = new Map<string, number>();
    for (const [index, { stage, questions: own }] of candidates.stages.entries()) {
      const here = asked.filter((question) => place.get(question.id) === index);
      const rated = new Set(here.map((question) => question.competency));
      if (here.length > stage.questions.max || rated.size > plan.competenciesPerStage) return;
      if (here.reduce((sum, question) => sum + question.minutes, 0) > stage.split.questions) return;
      short += Math.max(0, Math.min(stage.questions.min, own.length) - here.length);
      const core = own.filter(({ kind }) => stage.core.includes(kind));
      const fit = core.filter((one) => one.levelDistance === 0 || pins.includes(one.id));
      const wanted = fit.length > 0 ? fit : core;
      if (wanted.length > 0) short += here.some((one) => wanted.includes(one)) ? 0 : 1;
      for (const competency of rated) views.set(competency, (views.get(competency) ?? 0) + 1);
    }
    let objective = asked.reduce((sum, question) => sum + worth.question(question), 0);
    for (const skill of new Set(asked.flatMap((question) => question.skills))) {
      objective += worth.asked.get(skill) ?? 0;
    }
    for (const [competency, stages] of views) {
      objective += worth.rated.get(competency) ?? 0;
      if (asked.some((one) => one.competency === competency && one.levelDistance === 0)) {
        objective += worth.ratedAtLevel.get(competency) ?? 0;
      }
      if (stages >= 2) objective += worth.secondView.get(competency) ?? 0;
    }
    const score = {
      pinsLeftOut: pins.filter((id) => !place.has(id)).length,
      short,
      avoided: asked.filter(({ id }) => avoid.has(id)).length,
      objective,
    };
    if (better(score, best)) best = score;
  };
  const choose = (index: number): void => {
    const question = questions[index];
    if (!question) {
      judge();
      return;
    }
    choose(index + 1);
    candidates.stages.forEach((stage, at) => {
      if (!stage.questions.includes(question)) return;
      place.set(question.id, at);
      choose(index + 1);
      place.delete(question.id);
    });
  };
  choose(0);
  if (!best) throw new Error("the empty loop is always possible");
  return best;
}
