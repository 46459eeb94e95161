// The kinds of documents that `interview-kit new` makes, with their options. What it does is in commands/new-*.ts, loaded when it runs.
import type { Command } from "commander";
import { families, questionKinds, questionLevels } from "../bank/question-bank.js";
import { roleLevels } from "../role/role-profile.js";
import { InvalidArgumentError, Option } from "./commander.js";
import { parseMinutes, repeated } from "./options.js";

const title = () => new Option("--title <words>", "its title");
const id = () => new Option("--id <id>", "its file name, if not made of the title");
const skill = (what: string) => new Option("--skill <skill>", what).argParser(repeated);

export function defineNew(command: Command, workspace: () => string): void {
  command
    .command("question")
    .addOption(title())
    .addOption(id())
    .option("--competency <id>", "the competency that it rates; that of the first skill if absent")
    .addOption(skill("a skill that it asks about; may be repeated"))
    .addOption(new Option("--kind <kind>", "its kind").choices(questionKinds))
    .addOption(
      new Option("--level <level>", "a level that it is for; may be repeated").argParser(
        (value: string, former: string[] | undefined) => {
          if (!(questionLevels as readonly string[]).includes(value))
            throw new InvalidArgumentError(`expected one of ${questionLevels.join(", ")}`);
          return repeated(value, former);
        },
      ),
    )
    .addOption(new Option("--minutes <minutes>", "how long it takes").argParser(parseMinutes))
    .option("--owner <name>", "who looks after it")
    .addHelpText(
      "after",
      '\nExample:\n  $ interview-kit new question --title "Rows that come twice" --skill PostgreSQL --kind technical --level mid',
    )
    .action(async ({ level, ...options }) => {
      const { newQuestionCommand } = await import("../commands/new-question.js");
      process.exitCode = await newQuestionCommand(workspace(), {
        ...options,
        ...(level && { levels: level }),
      });
    });

  command
    .command("competency")
    .addOption(title())
    .addOption(id())
    .addOption(new Option("--family <family>", "the group that plans know it by").choices(families))
    .addOption(skill("a skill of it, as role documents name it; may be repeated"))
    .addHelpText(
      "after",
      '\nExample:\n  $ interview-kit new competency --title "Payment systems" --family technical --skill chargebacks',
    )
    .action(async (options) => {
      const { newCompetencyCommand } = await import("../commands/new-question.js");
      process.exitCode = await newCompetencyCommand(workspace(), options);
    });

  command
    .command("role")
    .addOption(title())
    .addOption(id())
    .addOption(new Option("--level <level>", "its level").choices(roleLevels))
    .addOption(skill("a skill that it cannot do without; may be repeated"))
    .addHelpText(
      "after",
      '\nExample:\n  $ interview-kit new role --title "Platform Engineer" --level senior --skill Kubernetes',
    )
    .action(async (options) => {
      const { newRoleCommand } = await import("../commands/new-role.js");
      process.exitCode = await newRoleCommand(workspace(), options);
    });

  command
    .command("plan")
    .addOption(title())
    .addOption(id())
    .addOption(
      new Option("--stage <title=minutes>", "an interview of the loop; may be repeated").argParser(repeated),
    )
    .addHelpText(
      "after",
      '\nExample:\n  $ interview-kit new plan --title "Two interviews" --stage Coding=60 --stage "Working together=45"',
    )
    .action(async (options) => {
      const { newPlanCommand } = await import("../commands/new-role.js");
      process.exitCode = await newPlanCommand(workspace(), options);
    });

  command
    .command("team")
    .addOption(title())
    .addOption(id())
    .option("--plan <plan>", "the plan that its loops follow")
    .addHelpText("after", "\nExample:\n  $ interview-kit new team --title Payments")
    .action(async (options) => {
      const { newTeamCommand } = await import("../commands/new-role.js");
      process.exitCode = await newTeamCommand(workspace(), options);
    });
}
