// In: a paper. Out: every document of every role in roles/, as HTML and PDF, in memory: made as `build` makes them.
import { join } from "node:path";
import { makeKit } from "../../src/build/build-role.js";
import type { Workshop } from "../../src/build/build-settings.js";
import { composeRole } from "../../src/build/compose-role.js";
import type { PacketDocument, Paper } from "../../src/packet/packet.js";
import { openPlan, openShelf } from "../../src/pipeline/shelf.js";
import { withPrinter } from "../../src/print/printer.js";
import { createRenderer } from "../../src/render/renderer.js";
import { findRoles, readWorkspace, slugOf } from "../../src/workspace/workspace.js";

export interface BuiltDocument {
  /** paper/role/document */
  label: string;
  paper: Paper;
  document: PacketDocument;
  html: string;
  /** Absent for screen pages. */
  pdf?: Uint8Array;
}

export interface BuiltKits {
  documents: BuiltDocument[];
  workshop: Workshop;
}

/** Builds all roles of this repository on one paper. `only` names documents; without it all are made. */
export async function buildKits(
  paper: Paper,
  options: { duplex?: boolean; only?: (document: PacketDocument) => boolean } = {},
): Promise<BuiltKits> {
  const root = join(import.meta.dirname, "..", "..");
  const workspace = await readWorkspace(root);
  const shelf = openShelf(workspace);
  const { roles } = await findRoles(root);
  const { loop, file: planFile } = await openPlan(shelf, "standard");
  const { renderer } = createRenderer(workspace.templates);
  if (!loop) throw new Error("the standard plan cannot be read");
  return withPrinter({}, async (printer) => {
    const settings = { paper, duplex: options.duplex ?? false, formats: ["html" as const, "pdf" as const] };
    const workshop: Workshop = { shelf, loop, planFile, renderer, settings, printer };
    const documents: BuiltDocument[] = [];
    for (const role of roles) {
      const slug = slugOf(role.path);
      const { packet } = await composeRole(role, slug, workshop);
      if (!packet) throw new Error(`${role.path} cannot be planned`);
      const wanted = packet.documents.filter(options.only ?? (() => true));
      const { files, findings } = await makeKit(role.path, { ...packet, documents: wanted }, workshop);
      if (findings.length > 0) throw new Error(JSON.stringify(findings));
      const content = (name: string) => files.find((file) => file.name === name)?.content;
      for (const document of wanted) {
        const pdf = content(`${document.name}.pdf`);
        documents.push({
          label: `${paper}/${slug}/${document.name}`,
          paper,
          document,
          html: String(content(`${document.name}.html`)),
          ...(pdf instanceof Uint8Array && { pdf }),
        });
      }
    }
    return { documents, workshop };
  });
}
