// In: a packet and the workshop. Out: the files of its kit, rendered and, with a printer, printed; and what that found.
// Documents that an earlier run made of the same are taken as they are. Writes nothing.
import { compareText, type Diagnostic, diagnose } from "../document/diagnostic.js";
import { type Kit, kitFolder } from "../packet/kit.js";
import type { DocumentOf, Packet, PacketDocument } from "../packet/packet.js";
import { PrintFailure } from "../print/page-pool.js";
import type { Printed, Printer } from "../print/printer.js";
import type { Renderer } from "../render/renderer.js";
import { TemplateError } from "../render/template-set.js";
import type { OutputFile } from "../workspace/place-output.js";
import type { BuildEvents, Workshop } from "./build-settings.js";
import type { DocumentNote, FormerDocument } from "./former-kit.js";

/** The files of one kit, not yet placed. */
export interface MadeKit {
  files: OutputFile[];
  documents: MadeDocument[];
  pages: number;
  /** Characters that no embedded font has. */
  lacking: string[];
  findings: Diagnostic[];
}

/** One document of a kit, without its key. */
export interface MadeDocument extends Omit<DocumentNote, "key"> {
  /** Whether it is used as an earlier run made it. */
  former: boolean;
  /** Whether a later run can use it under another version of the kit. */
  reusable: boolean;
}

/** Renders and prints every document of a packet that `former` does not have. `role` is the path that findings name. */
export async function makeKit(
  role: string,
  packet: Packet,
  workshop: Workshop,
  events: BuildEvents = {},
  former: (document: PacketDocument) => FormerDocument | undefined = () => undefined,
): Promise<MadeKit> {
  events.expect?.(packet.documents.length);
  const make = async (document: PacketDocument) => {
    const stands = former(document);
    const one = stands
      ? { ...stands, former: true, reusable: true, findings: [] }
      : await makeDocument(role, document, packet.kit, workshop);
    if (one.files.length > 0) events.made?.(`${kitFolder(packet.kit)}/${document.name}`);
    return one;
  };
  const making: ReturnType<typeof make>[] = [];
  for (const document of packet.documents) {
    const one = make(document);
    // Whatever goes wrong is thrown below.
    one.catch(() => undefined);
    making.push(one);
    // Rendering keeps this thread busy: the browser gets what there is before the next document is rendered.
    await new Promise((resolve) => setImmediate(resolve));
  }
  events.rendered?.();
  const made = await Promise.all(making);
  const kit = { name: "kit.json", content: `${JSON.stringify(packet.kit, null, 2)}\n` };
  return {
    files: [kit, ...made.flatMap(({ contents }) => contents)],
    documents: made.map(({ contents: _, findings: __, ...document }) => document),
    pages: made.reduce((sum, { pages }) => sum + pages, 0),
    lacking: [...new Set(made.flatMap(({ lacking }) => lacking))].sort(compareText),
    findings: made.flatMap(({ findings }) => findings),
  };
}

/** One document, rendered and printed; without files if its template failed. */
async function makeDocument(
  role: string,
  document: PacketDocument,
  kit: Kit,
  { renderer, printer, settings }: Workshop,
): Promise<MadeDocument & { contents: OutputFile[]; findings: Diagnostic[] }> {
  const { name, template, print } = document;
  const findings: Diagnostic[] = [];
  const contents: OutputFile[] = [];
  const html = renderDocument(renderer, document, findings);
  const printed =
    html !== undefined && printer && print
      ? await printDocument(printer, html, document, role, findings)
      : undefined;
  if (html !== undefined && (settings.formats.includes("html") || !print))
    contents.push({ name: `${name}.html`, content: printed?.html ?? html });
  if (printed) {
    if (template === "scorecard") findings.push(...crowdedScorecard(role, document, printed));
    if (template === "guide") findings.push(...tallQuestions(document, kit, printed));
    contents.push({ name: `${name}.pdf`, content: printed.pdf });
    for (const address of printed.blocked)
      findings.push(
        diagnose("blocked-request", role, undefined, `${name} asked for ${address}; it was not fetched`),
      );
  }
  return {
    name,
    files: contents.map((file) => file.name),
    contents,
    pages: printed?.pages ?? 0,
    lacking: html === undefined ? [] : renderer.lackingIn(html),
    findings,
    former: false,
    // What was found about it names files and pages that no key holds.
    reusable: html !== undefined && findings.length === 0 && (printed?.stampable ?? true),
  };
}

/** The printed document, or a finding that says why there is none. */
async function printDocument(
  printer: Printer,
  html: string,
  { name, kitVersion }: PacketDocument,
  role: string,
  findings: Diagnostic[],
): Promise<Printed | undefined> {
  try {
    return await printer.print(html, kitVersion);
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
