// `interview-kit profile <role-file>`: how a role document is read. JSON on stdout with --json, a readable list otherwise.
import pc from "picocolors";
import { profileRole } from "../pipeline/plan-role.js";
import { openShelf } from "../pipeline/shelf.js";
import type { RoleLevel } from "../role/role-profile.js";
import { readNamedRoles, readWorkspace } from "../workspace/workspace.js";
import { hasErrors, printFindings, warnOfBank } from "./console.js";

export interface ProfileOptions {
  json?: boolean;
  level?: RoleLevel;
}

/** Returns the exit code. */
export async function profileCommand(root: string, role: string, options: ProfileOptions): Promise<number> {
  const shelf = openShelf(await readWorkspace(root));
  const { roles, findings: missing } = await readNamedRoles(root, [role]);
  printFindings(missing);
  const [file] = roles;
  if (!file) return 1;
  const { profile, findings } = profileRole(file, shelf, options.level);
  // What could not be read is part of the reading.
  printFindings(findings, true);
  warnOfBank(shelf.findings);
  if (!profile) return 1;
  if (options.json) {
    process.stdout.write(`${JSON.stringify(profile, null, 2)}\n`);
  } else {
    const lines = [
      `${pc.bold(profile.title)} (${profile.titleReason})`,
      `level ${pc.bold(profile.level)}: ${profile.levelReason}`,
      "",
      ...profile.requirements.map((one) => {
        const skills = one.skills.map((mention) => mention.skill).join(", ");
        return `${String(one.line).padStart(4)}  ${one.importance.padEnd(6)}  ${one.text}\n              ${pc.cyan(skills)}`;
      }),
      "",
      pc.bold("Read, but leading to no skill"),
      ...profile.unmapped.map((one) => `${String(one.line).padStart(4)}  ${one.why}  ${one.text}`),
    ];
    process.stdout.write(`${lines.join("\n")}\n`);
  }
  return hasErrors(findings) ? 1 : 0;
}
