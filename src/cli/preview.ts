// The options and the example of `interview-kit preview`. What it does is in commands/preview.ts, loaded when it runs.
import type { Command } from "commander";
import { InvalidArgumentError, Option } from "./commander.js";

export function definePreview(command: Command, workspace: () => string): void {
  command
    .addOption(
      new Option("--port <port>", "the port; the first free one from 4600 on if absent").argParser(parsePort),
    )
    .addHelpText("after", "\nExample:\n  $ interview-kit preview")
    .action(async (options) => {
      const { previewCommand } = await import("../commands/preview.js");
      process.exitCode = await previewCommand(workspace(), options);
    });
}

function parsePort(value: string): number {
  const port = Number(value);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InvalidArgumentError("expected a number from 0 to 65535");
  return port;
}
