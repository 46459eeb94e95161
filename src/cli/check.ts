// The options and the example of `interview-kit check`. What it does is in commands/check.ts, loaded when it runs.
import type { Command } from "commander";
import { type Country, countries } from "../fairness/countries.js";
import { InvalidArgumentError, Option } from "./commander.js";
import { json, parseDay, parseThreads, plan } from "./options.js";

export function defineCheck(command: Command, workspace: () => string): void {
  command
    .addOption(plan())
    .option("--all", "show remarks too")
    .addOption(json())
    .addOption(
      new Option("--country <countries>", "whose law counts in what is not asked: us, uk, eu").argParser(
        parseCountries,
      ),
    )
    .option("--today <date>", "report reviews older than two years on this day, as YYYY-MM-DD", parseDay)
    .addOption(
      new Option(
        "--threads <number>",
        "how many threads read the questions (default: one per core where there are many)",
      ).argParser(parseThreads),
    )
    .option("--explain [rule]", "print a rule with its reason and sources, or the list of rules")
    .addHelpText("after", "\nExample:\n  $ interview-kit check --all")
    .action(async (roles: string[], options) => {
      const { checkCommand } = await import("../commands/check.js");
      process.exitCode = await checkCommand(workspace(), roles, options);
    });
}

function parseCountries(value: string): Country[] {
  return value.split(",").map((one) => {
    const country = countries.find((known) => known === one.trim().toLowerCase());
    if (!country) throw new InvalidArgumentError(`expected ${countries.join(", ")}, or several with commas`);
    return country;
  });
}
