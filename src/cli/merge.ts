// The options and the example of `interview-kit merge`. What it does is in commands/merge.ts, loaded when it runs.
import type { Command } from "commander";
import { browser } from "./options.js";

export function defineMerge(command: Command): void {
  command
    .requiredOption("--out <file>", "the file to write")
    .addOption(browser())
    .option(
      "--force",
      "also forms that name different candidates, roles or kits; also where git would track it",
    )
    .addHelpText("after", "\nExample:\n  $ interview-kit merge ~/ada/*.pdf --out ~/ada/record.pdf")
    .action(async (forms: string[], options) => {
      const { mergeCommand } = await import("../commands/merge.js");
      process.exitCode = await mergeCommand(forms, options);
    });
}
