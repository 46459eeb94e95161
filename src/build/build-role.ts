// In: one role file and the workshop. Out: the finished files of its kit (compose → render → print), and their place in out/.
// A role with errors places nothing, so its former output stays whole. Prints nothing on the terminal.
import { join } from "node:path";
import { compareText, type Diagnostic, diagnose } from "../document/diagnostic.js";
import type { SourceFile } from "../document/source-file.js";
import { type Kit, kitFolder } from "../packet/kit.js";
import type { DocumentOf, Packet, PacketDocument } from "../packet/packet.js";
import { PrintFailure } from "../print/page-pool.js";
import type { Printed, Printer } from "../print/printer.js";
import type { Renderer } from "../render/renderer.js";
import { TemplateError } from "../render/template-set.js";
import { foreignOutput, type OutputFile, placeFolder } from "../workspace/place-output.js";
import type { BuildEvents, Workshop } from "./build-settings.js";
import { composeRole } from "./compose-role.js";
import { foreignGlyphs } from "./foreign-glyphs.js";
import { formerKit, keepKit, kitKey } from "./former-kit.js";

/** What became of one role. With a `kit`, all of it stands in its place. */
export interface RoleResult {
  role: string;
  slug: string;
  /** Its place below out/: the slug, or teams/<team>/<slug>. */
  folder: string;
  /** The id of the team for which it was built. */
  team?: string;
  kit?: Kit;
  /** Names of the files placed, in order. */
  files: string[];
  pages: number;
  /** Whether the kit stands as an earlier run made it of the same: nothing was rendered or printed. */
  kept?: boolean;
  findings: Diagnostic[];
}

/** The files of one kit, not yet placed. */
export interface MadeKit {
  files: OutputFile[];
  pages: number;
  /** Characters that no embedded font has. */
  lacking: string[];
  findings: Diagnostic[];
}

/** A role to build, with the workshop of whoever it is built for. */
export interface RoleJob {
  file: SourceFile;
  slug: string;
  folder: string;
  workshop: Workshop;
}

/**
 * Builds one role into its folder below `out`. With the `environment` in which pages are made, a kit that an earlier run made
 * of the same is left as it stands.
 */
export async function buildRole(
  { file, slug, folder, workshop }: RoleJob,
  out: string,
  events: BuildEvents = {},
  environment?: string,
): Promise<RoleResult> {
  const team = workshop.settings.team?.id;
  const result: RoleResult = {
    role: file.path,
    slug,
    folder,
    ...(team !== undefined && { team }),
    files: [],
    pages: 0,
    findings: [],
  };
  const composed = await composeRole(file, slug, workshop);
  result.findings.push(...composed.findings);
  if (!composed.packet) return result;
  const target = join(out, folder);
  const foreign = await foreignOutput(target, out);
  if (foreign !== undefined) {
    const hint = "Move them away, or choose another folder with --out.";
    result.findings.push(diagnose("foreign-output", file.path, undefined, foreign, hint));
    return result;
  }
  const wanted = environment === undefined ? undefined : kitKey(composed.packet, workshop, environment);
  const former = wanted === undefined ? undefined : formerKit(out, folder, wanted);
  if (former?.report && result.findings.every(({ severity }) => severity !== "error")) {
    const { files, pages, findings } = former.report;
    result.findings.push(...findings);
    return { ...result, files, pages, kept: true, kit: composed.packet.kit };
  }
  result.findings.push(...(former?.findings ?? []));
  const made = await makeKit(file.path, composed.packet, workshop, events);
  result.pages = made.pages;
  const findings = [
    ...made.findings,
    ...(await foreignGlyphs(made.lacking, sources(file, workshop), workshop.printer)),
  ];
  result.findings.push(...findings);
  if (result.findings.some(({ severity }) => severity === "error")) return result;
  await placeFolder(target, made.files);
  result.files = made.files.map(({ name }) => name).sort();
  result.kit = composed.packet.kit;
  if (wanted !== undefined)
    keepKit(out, folder, wanted, made.files, { files: result.files, pages: made.pages, findings });
  return result;
}

