// The options and the example of `interview-kit schema`. What it does is in commands/schema.ts, loaded when it runs.
import type { Command } from "commander";

export function defineSchema(command: Command, workspace: () => string): void {
  command
    .option("--out <folder>", "write <name>.schema.json files into a folder; needed for more than one")
    .option(
      "--names",
      "list the skills, competencies and questions of this workspace, for an editor to offer",
    )
    .addHelpText("after", "\nExample:\n  $ interview-kit schema --out .vscode/schemas --names")
    .action(async (name: string | undefined, options) => {
      const { schemaCommand } = await import("../commands/schema.js");
      process.exitCode = await schemaCommand(workspace(), name, options);
    });
}
