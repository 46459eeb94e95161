// In: a role file and the ids of the teams there are. Out: the teams that its front matter names, and a finding for each unknown one.
// `teams: payments` or `teams: [payments, data]`: who hires for this role. Everything else in the file is read elsewhere.
import { type Diagnostic, diagnose } from "../document/diagnostic.js";
import { nearest } from "../document/nearest.js";
import type { SourceFile } from "../document/source-file.js";
import { readRoleDocument } from "../role/read-role-document.js";

/** What is wrong with the file itself is reported by whoever reads the role. */
export function teamsOf(
  file: SourceFile,
  known: readonly string[],
): { teams: string[]; findings: Diagnostic[] } {
  const { document } = readRoleDocument(file.path, file.bytes);
  const named = document?.data.teams;
  if (!document || named === undefined || named === null) return { teams: [], findings: [] };
  const list: unknown[] = Array.isArray(named) ? named : [named];
  const findings: Diagnostic[] = [];
  const teams = list.flatMap((name, index) => {
    const place = document.valueAt(Array.isArray(named) ? ["teams", index] : ["teams"]);
    if (typeof name !== "string") {
      findings.push(
        diagnose(
          "invalid-value",
          file.path,
          place,
          `teams is ${JSON.stringify(name)}, expected names of teams`,
        ),
      );
      return [];
    }
    if (known.includes(name)) return [name];
    const close = nearest(name, known);
    findings.push(
      diagnose(
        "unknown-team",
        file.path,
        place,
        `no folder of questions/teams/ is the team "${name}"`,
        close === undefined ? `Add questions/teams/${name}/team.md, or delete it here.` : `Write ${close}`,
      ),
    );
    return [];
  });
  return { teams: [...new Set(teams)], findings };
}
