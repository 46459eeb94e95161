// `interview-kit build [role…]`: reads, plans, renders and prints every role, and moves each finished kit into out/.
// A role that fails leaves the others built and its own former output untouched.
import { join, resolve } from "node:path";
import pc from "picocolors";
import type { LoopPlan } from "../assemble/interview-plan.js";
import type { Diagnostic } from "../document/diagnostic.js";
import { compareText, diagnose, KitError } from "../document/diagnostic.js";
import type { SourceFile } from "../document/source-file.js";
import { composePacket } from "../packet/compose-packet.js";
import { isKit, type Kit } from "../packet/kit.js";
import type { PacketDocument } from "../packet/packet.js";
import { composeSiteIndex } from "../packet/site-index.js";
import { kitVersion } from "../pipeline/kit-version.js";
import { planRole } from "../pipeline/plan-role.js";
import { openPlan, openShelf, type Shelf } from "../pipeline/shelf.js";
import { type Printer, withPrinter } from "../print/printer.js";
import { createRenderer, type Renderer } from "../render/renderer.js";
import { TemplateError } from "../render/template-set.js";
import type { RoleLevel } from "../role/role-profile.js";
import {
  foreignOutput,
  type OutputFile,
  placeFile,
  placeFolder,
  prepareOutput,
  readKits,
} from "../workspace/place-output.js";
import { findRoles, printedPath, readNamedRoles, readWorkspace, slugOf } from "../workspace/workspace.js";
import { jsonSummary, type RoleResult, summarise } from "./build-summary.js";
import { countFindings, hasErrors, Progress, printFindings } from "./console.js";

export type OutputFormat = "html" | "pdf";

export interface BuildOptions {
  out: string;
  formats: OutputFormat[];
  plan: string;
  paper: "a4" | "letter";
  level?: RoleLevel;
  browser?: string;
  json?: boolean;
  quiet?: boolean;
}

/** How many roles are planned, rendered and printed at the same time: bounds memory, keeps the browser busy. */
const rolesInFlight = 3;

