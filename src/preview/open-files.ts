// In: a workspace folder. Out: its files, kept open: after a change only what was saved is read again, and every other file stays
// the same object, by which later steps know that nothing has changed. Never writes.
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic } from "../document/diagnostic.js";
import type { SourceFile } from "../document/source-file.js";
import { leadsOutOf } from "../workspace/links.js";
import { readSource } from "../workspace/source-tree.js";
import type { TeamFiles } from "../workspace/team-files.js";
import { findRoles, readWorkspace, type Workspace } from "../workspace/workspace.js";

/** A workspace with its roles, as last read. */
export interface OpenFiles {
  workspace: Workspace;
  roles: SourceFile[];
  findings: Diagnostic[];
}

/** Reads everything; what has the bytes it had in `former` stays the same object. */
export async function openFiles(root: string, former?: OpenFiles): Promise<OpenFiles> {
  const workspace = await readWorkspace(root);
  const found = existsSync(join(root, "roles")) ? await findRoles(root) : { roles: [], findings: [] };
  const fresh = { workspace, roles: found.roles, findings: found.findings };
  if (!former) return fresh;
  return eachList(fresh, former, (files, before = []) => {
    const known = new Map(before.map((file) => [file.path, file]));
    return files.map((file) => same(file, known.get(file.path)));
  });
}

/** Reads the named files again. When one of them is new or gone, everything is read. */
export async function reopenFiles(
  root: string,
  former: OpenFiles,
  changed: readonly string[],
): Promise<OpenFiles> {
  const own = new Map(ownFiles(former).map((file) => [file.path, file]));
  const fresh = new Map<SourceFile, SourceFile>();
  for (const path of changed) {
    const known = own.get(path);
    // What became a link that leads elsewhere is refused where everything is read.
    const stays = known && (await leadsOutOf([root], join(root, path))) === undefined;
    const read = stays && (await readSource(root, join(root, path)));
    if (!read || !("bytes" in read)) return openFiles(root, former);
    fresh.set(known, same(read, known));
  }
  return eachList(former, former, (files) => files.map((file) => fresh.get(file) ?? file));
}

/** The folders of content that stand in the workspace itself. */
export function ownFolders(root: string, { workspace }: OpenFiles): string[] {
  return ["questions", "roles/plans", "roles"].filter((folder) =>
    folder === "roles" ? existsSync(join(root, folder)) : !workspace.shipped.includes(folder),
  );
}

/** Whether two states hold the very same files, from the same folders. */
export function sameFiles(one: OpenFiles, other: OpenFiles): boolean {
  const parts = (files: OpenFiles) => [...files.workspace.shipped, ...ownFiles(files)];
  const [a, b] = [parts(one), parts(other)];
  return a.length === b.length && a.every((file, at) => file === b[at]);
}

/** The files that stand in the workspace itself; those of the package have the same paths, and never change. */
function ownFiles({ workspace, roles }: OpenFiles): SourceFile[] {
  const { shipped, questions, plans, templates, teams, shippedTeams } = workspace;
  const has = (folder: string) => !shipped.includes(folder);
  return [
    ...(has("questions") ? questions : []),
    ...(has("roles/plans") ? plans : []),
    ...(has("templates") ? (templates.at(-1) ?? []) : []),
    ...(shippedTeams ? [] : teams).flatMap((team) => [
      ...(team.file ? [team.file] : []),
      ...team.questions,
      ...team.templates,
      ...team.pictures,
    ]),
    ...roles,
  ];
}

/** Every list of files replaced; one in which nothing changed stays the list of `former`. */
function eachList(
  files: OpenFiles,
  former: OpenFiles,
  replace: (files: SourceFile[], before: SourceFile[] | undefined) => SourceFile[],
): OpenFiles {
  const list = (now: SourceFile[], before: SourceFile[] | undefined): SourceFile[] => {
    const next = replace(now, before);
    const unchanged = before?.length === next.length && next.every((file, at) => file === before[at]);
    return before && unchanged ? before : next;
  };
  const { workspace } = files;
  return {
    ...files,
    workspace: {
      ...workspace,
      questions: list(workspace.questions, former.workspace.questions),
      plans: list(workspace.plans, former.workspace.plans),
      templates: workspace.templates.map((layer, at) => list(layer, former.workspace.templates[at])),
      teams: workspace.teams.map((team): TeamFiles => {
        const before = former.workspace.teams.find(({ id }) => id === team.id);
        const [file] = team.file ? replace([team.file], before?.file && [before.file]) : [];
        return {
          ...team,
          ...(file && { file }),
          questions: list(team.questions, before?.questions),
          templates: list(team.templates, before?.templates),
          pictures: list(team.pictures, before?.pictures),
        };
      }),
    },
    roles: list(files.roles, former.roles),
  };
}

function same(file: SourceFile, former: SourceFile | undefined): SourceFile {
  return former && Buffer.compare(file.bytes, former.bytes) === 0 ? former : file;
}
