// In: the files below the package's starter/ folder. Out: the files of a new workspace: their paths with dots where they belong,
// the package script, and snippets for an editor. Writes nothing.
import { stringify } from "yaml";
import { families, questionKinds, questionLevels } from "../bank/question-bank.js";
import { placeholder } from "../document/placeholder.js";
import type { SourceFile } from "../document/source-file.js";
import { roleLevels } from "../role/role-profile.js";
import { programName, programVersion } from "../workspace/program.js";
import { competencyText } from "./document-text.js";
import { questionText } from "./question-text.js";

/** Folders and files that begin with a dot; npm would read or drop them by their real names inside a package. */
const dotted = ["gitignore", "editorconfig", "github", "vscode"];

/** What stands in a new workspace beside roles, questions, plans and templates. `program` is where npm finds this one: a version, or file: and a folder. */
export function starterFiles(shipped: readonly SourceFile[], program = `^${programVersion}`): SourceFile[] {
  const files = shipped.map(({ path, bytes }) => {
    const inside = path.replace(/^starter\//, "");
    return { path: dotted.includes(inside.split("/", 1)[0] ?? "") ? `.${inside}` : inside, bytes };
  });
  const made = { "package.json": manifest(program), ".vscode/interview-kit.code-snippets": snippets() };
  return [
    ...files,
    ...Object.entries(made).map(([path, value]) => ({
      path,
      bytes: new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`),
    })),
  ];
}

/** The scripts of a workspace, also for one that has a package.json already. */
export const scripts = {
  build: `${programName} build`,
  check: `${programName} check`,
  preview: `${programName} preview`,
} as const;

function manifest(program: string): object {
  return {
    name: "interviews",
    private: true,
    scripts,
    devDependencies: { [programName]: program },
  };
}

/** Completion that works in Markdown without an extension: a skeleton per document, with the known values to choose from. */
function snippets(): object {
  const choice = (at: number, values: readonly string[]) => `\${${at}|${values.join(",")}|}`;
  const draft = questionText({
    title: "TITLE",
    skills: ["SKILL"],
    kind: "technical",
    levels: ["mid"],
    minutes: 10,
    status: "draft",
  }).text;
  const competency = competencyText({ title: "TITLE", family: "technical", skills: ["SKILL"] });
  const body = (text: string) => text.trimEnd().replaceAll("$", "\\$").split("\n");
  const marks = (lines: string[], from: number) => {
    let at = from;
    return lines.map((line) => line.replace(/\[to fill in: ([^\]]*)\]/g, (_, what) => `\${${++at}:${what}}`));
  };
  return {
    "interview-kit question": {
      scope: "markdown",
      prefix: "question",
      description: "A question with its rubric, for questions/<competency>/",
      body: marks(body(draft), 5).map((line) =>
        line
          .replace("TITLE", "$1")
          .replace("SKILL", "$2")
          .replace("kind: technical", `kind: ${choice(3, questionKinds)}`)
          .replace("levels: [mid]", `levels: [${choice(4, questionLevels)}]`)
          .replace("minutes: 10", `minutes: $${"{5:10}"}`),
      ),
    },
    "interview-kit competency": {
      scope: "markdown",
      prefix: "competency",
      description: "A competency.md: what is rated, its skills, and what each level looks like",
      body: marks(body(competency), 3).map((line) =>
        line
          .replace("TITLE", "$1")
          .replace("SKILL", "$2")
          .replace("family: technical", `family: ${choice(3, families)}`),
      ),
    },
    "interview-kit role": {
      scope: "markdown",
      prefix: "role",
      description: "Front matter that sets a role's reading right",
      body: [
        "---",
        `level: ${choice(1, roleLevels)}`,
        ...stringify({ skills: { add: ["$2"], drop: [] } })
          .trimEnd()
          .split("\n"),
        "---",
        `# \${3:${placeholder("title").replace(/[[\]]/g, "")}}`,
      ],
    },
  };
}
