#!/usr/bin/env node
// The command line: names, options and examples. Each command lives in its own file and is loaded only when it runs.
// Exit codes: 0 done, 1 the content has errors, 2 the run could not go on.
import { Command, InvalidArgumentError, Option } from "commander";
import { families, questionKinds, questionLevels, questionStatuses } from "./bank/question-bank.js";
import { parseShard } from "./build/shard.js";
import { KitError } from "./document/diagnostic.js";
import { type Country, countries } from "./fairness/countries.js";
import { roleLevels } from "./role/role-profile.js";
import { programName, programVersion } from "./workspace/program.js";

const program = new Command(programName)
  // Subcommands inherit this: a wrong option is a run that cannot go on (2), not content with errors (1).
  .exitOverride()
  .description("Role documents in; printed, structured interviews out.")
  .version(programVersion)
  .addOption(
    new Option("-C, --workspace <folder>", "folder with roles/, questions/ and templates/").default(".", "."),
  )
  .showHelpAfterError()
  .addHelpText(
    "after",
    `
Examples:
  $ interview-kit build                              every role in roles/, as HTML and PDF, into out/
  $ interview-kit build senior-python-developer      one of them
  $ interview-kit build ~/Downloads/role.txt         any document of your own
  $ interview-kit explain senior-python-developer    why each question is asked, and what is missing
  $ interview-kit check                              everything that wants mending, at once`,
  );

const level = () =>
  new Option("--level <level>", "plan for this level, whatever the document says").choices(roleLevels);
const plan = () =>
  new Option(
    "--plan <plan>",
    "a plan in roles/plans/, or the path of one (default: the team's, or standard)",
  );
const repeated = (value: string, former: string[] = []) => [...former, value];
const avoid = () =>
  new Option(
    "--avoid <opening>",
    "as few questions in common with this frozen opening as possible; repeatable",
  ).argParser(repeated);
const team = () => new Option("--team <team>", "as this team of questions/teams/ asks it");
const browser = () =>
  new Option("--browser <path>", "the Chrome or Chromium to print with").env("PUPPETEER_EXECUTABLE_PATH");
const json = () => new Option("--json", "print the result as JSON on stdout");

program
  .command("build")
  .description("build the kits of the named roles, or of every role in roles/")
  .argument("[role...]", "files, folders, or names of documents in roles/")
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
    new Option("--notes <kind>", "room for notes in the guides").choices(["ruled", "blank"]).default("ruled"),
  )
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
  .option("--fresh", "build everything again, whatever stands there already")
  .option("--quiet", "no progress")
  .addOption(json())
  .addHelpText(
    "after",
    "\nExample:\n  $ interview-kit build roles/python-developer.md --format html --out /tmp/kit",
  )
  .action(async (roles: string[], options) => {
    const { buildCommand } = await import("./commands/build.js");
    const { format, team: teams, ...rest } = options;
    process.exitCode = await buildCommand(workspace(), roles, { ...rest, formats: format, teams });
  });

program
  .command("check")
  .description("report everything that wants mending, at once")
  .argument("[role...]", "files or names of roles; all of roles/ if none is named")
  .addOption(plan())
  .option("--all", "show remarks too")
  .addOption(json())
  .addOption(
    new Option("--country <countries>", "whose law counts in what is not asked: us, uk, eu").argParser(
      parseCountries,
    ),
  )
  .option("--today <date>", "report reviews older than two years on this day, as YYYY-MM-DD", parseDay)
  .option("--explain [rule]", "print a rule with its reason and sources, or the list of rules")
  .addHelpText("after", "\nExample:\n  $ interview-kit check --all")
  .action(async (roles: string[], options) => {
    const { checkCommand } = await import("./commands/check.js");
    process.exitCode = await checkCommand(workspace(), roles, options);
  });

