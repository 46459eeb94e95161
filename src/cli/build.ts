// The options and the example of `interview-kit build`. What it does is in commands/build.ts, loaded when it runs.
import type { Command } from "commander";
import { parseShard } from "../build/shard.js";
import { InvalidArgumentError, Option } from "./commander.js";
import { avoid, browser, json, level, parseDay, parseThreads, plan, repeated } from "./options.js";

export function defineBuild(command: Command, workspace: () => string): void {
  command
    .option("--out <folder>", "where the kits go", "out")
    .addOption(
      new Option("--format <formats>", "html, pdf or both")
        .argParser(parseFormats)
        .default(["html", "pdf"], "html,pdf"),
    )
    .addOption(plan())
    .addOption(level())
    .addOption(
      new Option(
        "--team <team>",
        "build for this team; repeatable (default: the teams that a role names)",
      ).argParser(repeated),
    )
    .option("--opening <opening>", "build this frozen opening, and nothing else")
    .addOption(avoid())
    .addOption(
      new Option("--paper <size>", "paper size (default: the team's, or a4)").choices(["a4", "letter"]),
    )
    .option(
      "--locale <language>",
      "language of the labels, one of templates/locales/ (default: the team's, or en)",
    )
    .option("--duplex", "for printing on both sides: margins mirrored, each scorecard a sheet of its own")
    .addOption(
      new Option("--notes <kind>", "room for notes in the guides")
        .choices(["ruled", "blank"])
        .default("ruled"),
    )
    .option("--date <date>", "a day to print on the covers, as YYYY-MM-DD; without it, none", parseDay)
    .addOption(browser())
    .addOption(
      new Option(
        "--browser-endpoint <address>",
        "print with a browser that runs elsewhere (ws://…); repeatable; it sees all that is printed",
      ).argParser((value: string, former: string[] = []) => [...former, endpoint(value)]),
    )
    .addOption(
      new Option(
        "--shard <share>",
        "build this share of the kits, such as 2/8; an ordinary build in the same folder links them all",
      ).argParser(parseShare),
    )
    .addOption(
      new Option(
        "--threads <number>",
        "how many threads plan and render (default: one per core where there are many roles)",
      ).argParser(parseThreads),
    )
    .option("--fresh", "build everything again, whatever stands there already")
    .option("--quiet", "no progress")
    .addOption(json())
    .addHelpText(
      "after",
      "\nExample:\n  $ interview-kit build roles/python-developer.md --format html --out /tmp/kit",
    )
    .action(async (roles: string[], options) => {
      const { buildCommand } = await import("../commands/build.js");
      const { format, team: teams, ...rest } = options;
      process.exitCode = await buildCommand(workspace(), roles, { ...rest, formats: format, teams });
    });
}

function endpoint(value: string): string {
  if (!/^wss?:\/\/[^/]/.test(value))
    throw new InvalidArgumentError("expected an address such as ws://127.0.0.1:9222/…");
  return value;
}

function parseShare(value: string) {
  const shard = parseShard(value);
  if (!shard) throw new InvalidArgumentError("expected a share such as 2/8");
  return shard;
}

function parseFormats(value: string): ("html" | "pdf")[] {
  const formats = value.split(",").map((one) => one.trim());
  for (const format of formats) {
    if (format !== "html" && format !== "pdf")
      throw new InvalidArgumentError("expected html, pdf or html,pdf");
  }
  return formats as ("html" | "pdf")[];
}
