// The options and the example of `interview-kit freeze`. What it does is in commands/freeze.ts, loaded when it runs.
import type { Command } from "commander";
import { avoid, json, level, plan, team } from "./options.js";

export function defineFreeze(command: Command, workspace: () => string): void {
  command
    .requiredOption("--opening <opening>", "the opening's name or number, such as REQ-123")
    .addOption(team())
    .addOption(plan())
    .addOption(level())
    .addOption(avoid())
    .addOption(json())
    .addHelpText(
      "after",
      "\nExample:\n  $ interview-kit freeze python-developer --opening REQ-123 --avoid REQ-100",
    )
    .action(async (role: string, options) => {
      const { freezeCommand } = await import("../commands/freeze.js");
      process.exitCode = await freezeCommand(workspace(), role, options);
    });
}
