// In: a workspace with locks. Out: an opening as it was frozen: its role, plan, team and questions in the wording of then, and what has
// changed since. Writes nothing.
import { describeLoop } from "../assemble/describe-loop.js";
import type { LoopPlan } from "../assemble/interview-plan.js";
import { allSkills, type QuestionBank } from "../bank/question-bank.js";
import { inOrder, readBankFiles } from "../bank/read-bank.js";
import { teamQuestionShape } from "../bank/read-question.js";
import { type Diagnostic, KitError } from "../document/diagnostic.js";
import { nearest } from "../document/nearest.js";
import type { SourceFile } from "../document/source-file.js";
import { matchDemand } from "../match/match-demand.js";
import { type Lock, questionOf, type ReadLock, readLock } from "../opening/lock.js";
import { buildSkillIndex } from "../skills/skill-index.js";
import { applyToLoop, applyToProfile } from "../team/apply-team.js";
import { findVersions, lockPath, readLockFiles } from "../workspace/openings.js";
import { readFileIn } from "../workspace/source-tree.js";
import { readFrozenPlan, readFrozenTeam } from "./frozen-documents.js";
import { changedPages } from "./opening-pages.js";
import { askedThoughRetired, changesSince, lostVersions } from "./opening-state.js";
import { type PlannedRole, profileRole } from "./plan-role.js";
import { openTeam, type Shelf } from "./shelf.js";

export interface Opening {
  lock: Lock;
  role: SourceFile;
  planFile: SourceFile;
  loop: LoopPlan;
  /** The shelf with everything that is frozen in its place. */
  shelf: Shelf;
}

/** Reads one opening. Without an `opening`, an error says why. `changes` are remarks on what is different in the workspace today. */
export async function openOpening(
  shared: Shelf,
  name: string,
): Promise<{ opening?: Opening; changes: Diagnostic[]; findings: Diagnostic[] }> {
  const { read, findings } = await findLock(shared.workspace.root, name);
  if (!read) return { findings, changes: [] };
  const { lock } = read;
  const today = await filesOfToday(shared, lock);
  const base = shelfOfTeam(shared, lock.team);
  const changes = [...changesSince(read, today), ...askedThoughRetired(read, base)];
  const versions = await findVersions(shared.workspace.root, lock.opening, lock.files, today);
  const lost = lostVersions(read, versions);
  if (lost.length > 0) return { findings: lost, changes };
  const frozen = (path: string): SourceFile => ({ path, bytes: versions.get(path) ?? new Uint8Array() });

  const questionFiles = Object.keys(lock.files)
    .filter((path) => path.startsWith("questions/") && !path.endsWith("/team.md"))
    .map(frozen);
  const kept = readBankFiles(questionFiles, teamQuestionShape);
  const bank = withFrozen(base.bank, kept);
  const team = lock.team === undefined ? undefined : readFrozenTeam(lock.team, frozen, bank, shared);
  const plan = readFrozenPlan(frozen(lock.plan), bank);
  const faults = [...kept.findings, ...(team?.findings ?? []), ...plan.findings];
  if (!plan.loop || faults.some(({ severity }) => severity === "error")) return { findings: faults, changes };

  const paths = new Set(questionFiles.map(({ path }) => path));
  const { questions } = base.workspace;
  const shelf: Shelf = {
    ...base,
    workspace: {
      ...base.workspace,
      questions: [...questions.filter(({ path }) => !paths.has(path)), ...questionFiles],
    },
    bank,
    skills: buildSkillIndex(allSkills(bank)),
    findings: [],
  };
  if (team?.team && team.files && base.team)
    shelf.team = { ...base.team, overlay: team.team, files: team.files };
  else if (team?.team && team.files)
    shelf.team = {
      overlay: team.team,
      files: team.files,
      bank: { reading: base.reading, ownQuestions: [], ownCompetencies: [], overrides: [] },
    };
  else delete shelf.team;
  const loop = team?.team ? applyToLoop(plan.loop, team.team, bank).loop : plan.loop;
  const opening: Opening = { lock, role: frozen(lock.role), planFile: frozen(lock.plan), loop, shelf };
  changes.push(...changedPages(lock, shelf, planOpening(opening).demand));
  return { opening, changes, findings: faults };
}

/** The loop of an opening: nothing is chosen, only described. */
export function planOpening({ lock, role, loop, shelf }: Opening): PlannedRole {
  const { profile: read, reading, findings } = profileRole(role, shelf);
  if (!read || !reading) return { findings };
  const seen = shelf.team ? applyToProfile(read, shelf.team.overlay) : read;
  const profile = { ...seen, plannedLevel: lock.level };
  const ids = new Set(lock.stages.flatMap(({ questions, spares }) => [...questions, ...spares]));
  const demand = matchDemand(profile, shelf.bank, ids);
  const byId = new Map(demand.questions.map((question) => [question.id, question]));
  const look = (list: readonly string[]) => list.flatMap((id) => byId.get(id) ?? []);
  const chosen = lock.stages.map(({ id, questions, spares }) => ({
    stage: id,
    questions: look(questions),
    spares: look(spares),
  }));
  const { objective, bound } = lock;
  const plan = describeLoop(demand, loop, chosen, new Set(), {
    status: objective === bound ? "optimal" : "gap",
    objective,
    bound,
    gap: bound === 0 ? 0 : (bound - objective) / bound,
  });
  return { profile, reading, demand, plan, findings };
}