/** Renders and prints every document of a packet. `role` is the path that findings name. */
export async function makeKit(
  role: string,
  packet: Packet,
  { renderer, printer, settings }: Workshop,
  events: BuildEvents = {},
): Promise<MadeKit> {
  const findings: Diagnostic[] = [];
  const files: OutputFile[] = [{ name: "kit.json", content: `${JSON.stringify(packet.kit, null, 2)}\n` }];
  let pages = 0;
  const lacking = new Set<string>();
  events.expect?.(packet.documents.length);
  await Promise.all(
    packet.documents.map(async (document) => {
      const html = renderDocument(renderer, document, findings);
      if (html === undefined) return;
      for (const character of renderer.lackingIn(html)) lacking.add(character);
      const printed =
        printer && document.print
          ? await printDocument(printer, html, document.name, role, findings)
          : undefined;
      if (settings.formats.includes("html") || !document.print)
        files.push({ name: `${document.name}.html`, content: printed?.html ?? html });
      if (printed) {
        pages += printed.pages;
        if (document.template === "scorecard") findings.push(...crowdedScorecard(role, document, printed));
        if (document.template === "guide") findings.push(...tallQuestions(document, packet.kit, printed));
        files.push({ name: `${document.name}.pdf`, content: printed.pdf });
        for (const address of printed.blocked) {
          const message = `${document.name} asked for ${address}; it was not fetched`;
          findings.push(diagnose("blocked-request", role, undefined, message));
        }
      }
      events.made?.(`${kitFolder(packet.kit)}/${document.name}`);
    }),
  );
  return { files, pages, lacking: [...lacking].sort(compareText), findings };
}

/** The printed document, or a finding that says why there is none. */
async function printDocument(
  printer: Printer,
  html: string,
  name: string,
  role: string,
  findings: Diagnostic[],
): Promise<Printed | undefined> {
  try {
    return await printer.print(html);
  } catch (error) {
    if (!(error instanceof PrintFailure)) throw error;
    const message = `${name} could not be printed: ${error.message}, three times`;
    const hint = "Build it with --format html, and look for what is very long.";
    findings.push(diagnose("unprinted-document", role, undefined, message, hint));
    return undefined;
  }
}

/** Questions that no step of type keeps on their two pages. */
function tallQuestions({ model }: DocumentOf<"guide">, kit: Kit, { sheets }: Printed): Diagnostic[] {
  return [...model.questions, ...model.alternates].flatMap((view) => {
    const sheet = sheets.find(({ name }) => name === view.anchorId);
    const question = kit.questions.find(({ id }) => id === view.id);
    if (!sheet || sheet.fits || !question) return [];
    const message = `its page in stage ${model.stage.number} is ${sheet.heightMm} mm tall, ${sheet.pageMm} mm fit (${view.minutes} min)`;
    const hint =
      "Shorten what is tallest: the wording and probes, the background, or the anchors and red flags.";
    return [diagnose("tall-question", question.path, undefined, message, hint)];
  });
}

/** The files that the words of a kit come from, the role's own first. */
function sources(role: SourceFile, { shelf, planFile }: Workshop): SourceFile[] {
  const { questions, templates } = shelf.workspace;
  const team = shelf.team?.files.file;
  return [role, planFile, ...(team ? [team] : []), ...questions, ...templates.flat()];
}

/** A scorecard is one page; what does not fit even without definitions is said. */
function crowdedScorecard(
  role: string,
  { model }: DocumentOf<"scorecard">,
  { pages, sheets }: Printed,
): Diagnostic[] {
  if (pages === 1 && sheets.every(({ fits }) => fits)) return [];
  const tall = sheets.map(({ heightMm, pageMm }) => `, ${heightMm} mm tall where ${pageMm} mm fit`).join("");
  const message = `the scorecard of stage ${model.stage.number} is no longer one page${tall}`;
  const hint = "Shorten the stage's title or its competencies' titles, or rate fewer competencies in it.";
  return [diagnose("crowded-scorecard", role, undefined, message, hint)];
}

/** The document's HTML, or a finding about the template that failed. */
export function renderDocument(
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
