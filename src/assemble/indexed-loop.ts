// In: candidates, prices and the plan's limits. Out: the same by number: questions, competencies and skills as indices.
// What the search over lineups reads; ordered by id throughout, so that the order of the input never shows.
import { compareText } from "../document/diagnostic.js";
import type { EligibleQuestion } from "../match/demand.js";
import { type Candidates, coreQuestions, enemyPairs } from "./candidates.js";
import type { LoopPlan } from "./interview-plan.js";
import type { Worth } from "./worth.js";

/** A question by numbers. `skills` are only those that are worth asking about. */
export interface IndexedQuestion {
  question: EligibleQuestion;
  competency: number;
  skills: number[];
  minutes: number;
  atLevel: boolean;
  /** What asking it is worth, whatever else is asked. */
  value: number;
}

/** What one stage may ask by itself. */
export interface IndexedStage {
  /** Its index in the plan. */
  stage: number;
  /** Question indices, grouped by competency. */
  groups: { competency: number; questions: number[] }[];
  minutes: number;
  fewest: number;
  most: number;
  /** How many competencies it may rate, where that can bind. */
  competencies?: number;
  /** Question indices of which at least one is asked; empty: no such wish. */
  core: Set<number>;
}

export interface IndexedLoop {
  questions: IndexedQuestion[];
  /** Only stages that have any candidate. */
  stages: IndexedStage[];
  competencies: { rated: number; atLevel: number; secondView: number }[];
  skills: { asked: number; homes: number[] }[];
  competenciesPerLoop: number;
  enemies: [number, number][];
  /** Those that some stage can ask. */
  pins: number[];
}

export function indexLoop(candidates: Candidates, plan: LoopPlan, worth: Worth): IndexedLoop {
  const somewhere = new Set(candidates.stages.flatMap(({ questions }) => questions));
  const used = candidates.questions.filter((question) => somewhere.has(question));
  const indexOf = new Map(used.map((question, index) => [question.id, index]));
  const competencies = [...new Set(used.map(({ competency }) => competency))].sort(compareText);
  const competencyIndex = new Map(competencies.map((id, index) => [id, index]));
  const skills = [...new Set(used.flatMap((question) => question.skills))]
    .filter((skill) => worth.asked.has(skill))
    .sort(compareText);
  const skillIndex = new Map(skills.map((skill, index) => [skill, index]));
  const questions = used.map(
    (question): IndexedQuestion => ({
      question,
      competency: competencyIndex.get(question.competency) ?? 0,
      skills: [...new Set(question.skills)]
        .flatMap((skill) => skillIndex.get(skill) ?? [])
        .sort((a, b) => a - b),
      minutes: question.minutes,
      atLevel: question.levelDistance === 0,
      value: worth.question(question),
    }),
  );
  const homes = skills.map(() => new Set<number>());
  for (const { skills: own, competency } of questions) for (const skill of own) homes[skill]?.add(competency);

  const stages = candidates.stages.flatMap(({ stage, questions: here }, index): IndexedStage[] => {
    if (here.length === 0) return [];
    const groups = new Map<number, number[]>();
    for (const { id } of here) {
      const own = indexOf.get(id) ?? 0;
      const competency = questions[own]?.competency ?? 0;
      const group = groups.get(competency);
      if (group) group.push(own);
      else groups.set(competency, [own]);
    }
    const most = Math.min(stage.questions.max, here.length);
    return [
      {
        stage: index,
        groups: [...groups]
          .sort(([a], [b]) => a - b)
          .map(([competency, own]) => ({ competency, questions: own })),
        minutes: stage.split.questions,
        fewest: Math.min(stage.questions.min, here.length),
        most,
        ...(Math.min(most, groups.size) > plan.competenciesPerStage && {
          competencies: plan.competenciesPerStage,
        }),
        core: new Set(coreQuestions(here, stage, candidates.pins).map(({ id }) => indexOf.get(id) ?? 0)),
      },
    ];
  });

  const prices = competencies.map((id) => ({
    rated: worth.rated.get(id) ?? 0,
    atLevel: worth.ratedAtLevel.get(id) ?? 0,
    secondView: worth.secondView.get(id) ?? 0,
  }));
  const asked = skills.map((skill, index) => ({
    asked: worth.asked.get(skill) ?? 0,
    homes: [...(homes[index] ?? [])].sort((a, b) => a - b),
  }));
  return {
    questions,
    stages,
    competencies: prices,
    skills: asked,
    competenciesPerLoop: plan.competenciesPerLoop,
    enemies: enemyPairs(used).map(([one, other]) => [indexOf.get(one.id) ?? 0, indexOf.get(other.id) ?? 0]),
    pins: candidates.pins.flatMap(({ question }) => indexOf.get(question.id) ?? []),
  };
}
