// The options and the example of `interview-kit profile`. What it does is in commands/profile.ts, loaded when it runs.
import type { Command } from "commander";
import { json, level } from "./options.js";

export function defineProfile(command: Command, workspace: () => string): void {
  command
    .addOption(level())
    .addOption(json())
    .addHelpText("after", "\nExample:\n  $ interview-kit profile roles/python-developer.md --json")
    .action(async (role: string, options) => {
      const { profileCommand } = await import("../commands/profile.js");
      process.exitCode = await profileCommand(workspace(), role, options);
    });
}
