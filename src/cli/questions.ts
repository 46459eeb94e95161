// The options and the example of `interview-kit questions`. What it does is in commands/questions.ts, loaded when it runs.
import type { Command } from "commander";
import { questionKinds, questionLevels, questionStatuses } from "../bank/question-bank.js";
import { Option } from "./commander.js";
import { json, parseMinutes, plan, team } from "./options.js";

export function defineQuestions(command: Command, workspace: () => string): void {
  command
    .option("--skill <skill>", "asks about this skill")
    .option("--competency <id>", "rates this competency")
    .addOption(new Option("--level <level>", "written for this level").choices(questionLevels))
    .addOption(new Option("--kind <kind>", "of this kind").choices(questionKinds))
    .addOption(new Option("--minutes <minutes>", "takes at most so long").argParser(parseMinutes))
    .addOption(new Option("--status <status>", "has this status").choices(questionStatuses))
    .option("--role <role>", "in the loop of this role")
    .option("--unused", "in no loop of the roles here")
    .option("--used", "say in which loops each one is")
    .addOption(team())
    .addOption(plan())
    .option("--stats", "count by kind, level, competency and skill")
    .addOption(json())
    .addHelpText("after", "\nExample:\n  $ interview-kit questions retry --kind code-review --level senior")
    .action(async (words: string[], options) => {
      const { questionsCommand } = await import("../commands/questions.js");
      process.exitCode = await questionsCommand(workspace(), words, options);
    });
}
