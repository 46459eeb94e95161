// The options and the example of `interview-kit show`. What it does is in commands/show.ts, loaded when it runs.
import type { Command } from "commander";
import { json, plan, team } from "./options.js";

export function defineShow(command: Command, workspace: () => string): void {
  command
    .addOption(team())
    .addOption(plan())
    .addOption(json())
    .addHelpText("after", "\nExample:\n  $ interview-kit show turns-at-a-fixed-pace")
    .action(async (question: string, options) => {
      const { showCommand } = await import("../commands/show.js");
      process.exitCode = await showCommand(workspace(), question, options);
    });
}
