// In: a workspace. Out: everything that is read once and used for every role: bank, skill index, plan, templates.
// The same for build, check, explain and profile. Prints nothing.
import { readFile } from "node:fs/promises";
import { extname, resolve } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { LoopPlan } from "../assemble/interview-plan.js";
import { readPlan } from "../assemble/read-plan.js";
import { type BankOverlay, overlayBank } from "../bank/overlay-bank.js";
import type { QuestionBank, Skill } from "../bank/question-bank.js";
import { type BankReading, readBank } from "../bank/read-bank.js";
import { openShippedReadings, type ShippedReadings } from "../cache/shipped-readings.js";
import { type Diagnostic, diagnose, KitError } from "../document/diagnostic.js";
import { readDocument } from "../document/document.js";
import { nearest } from "../document/nearest.js";
import type { SourceFile } from "../document/source-file.js";
import { buildSkillIndex, type SkillIndex } from "../skills/skill-index.js";
import { applyToLoop } from "../team/apply-team.js";
import { readTeam } from "../team/read-team.js";
import type { Team } from "../team/team.js";
import type { TeamFiles } from "../workspace/team-files.js";
import type { Workspace } from "../workspace/workspace.js";
import { teamPageFindings } from "./team-pages.js";

export interface Shelf {
  workspace: Workspace;
  reading: BankReading;
  bank: QuestionBank;
  skills: SkillIndex;
  /** Findings of the bank; of a team's shelf, those of the team's files alone. */
  findings: Diagnostic[];
  /** The team whose shelf it is. Without one, it is the shared shelf. */
  team?: TeamShelf;
}

/** What a team lays over the shared shelf. */
export interface TeamShelf {
  overlay: Team;
  bank: BankOverlay;
  files: TeamFiles;
}

/** Reads the bank and compiles its skills. What the package ships was read and compiled before, if it is the same still. */
export function openShelf(workspace: Workspace): Shelf {
  const { files, findings } = shippedReadings();
  const shelf = shelfOf(workspace, readBank(workspace.questions, files));
  return { ...shelf, findings: [...findings, ...shelf.findings] };
}

let opened: ShippedReadings | undefined;
const shippedReadings = (): ShippedReadings => {
  opened ??= openShippedReadings();
  return opened;
};

/** The same of a bank that was read before. */
export function shelfOf(workspace: Workspace, reading: BankReading): Shelf {
  const { bank } = reading;
  return { workspace, reading, bank, skills: skillsOf(bank), findings: reading.findings };
}

/** The shelf of a team, or the shared one where none is named. Without a `shelf`, an error among the findings says why. */
export function openShelfOf(
  shared: Shelf,
  team: string | undefined,
): { shelf?: Shelf; findings: Diagnostic[] } {
  return team === undefined ? { shelf: shared, findings: [] } : openTeam(shared, team);
}

interface Compiled {
  of: readonly (readonly Skill[])[];
  skills: SkillIndex;
}

/** The latest first. Few are kept: each takes some 30 MB, and who edits moves between the shared bank and a team or two. */
let compiled: readonly Compiled[] = [];
const mostCompiled = 3;

/** The index of the bank's skills: compiled again only when a skill is another one than the last times. */
function skillsOf({ competencies }: QuestionBank): SkillIndex {
  const of = competencies.map((competency) => competency.skills);
  const former = compiled.find(
    (one) =>
      one.of.length === of.length &&
      of.every((own, at) => own === one.of[at] || isDeepStrictEqual(own, one.of[at])),
  );
  // Kept with the lists of this bank, so that the next look finds them by identity.
  const compile = (skills: readonly Skill[]) => shippedReadings().indexOf(skills) ?? buildSkillIndex(skills);
  const latest = { of, skills: former?.skills ?? compile(of.flat()) };
  compiled = [latest, ...compiled.filter((one) => one !== former)].slice(0, mostCompiled);
  return latest.skills;
}

