// In: the loop. Out: the kit as data (kit.json): what was planned, why, and every question in full, so that it can be replayed.

import type { Optimality, PlannedQuestion } from "../assemble/interview-plan.js";
import type { Question } from "../bank/question-bank.js";
import type { Gap } from "../match/demand.js";
import type { Requirement, UnmappedLine } from "../role/role-profile.js";
import type { Loop } from "./loop.js";

export const kitSchema = { name: "interview-kit/kit", version: 1 } as const;

export interface Kit {
  schema: { name: string; version: number };
  /** The role's folder name; `title` is what a person reads. */
  role: string;
  title: string;
  team: { id: string; title: string } | null;
  source: string;
  level: string;
  levelReason: string;
  kitVersion: string;
  plan: string;
  planSource: string;
  opening: string | null;
  /** The openings that the loop avoids, and the questions that it shares with them all the same; null when it avoids none. */
  avoid: { openings: string[]; shared: string[] } | null;
  date: string | null;
  minutes: number;
  /** 0 to 1: weight that lies in competencies which the loop rates, and weight whose very skill is asked about. */
  coverage: number;
  asked: number;
  twice: number;
  optimality: Optimality;
  stages: KitStage[];
  competencies: { id: string; title: string; weight: number; stages: string[] }[];
  unrated: string[];
  requirements: TracedRequirement[];
  unmapped: UnmappedLine[];
  gaps: Gap[];
  questions: Question[];
}

/** What lists of kits show of one; a whole kit is one too. A thousand of these are small. */
export type KitEntry = Pick<
  Kit,
  | "role"
  | "title"
  | "team"
  | "opening"
  | "avoid"
  | "level"
  | "kitVersion"
  | "minutes"
  | "coverage"
  | "optimality"
> & { stages: { questions: unknown[] }[]; gaps: unknown[] };

export function kitEntry(kit: Kit): KitEntry {
  const { role, title, team, opening, avoid, level, kitVersion, minutes, coverage, optimality } = kit;
  return {
    ...{ role, title, team, opening, avoid, level, kitVersion, minutes, coverage, optimality },
    stages: kit.stages.map(({ questions }) => ({ questions: questions.map(({ id }) => id) })),
    gaps: kit.gaps.map(({ line }) => line),
  };
}

export interface KitStage {
  id: string;
  title: string;
  minutes: number;
  competencies: string[];
  questions: PlannedQuestion[];
  alternates: PlannedQuestion[];
}

/** A requirement with the questions of this loop that ask about one of its skills, or rate its competency. */
export interface TracedRequirement {
  line: number;
  text: string;
  section: string;
  importance: Requirement["importance"];
  skills: string[];
  questions: { id: string; title: string; stage: string; stageNumber: number }[];
  /** Numbers of stages that rate a competency of its skills, when no question asks about the skills themselves. */
  ratedIn: number[];
}

/** The folder of a kit below out/: an opening's and a team's kits stand apart from the shared ones. */
export function kitFolder(kit: Pick<Kit, "role" | "team" | "opening">): string {
  if (kit.opening !== null) return `openings/${kit.opening}`;
  return kit.team ? `teams/${kit.team.id}/${kit.role}` : kit.role;
}

/** Whether a kit.json is one that this version writes; older and foreign ones are not read. */
export function isKit(value: unknown): value is Kit {
  if (typeof value !== "object" || value === null || !("schema" in value)) return false;
  const kit = value as Record<keyof Kit, unknown>;
  if (JSON.stringify(kit.schema) !== JSON.stringify(kitSchema)) return false;
  // Somebody may have written it: what is shown of it on the page of all kits has to be what it says it is.
  const isText = (one: unknown) => typeof one === "string";
  const isNamed = (one: unknown) =>
    one === null ||
    (typeof one === "object" && "id" in one && isText(one.id) && "title" in one && isText(one.title));
  return (
    [kit.role, kit.title, kit.level, kit.kitVersion].every(isText) &&
    [kit.coverage, kit.minutes].every((one) => typeof one === "number") &&
    isNamed(kit.team) &&
    (kit.opening === null || isText(kit.opening)) &&
    Array.isArray(kit.gaps) &&
    Array.isArray(kit.stages) &&
    kit.stages.every((stage: { questions?: unknown } | null) => Array.isArray(stage?.questions))
  );
}

/** Composes kit.json. */
export function composeKit(loop: Loop): Kit {
  const { role, demand, plan, loop: document, kitVersion, slug, options, bank } = loop.input;
  const used = loop.stages.flatMap(({ questions, alternates }) =>
    [...questions, ...alternates].map(({ question }) => question),
  );
  const ids = new Set(used.map(({ id }) => id));
  return {
    schema: kitSchema,
    role: slug,
    title: role.title,
    team: options.team ? { id: options.team.id, title: options.team.title } : null,
    source: role.path,
    level: demand.level,
    levelReason: role.levelReason,
    kitVersion,
    plan: plan.plan,
    planSource: document.path,
    opening: options.opening ?? null,
    avoid: options.avoid && plan.shared ? { openings: options.avoid, shared: plan.shared } : null,
    date: options.date ?? null,
    minutes: loop.duration.total,
    coverage: plan.coverage,
    asked: plan.asked,
    twice: plan.twice,
    optimality: plan.optimality,
    stages: plan.stages.map(({ id, title, minutes, competencies, questions, alternates }) => ({
      id,
      title,
      minutes,
      competencies,
      questions,
      alternates,
    })),
    competencies: demand.competencies.map(({ competency, title, weight }) => ({
      id: competency,
      title,
      weight,
      stages: plan.stages.filter((stage) => stage.competencies.includes(competency)).map((stage) => stage.id),
    })),
    unrated: plan.unrated,
    requirements: traceRequirements(loop),
    unmapped: role.unmapped,
    gaps: demand.gaps,
    questions: bank.questions.filter(({ id }) => ids.has(id)),
  };
}

/** Every requirement of the role document, in its order, with what the loop does about it. */
export function traceRequirements(loop: Loop): TracedRequirement[] {
  return loop.input.role.requirements.map(({ line, text, section, importance, skills }) => {
    const names = [...new Set(skills.map(({ skill }) => skill))];
    const questions = loop.stages.flatMap((stage) =>
      stage.questions
        .filter(({ question }) => question.skills.some((skill) => names.includes(skill)))
        .map(({ question }) => ({
          id: question.id,
          title: question.title,
          stage: stage.id,
          stageNumber: stage.name.number,
        })),
    );
    const ratedIn =
      questions.length > 0
        ? []
        : loop.stages
            .filter((stage) =>
              stage.competencies.some(({ id }) => skills.some(({ competency }) => competency === id)),
            )
            .map((stage) => stage.name.number);
    return { line, text, section, importance, skills: names, questions, ratedIn };
  });
}
