// In: a planned loop and the shelf that it was planned on. Out: its lock, and the files that it rests on. Writes nothing.
import { allSkills, type Competency } from "../bank/question-bank.js";
import { contentHash } from "../document/content-hash.js";
import type { SourceFile } from "../document/source-file.js";
import type { Demand } from "../match/demand.js";
import { matchDemand } from "../match/match-demand.js";
import { type Lock, stagesOf } from "../opening/lock.js";
import { buildSkillIndex } from "../skills/skill-index.js";
import { applyToProfile } from "../team/apply-team.js";
import { gapLines, templatesVersion } from "./opening-pages.js";
import { type PlannedRole, profileRole } from "./plan-role.js";
import type { Shelf } from "./shelf.js";

/** What a planned loop rests on, and its lock. */
export function lockOf(
  opening: string,
  input: {
    role: SourceFile;
    planFile: SourceFile;
    planned: PlannedRole;
    shelf: Shelf;
    avoid?: readonly string[];
  },
): { lock: Lock; files: SourceFile[] } {
  const { role, planFile, planned, shelf, avoid = [] } = input;
  const { plan, demand } = planned;
  if (!plan || !demand) throw new Error("a role without a loop cannot be frozen");
  const ids = new Set(
    plan.stages.flatMap(({ questions, alternates }) => [...questions, ...alternates].map(({ id }) => id)),
  );
  const questions = shelf.bank.questions.filter(({ id }) => ids.has(id));
  const rated = new Set(questions.map(({ competency }) => competency));
  const paths = new Set([
    ...questions.map(({ path }) => path),
    ...catalogueOf(role, planned, shelf, rated).map(({ path }) => path),
  ]);
  const team = shelf.team;
  const files = [
    role,
    planFile,
    ...(team?.files.file ? [team.files.file] : []),
    ...shelf.workspace.questions.filter(({ path }) => paths.has(path)),
  ];
  return {
    lock: {
      opening,
      role: role.path,
      plan: planFile.path,
      ...(team && { team: team.overlay.id }),
      level: demand.level,
      ...(avoid.length > 0 && { avoid: [...avoid] }),
      templates: templatesVersion(shelf),
      gaps: gapLines(demand),
      objective: plan.optimality.objective,
      bound: plan.optimality.bound,
      stages: stagesOf(plan),
      files: Object.fromEntries(files.map(({ path, bytes }) => [path, contentHash(bytes)])),
    },
    files,
  };
}

/**
 * The competencies by which a role is read and weighed: those that it names and those that are rated, if they alone lead to the same
 * demand; else all, since a skill of another may have decided how a word was read.
 */
function catalogueOf(
  role: SourceFile,
  { profile, demand }: PlannedRole,
  shelf: Shelf,
  rated: ReadonlySet<string>,
): Competency[] {
  const named = new Set([
    ...rated,
    ...(demand?.competencies.map(({ competency }) => competency) ?? []),
    ...(profile?.requirements.flatMap(({ skills }) => skills.map(({ competency }) => competency)) ?? []),
  ]);
  const competencies = shelf.bank.competencies.filter(({ id }) => named.has(id));
  const bank = { competencies, questions: [] };
  const { profile: read } = profileRole(role, { ...shelf, bank, skills: buildSkillIndex(allSkills(bank)) });
  const seen = read && shelf.team ? applyToProfile(read, shelf.team.overlay) : read;
  const weights = (one: Demand | undefined) =>
    JSON.stringify([one?.totalWeight, one?.competencies.map(({ skills }) => skills)]);
  const same = seen && profile && weights(matchDemand(seen, bank)) === weights(demand);
  return same ? competencies : shelf.bank.competencies;
}
