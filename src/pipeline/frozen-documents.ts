// In: the plan and the team of a frozen opening, in their wording of then. Out: both as read, without what only steered the choice: it is
// made, and the names that it was made with may be gone. Touches no disk.
import type { LoopPlan } from "../assemble/interview-plan.js";
import { readPlan } from "../assemble/read-plan.js";
import { allSkills, type QuestionBank } from "../bank/question-bank.js";
import type { Diagnostic } from "../document/diagnostic.js";
import { readDocument, type SourceDocument } from "../document/document.js";
import type { SourceFile } from "../document/source-file.js";
import { readTeam } from "../team/read-team.js";
import type { Team } from "../team/team.js";
import type { TeamFiles } from "../workspace/team-files.js";
import { planIds, type Shelf } from "./shelf.js";

/** The plan of then. What only steers the choice is left out: the choice is made, and its names may be gone. */
export function readFrozenPlan(
  file: SourceFile,
  bank: QuestionBank,
): { loop?: LoopPlan; findings: Diagnostic[] } {
  const { document, findings } = readDocument(file.path, file.bytes);
  if (!document) return { findings };
  const stages: unknown[] = Array.isArray(document.data.stages) ? document.data.stages : [];
  const unsteered = without(document, ["pins", "bans"]);
  const data = { ...unsteered.data, stages: stages.map((stage) => omit(stage as object, ["pins", "focus"])) };
  const read = readPlan({ ...unsteered, data }, bank);
  return { findings: [...findings, ...read.findings], ...(read.plan && { loop: read.plan }) };
}

/** The team of then, with the skills that there still are. */
export function readFrozenTeam(
  id: string,
  frozen: (path: string) => SourceFile,
  bank: QuestionBank,
  { workspace }: Shelf,
): { team?: Team; files?: TeamFiles; findings: Diagnostic[] } {
  const file = frozen(`questions/teams/${id}/team.md`);
  const { document, findings } = readDocument(file.path, file.bytes);
  if (!document) return { findings };
  const today = workspace.teams.find((team) => team.id === id);
  const files: TeamFiles = {
    id,
    file,
    questions: [],
    templates: today?.templates ?? [],
    pictures: today?.pictures ?? [],
  };
  const pictures = files.pictures.map(({ path }) => path.slice(`questions/teams/${id}/`.length));
  const names = new Set(
    [
      ...allSkills(bank).flatMap(({ name, aliases }) => [name, ...aliases]),
      ...bank.competencies.map((one) => one.id),
    ].map((name) => name.toLowerCase()),
  );
  const known = (name: unknown) => typeof name === "string" && names.has(name.toLowerCase());
  const unsteered = without(document, ["pins", "bans", "plan"]);
  const { skills, weights, branding } = unsteered.data;
  const data = {
    ...unsteered.data,
    ...(Array.isArray(skills) && {
      skills: skills.filter((one: unknown) =>
        known(typeof one === "string" ? one : (one as { skill?: unknown }).skill),
      ),
    }),
    ...(typeof weights === "object" &&
      weights !== null && {
        weights: Object.fromEntries(Object.entries(weights).filter(([name]) => known(name))),
      }),
    ...(typeof branding === "object" &&
      branding !== null && {
        branding: pictures.includes(String((branding as { logo?: unknown }).logo))
          ? branding
          : omit(branding, ["logo"]),
      }),
  };
  const read = readTeam(id, { ...unsteered, data }, { bank, plans: planIds(workspace), pictures });
  return { files, findings: [...findings, ...read.findings], ...(read.team && { team: read.team }) };
}

function without(document: SourceDocument, keys: readonly string[]): SourceDocument {
  return { ...document, data: omit(document.data, keys) as Record<string, unknown> };
}

function omit(value: object, keys: readonly string[]): object {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));
}
