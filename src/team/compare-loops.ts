// In: a role's loop on the shared bank and as a team asks it. Out: what the team's differs in: stage by stage, and in its figures.
// Plain data; explains nothing that the two plans do not say.
import type { InterviewPlan, PlannedStage } from "../assemble/interview-plan.js";

/** A number, or what else there is of both. */
export interface BothSides<T> {
  shared: T;
  team: T;
}

/** One question of either loop. `moved` stands in the team's stage; `from` is its stage in the shared loop. */
export interface ComparedQuestion {
  id: string;
  competency: string;
  minutes: number;
  change: "kept" | "gained" | "lost" | "moved";
  from?: string;
}

export interface ComparedStage {
  id: string;
  title: string;
  /** 0 where the stage is in one of the loops only. */
  minutes: BothSides<number>;
  /** The team's questions in their order, then the lost ones. */
  questions: ComparedQuestion[];
}

/** The shares are from 0 to 1. */
export interface ComparedLoops {
  stages: ComparedStage[];
  coverage: BothSides<number>;
  asked: BothSides<number>;
  twice: BothSides<number>;
  /** Competencies that only one of the loops rates. */
  rated: { gained: string[]; lost: string[] };
}

export function compareLoops(shared: InterviewPlan, team: InterviewPlan): ComparedLoops {
  const before = placesOf(shared);
  const after = placesOf(team);
  const ids = [...new Set([...team.stages, ...shared.stages].map(({ id }) => id))];
  const both = <K extends "coverage" | "asked" | "twice">(key: K) => ({
    shared: shared[key],
    team: team[key],
  });
  return {
    stages: ids.map((id) => compareStages(id, shared, team, before, after)),
    coverage: both("coverage"),
    asked: both("asked"),
    twice: both("twice"),
    rated: { gained: ratedOnlyIn(team, shared), lost: ratedOnlyIn(shared, team) },
  };
}

function compareStages(
  id: string,
  shared: InterviewPlan,
  team: InterviewPlan,
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): ComparedStage {
  const of = (plan: InterviewPlan): PlannedStage | undefined => plan.stages.find((stage) => stage.id === id);
  const [old, own] = [of(shared), of(team)];
  const questions = (own?.questions ?? []).map(({ id: question, competency, minutes }): ComparedQuestion => {
    const known = { id: question, competency, minutes };
    const from = before.get(question);
    if (from === undefined) return { ...known, change: "gained" };
    return from === id ? { ...known, change: "kept" } : { ...known, change: "moved", from };
  });
  const lost = (old?.questions ?? [])
    .filter((question) => !after.has(question.id))
    .map(({ id: question, competency, minutes }) => ({
      id: question,
      competency,
      minutes,
      change: "lost" as const,
    }));
  return {
    id,
    title: own?.title ?? old?.title ?? id,
    minutes: { shared: old?.minutes ?? 0, team: own?.minutes ?? 0 },
    questions: [...questions, ...lost],
  };
}

/** The stage of each question. */
function placesOf(plan: InterviewPlan): Map<string, string> {
  return new Map(
    plan.stages.flatMap((stage) => stage.questions.map((question) => [question.id, stage.id] as const)),
  );
}

function ratedOnlyIn(plan: InterviewPlan, other: InterviewPlan): string[] {
  const rated = new Set(other.stages.flatMap(({ competencies }) => competencies));
  return [...new Set(plan.stages.flatMap(({ competencies }) => competencies))].filter((id) => !rated.has(id));
}
