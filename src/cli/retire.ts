// The options and the example of `interview-kit retire`. What it does is in commands/retire.ts, loaded when it runs.
import type { Command } from "commander";
import { plan } from "./options.js";

export function defineRetire(command: Command, workspace: () => string): void {
  command
    .requiredOption("--reason <words>", "why it is no longer asked")
    .option("--team <team>", "the team's own question, or its own version of a shared one")
    .addOption(plan())
    .addHelpText(
      "after",
      '\nExample:\n  $ interview-kit retire turns-at-a-fixed-pace --reason "found on a forum in May"',
    )
    .action(async (question: string, options) => {
      const { retireCommand } = await import("../commands/retire.js");
      process.exitCode = await retireCommand(workspace(), question, options);
    });
}