/** The shared shelf with one team's overlay on it. Without a `shelf`, an error among the findings says why. */
export function openTeam(shared: Shelf, id: string): { shelf?: Shelf; findings: Diagnostic[] } {
  const { workspace } = shared;
  const files = workspace.teams.find((team) => team.id === id);
  if (!files) {
    const ids = workspace.teams.map((team) => team.id);
    const close = nearest(id, ids);
    throw new KitError(
      "missing-team",
      `there is no team "${id}"`,
      close === undefined
        ? `Known teams: ${ids.join(", ") || "none"}. To add one: questions/teams/${id}/team.md`
        : `Did you mean --team ${close}?`,
    );
  }
  const bank = overlayBank(shared.reading, workspace.questions, files.questions);
  const findings = [...bank.reading.findings];
  if (!files.file) {
    const path = `questions/teams/${id}/team.md`;
    findings.push(diagnose("missing-team-file", path, undefined, "the team has no such file", `Add ${path}`));
    return { findings };
  }
  const { document, findings: unread } = readDocument(files.file.path, files.file.bytes);
  findings.push(...unread);
  if (!document || hasErrors(unread)) return { findings };
  const read = readTeam(id, document, {
    bank: bank.reading.bank,
    plans: planIds(workspace),
    pictures: files.pictures.map(({ path }) => path.slice(`questions/teams/${id}/`.length)),
  });
  findings.push(...read.findings);
  if (!read.team) return { findings };
  const templates = [...workspace.templates.flat(), ...files.templates];
  const pageFindings = teamPageFindings(read.team, document, files, templates);
  findings.push(...pageFindings);
  if (hasErrors(pageFindings)) return { findings };
  const replaced = new Set(bank.overrides.map(({ sharedPath }) => sharedPath));
  const own = bank.reading.bank;
  return {
    shelf: {
      workspace: {
        ...workspace,
        questions: [...workspace.questions.filter(({ path }) => !replaced.has(path)), ...files.questions],
        templates: [...workspace.templates, ...(files.templates.length > 0 ? [files.templates] : [])],
      },
      reading: bank.reading,
      bank: own,
      // Compiling some 5,000 skills takes a while, and most teams add none.
      skills: bank.ownCompetencies.length === 0 ? shared.skills : skillsOf(own),
      findings,
      team: { overlay: read.team, bank, files },
    },
    findings,
  };
}

/** The plan that is used where neither the user nor a team names one. */
const usualPlan = "standard";

/**
 * The plan document that a build uses, by id or path; else the team's, else the usual one. On a team's shelf it comes with the
 * team's minutes, pins and bans. Its findings are errors of the whole run.
 */
export async function openPlan(
  shelf: Shelf,
  name = shelf.team?.overlay.plan ?? usualPlan,
): Promise<{ loop?: LoopPlan; file: SourceFile; findings: Diagnostic[] }> {
  const file = await planFile(shelf.workspace, name);
  const { document, findings } = readDocument(file.path, file.bytes);
  if (!document || hasErrors(findings)) return { file, findings };
  const read = readPlan(document, shelf.bank);
  const result = { file, findings: [...findings, ...read.findings] };
  if (!read.plan || !shelf.team) return read.plan ? { ...result, loop: read.plan } : result;
  const laid = applyToLoop(read.plan, shelf.team.overlay, shelf.bank);
  // A team's wishes fit its own plan; in another, those for stages that it lacks are left out.
  const isForeign = name !== (shelf.team.overlay.plan ?? usualPlan);
  const wishes = laid.findings.map((finding) =>
    isForeign && finding.code === "unknown-stage" ? { ...finding, severity: "warning" as const } : finding,
  );
  return { file, findings: [...result.findings, ...wishes], loop: laid.loop };
}

/** Ids of the workspace's plans. */
export function planIds(workspace: Workspace): string[] {
  return workspace.plans.map((file) => file.path.replace(/^.*\/|\.md$/g, ""));
}

function hasErrors(findings: readonly Diagnostic[]): boolean {
  return findings.some((finding) => finding.severity === "error");
}

async function planFile(workspace: Workspace, name: string): Promise<SourceFile> {
  const known = workspace.plans.find((file) => file.path === `roles/plans/${name}.md`);
  if (known) return known;
  if (extname(name) !== "") {
    const path = resolve(workspace.root, name);
    const bytes = await readFile(path).catch(() => undefined);
    if (bytes) return { path: name, bytes };
  }
  const ids = planIds(workspace);
  const close = nearest(name, ids);
  throw new KitError(
    "missing-plan",
    `there is no plan "${name}"`,
    close === undefined ? `Known plans: ${ids.join(", ") || "none"}` : `Did you mean --plan ${close}?`,
  );
}
