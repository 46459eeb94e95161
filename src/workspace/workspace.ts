// In: a folder on disk. Out: the files that a build reads: questions, templates, plans and roles, as bytes with their paths.
// What the folder does not have (questions/, roles/plans/, single templates) comes from the package itself. Never writes.
import { existsSync, readdirSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { basename, dirname, extname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { compareText, type Diagnostic, diagnose, KitError } from "../document/diagnostic.js";
import type { SourceFile } from "../document/source-file.js";
import { isWithin, leadsOutOf } from "./links.js";
import { type Pictures, readPictures } from "./read-pictures.js";
import { packageRoot } from "./shipped.js";
import { foreignLink, isFolder, isTemplateFile, readSource, readTree } from "./source-tree.js";
import { readTeamFiles, type TeamFiles } from "./team-files.js";

/** File endings that are read as role documents. */
const roleExtensions = [".md", ".markdown", ".txt"];

export interface Workspace {
  root: string;
  questions: SourceFile[];
  /** The shipped templates, then the workspace's own if it has any: the layers of createRenderer. */
  templates: SourceFile[][];
  plans: SourceFile[];
  /** By id. */
  teams: TeamFiles[];
  /** Whether the teams are the package's examples. */
  shippedTeams: boolean;
  /** The pictures that questions, plans and teams ask for. Their findings are also those of the workspace. */
  pictures: Pictures;
  /** Folders that the workspace lacks, so that the shipped ones are used. */
  shipped: string[];
  /** Files that could not be read, or that stand where nothing reads them. */
  findings: Diagnostic[];
}

/** Files with what could not be read. */
export interface FoundRoles {
  roles: SourceFile[];
  findings: Diagnostic[];
}

/** Reads everything but the roles. */
export async function readWorkspace(root: string): Promise<Workspace> {
  if (!isFolder(root)) throw new KitError("missing-folder", `there is no folder ${root}`);
  // Asked once: a folder that comes or goes while this reads is either the workspace's throughout or the package's.
  const shipped = ["questions", "templates", "roles/plans"].filter((folder) =>
    folder === "questions" ? !hasBank(root) : !isFolder(root, folder),
  );
  const from = (folder: string) => (shipped.includes(folder) ? packageRoot : root);
  const questions = await readTree(from("questions"), "questions", isBankFile, [packageRoot]);
  const plans = await readTree(from("roles/plans"), "roles/plans", (path) => path.endsWith(".md"), [
    packageRoot,
  ]);
  // A folder with teams and nothing else lays them over the shipped bank.
  const ownTeams = isFolder(root, "questions");
  const teams = await readTeamFiles(ownTeams ? root : packageRoot);
  const templates = await readTree(packageRoot, "templates", isTemplateFile);
  const own =
    from("templates") === root && root !== packageRoot
      ? await readTree(root, "templates", isTemplateFile, [packageRoot])
      : undefined;
  const asked = [
    [from("questions"), questions.files],
    [from("roles/plans"), plans.files],
    [
      ownTeams ? root : packageRoot,
      teams.teams.flatMap((team) => [...(team.file ? [team.file] : []), ...team.questions]),
    ],
  ] as const;
  const pictures = await Promise.all(asked.map(([folder, files]) => readPictures(folder, files)));
  return {
    root,
    pictures: {
      byPath: new Map(pictures.flatMap(({ byPath }) => [...byPath])),
      findings: pictures.flatMap(({ findings }) => findings),
    },
    questions: questions.files,
    templates: [templates.files, ...(own ? [own.files] : [])],
    plans: plans.files,
    teams: teams.teams,
    shippedTeams: !ownTeams,
    shipped,
    findings: [
      ...[questions, templates, plans, teams, ...(own ? [own] : [])].flatMap((tree) => tree.findings),
      ...pictures.flatMap(({ findings }) => findings),
      ...questions.passedOver.filter((path) => path.endsWith(".md")).flatMap(misplaced),
    ],
  };
}

/** The role documents in `roles/`, in order of path; `roles/plans/`, `roles/openings/` and README files are none. */
export async function findRoles(root: string): Promise<FoundRoles> {
  if (!isFolder(join(root, "roles"))) {
    throw new KitError(
      "missing-folder",
      `there is no roles/ folder in ${root}`,
      "Make one and put a role document into it, or name a file: interview-kit build path/to/role.md",
    );
  }
  const { files, findings } = await readTree(
    root,
    "roles",
    (path) => !/^roles\/(?:plans|openings)\//.test(path) && isRoleFile(path),
  );
  if (files.length === 0 && findings.length === 0) {
    throw new KitError(
      "missing-role",
      `there is no role document in ${join(root, "roles")}`,
      "Put one there (.md, .markdown or .txt), or name a file: interview-kit build path/to/role.md",
    );
  }
  return { roles: files, findings };
}

/** The roles that a user named: paths of files or folders, or names of documents in `roles/`. Nothing found at all is a KitError. */
export async function readNamedRoles(root: string, names: readonly string[]): Promise<FoundRoles> {
  const roles: SourceFile[] = [];
  const findings: Diagnostic[] = [];
  const take = (read: SourceFile | Diagnostic): void => {
    if ("bytes" in read) roles.push(read);
    else findings.push(read);
  };
  const hint = "Name a file (.md, .markdown or .txt) or a document in roles/ without its ending.";
  for (const name of names) {
    const path = locate(root, name);
    if (path === undefined) {
      findings.push(diagnose("missing-role", name, undefined, "there is no such role document", hint));
    } else if (isFolder(path)) {
      const entries = (await readdir(path)).filter(isRoleFile).sort(compareText);
      for (const entry of entries) take(await readLinked(root, path, join(path, entry)));
      if (entries.length === 0) {
        findings.push(
          diagnose("missing-role", name, undefined, "there is no role document in this folder", hint),
        );
      }
    } else take(await readLinked(root, isWithin(root, path) ? root : dirname(path), path));
  }
  const missing = findings.filter(({ code }) => code === "missing-role");
  if (roles.length === 0 && missing.length === findings.length) {
    throw new KitError(
      "missing-role",
      `no role document found: ${missing.map(({ path }) => path).join(", ")}`,
      hint,
    );
  }
  return { roles, findings };
}

/** A file that may be a link, but not one that leads out of the folder from which it was chosen. */
async function readLinked(root: string, folder: string, path: string): Promise<SourceFile | Diagnostic> {
  const outside = await leadsOutOf([root, folder, packageRoot], path);
  if (outside === undefined) return readSource(root, path);
  const shown = isWithin(root, path) ? relative(root, path).split(sep).join("/") : path;
  return foreignLink(shown, outside);
}

/** A path as it is printed in a kit: within the workspace as it is, from elsewhere its name only, so that a kit tells nothing of the machine. */
export function printedPath(path: string): string {
  return isAbsolute(path) || path.startsWith("..") ? basename(path) : path;
}

/** Whether a workspace has a bank of its own: anything in questions/ that is neither a team nor a README. */
function hasBank(root: string): boolean {
  const folder = join(root, "questions");
  return (
    isFolder(folder) && readdirSync(folder).some((entry) => entry !== "teams" && !/^readme\.md$/i.test(entry))
  );
}

/** How many files readWorkspace will find in the bank, some more or less: they are not looked at. As there, links are not followed. */
export async function countBankFiles(root: string): Promise<number> {
  const folder = join(hasBank(root) ? root : packageRoot, "questions");
  if ((await leadsOutOf([root, packageRoot], folder)) !== undefined) return 0;
  // With their types alone: without them Node walks into folders that are links.
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile() && entry.name.endsWith(".md")).length;
}

/** Questions and competencies of the shared bank. */
export function isBankFile(path: string): boolean {
  return /^questions\/(?!teams\/)[^/]+\/[^/]+\.md$/.test(path);
}

function isRoleFile(path: string): boolean {
  return roleExtensions.includes(extname(path).toLowerCase()) && !/^(?:readme|\.)/i.test(basename(path));
}

function misplaced(path: string): Diagnostic[] {
  if (/^questions\/(?:teams\/|readme\.md$)/i.test(path)) return [];
  return [
    diagnose(
      "misplaced-file",
      path,
      undefined,
      "nothing reads this file, expected questions/<competency>/<question>.md",
      "Move it into a competency's folder.",
    ),
  ];
}

function locate(root: string, name: string): string | undefined {
  const direct = isAbsolute(name) ? name : resolve(root, name);
  const candidates = [
    direct,
    ...roleExtensions.map((extension) => join(root, "roles", `${name}${extension}`)),
  ];
  return candidates.find((path) => existsSync(path));
}