/** Returns the exit code. */
export async function buildCommand(
  root: string,
  names: readonly string[],
  options: BuildOptions,
): Promise<number> {
  const started = performance.now();
  const workspace = await readWorkspace(root);
  const shelf = openShelf(workspace);
  const { roles, findings: roleFindings } =
    names.length === 0 ? await findRoles(root) : await readNamedRoles(root, names);
  const { loop, file: planFile, findings: planFindings } = await openPlan(shelf, options.plan);
  const { renderer, findings: templateFindings } = createRenderer(workspace.templates);
  const common = [
    ...workspace.findings,
    ...shelf.findings,
    ...roleFindings,
    ...planFindings,
    ...templateFindings,
  ];
  const out = resolve(root, options.out);

  const results: RoleResult[] = [];
  let browser: string | undefined;
  if (loop && !hasErrors(templateFindings)) {
    const progress = new Progress(options.quiet === true || options.json === true);
    const run = async (printer?: Printer): Promise<void> => {
      browser = printer?.browser;
      const build: RoleBuild = {
        shelf,
        loop,
        planFile,
        renderer,
        out,
        options,
        progress,
        ...(printer && { printer }),
      };
      const queue = claimSlugs(roles, results);
      const worker = async (): Promise<void> => {
        for (let next = queue.shift(); next; next = queue.shift()) {
          results.push(await buildRole(next.file, next.slug, build));
        }
      };
      await Promise.all(Array.from({ length: Math.min(rolesInFlight, queue.length) }, worker));
      progress.end();
    };
    try {
      await prepareOutput(out);
      if (options.formats.includes("pdf")) {
        await withPrinter(options.browser === undefined ? {} : { browser: options.browser }, run);
      } else await run();
    } catch (error) {
      // Nothing can be built, but what is wrong with the documents can be said all the same, in one go.
      progress.end();
      if (error instanceof KitError)
        printFindings([...common, ...(await contentFindings(roles, shelf, loop, options))]);
      throw error;
    }
    results.sort((a, b) => compareText(a.slug, b.slug));
    const kits = results.flatMap((result) => result.kit ?? []);
    if (kits.length > 0) {
      const index = await siteIndex(renderer, out, kits);
      if (index !== undefined) await placeFile(join(out, "index.html"), index);
    }
  }

  const findings = [...common, ...results.flatMap((result) => result.findings)];
  const failed = results.filter((result) => !result.kit);
  if (options.json) {
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

interface RoleBuild {
  shelf: Shelf;
  loop: LoopPlan;
  planFile: SourceFile;
  renderer: Renderer;
  printer?: Printer;
  out: string;
  options: BuildOptions;
  progress: Progress;
}

/** What planning the roles finds, for a run that gets no further. */
async function contentFindings(
  roles: readonly SourceFile[],
  shelf: Shelf,
  loop: LoopPlan,
  options: BuildOptions,
): Promise<Diagnostic[]> {
  const findings: Diagnostic[] = [];
  for (const role of roles) findings.push(...(await planRole(role, shelf, loop, options.level)).findings);
  return findings;
}

/** Two documents whose names lead to the same folder would overwrite each other: the second is refused by name. */
function claimSlugs(
  roles: readonly SourceFile[],
  results: RoleResult[],
): { file: SourceFile; slug: string }[] {
  const owners = new Map<string, string>();
  return roles.flatMap((file) => {
    const slug = slugOf(file.path);
    const owner = owners.get(slug);
    if (owner === file.path) return [];
    if (owner === undefined) {
      owners.set(slug, file.path);
      return [{ file, slug }];
    }
    results.push({
      role: file.path,
      slug,
      files: [],
      pages: 0,
      findings: [
        diagnose(
          "duplicate-role",
          file.path,
          undefined,
          `its output folder "${slug}" is already that of ${owner}`,
          "Rename one of the two files.",
        ),
      ],
    });
    return [];
  });
}

async function buildRole(file: SourceFile, slug: string, build: RoleBuild): Promise<RoleResult> {
  const { shelf, loop, planFile, renderer, printer, options, progress } = build;
  const result: RoleResult = { role: file.path, slug, files: [], pages: 0, findings: [] };
  const planned = await planRole(file, shelf, loop, options.level);
  result.findings.push(...planned.findings);
  const { profile, reading, demand, plan } = planned;
  if (!profile || !reading || !demand || !plan) return result;

  const target = join(build.out, slug);
  const foreign = await foreignOutput(target);
  if (foreign !== undefined) {
    result.findings.push(
      diagnose(
        "foreign-output",
        file.path,
        undefined,
        foreign,
        "Move them away, or choose another folder with --out.",
      ),
    );
    return result;
  }
  const version = kitVersion({ role: file, planFile, plan, paper: options.paper, shelf });
  const packet = composePacket({
    role: { ...profile, path: printedPath(profile.path) },
    reading,
    demand,
    plan,
    loop,
    bank: shelf.bank,
    kitVersion: version,
    slug,
    options: { paper: options.paper, formats: options.formats },
  });
  const files: OutputFile[] = [{ name: "kit.json", content: `${JSON.stringify(packet.kit, null, 2)}\n` }];
  progress.expect(packet.documents.length);
  await Promise.all(
    packet.documents.map(async (document) => {
      const html = renderDocument(renderer, document, result.findings);
      if (html === undefined) return;
      if (options.formats.includes("html") || !document.print)
        files.push({ name: `${document.name}.html`, content: html });
      if (printer && document.print) {
        const { pdf, pages, blocked } = await printer.print(html);
        result.pages += pages;
        files.push({ name: `${document.name}.pdf`, content: pdf });
        for (const address of blocked) {
          result.findings.push(
            diagnose(
              "blocked-request",
              file.path,
              undefined,
              `${document.name} asked for ${address}; it was not fetched`,
            ),
          );
        }
      }
      progress.step(`${slug}/${document.name}`);
    }),
  );
  if (hasErrors(result.findings)) return result;
  await placeFolder(target, files);
  result.files = files.map((one) => one.name).sort();
  result.kit = packet.kit;
  progress.line(
    `${pc.green("✓")} ${slug}: ${plan.stages.length} stages, ${files.length} files${printer ? `, ${result.pages} pages` : ""}`,
  );
  return result;
}

/** The document's HTML, or a finding about the template that failed. */
function renderDocument(
  renderer: Renderer,
  document: PacketDocument,
  findings: Diagnostic[],
): string | undefined {
  try {
    return renderer.render(document);
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    findings.push(error.diagnostic);
    return undefined;
  }
}

/** The page that links all roles in out/, also those of earlier builds. */
async function siteIndex(
  renderer: Renderer,
  out: string,
  built: readonly Kit[],
): Promise<string | undefined> {
  const bySlug = new Map<string, Kit>();
  for (const { folder, kit } of await readKits(out)) if (isKit(kit)) bySlug.set(folder, kit);
  for (const kit of built) bySlug.set(kit.role, kit);
  const kits = [...bySlug].sort(([a], [b]) => compareText(a, b)).map(([, kit]) => kit);
  return renderer.render(composeSiteIndex(kits));
}