program
  .command("explain")
  .description("show what a role demands, what its loop measures and why each question is asked")
  .argument("<role>", "a file, or the name of a document in roles/")
  .addOption(plan())
  .addOption(team())
  .addOption(level())
  .addOption(json())
  .addHelpText("after", "\nExample:\n  $ interview-kit explain senior-python-developer")
  .action(async (role: string, options) => {
    const { explainCommand } = await import("./commands/explain.js");
    process.exitCode = await explainCommand(workspace(), role, options);
  });

program
  .command("diff")
  .description("show what a team asks otherwise than the shared bank, and its loops beside the shared ones")
  .argument("[role...]", "files or names of roles; those that name the team, or all, if none is named")
  .requiredOption("--team <team>", "a team of questions/teams/")
  .option("--question <id>", "only the team's own version of this shared question")
  .addOption(json())
  .addHelpText("after", "\nExample:\n  $ interview-kit diff --team payments python-developer")
  .action(async (roles: string[], options) => {
    const { diffCommand } = await import("./commands/diff.js");
    process.exitCode = await diffCommand(workspace(), roles, options);
  });

program
  .command("freeze")
  .description("plan a role's loop and write it down, so that everyone in one opening is asked the same")
  .argument("<role>", "a document in roles/")
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
    const { freezeCommand } = await import("./commands/freeze.js");
    process.exitCode = await freezeCommand(workspace(), role, options);
  });

program
  .command("profile")
  .description("show how a role document is read: title, level, requirements with their lines and skills")
  .argument("<role>", "a file, or the name of a document in roles/")
  .addOption(level())
  .addOption(json())
  .addHelpText("after", "\nExample:\n  $ interview-kit profile roles/python-developer.md --json")
  .action(async (role: string, options) => {
    const { profileCommand } = await import("./commands/profile.js");
    process.exitCode = await profileCommand(workspace(), role, options);
  });

program
  .command("questions")
  .description("list and search the question bank, or count it")
  .argument("[word...]", "words that must all occur")
  .option("--skill <skill>", "asks about this skill")
  .option("--competency <id>", "rates this competency")
  .addOption(new Option("--level <level>", "written for this level").choices(questionLevels))
  .addOption(new Option("--kind <kind>", "of this kind").choices(questionKinds))
  .addOption(new Option("--minutes <minutes>", "takes at most so long").argParser(parseMinutes))
  .addOption(new Option("--status <status>", "has this status").choices(questionStatuses))
  .option("--role <role>", "in the loop of this role")
  .option("--unused", "in no loop of the roles here")
  .option("--used", "say in which loops each one is")
  .addOption(plan())
  .option("--stats", "count by kind, level, competency and skill")
  .addOption(json())
  .addHelpText("after", "\nExample:\n  $ interview-kit questions retry --kind code-review --level senior")
  .action(async (words: string[], options) => {
    const { questionsCommand } = await import("./commands/questions.js");
    process.exitCode = await questionsCommand(workspace(), words, options);
  });

program
  .command("flatten")
  .description("make plain copies of filled forms: what was filled in becomes part of the page")
  .argument("<form...>", "PDFs of a kit, filled in and saved")
  .option("--out <path>", "a file, or a folder for several; beside each form if not given")
  .addOption(browser())
  .option("--force", "also where git would track it, also with nothing filled in")
  .addHelpText("after", "\nExample:\n  $ interview-kit flatten ~/ada/02-coding-scorecard.pdf")
  .action(async (forms: string[], options) => {
    const { flattenCommand } = await import("./commands/flatten.js");
    process.exitCode = await flattenCommand(forms, options);
  });

program
  .command("merge")
  .description("put one candidate's filled forms together as one plain file for the records")
  .argument("<form...>", "PDFs of one kit, filled in and saved")
  .requiredOption("--out <file>", "the file to write")
  .addOption(browser())
  .option(
    "--force",
    "also forms that name different candidates, roles or kits; also where git would track it",
  )
  .addHelpText("after", "\nExample:\n  $ interview-kit merge ~/ada/*.pdf --out ~/ada/record.pdf")
  .action(async (forms: string[], options) => {
    const { mergeCommand } = await import("./commands/merge.js");
    process.exitCode = await mergeCommand(forms, options);
  });

