// The options and the example of `interview-kit diff`. What it does is in commands/diff.ts, loaded when it runs.
import type { Command } from "commander";
import { json, plan } from "./options.js";

export function defineDiff(command: Command, workspace: () => string): void {
  command
    .requiredOption("--team <team>", "a team of questions/teams/")
    .addOption(plan())
    .option("--question <id>", "only the team's own version of this shared question")
    .addOption(json())
    .addHelpText("after", "\nExample:\n  $ interview-kit diff --team payments python-developer")
    .action(async (roles: string[], options) => {
      const { diffCommand } = await import("../commands/diff.js");
      process.exitCode = await diffCommand(workspace(), roles, options);
    });
}
