// In: a packet and the workshop. Out: the files of its kit, rendered and, with a printer, printed; and what that found. Writes nothing.
import { compareText, type Diagnostic, diagnose } from "../document/diagnostic.js";
import { type Kit, kitFolder } from "../packet/kit.js";
import type { DocumentOf, Packet, PacketDocument } from "../packet/packet.js";
import { PrintFailure } from "../print/page-pool.js";
import type { Printed, Printer } from "../print/printer.js";
import type { Renderer } from "../render/renderer.js";
import { TemplateError } from "../render/template-set.js";
import type { OutputFile } from "../workspace/place-output.js";
import type { BuildEvents, Workshop } from "./build-settings.js";

/** The files of one kit, not yet placed. */
export interface MadeKit {
  files: OutputFile[];
  /** Names of the documents that were made. */
  documents: string[];
  pages: number;
  /** Characters that no embedded font has. */
  lacking: string[];
  findings: Diagnostic[];
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
  const documents: string[] = [];
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
      documents.push(document.name);
      events.made?.(`${kitFolder(packet.kit)}/${document.name}`);
    }),
  );
  return { files, documents, pages, lacking: [...lacking].sort(compareText), findings };
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