program
  .command("show")
  .description("show one question with everything about it: rubric, where it is used, what is like it")
  .argument("<question>", "its id")
  .addOption(plan())
  .addOption(json())
  .addHelpText("after", "\nExample:\n  $ interview-kit show turns-at-a-fixed-pace")
  .action(async (question: string, options) => {
    const { showCommand } = await import("./commands/show.js");
    process.exitCode = await showCommand(workspace(), question, options);
  });

program
  .command("retire")
  .description("take a question out of every future loop, in its own file, and say who named it")
  .argument("<question>", "its id")
  .requiredOption("--reason <words>", "why it is no longer asked")
  .addOption(plan())
  .addHelpText(
    "after",
    '\nExample:\n  $ interview-kit retire turns-at-a-fixed-pace --reason "found on a forum in May"',
  )
  .action(async (question: string, options) => {
    const { retireCommand } = await import("./commands/retire.js");
    process.exitCode = await retireCommand(workspace(), question, options);
  });

program
  .command("init")
  .description("make a workspace of your own: roles, questions, plans, templates, a package script and CI")
  .argument("<folder>", "the new folder, or . for this one")
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
    const { initCommand } = await import("./commands/init.js");
    process.exitCode = await initCommand(folder, options);
  });

program
  .command("preview")
  .description("show the pages on 127.0.0.1 and follow every save")
  .addOption(
    new Option("--port <port>", "the port; the first free one from 4600 on if absent").argParser(parsePort),
  )
  .addHelpText("after", "\nExample:\n  $ interview-kit preview")
  .action(async (options) => {
    const { previewCommand } = await import("./commands/preview.js");
    process.exitCode = await previewCommand(workspace(), options);
  });

program
  .command("export")
  .description("write the bank, or the loop of one role, as JSON, CSV or Markdown")
  .argument("[role]", "a file, or the name of a document in roles/; the whole bank if none is named")
  .addOption(new Option("--format <format>", "the form").choices(["json", "csv", "markdown"]).default("json"))
  .option("--out <file>", "where it goes, if not to stdout")
  .addOption(plan())
  .addOption(level())
  .addHelpText("after", "\nExample:\n  $ interview-kit export --format csv --out bank.csv")
  .action(async (role: string | undefined, options) => {
    const { exportCommand } = await import("./commands/export.js");
    process.exitCode = await exportCommand(workspace(), role, options);
  });

program
  .command("import")
  .description("make question files of a CSV, JSON or YAML file; what is there already stays as it is")
  .argument("<file>", "a file with a column or key for the question, and what else there is")
  .option("--competency <id>", "for questions that name no known competency")
  .option("--dry-run", "say what would be written")
  .addOption(json())
  .addHelpText("after", "\nExample:\n  $ interview-kit import questions.csv --competency collaboration")
  .action(async (file: string, options) => {
    const { importCommand } = await import("./commands/import.js");
    process.exitCode = await importCommand(workspace(), file, options);
  });

program
  .command("schema")
  .description("write JSON Schemas of front matter and of exported files")
  .argument("[name]", "question, competency, plan, role, team, kit or bank; all of them if none is named")
  .option("--out <folder>", "write <name>.schema.json files into a folder; needed for more than one")
  .option("--names", "list the skills, competencies and questions of this workspace, for an editor to offer")
  .addHelpText("after", "\nExample:\n  $ interview-kit schema --out .vscode/schemas --names")
  .action(async (name: string | undefined, options) => {
    const { schemaCommand } = await import("./commands/schema.js");
    process.exitCode = await schemaCommand(workspace(), name, options);
  });

