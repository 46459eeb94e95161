// `interview-kit build [role…]`: reads, plans, renders and prints every role, and moves each finished kit into out/.
// The work is done in build/; here options become settings, and what came of it is said.
import { resolve } from "node:path";
import pc from "picocolors";
import type { LoopPlan } from "../assemble/interview-plan.js";
import type { RoleResult } from "../build/build-role.js";
import { buildRoles, placeSiteIndex } from "../build/build-roles.js";
import type { BuildSettings, Workshop } from "../build/build-settings.js";
import type { Diagnostic } from "../document/diagnostic.js";
import { KitError } from "../document/diagnostic.js";
import type { SourceFile } from "../document/source-file.js";
import { planRole } from "../pipeline/plan-role.js";
import { openPlan, openShelf, type Shelf } from "../pipeline/shelf.js";
import { type Printer, withPrinter } from "../print/printer.js";
import { createRenderer } from "../render/renderer.js";
import { prepareOutput } from "../workspace/place-output.js";
import { findRoles, readNamedRoles, readWorkspace } from "../workspace/workspace.js";
import { jsonSummary, summarise } from "./build-summary.js";
import { countFindings, hasErrors, Progress, printFindings } from "./console.js";

/** The options of the command line; what is not about this run is the kit's settings. */
export interface BuildOptions extends BuildSettings {
  out: string;
  plan: string;
  browser?: string;
  json?: boolean;
  quiet?: boolean;
}

/** Returns the exit code. */
export async function buildCommand(
  root: string,
  names: readonly string[],
  { out: outOption, plan, browser: browserOption, json, quiet, ...settings }: BuildOptions,
): Promise<number> {
  const started = performance.now();
  const workspace = await readWorkspace(root);
  const shelf = openShelf(workspace);
  const { roles, findings: roleFindings } =
    names.length === 0 ? await findRoles(root) : await readNamedRoles(root, names);
  const { loop, file: planFile, findings: planFindings } = await openPlan(shelf, plan);
  const { renderer, findings: templateFindings } = createRenderer(workspace.templates, root);
  const common = [
    ...workspace.findings,
    ...shelf.findings,
    ...roleFindings,
    ...planFindings,
    ...templateFindings,
  ];
  const out = resolve(root, outOption);

  let results: RoleResult[] = [];
  let browser: string | undefined;
  if (loop && !hasErrors(templateFindings)) {
    const progress = new Progress(quiet === true || json === true);
    const run = async (printer?: Printer): Promise<void> => {
      browser = printer?.browser;
      const workshop: Workshop = {
        shelf,
        loop,
        planFile,
        renderer,
        settings,
        ...(printer && { printer }),
      };
      results = await buildRoles(roles, out, workshop, {
        expect: (documents) => progress.expect(documents),
        made: (document) => progress.step(document),
        done: (result) => {
          if (result.kit) progress.line(builtLine(result));
        },
      });
      progress.end();
    };
    try {
      await prepareOutput(out);
      if (settings.formats.includes("pdf")) {
        await withPrinter(browserOption === undefined ? {} : { browser: browserOption }, run);
      } else await run();
    } catch (error) {
      // Nothing can be built, but what is wrong with the documents can be said all the same, in one go.
      progress.end();
      if (error instanceof KitError)
        printFindings([...common, ...(await contentFindings(roles, shelf, loop, settings))]);
      throw error;
    }
    const kits = results.flatMap((result) => result.kit ?? []);
    if (kits.length > 0) await placeSiteIndex(renderer, out, kits);
  }

  const findings = [...common, ...results.flatMap((result) => result.findings)];
  const failed = results.filter((result) => !result.kit);
  if (json) {
    process.stdout.write(`${JSON.stringify(jsonSummary(results, common), null, 2)}\n`);
  } else {
    printFindings(findings);
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
  return hasErrors(findings) || failed.length > 0 || !loop ? 1 : 0;
}

function builtLine({ slug, kit, files, pages }: RoleResult): string {
  const printed = pages > 0 ? `, ${pages} pages` : "";
  return `${pc.green("✓")} ${slug}: ${kit?.stages.length ?? 0} stages, ${files.length} files${printed}`;
}

/** What planning the roles finds, for a run that gets no further. */
async function contentFindings(
  roles: readonly SourceFile[],
  shelf: Shelf,
  loop: LoopPlan,
  { level }: BuildSettings,
): Promise<Diagnostic[]> {
  const findings: Diagnostic[] = [];
  for (const role of roles) findings.push(...(await planRole(role, shelf, loop, level)).findings);
  return findings;
}
