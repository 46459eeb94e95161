// The options and the example of `interview-kit init`. What it does is in commands/init.ts, loaded when it runs.
import type { Command } from "commander";
import { InvalidArgumentError, Option } from "./commander.js";

export function defineInit(command: Command): void {
  command
    .addOption(
      new Option("--only <parts>", "some parts: bank, plans, examples, templates, project").argParser(
        (value: string) => {
          const parts = value.split(",").map((one) => one.trim());
          const known = ["bank", "plans", "examples", "templates", "project"];
          for (const part of parts)
            if (!known.includes(part)) throw new InvalidArgumentError(`expected some of ${known.join(", ")}`);
          return parts;
        },
      ),
    )
    .option(
      "--no-questions",
      "a bank with its competencies, by which roles are read, but without its questions",
    )
    .addHelpText("after", "\nExample:\n  $ interview-kit init interviews")
    .action(async (folder: string, options) => {
      const { initCommand } = await import("../commands/init.js");
      process.exitCode = await initCommand(folder, options);
    });
}
