// The options and the example of `interview-kit import`. What it does is in commands/import.ts, loaded when it runs.
import type { Command } from "commander";
import { json } from "./options.js";

export function defineImport(command: Command, workspace: () => string): void {
  command
    .option("--competency <id>", "for questions that name no known competency")
    .option("--dry-run", "say what would be written")
    .addOption(json())
    .addHelpText("after", "\nExample:\n  $ interview-kit import questions.csv --competency collaboration")
    .action(async (file: string, options) => {
      const { importCommand } = await import("../commands/import.js");
      process.exitCode = await importCommand(workspace(), file, options);
    });
}
