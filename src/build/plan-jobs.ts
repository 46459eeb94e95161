// In: the role files of a run and the teams that the user named. Out: what is to be built: each role for the teams that hire for it,
// or for all; and a finding for each that cannot be. Opens each team's workshop once. Writes nothing.
import { type Diagnostic, diagnose } from "../document/diagnostic.js";
import type { SourceFile } from "../document/source-file.js";
import { kitFolder } from "../packet/kit.js";
import { openOpening } from "../pipeline/openings.js";
import { teamsOf } from "../pipeline/role-teams.js";
import { openTeam, type Shelf } from "../pipeline/shelf.js";
import { lockPath } from "../workspace/openings.js";
import { lookOf, slugOf } from "../workspace/slug.js";
import type { RoleResult } from "./build-role.js";
import type { Workshop } from "./build-settings.js";
import type { RoleJob } from "./draft-role.js";
import { type BuildWishes, openWorkshop } from "./open-workshop.js";

export interface Jobs {
  jobs: RoleJob[];
  /** Roles that cannot be built at all, each with its reason. */
  refused: RoleResult[];
  /** The workshop of the shared bank, even when every role is a team's: the page that links all kits is nobody's own. */
  shared?: Workshop;
  /** What is wrong with plans, templates and teams. */
  findings: Diagnostic[];
}

/** The one job of a frozen opening. */
export async function openingJob(
  shelf: Shelf,
  name: string,
  wishes: BuildWishes,
): Promise<Jobs & { changes: Diagnostic[] }> {
  const { opening, changes, findings } = await openOpening(shelf, name);
  const result = { role: lockPath(name), slug: name, folder: `openings/${name}`, files: [], pages: 0 };
  if (!opening) return { jobs: [], refused: [{ ...result, findings: [] }], findings, changes };
  const opened = await openWorkshop(opening.shelf, wishes, opening);
  const all = [...findings, ...opened.findings];
  const { workshop } = opened;
  if (!workshop) return { jobs: [], refused: [{ ...result, findings: [] }], findings: all, changes };
  const { role: file } = opening;
  const job = { file, slug: slugOf(file.path), folder: result.folder, workshop };
  return { jobs: [job], refused: [], shared: workshop, findings: all, changes };
}

/**
 * Plans the jobs of a run. `teams` are those that the user named; without any, each role is built for the teams that its front
 * matter names, and for the shared bank only if it names none: a second kit beside the team's would get into somebody's hands.
 */
export async function planJobs(
  roles: readonly SourceFile[],
  teams: readonly string[],
  shelf: Shelf,
  wishes: BuildWishes,
): Promise<Jobs> {
  const shared = await openWorkshop(shelf, wishes);
  const findings = [...shared.findings];
  const workshops = new Map<string, Workshop | undefined>();
  const open = async (id: string): Promise<Workshop | undefined> => {
    if (workshops.has(id)) return workshops.get(id);
    const team = openTeam(shelf, id);
    const opened = team.shelf ? await openWorkshop(team.shelf, wishes) : { findings: [] };
    // The shared templates and plan have been reported already.
    const known = new Set(findings.map((finding) => JSON.stringify(finding)));
    const own = [...team.findings, ...opened.findings];
    findings.push(...own.filter((finding) => !known.has(JSON.stringify(finding))));
    const workshop = "workshop" in opened ? opened.workshop : undefined;
    workshops.set(id, workshop);
    return workshop;
  };
  for (const id of teams) await open(id);

  const known = shelf.workspace.teams.map(({ id }) => id);
  const jobs: RoleJob[] = [];
  const refused: RoleResult[] = [];
  const owners = new Map<string, string>();
  for (const file of roles) {
    const named = teamsOf(file, known);
    const slug = slugOf(file.path);
    const wanted = teams.length > 0 ? [...new Set(teams)] : named.teams;
    if (teams.length === 0 && named.findings.length > 0) {
      refused.push({ role: file.path, slug, folder: slug, files: [], pages: 0, findings: named.findings });
      continue;
    }
    for (const team of wanted.length > 0 ? wanted : [undefined]) {
      const folder = kitFolder({
        role: slug,
        team: team === undefined ? null : { id: team, title: team },
        opening: null,
      });
      const look = lookOf(folder);
      const owner = owners.get(look);
      if (owner === file.path) continue;
      const result = {
        role: file.path,
        slug,
        folder,
        ...(team !== undefined && { team }),
        files: [],
        pages: 0,
        findings: [] as Diagnostic[],
      };
      if (owner !== undefined) {
        // Two documents whose names lead to the same folder would overwrite each other: the second is refused by name.
        const message = `its output folder "${folder}" is already that of ${owner}, or looks the same`;
        result.findings.push(
          diagnose("duplicate-role", file.path, undefined, message, "Rename one of the two files."),
        );
        refused.push(result);
        continue;
      }
      owners.set(look, file.path);
      const workshop = team === undefined ? shared.workshop : await open(team);
      if (workshop) jobs.push({ file, slug, folder, workshop });
      else refused.push(result);
    }
  }
  return { jobs, refused, findings, ...(shared.workshop && { shared: shared.workshop }) };
}
