// In: a workspace, the roles that the user named and the wishes. Out: every kit in its place, and what came of each.
// The wiring of a whole run: read → plan the jobs → build each → link them. Prints nothing on the terminal.
import { hasRecords } from "../cache/records.js";
import type { Diagnostic } from "../document/diagnostic.js";
import { KitError } from "../document/diagnostic.js";
import { planRole } from "../pipeline/plan-role.js";
import { openShelf } from "../pipeline/shelf.js";
import type { Printer } from "../print/printer.js";
import { claimOutput, type OutputClaim } from "../workspace/claim-output.js";
import { findRoles, readNamedRoles, readWorkspace } from "../workspace/workspace.js";
import type { RoleResult } from "./build-role.js";
import { buildRoles, placeSiteIndex, type RolesEvents } from "./build-roles.js";
import type { RoleJob } from "./draft-role.js";
import type { BuildWishes } from "./open-workshop.js";
import { openingJob, planJobs } from "./plan-jobs.js";
import { threadsFor, withRolePool } from "./role-pool.js";
import { type Shard, shareOf } from "./shard.js";

/** What a run is asked for. */
export interface BuildRequest {
  /** Roles by file or name; all of roles/ if empty. */
  names: readonly string[];
  /** Teams to build for; without any, those that each role names. */
  teams: readonly string[];
  /** A frozen opening to build, and nothing else. */
  opening?: string | undefined;
  /** The absolute path of the output folder. */
  out: string;
  wishes: BuildWishes;
  /** The browser that the user named. */
  browser?: string | undefined;
  /** Addresses of browsers that run elsewhere. */
  endpoints?: readonly string[] | undefined;
  /** How many threads plan and render; as many as are worth it if absent. */
  threads?: number | undefined;
  /** The share of the kits that this run builds. */
  shard?: Shard | undefined;
  /** The hash of whatever pages depend on besides the workspace; kits that an earlier run made of the same are kept. */
  environment?: string | undefined;
}

/** What came of a run. Plain data but for the kits, which stand in the output too. */
export interface RunReport {
  results: RoleResult[];
  /** Findings that are no single role's. */
  common: Diagnostic[];
  /** What has changed since the opening was frozen. */
  changes: Diagnostic[];
  /** Folders that were taken from the package. */
  shipped: string[];
  /** Pictures that the workspace shows, by path. */
  pictures: string[];
  /** The browser that printed, if one was needed. */
  browser?: string;
}

export interface RunEvents extends RolesEvents {
  /** Another build is at work in the same output; this one waits for it. */
  waiting?(owner: string): void;
  /** Nothing can be built; what is wrong with the documents is known all the same. */
  failing?(findings: Diagnostic[]): void;
}

/** Does a whole run. */
export async function runBuild(
  root: string,
  request: BuildRequest,
  events: RunEvents = {},
): Promise<RunReport> {
  const { out, wishes, browser, endpoints, environment } = request;
  if (!wishes.formats.includes("pdf")) return runWith(root, request, events);
  // Half of all code that the program has, and of no use to a build of HTML.
  const { withPrinter } = await import("../print/printer.js");
  // Where nothing was built before, something is printed: the browser starts while the documents are read.
  const start = environment === undefined || !hasRecords(out) ? "ahead" : "on-demand";
  const options = {
    ...(browser !== undefined && { browser }),
    ...(endpoints && { endpoints }),
    start,
  } as const;
  return withPrinter(options, (printer) => runWith(root, request, events, printer));
}

async function runWith(
  root: string,
  request: BuildRequest,
  events: RunEvents,
  printer?: Printer,
): Promise<RunReport> {
  const { names, teams, opening, out, wishes, shard } = request;
  const workspace = await readWorkspace(root);
  const shelf = openShelf(workspace);
  const found =
    opening !== undefined
      ? { roles: [], findings: [] }
      : names.length === 0
        ? await findRoles(root)
        : await readNamedRoles(root, names);
  const planned =
    opening === undefined
      ? { ...(await planJobs(found.roles, teams, shelf, wishes)), changes: [] as Diagnostic[] }
      : await openingJob(shelf, opening, wishes);
  const jobs = shareOf(planned.jobs, shard);
  const report: RunReport = {
    results: [...(shard === undefined || shard.index === 1 ? planned.refused : [])],
    common: [...workspace.findings, ...shelf.findings, ...found.findings, ...planned.findings],
    changes: planned.changes,
    shipped: workspace.shipped,
    pictures: [...workspace.pictures.byPath.keys()],
  };
  if (jobs.length === 0) return report;

  let claim: OutputClaim | undefined;
  try {
    claim = await claimOutput(out, root, { waiting: (owner) => events.waiting?.(owner) });
    const equipped = jobs.map((job) => ({
      ...job,
      workshop: { ...job.workshop, ...(printer && { printer }) },
    }));
    const place = { out, environment: request.environment };
    // A frozen opening is one kit, and needs the history that this thread has read.
    const threads = opening === undefined ? threadsFor(jobs.length, request.threads) : 0;
    report.results.push(
      ...(threads === 0
        ? await buildRoles(equipped, place, events)
        : await withRolePool(threads, shelf, wishes, place, (pool) =>
            buildRoles(equipped, place, events, pool),
          )),
    );
    if (printer?.browser !== undefined) report.browser = printer.browser;
    const kits = report.results.flatMap((result) => result.kit ?? []);
    const renderer = (planned.shared ?? jobs[0]?.workshop)?.renderer;
    // A share of the kits is nobody's index; the page is made when all of them are together.
    if (shard === undefined && kits.length > 0 && renderer)
      await placeSiteIndex(renderer, out, kits, shelf.bank, wishes.locale);
  } catch (error) {
    if (error instanceof KitError) events.failing?.([...report.common, ...(await contentFindings(jobs))]);
    throw error;
  } finally {
    await claim?.release();
  }
  return report;
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
