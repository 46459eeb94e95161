// The options and the example of `interview-kit export`. What it does is in commands/export.ts, loaded when it runs.
import type { Command } from "commander";
import { Option } from "./commander.js";
import { level, plan, team } from "./options.js";

export function defineExport(command: Command, workspace: () => string): void {
  command
    .addOption(
      new Option("--format <format>", "the form").choices(["json", "csv", "markdown"]).default("json"),
    )
    .option("--out <file>", "where it goes, if not to stdout")
    .addOption(team())
    .option("--opening <opening>", "the loop of this frozen opening")
    .addOption(plan())
    .addOption(level())
    .addHelpText("after", "\nExample:\n  $ interview-kit export --format csv --out bank.csv")
    .action(async (role: string | undefined, options) => {
      const { exportCommand } = await import("../commands/export.js");
      process.exitCode = await exportCommand(workspace(), role, options);
    });
}
