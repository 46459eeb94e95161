// A workspace small enough that a command over it costs little more than starting the program.
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { questionText } from "../../src/authoring/question-text.js";
import type { QuestionKind } from "../../src/bank/question-bank.js";

const levels = ["Junior", "Mid", "Senior", "Staff"]
  .map((level) => `## ${level}\nDoes ${level} things.\n`)
  .join("\n");
const competency = (title: string, family: string, skills: string) =>
  `---\ntitle: ${title}\nfamily: ${family}\nskills: ${skills}\n---\n# ${title}\n\nDoes it.\n\n${levels}`;

/** A complete question; `change` replaces whatever should differ. */
export function question(title: string, skill: string, kind: QuestionKind = "technical"): string {
  return questionText({
    title,
    skills: [skill],
    kind,
    levels: ["mid", "senior"],
    minutes: 10,
    status: "active",
    wording: `${title}: say what you would look at first.`,
    probes: ["What would you look at next?", "What would change your mind?"],
    rubric: [
      { rating: 1, text: "Names a tool and stops there." },
      { rating: 2, text: "Looks at one place and finds the cause with help." },
      { rating: 3, text: "Looks at two places and compares them before deciding." },
      { rating: 4, text: "Compares, decides, and says how a test would have shown it." },
    ],
    redFlags: ["Changes things without looking."],
    background: `Two places matter for ${title}.`,
  }).text;
}

const plan = `---
stages:
  - id: depth
    title: Depth
    purpose: Find out how far it goes.
    minutes: 45
    questions: { min: 1, max: 2 }
    interviewer: An engineer
    prepare: Nothing has to be prepared.
---
# One interview

Ask what is printed.
`;

/** The files of the workspace by their paths. */
export const smallFiles: Record<string, string> = {
  "questions/storage/competency.md": competency(
    "Storage",
    "technical",
    "[{ name: Tables, aliases: [relations] }, Indexes, Backups]",
  ),
  "questions/storage/slow-table.md": question("A slow table", "Tables"),
  "questions/storage/two-indexes.md": question("Two indexes", "Indexes"),
  "questions/storage/lost-backup.md": question("A lost backup", "Backups"),
  "questions/people/competency.md": competency("People", "people", "[Mentoring]"),
  "questions/people/new-colleague.md": question("A new colleague", "Mentoring", "behavioral"),
  "roles/plans/standard.md": plan,
  "roles/keeper.md": "# Keeper\n\n## Requirements\n\n- Tables and indexes\n- Backups\n",
};

/** Writes the workspace and gives its folder. */
export async function smallWorkspace(folder: string, more: Record<string, string> = {}): Promise<string> {
  for (const [path, text] of Object.entries({ ...smallFiles, ...more })) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}
