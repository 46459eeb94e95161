// The options and the example of `interview-kit flatten`. What it does is in commands/flatten.ts, loaded when it runs.
import type { Command } from "commander";
import { browser } from "./options.js";

export function defineFlatten(command: Command): void {
  command
    .option("--out <path>", "a file, or a folder for several; beside each form if not given")
    .addOption(browser())
    .option("--force", "also where git would track it, also with nothing filled in")
    .addHelpText("after", "\nExample:\n  $ interview-kit flatten ~/ada/02-coding-scorecard.pdf")
    .action(async (forms: string[], options) => {
      const { flattenCommand } = await import("../commands/flatten.js");
      process.exitCode = await flattenCommand(forms, options);
    });
}
