// In: a folder on disk. Out: the files of every team below questions/teams/, by what they are. Never writes.
import { compareText, type Diagnostic, diagnose } from "../document/diagnostic.js";
import type { SourceFile } from "../document/source-file.js";
import { isFolderName } from "./slug.js";
import { isFolder, isTemplateFile, readTree } from "./source-tree.js";

/** One team's folder: `questions/teams/<id>/`. */
export interface TeamFiles {
  id: string;
  /** Its team.md; absent where the folder has none. */
  file?: SourceFile;
  /** `<competency>/<question>.md` and `<competency>/competency.md`. */
  questions: SourceFile[];
  /** What stands in its `templates/`: a layer of createRenderer. */
  templates: SourceFile[];
  /** Pictures, from which a logo is chosen. */
  pictures: SourceFile[];
}

const folder = "questions/teams";

/** Reads the teams of the folder `root`, in order of id. */
export async function readTeamFiles(root: string): Promise<{ teams: TeamFiles[]; findings: Diagnostic[] }> {
  if (!isFolder(root, folder)) return { teams: [], findings: [] };
  const { files, findings, passedOver } = await readTree(root, folder, (path) => kindOf(path) !== undefined);
  const teams = new Map<string, TeamFiles>();
  for (const file of files) {
    const id = file.path.split("/")[2] ?? "";
    const team = teams.get(id) ?? { id, questions: [], templates: [], pictures: [] };
    teams.set(id, team);
    const kind = kindOf(file.path);
    if (kind === "team") team.file = file;
    else if (kind !== undefined) team[kind].push(file);
  }
  const misplaced = passedOver.filter((path) => /\.md$/i.test(path) && !/\/readme\.md$/i.test(path));
  const ids = [...teams.keys()].sort(compareText);
  return {
    teams: ids.flatMap((id) => (isFolderName(id) ? (teams.get(id) ?? []) : [])),
    findings: [
      ...findings,
      ...ids
        .filter((id) => !isFolderName(id))
        .map((id) =>
          diagnose(
            "unsafe-folder-name",
            `${folder}/${id}`,
            undefined,
            "the name is not the same on every system or in an address, so the team is left out",
            "Rename the folder: letters and digits, between them hyphens, underscores, spaces and single dots; not the name of a device such as con.",
          ),
        ),
      ...misplaced.map((path) =>
        diagnose(
          "misplaced-file",
          path,
          undefined,
          `nothing reads this file, expected ${folder}/<team>/team.md or ${folder}/<team>/<competency>/<question>.md`,
          "Move it to one of these places.",
        ),
      ),
    ],
  };
}

function kindOf(path: string): "team" | "questions" | "templates" | "pictures" | undefined {
  const [, , team, ...rest] = path.split("/");
  if (team === undefined || rest.length === 0) return undefined;
  if (rest.length === 1 && rest[0] === "team.md") return "team";
  if (rest[0] === "templates") return isTemplateFile(path) ? "templates" : undefined;
  if (/\.(?:svg|png)$/.test(path)) return "pictures";
  return rest.length === 2 && path.endsWith(".md") && !/\/readme\.md$/i.test(path) ? "questions" : undefined;
}
