// In: a team as read, with the files of its folder and of the workspace. Out: its logo, and what is wrong with logo or language of its pages.
// That the logo's file exists is known; here its bytes are judged.
import { type Diagnostic, diagnose } from "../document/diagnostic.js";
import type { SourceDocument } from "../document/document.js";
import { nearest } from "../document/nearest.js";
import type { SourceFile } from "../document/source-file.js";
import { type Picture, type PictureFault, readPicture } from "../picture/picture.js";
import type { Team } from "../team/team.js";
import type { TeamFiles } from "../workspace/team-files.js";

/** What keeps a team's pages from being printed as it says; `templates` are all layers, its own included. */
export function teamPageFindings(
  team: Team,
  document: SourceDocument,
  files: TeamFiles,
  templates: readonly SourceFile[],
): Diagnostic[] {
  const findings: Diagnostic[] = [];
  const logo = readLogo(team, files);
  if (logo && "fault" in logo) {
    const { code, message, hint } = logo.fault;
    findings.push(diagnose(code, document.path, document.valueAt(["branding", "logo"]), message, hint));
  }
  const locales = templates.flatMap(({ path }) => /\/locales\/([^/]+)\.ya?ml$/.exec(path)?.[1] ?? []);
  if (team.locale !== undefined && !locales.includes(team.locale)) {
    const known = [...new Set(locales)].sort();
    const close = nearest(team.locale, known);
    const message = `there are no labels for "${team.locale}", expected one of ${known.join(", ")}`;
    const hint = close === undefined ? `Add templates/locales/${team.locale}.yaml` : `Write ${close}`;
    findings.push(diagnose("unknown-locale", document.path, document.valueAt(["locale"]), message, hint));
  }
  return findings;
}

/** The logo that a team names, if its folder has the file. */
export function readLogo(
  { id, branding }: Team,
  { pictures }: TeamFiles,
): { picture: Picture } | { fault: PictureFault } | undefined {
  const file = pictures.find(({ path }) => path === `questions/teams/${id}/${branding?.logo}`);
  return file && readPicture(file.bytes);
}
