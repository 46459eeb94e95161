// `interview-kit build [role…]`: reads, plans, renders and prints every role, and moves each finished kit into out/.
// The work is done in build/; here options become settings, and what came of it is said.
import { resolve } from "node:path";
import pc from "picocolors";
import type { RoleJob, RoleResult } from "../build/build-role.js";
import { buildRoles, placeSiteIndex } from "../build/build-roles.js";
import type { BuildWishes } from "../build/open-workshop.js";
import { openingJob, planJobs } from "../build/plan-jobs.js";
import type { Diagnostic } from "../document/diagnostic.js";
import { KitError } from "../document/diagnostic.js";
import { planRole } from "../pipeline/plan-role.js";
import { openShelf } from "../pipeline/shelf.js";
import { type Printer, withPrinter } from "../print/printer.js";
import { claimOutput, type OutputClaim } from "../workspace/claim-output.js";
import { findRoles, readNamedRoles, readWorkspace } from "../workspace/workspace.js";
import { jsonSummary, summarise } from "./build-summary.js";
import { countFindings, hasErrors, Progress, printFindings } from "./console.js";

/** The options of the command line; what is not about this run is what the user wishes of the kits. */
export interface BuildOptions extends BuildWishes {
  out: string;
  /** Teams to build for; without any, those that each role names. */
  teams?: string[];
  /** A frozen opening to build, and nothing else. */
  opening?: string;
  browser?: string;
  json?: boolean;
  quiet?: boolean;
}

/** Returns the exit code. */
export async function buildCommand(
  root: string,
  names: readonly string[],
  { out: outOption, teams = [], opening, browser: browserOption, json, quiet, ...wishes }: BuildOptions,
): Promise<number> {
  const started = performance.now();
  const workspace = await readWorkspace(root);
  const shelf = openShelf(workspace);
  if (opening !== undefined) refuseChoices(opening, names, teams, wishes);
  const { roles, findings: roleFindings } =
    opening !== undefined
      ? { roles: [], findings: [] }
      : names.length === 0
        ? await findRoles(root)
        : await readNamedRoles(root, names);
  const none: Diagnostic[] = [];
  const {
    jobs,
    refused,
    shared,
    changes,
    findings: jobFindings,
  } = opening === undefined
    ? { ...(await planJobs(roles, teams, shelf, wishes)), changes: none }
    : await openingJob(shelf, opening, wishes);
  const common = [...workspace.findings, ...shelf.findings, ...roleFindings, ...jobFindings];
  const out = resolve(root, outOption);

  const results: RoleResult[] = [...refused];
  let browser: string | undefined;
  if (jobs.length > 0) {
    const progress = new Progress(quiet === true || json === true);
    const run = async (printer?: Printer): Promise<void> => {
      browser = printer?.browser;
      const equipped = jobs.map((job) => ({
        ...job,
        workshop: { ...job.workshop, ...(printer && { printer }) },
      }));
      const built = await buildRoles(equipped, out, {
        expect: (documents) => progress.expect(documents),
        made: (document) => progress.step(document),
        done: (result) => {
          if (result.kit) progress.line(builtLine(result));
        },
      });
      results.push(...built);
      progress.end();
    };
    let claim: OutputClaim | undefined;
    try {
      claim = await claimOutput(out, root, {
        waiting: (owner) => progress.line(`${owner} is building into ${out}; waiting for it`),
      });
      if (wishes.formats.includes("pdf")) {
        await withPrinter(browserOption === undefined ? {} : { browser: browserOption }, run);
      } else await run();
      const kits = results.flatMap((result) => result.kit ?? []);
      const renderer = (shared ?? jobs[0]?.workshop)?.renderer;
      if (kits.length > 0 && renderer) await placeSiteIndex(renderer, out, kits, shelf.bank, wishes.locale);
    } catch (error) {
      // Nothing can be built, but what is wrong with the documents can be said all the same, in one go.
      progress.end();
      if (error instanceof KitError) printFindings([...common, ...(await contentFindings(jobs))]);
      throw error;
    } finally {
      await claim?.release();
    }
  }

  // What is wrong with a picture is found once, and is an error of every kit that would hold it.
  const findings = [...new Set([...common, ...results.flatMap((result) => result.findings)])];
  const failed = results.filter((result) => !result.kit);
  if (json) {
    process.stdout.write(`${JSON.stringify(jsonSummary(results, [...common, ...changes]), null, 2)}\n`);
  } else {
    printFindings(findings);
    if (opening !== undefined) sayChanges(opening, changes);
    summarise(results, {
      out,
      root,
      seconds: (performance.now() - started) / 1000,
      browser,
      shipped: workspace.shipped,
    });
    const counts = findings.filter((finding) => finding.severity !== "info");
    if (counts.length > 0) process.stderr.write(`${countFindings(counts)}\n`);
  }
  return hasErrors(findings) || failed.length > 0 ? 1 : 0;
}

/** What is frozen is not chosen again: an option that would choose is a misunderstanding. */
function refuseChoices(
  opening: string,
  names: readonly string[],
  teams: readonly string[],
  { plan, level, avoid }: BuildWishes,
): void {
  const chosen = [
    ...names,
    ...(teams.length > 0 ? ["--team"] : []),
    ...(plan === undefined ? [] : ["--plan"]),
    ...(level === undefined ? [] : ["--level"]),
    ...(avoid === undefined ? [] : ["--avoid"]),
  ];
  if (chosen.length === 0) return;
  throw new KitError(
    "frozen-opening",
    `the opening ${opening} is frozen with its role, plan, team and level: ${chosen.join(", ")} cannot change it`,
    `Leave it out, or build without --opening ${opening}.`,
  );
}

function sayChanges(opening: string, changes: readonly Diagnostic[]): void {
  if (changes.length === 0) process.stderr.write(`Nothing has changed since ${opening} was frozen.\n`);
  else {
    process.stderr.write(`Changed since ${opening} was frozen, and not in this kit:\n`);
    printFindings(changes, true);
  }
}

function builtLine({ folder, kit, files, pages }: RoleResult): string {
  const printed = pages > 0 ? `, ${pages} pages` : "";
  return `${pc.green("✓")} ${folder}: ${kit?.stages.length ?? 0} stages, ${files.length} files${printed}`;
}

/** What planning the roles finds, for a run that gets no further. */
async function contentFindings(jobs: readonly RoleJob[]): Promise<Diagnostic[]> {
  const findings: Diagnostic[] = [];
  for (const { file, workshop } of jobs) {
    const { shelf, loop, settings } = workshop;
    findings.push(...(await planRole(file, shelf, loop, settings.level)).findings);
  }
  return findings;
}
