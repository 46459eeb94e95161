// `interview-kit build [role…]`: reads, plans, renders and prints every role, and moves each finished kit into out/.
// The work is done in build/; here options become a request, and what came of it is said. Where nothing has changed, nothing of it is loaded.
import { resolve } from "node:path";
import pc from "picocolors";
import type { RoleResult } from "../build/build-role.js";
import { formerRun, keepRun, type RunKey } from "../build/former-run.js";
import type { BuildWishes } from "../build/open-workshop.js";
import type { BuildRequest, RunReport } from "../build/run-build.js";
import type { Shard } from "../build/shard.js";
import {
  browserFingerprint,
  fontFingerprint,
  inputFingerprint,
  programFingerprint,
} from "../cache/fingerprints.js";
import { hashOf } from "../cache/records.js";
import { type Diagnostic, KitError } from "../document/diagnostic.js";
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
  browserEndpoint?: string[];
  shard?: Shard;
  /** How many threads plan and render; the output is the same with any number. */
  threads?: number;
  /** Build everything again, whatever stands in the output. */
  fresh?: boolean;
  json?: boolean;
  quiet?: boolean;
}

/** Returns the exit code. */
export async function buildCommand(
  root: string,
  names: readonly string[],
  options: BuildOptions,
): Promise<number> {
  const {
    out: outOption,
    teams = [],
    opening,
    browser,
    browserEndpoint: endpoints,
    shard,
    threads,
    fresh,
    json,
    quiet,
    ...wishes
  } = options;
  const started = performance.now();
  if (opening !== undefined) refuseChoices(opening, names, teams, wishes);
  const out = resolve(root, outOption);
  const pages = wishes.formats.includes("pdf") ? [endpoints?.join(" ") ?? browserFingerprint(browser)] : [];
  const environment = hashOf(programFingerprint(), fontFingerprint(root), ...pages);
  const request: BuildRequest = {
    names,
    teams,
    opening,
    out,
    wishes,
    browser,
    endpoints,
    shard,
    threads,
    ...(fresh !== true && { environment }),
  };

  // What a lock needs may come from the history of the repository, which is no file of the workspace.
  const memory = opening === undefined ? runKey(root, request, environment) : undefined;
  const former = memory === undefined || fresh === true ? undefined : formerRun(root, out, memory);
  const report = former?.report ?? (await build(root, request, quiet === true || json === true));
  if (memory !== undefined && !former?.report) keepRun(root, out, memory, report);

  const { results, common, changes } = report;
  // What is wrong with a picture is found once, and is an error of every kit that would hold it.
  const findings = distinct([...common, ...results.flatMap((result) => result.findings)]);
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
      browser: report.browser,
      shipped: report.shipped,
    });
    const counts = findings.filter((finding) => finding.severity !== "info");
    if (counts.length > 0) process.stderr.write(`${countFindings(counts)}\n`);
  }
  return hasErrors(findings) || failed.length > 0 ? 1 : 0;
}

/** Everything that the outcome of a run depends on. */
function runKey(
  root: string,
  { names, teams, wishes, browser, shard }: BuildRequest,
  environment: string,
): RunKey {
  const asked = JSON.stringify([names, teams, Object.entries(wishes).sort(), browser, shard]);
  const files = [...names, ...(wishes.plan === undefined ? [] : [wishes.plan])];
  return {
    name: `run-${hashOf(asked).slice(0, 12)}`,
    key: hashOf(environment, asked, inputFingerprint(root, files)),
  };
}

function distinct(findings: readonly Diagnostic[]): Diagnostic[] {
  return [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()];
}

async function build(root: string, request: BuildRequest, quiet: boolean): Promise<RunReport> {
  const { runBuild } = await import("../build/run-build.js");
  const progress = new Progress(quiet);
  try {
    return await runBuild(root, request, {
      expect: (documents) => progress.expect(documents),
      made: (document) => progress.step(document),
      done: (result) => {
        if (result.kit) progress.line(builtLine(result));
      },
      waiting: (owner) => progress.line(`${owner} is building into ${request.out}; waiting for it`),
      failing: (findings) => {
        progress.end();
        printFindings(findings);
      },
    });
  } finally {
    progress.end();
  }
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
  const inKit = changes.filter(({ code }) => code === "changed-pages");
  const kept = changes.filter(({ code }) => code !== "changed-pages");
  for (const [found, where] of [
    [kept, "not in this kit"],
    [inKit, "in this kit too"],
  ] as const) {
    if (found.length === 0) continue;
    process.stderr.write(`Changed since ${opening} was frozen, and ${where}:\n`);
    printFindings(found, true);
  }
}

function builtLine({ folder, kit, kept, made, files, pages }: RoleResult): string {
  const printed = pages > 0 ? `, ${pages} pages` : "";
  const what = `${kit?.stages.length ?? 0} stages, ${files.length} files${printed}`;
  return kept
    ? `${pc.dim("=")} ${folder}: as it was, ${what}`
    : `${pc.green("✓")} ${folder}: ${what}${madeAgain(made)}`;
}

/** The documents of a kit that an edit has changed; the others have nothing new but the kit's version. */
function madeAgain(made: readonly string[] | undefined): string {
  if (!made) return "";
  return made.length === 0 ? "; no document made again" : `; made again: ${made.join(", ")}`;
}
