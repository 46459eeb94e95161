// In: a paper. Out: every document of every role in roles/, as HTML and PDF, in memory: made as `build` makes them.
import { join } from "node:path";
import type { Workshop } from "../../src/build/build-settings.js";
import { composeRole } from "../../src/build/compose-role.js";
import { makeKit } from "../../src/build/make-kit.js";
import type { Kit } from "../../src/packet/kit.js";
import type { PacketDocument, Paper } from "../../src/packet/packet.js";
import { openPlan, openShelf } from "../../src/pipeline/shelf.js";
import { withPrinter } from "../../src/print/printer.js";
import { createRenderer } from "../../src/render/renderer.js";
import { slugOf } from "../../src/workspace/slug.js";
import { findRoles, readWorkspace } from "../../src/workspace/workspace.js";

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
  kits: Kit[];
  workshop: Workshop;
}

/** Builds the roles of this repository on one paper. `role` and `only` name those that are made; without them all are. */
export async function buildKits(
  paper: Paper,
  options: { duplex?: boolean; role?: string; only?: (document: PacketDocument) => boolean } = {},
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
    const kits: Kit[] = [];
    for (const role of roles) {
      const slug = slugOf(role.path);
      if (options.role !== undefined && slug !== options.role) continue;
      const { packet } = await composeRole(role, slug, workshop);
      if (!packet) throw new Error(`${role.path} cannot be planned`);
      kits.push(packet.kit);
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
    return { documents, kits, workshop };
  });
}
