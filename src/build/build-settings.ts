// What a user chooses about the kits of one run, and what a run has opened for all of its roles.
// An option that documents see is one line in PacketOptions; it comes here, into the kit's version and to the packet by itself.
import type { LoopPlan } from "../assemble/interview-plan.js";
import type { SourceFile } from "../document/source-file.js";
import type { PacketOptions } from "../packet/loop.js";
import type { Opening } from "../pipeline/openings.js";
import type { Shelf } from "../pipeline/shelf.js";
import type { Printer } from "../print/printer.js";
import type { Renderer } from "../render/renderer.js";
import type { RoleLevel } from "../role/role-profile.js";

export type OutputFormat = "html" | "pdf";

/** The options of a kit: what its documents see, and how its role is planned. */
export interface BuildSettings extends PacketOptions {
  formats: OutputFormat[];
  /** Plan for this level, whatever the document says. */
  level?: RoleLevel;
}

/** Everything that a role is built with; opened once, used for every role. Without a printer no PDF is made. */
export interface Workshop {
  shelf: Shelf;
  loop: LoopPlan;
  planFile: SourceFile;
  renderer: Renderer;
  settings: BuildSettings;
  /** Ids of the questions that the avoided openings ask. */
  avoided?: ReadonlySet<string>;
  /** The frozen opening that is built: its loop is described, not planned. */
  opening?: Opening;
  printer?: Printer;
}

/** Where a run tells how far it is. All of it is optional; nothing depends on it. */
export interface BuildEvents {
  /** So many more documents are going to be made. */
  expect?(documents: number): void;
  /** One document is made. */
  made?(document: string): void;
  /** All documents of a role are rendered; what is to be printed waits for the browser. */
  rendered?(): void;
}
