// In: a demand and a plan. Out: for every stage, the questions that may be asked there, and the pins that can be kept.
// Looks at one question and one stage at a time; what goes together is the model's business.
import { compareText } from "../document/diagnostic.js";
import type { Demand, EligibleQuestion } from "../match/demand.js";
import type { LoopPlan, StagePlan } from "./interview-plan.js";

/** Everything the planner may choose from. */
export interface Candidates {
  /** All eligible questions that are not banned, by id. */
  questions: EligibleQuestion[];
  /** One entry per stage of the plan, in its order; questions by id. */
  stages: { stage: StagePlan; questions: EligibleQuestion[] }[];
  /** Pinned questions that are eligible and not banned, by id, with the index of their stage, if the pin names one. */
  pins: { question: EligibleQuestion; stage?: number }[];
}

/** Whether a stage's kinds and focus admit a question and its minutes hold it. */
export function fits(question: EligibleQuestion, stage: StagePlan): boolean {
  return matchesStage(question, stage) && question.minutes <= stage.split.questions;
}

/** Whether a stage's kinds and focus admit a question, however long it is. */
export function matchesStage(question: EligibleQuestion, stage: StagePlan): boolean {
  return (
    (stage.kinds.length === 0 || stage.kinds.includes(question.kind)) &&
    (stage.focus.length === 0 ||
      stage.focus.includes(question.competency) ||
      stage.focus.includes(question.family))
  );
}

/**
 * The questions of which a stage wants at least one: those of its core kinds that are written for the planned level, or
 * of a neighbouring one where there are none; a pinned one counts, since a person has chosen it. A stage is remembered by its core question, so that one is not made do with.
 */
export function coreQuestions(
  questions: readonly EligibleQuestion[],
  stage: StagePlan,
  pins: Candidates["pins"],
): EligibleQuestion[] {
  const pinned = new Set(pins.map(({ question }) => question.id));
  const core = questions.filter((question) => stage.core.includes(question.kind));
  const atLevel = core.filter((question) => question.levelDistance === 0 || pinned.has(question.id));
  return atLevel.length > 0 ? atLevel : core;
}

/** Sorts by id first, so that the order in which questions arrive never shows in the plan. */
export function candidatesFor(demand: Demand, plan: LoopPlan): Candidates {
  const banned = new Set(plan.bans);
  const questions = demand.questions
    .filter((question) => !banned.has(question.id))
    .sort((a, b) => compareText(a.id, b.id));
  const stageOfPin = new Map<string, number>();
  plan.stages.forEach((stage, index) => {
    for (const id of stage.pins) if (!stageOfPin.has(id)) stageOfPin.set(id, index);
  });
  const pinned = new Set([...plan.pins, ...stageOfPin.keys()]);
  return {
    questions,
    stages: plan.stages.map((stage, index) => ({
      stage,
      questions: questions.filter((question) => {
        const own = stageOfPin.get(question.id);
        if (own !== undefined) return own === index && question.minutes <= stage.split.questions;
        return fits(question, stage);
      }),
    })),
    pins: questions
      .filter(({ id }) => pinned.has(id))
      .map((question) => {
        const stage = stageOfPin.get(question.id);
        return stage === undefined ? { question } : { question, stage };
      }),
  };
}

/** Pairs of questions of which at most one may be asked; naming the other once, on either side, is enough. */
export function enemyPairs(questions: readonly EligibleQuestion[]): [EligibleQuestion, EligibleQuestion][] {
  const byId = new Map(questions.map((question) => [question.id, question]));
  const pairs = new Map<string, [EligibleQuestion, EligibleQuestion]>();
  for (const question of questions) {
    for (const id of question.enemies) {
      const enemy = byId.get(id);
      if (!enemy || enemy === question) continue;
      const pair: [EligibleQuestion, EligibleQuestion] =
        compareText(question.id, id) < 0 ? [question, enemy] : [enemy, question];
      pairs.set(`${pair[0].id}\n${pair[1].id}`, pair);
    }
  }
  return [...pairs].sort(([a], [b]) => compareText(a, b)).map(([, pair]) => pair);
}
