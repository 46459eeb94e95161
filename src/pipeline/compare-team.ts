// In: the shared shelf and a team's. Out: everything in which the team differs from it: its wishes, its questions, and as text
// differences its versions of shared ones. Reads git's history for what a version started from; prints nothing.
import { createTwoFilesPatch } from "diff";
import type { Override } from "../bank/overlay-bank.js";
import { sameVersion, shortHash } from "../document/content-hash.js";
import type { SourceFile } from "../document/source-file.js";
import {
  isBanned,
  type Team,
  type TeamBan,
  type TeamPin,
  type TeamSkill,
  type TeamWeight,
} from "../team/team.js";
import { readBlobs } from "../workspace/git-history.js";
import type { TeamShelf } from "./shelf.js";
import { openPlan, type Shelf } from "./shelf.js";

/** One version of a shared question. Patches are unified differences, empty where nothing differs. */
export interface ComparedOverride {
  id: string;
  path: string;
  sharedPath: string;
  /** What it says it started from, and what the shared question is now. */
  base: string | null;
  shared: string;
  state: "current" | "stale" | "no-base";
  /** From the shared question as it is now to the team's version. */
  patch: string;
  /** From what it started from to the shared question as it is now; null where git does not have the former. */
  since: string | null;
}

export interface TeamDifference {
  team: Pick<Team, "id" | "title" | "path">;
  plan: { shared: string; team: string };
  minutes: { stage: string; shared: number | null; team: number }[];
  pins: TeamPin[];
  /** `questions` are those of the shared bank that a ban takes away. */
  bans: (TeamBan & { questions: string[] })[];
  weights: TeamWeight[];
  skills: TeamSkill[];
  levels: Team["levels"];
  ownCompetencies: { id: string; title: string }[];
  ownQuestions: { id: string; title: string; competency: string; path: string }[];
  overrides: ComparedOverride[];
}

/** Compares a team with the shared bank and the usual plan, or both by the plan that is named. */
export async function compareTeam(
  shared: Shelf,
  own: Shelf & { team: TeamShelf },
  plan?: string,
): Promise<TeamDifference> {
  const { overlay, bank } = own.team;
  const { loop: usual } = await openPlan(shared, plan);
  const { loop } = await openPlan(own, plan);
  const named = await openPlan(shared, plan ?? overlay.plan);
  const lengths = new Map(named.loop?.stages.map((stage) => [stage.id, stage.minutes]));
  const { id, title, path, pins, weights, skills, levels } = overlay;
  return {
    team: { id, title, path },
    plan: { shared: usual?.id ?? "", team: loop?.id ?? usual?.id ?? "" },
    minutes: overlay.minutes.map(({ stage, minutes }) => ({
      stage,
      shared: lengths.get(stage) ?? null,
      team: minutes,
    })),
    pins,
    bans: overlay.bans.map((ban) => ({
      ...ban,
      questions: shared.bank.questions
        .filter((question) => isBanned(question, ban))
        .map((question) => question.id),
    })),
    weights,
    skills,
    levels,
    ownCompetencies: own.bank.competencies
      .filter((competency) => bank.ownCompetencies.includes(competency.id))
      .map((competency) => ({ id: competency.id, title: competency.title })),
    ownQuestions: own.bank.questions
      .filter((question) => bank.ownQuestions.includes(question.id))
      .map((question) => ({
        id: question.id,
        title: question.title,
        competency: question.competency,
        path: question.path,
      })),
    overrides: await compareOverrides(shared, own.team.files.questions, bank.overrides),
  };
}

/** The text differences of a team's versions of shared questions. `files` are the team's. */
async function compareOverrides(
  { workspace }: Shelf,
  files: readonly SourceFile[],
  overrides: readonly Override[],
): Promise<ComparedOverride[]> {
  const stale = overrides.flatMap(({ base, shared }) =>
    base !== undefined && !sameVersion(shared, base) ? [base] : [],
  );
  const history = await readBlobs(workspace.root, stale);
  const text = (all: readonly SourceFile[], path: string) =>
    decoded(all.find((file) => file.path === path)?.bytes);
  return overrides.map(({ id, path, sharedPath, base, shared }) => {
    const now = text(workspace.questions, sharedPath);
    const old = base === undefined ? undefined : history.get(base);
    return {
      id,
      path,
      sharedPath,
      base: base ?? null,
      shared,
      state: base === undefined ? "no-base" : sameVersion(shared, base) ? "current" : "stale",
      // That it names its base is no difference in what is asked.
      patch: patch(sharedPath, path, now, text(files, path).replace(/^base:.*\n/m, "")),
      since: old
        ? patch(`${sharedPath} (${shortHash(base ?? "")})`, `${sharedPath} (now)`, decoded(old), now)
        : null,
    };
  });
}

function patch(oldName: string, newName: string, old: string, now: string): string {
  return old === now
    ? ""
    : createTwoFilesPatch(oldName, newName, old, now, undefined, undefined, { context: 1 });
}

function decoded(bytes: Uint8Array | undefined): string {
  return new TextDecoder("utf-8").decode(bytes ?? new Uint8Array()).replaceAll("\r\n", "\n");
}
