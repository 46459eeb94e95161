// The documents of the small kit of the packet tests, printed: what the tests of forms fill in, flatten and merge.
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { SourceFile } from "../../src/document/source-file.js";
import { composePacket } from "../../src/packet/compose-packet.js";
import type { PacketOptions } from "../../src/packet/loop.js";
import { type Printed, withPrinter } from "../../src/print/printer.js";
import { createRenderer } from "../../src/render/renderer.js";
import { packetInput } from "../packet/packet-fixture.js";

function readFolder(folder: string): SourceFile[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory()
      ? readFolder(path)
      : [{ path: relative(".", path), bytes: readFileSync(path) }];
  });
}

export const { renderer } = createRenderer([readFolder("templates")]);

/** Every printed document by its name, with the HTML that it was made of. */
export async function printKit(
  options: Partial<PacketOptions> = {},
  more: Parameters<typeof packetInput>[0] = {},
): Promise<Map<string, Printed>> {
  const packet = composePacket(packetInput({ ...more, options: { paper: "a4", ...options } }));
  const documents = packet.documents.filter(({ print }) => print);
  return withPrinter({}, async (printer) => {
    const printed = await Promise.all(
      documents.map(async (document) => printer.print(renderer.render(document))),
    );
    return new Map(printed.map((one, index) => [documents[index]?.name ?? "", one]));
  });
}
