// In: a demand and a plan. Out: what each thing that a loop can achieve is worth, in whole points.
// The only place where the planner's preferences stand as numbers; the model adds them up and never invents others.
import { compareText } from "../document/diagnostic.js";
import type { CompetencyDemand, Demand, EligibleQuestion } from "../match/demand.js";
import type { LoopPlan } from "./interview-plan.js";

// Points for each unit of demanded weight. Rating a competency at all comes first; asking about a skill itself, rather
// than only about its competency, is next; a second interviewer's view is worth two thirds of the first.
const pointsRated = 25;
// A rating says most when its question was written for the planned level; one of a neighbouring level opens a competency
// that would otherwise stay unrated, and is worth less than half.
const pointsRatedAtLevel = 35;
const pointsAsked = 40;
const pointsSecondView = 40;
// A further question about a skill that is asked already still tells something, but little.
const pointsAskedAgain = 2;
// Points for each minute, as parts of an average skill's weight: three at the planned level, one at a neighbouring
// level. Ten minutes at the right level are worth three eighths of asking about one more average skill, so minutes
// decide between loops that cover about the same, and no stage stays half empty while there is something to ask.
const minuteParts = [3, 1] as const;

/** Whole-number prices for everything that the planner weighs up. */
export interface Worth {
  /** For rating a competency in one stage. */
  rated: Map<string, number>;
  /** For rating it by at least one question that is written for the planned level; comes on top. */
  ratedAtLevel: Map<string, number>;
  /** For rating it in a second stage; only the plan's heaviest competencies have an entry. */
  secondView: Map<string, number>;
  /** For asking about a skill. */
  asked: Map<string, number>;
  /** For asking this question, whatever else is asked. Never negative. */
  question(question: EligibleQuestion): number;
}

/** Prices one role's demand under one plan. */
export function worthOf(demand: Demand, plan: LoopPlan): Worth {
  const competencies = heaviestFirst(demand.competencies);
  const skills = new Map<string, number>();
  for (const { skill, weight } of competencies.flatMap((competency) => competency.skills)) {
    skills.set(skill, (skills.get(skill) ?? 0) + weight);
  }
  const total = [...skills.values()].reduce((sum, weight) => sum + weight, 0);
  const minute = Math.max(1, Math.round(total / Math.max(1, skills.size) / 2));
  return {
    rated: new Map(competencies.map(({ competency, weight }) => [competency, pointsRated * weight])),
    ratedAtLevel: new Map(
      competencies.map(({ competency, weight }) => [competency, pointsRatedAtLevel * weight]),
    ),
    secondView: new Map(
      competencies
        .slice(0, plan.secondViews)
        .map(({ competency, weight }) => [competency, pointsSecondView * weight]),
    ),
    asked: new Map([...skills].map(([skill, weight]) => [skill, pointsAsked * weight])),
    question: ({ minutes, levelDistance, skills: own }) =>
      minutes * minute * minuteParts[levelDistance === 0 ? 0 : 1] +
      pointsAskedAgain * own.reduce((sum, skill) => sum + (skills.get(skill) ?? 0), 0),
  };
}

/** Competencies by weight, heaviest first, then by id: the order in which a person reads them. */
function heaviestFirst(competencies: readonly CompetencyDemand[]): CompetencyDemand[] {
  return [...competencies].sort((a, b) => b.weight - a.weight || compareText(a.competency, b.competency));
}