const several = (value: string, former: string[] | undefined) => [...(former ?? []), value];
const fresh = program
  .command("new")
  .description(
    "write a new question, competency, role, plan or team; asks on a terminal, takes flags elsewhere",
  );
const title = () => new Option("--title <words>", "its title");
const id = () => new Option("--id <id>", "its file name, if not made of the title");
const skill = (what: string) => new Option("--skill <skill>", what).argParser(several);

fresh
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
        return several(value, former);
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
    const { newQuestionCommand } = await import("./commands/new-question.js");
    process.exitCode = await newQuestionCommand(workspace(), { ...options, ...(level && { levels: level }) });
  });

fresh
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
    const { newCompetencyCommand } = await import("./commands/new-question.js");
    process.exitCode = await newCompetencyCommand(workspace(), options);
  });

fresh
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
    const { newRoleCommand } = await import("./commands/new-role.js");
    process.exitCode = await newRoleCommand(workspace(), options);
  });

fresh
  .command("plan")
  .addOption(title())
  .addOption(id())
  .addOption(
    new Option("--stage <title=minutes>", "an interview of the loop; may be repeated").argParser(several),
  )
  .addHelpText(
    "after",
    '\nExample:\n  $ interview-kit new plan --title "Two interviews" --stage Coding=60 --stage "Working together=45"',
  )
  .action(async (options) => {
    const { newPlanCommand } = await import("./commands/new-role.js");
    process.exitCode = await newPlanCommand(workspace(), options);
  });

fresh
  .command("team")
  .addOption(title())
  .addOption(id())
  .option("--plan <plan>", "the plan that its loops follow")
  .addHelpText("after", "\nExample:\n  $ interview-kit new team --title Payments")
  .action(async (options) => {
    const { newTeamCommand } = await import("./commands/new-role.js");
    process.exitCode = await newTeamCommand(workspace(), options);
  });

function workspace(): string {
  return String(program.opts().workspace);
}

function parsePort(value: string): number {
  const port = Number(value);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InvalidArgumentError("expected a number from 0 to 65535");
  return port;
}

function parseMinutes(value: string): number {
  const minutes = Number(value);
  if (!Number.isInteger(minutes) || minutes < 1)
    throw new InvalidArgumentError("expected a whole number of minutes");
  return minutes;
}

function parseCountries(value: string): Country[] {
  return value.split(",").map((one) => {
    const country = countries.find((known) => known === one.trim().toLowerCase());
    if (!country) throw new InvalidArgumentError(`expected ${countries.join(", ")}, or several with commas`);
    return country;
  });
}

function parseDay(value: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || Number.isNaN(Date.parse(value)))
    throw new InvalidArgumentError("expected a day such as 2026-11-30");
  return value;
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

// A reader that closes early (a pager, head) ends the output, not the program with a fault.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") process.stderr.write(`${programName}: cannot print: ${error.message}\n`);
  process.exit(error.code === "EPIPE" ? 0 : 2);
});
// Ending at once ends the browser with us, and removes what is half written.
for (const [signal, code] of [
  ["SIGINT", 130],
  ["SIGTERM", 143],
  ["SIGHUP", 129],
] as const)
  process.once(signal, () => process.exit(code));

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitCodeOf(error);
}

function exitCodeOf(error: unknown): number {
  if (error instanceof Error && "exitCode" in error && error.name === "CommanderError")
    return error.exitCode === 0 ? 0 : 2;
  if (error instanceof KitError) {
    process.stderr.write(`${programName}: ${error.code}: ${error.message}\n`);
    if (error.hint !== undefined) process.stderr.write(`    ${error.hint}\n`);
    return 2;
  }
  if (error instanceof Error && "syscall" in error && "code" in error) {
    process.stderr.write(`${programName}: ${String(error.code)}: ${error.message}\n`);
    return 2;
  }
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(
    `${programName}: this is a fault of the program, not of your documents; please report it\n${trace}\n`,
  );
  return 2;
}
