// In: a team and what it is laid over: a role's profile, a plan. Out: the same as that team sees it, each change with its reason.
// What is nearer to the case wins: a role's own front matter over the team, the team over the shared plan. Changes nothing in place.
import type { LoopPlan, StagePlan } from "../assemble/interview-plan.js";
import { splitMinutes } from "../assemble/split-minutes.js";
import type { QuestionBank } from "../bank/question-bank.js";
import {
  compareText,
  type Diagnostic,
  diagnose,
  type Position,
  sortDiagnostics,
} from "../document/diagnostic.js";
import { nearest } from "../document/nearest.js";
import type { Requirement, RoleProfile } from "../role/role-profile.js";
import { isBanned, type Team } from "./team.js";

/** The profile with the team's skills, weights and levels. `level`: whether the user has named one, which holds. */
export function applyToProfile(profile: RoleProfile, team: Team, { level = false } = {}): RoleProfile {
  const demanded = new Set(profile.requirements.flatMap(({ skills }) => skills.map(({ skill }) => skill)));
  const added = team.skills
    .filter(({ skill }) => !demanded.has(skill))
    .map(
      ({ skill, competency, importance, reason }): Requirement => ({
        // No line of the document says it: the team does.
        line: 0,
        text: reason === undefined ? skill : `${skill}: ${reason}`,
        section: team.title,
        importance,
        importanceReason: `asked for by the team ${team.title}`,
        skills: [{ skill, competency, matched: skill, line: 0 }],
      }),
    );
  const asked = profile.level === "unspecified" || level ? undefined : team.levels[profile.level];
  const own = profile.weights ?? {};
  const weights = team.weights.filter(({ name }) => own[name] === undefined);
  return {
    ...profile,
    requirements: [...profile.requirements, ...added],
    ...(asked !== undefined && {
      plannedLevel: asked,
      levelReason: `${profile.levelReason}; the team ${team.title} asks ${profile.level} as ${asked}`,
    }),
    ...((weights.length > 0 || profile.weights) && {
      weights: { ...Object.fromEntries(weights.map(({ name, weight }) => [name, weight])), ...own },
    }),
    ...(weights.length > 0 && {
      weightReasons: Object.fromEntries(
        weights.map(({ name, reason }) => [name, `by the team ${team.title}: ${reason}`]),
      ),
    }),
  };
}

/** The plan with the team's minutes, pins and bans. Stages that it does not have are errors in the team's file. */
export function applyToLoop(
  loop: LoopPlan,
  team: Team,
  bank: QuestionBank,
): { loop: LoopPlan; findings: Diagnostic[] } {
  const findings: Diagnostic[] = [];
  const ids = loop.stages.map(({ id }) => id);
  const knows = (stage: string, at: Position): boolean => {
    if (ids.includes(stage)) return true;
    const close = nearest(stage, ids);
    findings.push(
      diagnose(
        "unknown-stage",
        team.path,
        at,
        `the plan ${loop.id} has no stage "${stage}"`,
        close === undefined ? `Its stages: ${ids.join(", ")}` : `Write ${close}`,
      ),
    );
    return false;
  };
  const minutes = new Map<string, number>();
  for (const one of team.minutes) if (knows(one.stage, one.at)) minutes.set(one.stage, one.minutes);
  const pins = team.pins.filter(({ stage, at }) => stage === undefined || knows(stage, at));

  const pinned = new Set(pins.map(({ question }) => question));
  const banned = new Set(
    bank.questions.filter((question) => team.bans.some((ban) => isBanned(question, ban))).map(({ id }) => id),
  );
  const kept = (list: readonly string[]) => list.filter((id) => !pinned.has(id) && !banned.has(id));
  return {
    loop: {
      ...loop,
      stages: loop.stages.map((stage) => ({
        ...withMinutes(stage, minutes.get(stage.id)),
        pins: [
          ...kept(stage.pins),
          ...pins.filter((pin) => pin.stage === stage.id).map(({ question }) => question),
        ],
      })),
      pins: [
        ...kept(loop.pins),
        ...pins.filter((pin) => pin.stage === undefined).map(({ question }) => question),
      ],
      bans: [...new Set([...loop.bans.filter((id) => !pinned.has(id)), ...banned])].sort(compareText),
      overlay: { path: team.path, pins: Object.fromEntries(pins.map(({ question, at }) => [question, at])) },
    },
    findings: sortDiagnostics(findings),
  };
}

/** Another length: split anew as usual, or, where the plan states its own split, with the difference going to the questions. */
function withMinutes(stage: StagePlan, minutes: number | undefined): StagePlan {
  if (minutes === undefined || minutes === stage.minutes) return stage;
  const usual = splitMinutes(stage.minutes);
  const isUsual = JSON.stringify(stage.split) === JSON.stringify(usual);
  const questions = stage.split.questions + minutes - stage.minutes;
  const split = isUsual || questions < 1 ? splitMinutes(minutes) : { ...stage.split, questions };
  return { ...stage, minutes, split };
}
