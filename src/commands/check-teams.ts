// In: the shared shelf and the roles. Out: what wants mending in every team: its file, its questions, its versions of shared ones,
// and the loops of the roles that it hires for. Part of `interview-kit check`; prints nothing.
import type { CheckContext, CheckedRole } from "../check/rules.js";
import { runRules } from "../check/rules.js";
import { preparationIn } from "../check/spoken.js";
import type { Diagnostic } from "../document/diagnostic.js";
import { readDocument } from "../document/document.js";
import type { SourceFile } from "../document/source-file.js";
import { planRole } from "../pipeline/plan-role.js";
import { teamsOf } from "../pipeline/role-teams.js";
import { openPlan, openTeam, type Shelf } from "../pipeline/shelf.js";
import { createRenderer } from "../render/renderer.js";

/** What the rules that read words go by; the same for every team. */
type WordRules = Pick<CheckContext, "topics" | "countries" | "today">;

/** Checks every team of the workspace; those of the package only where a role names them. `plan`: one that the user named. */
export async function checkTeams(
  shared: Shelf,
  roles: readonly SourceFile[],
  plan: string | undefined,
  words: WordRules,
): Promise<{ count: number; findings: Diagnostic[] }> {
  const { workspace } = shared;
  const findings: Diagnostic[] = [];
  const ids = workspace.teams.map(({ id }) => id);
  const named = new Map<string, SourceFile[]>();
  for (const role of roles) {
    const { teams, findings: unknown } = teamsOf(role, ids);
    findings.push(...unknown);
    for (const team of teams) named.set(team, [...(named.get(team) ?? []), role]);
  }
  const checked = ids.filter((id) => !workspace.shippedTeams || named.has(id));
  // A team that no role names may be given any role on the command line.
  for (const id of checked)
    findings.push(...(await checkTeam(shared, id, named.get(id) ?? roles, plan, words)));
  return { count: checked.length, findings };
}

async function checkTeam(
  shared: Shelf,
  id: string,
  roles: readonly SourceFile[],
  plan: string | undefined,
  words: WordRules,
): Promise<Diagnostic[]> {
  const { shelf, findings } = openTeam(shared, id);
  const found = [...findings];
  if (!shelf) return found;
  const { loop, findings: planFindings } = await openPlan(shelf, plan);
  const own = `questions/teams/${id}/`;
  const isOwn = (path: string) => path.startsWith(own);
  // What is wrong with the shared plans and templates is reported once, without any team.
  const ofTeam = (all: readonly Diagnostic[]) => all.filter(({ path }) => isOwn(path));
  found.push(...ofTeam(planFindings));
  if (shelf.team && shelf.team.files.templates.length > 0)
    found.push(...ofTeam(createRenderer(shelf.workspace.templates).findings));
  const planned: CheckedRole[] = [];
  if (loop) {
    for (const file of roles) {
      const { profile, demand, plan: loopOfRole, findings: ofRole } = await planRole(file, shelf, loop);
      found.push(...ofRole.filter(({ message }) => message.includes(` in the team ${id}: `)));
      if (profile && demand) planned.push({ profile, demand, ...(loopOfRole && { plan: loopOfRole }) });
    }
  }
  const file = shelf.team?.files.file;
  const { document } = file ? readDocument(file.path, file.bytes) : {};
  const rules = await runRules({
    ...words,
    bank: shelf.bank,
    documents: new Map([
      ...(shelf.team?.files.questions ?? []).flatMap(({ path }) => {
        const own = shelf.reading.documents.get(path);
        return own ? [[path, own] as const] : [];
      }),
      ...(document ? [[document.path, document] as const] : []),
    ]),
    roles: planned,
    spoken: document ? preparationIn(document) : [],
    only: isOwn,
  });
  found.push(
    ...ofTeam(rules),
    ...rules
      .filter(({ code }) => code === "poorly-covered-demand")
      .map((finding) => ({ ...finding, message: `in the team ${id}: ${finding.message}` })),
  );
  return found;
}
