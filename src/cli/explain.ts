// The options and the example of `interview-kit explain`. What it does is in commands/explain.ts, loaded when it runs.
import type { Command } from "commander";
import { json, level, plan, team } from "./options.js";

export function defineExplain(command: Command, workspace: () => string): void {
  command
    .addOption(plan())
    .addOption(team())
    .addOption(level())
    .addOption(json())
    .addHelpText("after", "\nExample:\n  $ interview-kit explain senior-python-developer")
    .action(async (role: string, options) => {
      const { explainCommand } = await import("../commands/explain.js");
      process.exitCode = await explainCommand(workspace(), role, options);
    });
}