/** The questions that these openings ask (their spares are not asked). Unknown openings, and locks that cannot be read, are KitErrors. */
export async function askedIn(root: string, openings: readonly string[]): Promise<Set<string>> {
  const asked = new Set<string>();
  for (const name of openings) {
    const { read, findings } = await findLock(root, name);
    const [fault] = findings;
    if (!read)
      throw new KitError(
        "unreadable-lock",
        `${lockPath(name)}:${fault?.line ?? 1}: ${fault?.message ?? "cannot be read"}`,
      );
    for (const { questions } of read.lock.stages) for (const id of questions) asked.add(id);
  }
  return asked;
}

/** What wants mending in every lock of a workspace: those that cannot be read, and wording that is lost. Changes are remarks. */
export async function checkOpenings(shared: Shelf): Promise<{ count: number; findings: Diagnostic[] }> {
  const { root } = shared.workspace;
  const { files, findings } = await readLockFiles(root);
  const all = [...findings];
  for (const file of files) {
    const { read, findings: faults } = readLock(file.path, file.bytes);
    all.push(...faults);
    if (!read) continue;
    const today = await filesOfToday(shared, read.lock);
    const versions = await findVersions(root, read.lock.opening, read.lock.files, today);
    all.push(
      ...lostVersions(read, versions),
      ...changesSince(read, today),
      ...askedThoughRetired(read, shelfOfTeam(shared, read.lock.team)),
    );
  }
  return { count: files.length, findings: all };
}

/** One place of a question in a frozen opening. */
export interface FrozenUse {
  opening: string;
  path: string;
  line: number;
  stage: string;
  /** Held in reserve. */
  spare: boolean;
  /** The team whose opening it is, if it is one's. */
  team?: string;
}

/** The frozen openings that ask a question, or hold it in reserve; a lock that cannot be read asks nothing. */
export async function openingsWith(root: string, question: string): Promise<FrozenUse[]> {
  const { files } = await readLockFiles(root);
  return files.flatMap(({ path, bytes }) => {
    const { read } = readLock(path, bytes);
    if (!read) return [];
    const { opening, stages, files: kept, team } = read.lock;
    const file = Object.keys(kept).find((one) => questionOf(one) === question);
    const line = file === undefined ? 1 : read.at(file).line;
    return stages.flatMap(({ id: stage, questions, spares }) =>
      [questions, spares].flatMap((ids, spare) =>
        ids.includes(question)
          ? [{ opening, path, line, stage, spare: spare === 1, ...(team !== undefined && { team }) }]
          : [],
      ),
    );
  });
}

async function findLock(root: string, name: string): Promise<{ read?: ReadLock; findings: Diagnostic[] }> {
  const { files, findings } = await readLockFiles(root);
  const file = files.find(({ path }) => path === lockPath(name));
  if (file) return readLock(file.path, file.bytes);
  const unreadable = findings.filter(({ path }) => path === lockPath(name));
  if (unreadable.length > 0) return { findings: unreadable };
  const known = files.map(({ path }) => questionOf(path).replace(/\.yaml$/, ""));
  const close = nearest(name, known);
  throw new KitError(
    "missing-opening",
    `there is no opening "${name}"`,
    close === undefined
      ? `Frozen openings: ${known.join(", ") || "none"}. To freeze one: interview-kit freeze <role> --opening ${name}`
      : `Did you mean ${close}?`,
  );
}

/** The files of a lock as they stand in the workspace today; those that are gone are absent. */
async function filesOfToday(shared: Shelf, { role, team }: Lock): Promise<SourceFile[]> {
  const { workspace } = shared;
  const own = workspace.teams.find(({ id }) => id === team);
  const roleFile = await readFileIn(workspace.root, role);
  return [
    ...workspace.questions,
    ...workspace.plans,
    ...(own ? [...own.questions, ...(own.file ? [own.file] : [])] : []),
    ...(roleFile ? [roleFile] : []),
  ];
}

/** The team's shelf, or the shared one where the team is gone or broken: the frozen files say the rest. */
function shelfOfTeam(shared: Shelf, team: string | undefined): Shelf {
  if (team === undefined || !shared.workspace.teams.some(({ id }) => id === team)) return shared;
  return openTeam(shared, team).shelf ?? shared;
}

/** The competencies of then and no others, so that the role is read and weighed as it was; and today's questions about them, but for those of then. */
function withFrozen(
  bank: QuestionBank,
  kept: Pick<QuestionBank, "competencies" | "questions">,
): QuestionBank {
  const frozen = new Set(kept.questions.map(({ id }) => id));
  const competencies = new Set(kept.competencies.map(({ id }) => id));
  const others = bank.questions.filter(
    ({ id, competency }) => !frozen.has(id) && competencies.has(competency),
  );
  return inOrder(kept.competencies, [...others, ...kept.questions]);
}
