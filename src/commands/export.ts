// `interview-kit export [role]`: the bank, or one role's loop, as JSON, CSV or Markdown, on stdout or into a file.
import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { composeRole } from "../build/compose-role.js";
import { openWorkshop } from "../build/open-workshop.js";
import { openingJob } from "../build/plan-jobs.js";
import { KitError } from "../document/diagnostic.js";
import {
  bankAsJson,
  bankAsMarkdown,
  kitAsCsv,
  kitAsMarkdown,
  questionsAsCsv,
} from "../exchange/export-bank.js";
import type { Kit } from "../packet/kit.js";
import { openShelf, openShelfOf, type Shelf } from "../pipeline/shelf.js";
import type { RoleLevel } from "../role/role-profile.js";
import { slugOf } from "../workspace/slug.js";
import { readNamedRoles, readWorkspace } from "../workspace/workspace.js";
import { printFindings, warnOfBank } from "./console.js";

export interface ExportOptions {
  format: "json" | "csv" | "markdown";
  out?: string;
  /** The team whose bank or loop it is. */
  team?: string;
  /** The frozen opening whose loop it is, whatever else stands here. */
  opening?: string;
  plan?: string;
  level?: RoleLevel;
}

/** Returns the exit code. */
export async function exportCommand(
  root: string,
  role: string | undefined,
  options: ExportOptions,
): Promise<number> {
  const { opening, format, out } = options;
  if (opening !== undefined) refuseChoices(opening, role, options);
  const shared = openShelf(await readWorkspace(root));
  warnOfBank(shared.findings);
  if (opening !== undefined) {
    const kit = await kitOfOpening(shared, opening);
    return kit ? write(root, kitText(kit, format), out) : 1;
  }
  const { shelf, findings } = openShelfOf(shared, options.team);
  printFindings(findings);
  if (!shelf) return 1;
  const kit = role === undefined ? undefined : await kitOf(root, role, shelf, options);
  if (role !== undefined && !kit) return 1;
  return write(root, kit ? kitText(kit, format) : bankText(shelf, format), out);
}

async function write(root: string, text: string, out: string | undefined): Promise<number> {
  if (out === undefined) process.stdout.write(text);
  else {
    const path = resolve(root, out);
    await writeFile(path, text).catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      throw new KitError("unwritable-output", `${out} cannot be written: ${reason}`);
    });
    process.stderr.write(`✓ ${out}\n`);
  }
  return 0;
}

/** An opening says its role, team, plan and level itself. */
function refuseChoices(
  opening: string,
  role: string | undefined,
  { team, plan, level }: ExportOptions,
): void {
  const stated = { [role ?? ""]: role, "--team": team, "--plan": plan, "--level": level };
  const chosen = Object.entries(stated).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  if (chosen.length === 0) return;
  throw new KitError(
    "frozen-opening",
    `the opening ${opening} is frozen with its role, plan, team and level: ${chosen.join(", ")} cannot change it`,
    `Leave it out, or export without --opening ${opening}.`,
  );
}

async function kitOfOpening(shared: Shelf, opening: string): Promise<Kit | undefined> {
  const { jobs, findings } = await openingJob(shared, opening, { formats: [] });
  printFindings(findings);
  const [job] = jobs;
  if (!job) return undefined;
  const composed = await composeRole(job.file, job.slug, job.workshop);
  printFindings(composed.findings);
  return composed.packet?.kit;
}

function bankText({ bank }: Shelf, format: ExportOptions["format"]): string {
  if (format === "csv") return questionsAsCsv(bank.questions);
  if (format === "markdown") return bankAsMarkdown(bank, bank.questions);
  return `${JSON.stringify(bankAsJson(bank), null, 2)}\n`;
}

function kitText(kit: Kit, format: ExportOptions["format"]): string {
  if (format === "csv") return kitAsCsv(kit);
  if (format === "markdown") return kitAsMarkdown(kit);
  return `${JSON.stringify(kit, null, 2)}\n`;
}

async function kitOf(
  root: string,
  role: string,
  shelf: Shelf,
  options: ExportOptions,
): Promise<Kit | undefined> {
  const {
    roles: [file],
    findings,
  } = await readNamedRoles(root, [role]);
  const { level, plan } = options;
  const { workshop, findings: unopened } = await openWorkshop(shelf, {
    formats: [],
    ...(level !== undefined && { level }),
    ...(plan !== undefined && { plan }),
  });
  if (!file || !workshop) {
    printFindings([...findings, ...unopened]);
    return undefined;
  }
  const composed = await composeRole(file, slugOf(file.path), workshop);
  printFindings([...findings, ...unopened, ...composed.findings]);
  return composed.packet?.kit;
}
