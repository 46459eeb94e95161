#!/usr/bin/env node
// The command line: the names of all commands. The options of each lie in cli/, what it does in commands/; both are loaded only when it is named.
// Exit codes: 0 done, 1 the content has errors, 2 the run could not go on.
import type { Command as Defined } from "commander";
import { Command, Option } from "./cli/commander.js";
import { programName, programVersion } from "./workspace/program.js";

/** A command as the list of all shows it. `load` gives what adds its options to it, which the list does not show. */
interface CommandEntry {
  name: string;
  does: string;
  /** Its words besides options, as commander writes them, and what they are. */
  takes?: [string, string];
  load: () => Promise<(command: Defined, workspace: () => string) => void>;
}

const commands: CommandEntry[] = [
  {
    name: "build",
    does: "build the kits of the named roles, or of every role in roles/",
    takes: ["[role...]", "files, folders, or names of documents in roles/"],
    load: async () => (await import("./cli/build.js")).defineBuild,
  },
  {
    name: "check",
    does: "report everything that wants mending, at once",
    takes: ["[role...]", "files or names of roles; all of roles/ if none is named"],
    load: async () => (await import("./cli/check.js")).defineCheck,
  },
  {
    name: "explain",
    does: "show what a role demands, what its loop measures and why each question is asked",
    takes: ["<role>", "a file, or the name of a document in roles/"],
    load: async () => (await import("./cli/explain.js")).defineExplain,
  },
  {
    name: "diff",
    does: "show what a team asks otherwise than the shared bank, and its loops beside the shared ones",
    takes: ["[role...]", "files or names of roles; those that name the team, or all, if none is named"],
    load: async () => (await import("./cli/diff.js")).defineDiff,
  },
  {
    name: "freeze",
    does: "plan a role's loop and write it down, so that everyone in one opening is asked the same",
    takes: ["<role>", "a document in roles/"],
    load: async () => (await import("./cli/freeze.js")).defineFreeze,
  },
  {
    name: "profile",
    does: "show how a role document is read: title, level, requirements with their lines and skills",
    takes: ["<role>", "a file, or the name of a document in roles/"],
    load: async () => (await import("./cli/profile.js")).defineProfile,
  },
  {
    name: "questions",
    does: "list and search the question bank, or count it",
    takes: ["[word...]", "words that must all occur"],
    load: async () => (await import("./cli/questions.js")).defineQuestions,
  },
  {
    name: "flatten",
    does: "make plain copies of filled forms: what was filled in becomes part of the page",
    takes: ["<form...>", "PDFs of a kit, filled in and saved"],
    load: async () => (await import("./cli/flatten.js")).defineFlatten,
  },
  {
    name: "merge",
    does: "put one candidate's filled forms together as one plain file for the records",
    takes: ["<form...>", "PDFs of one kit, filled in and saved"],
    load: async () => (await import("./cli/merge.js")).defineMerge,
  },
  {
    name: "show",
    does: "show one question with everything about it: rubric, where it is used, what is like it",
    takes: ["<question>", "its id"],
    load: async () => (await import("./cli/show.js")).defineShow,
  },
  {
    name: "retire",
    does: "take a question out of every future loop, in its own file, and say who named it",
    takes: ["<question>", "its id"],
    load: async () => (await import("./cli/retire.js")).defineRetire,
  },
  {
    name: "init",
    does: "make a workspace of your own: roles, questions, plans, templates, a package script and CI",
    takes: ["<folder>", "the new folder, or . for this one"],
    load: async () => (await import("./cli/init.js")).defineInit,
  },
  {
    name: "preview",
    does: "show the pages on 127.0.0.1 and follow every save",
    load: async () => (await import("./cli/preview.js")).definePreview,
  },
  {
    name: "export",
    does: "write the bank, or the loop of one role, as JSON, CSV or Markdown",
    takes: ["[role]", "a file, or the name of a document in roles/; the whole bank if none is named"],
    load: async () => (await import("./cli/export.js")).defineExport,
  },
  {
    name: "import",
    does: "make question files of a CSV, JSON or YAML file; what is there already stays as it is",
    takes: ["<file>", "a file with a column or key for the question, and what else there is"],
    load: async () => (await import("./cli/import.js")).defineImport,
  },
  {
    name: "schema",
    does: "write JSON Schemas of front matter and of exported files",
    takes: ["[name]", "question, competency, plan, role, team, kit or bank; all of them if none is named"],
    load: async () => (await import("./cli/schema.js")).defineSchema,
  },
  {
    name: "new",
    does: "write a new question, competency, role, plan or team; asks on a terminal, takes flags elsewhere",
    load: async () => (await import("./cli/new.js")).defineNew,
  },
];

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
  $ interview-kit check                              everything that wants mending, at once

interview-kit <command> --help shows the options of one.`,
  );

for (const { name, does, takes } of commands) {
  const command = program.command(name).description(does);
  if (takes) command.argument(...takes);
}
program.hook("preSubcommand", (_, command) => define(command));
// Commander's own would show a command before it has its options.
program
  .command("help")
  .description("show the options of a command")
  .argument("[command...]", "its name")
  .action(async (names: string[]) => {
    await program.parseAsync([...names, "--help"], { from: "user" });
  });

/** Adds the options to a command that is named. */
async function define(command: Defined): Promise<void> {
  const entry = commands.find(({ name }) => name === command.name());
  if (entry) (await entry.load())(command, () => String(program.opts().workspace));
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
  process.exitCode = await exitCodeOf(error);
}

async function exitCodeOf(error: unknown): Promise<number> {
  if (error instanceof Error && "exitCode" in error && error.name === "CommanderError")
    return error.exitCode === 0 ? 0 : 2;
  const { KitError } = await import("./document/diagnostic.js");
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
