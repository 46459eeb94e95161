// A workspace of its own in a temporary folder, small enough to be built in about a second: one competency, six questions, one stage.
import { mkdir, mkdtemp, readdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

export const role = (title = "Baker of Software", more = "") =>
  `# ${title}\n\n## Requirements\n- You must know kneading\n- Experience with proofing\n- Shaping and scoring\n${more}`;

const question = (number: number, skill: string) => `---
skills: [${skill}]
kind: technical
levels: [junior, mid, senior, staff]
minutes: 10
---
# Question number ${number}

How would you go about the matter number ${number}?

## Probes
- What would you look at first?
- What would tell you that it worked?

## Rubric
### 1 Poor
Names nothing of the matter.
### 2 Mixed
Names one side of it.
### 3 Good
Names both sides and weighs them.
### 4 Excellent
Weighs both, and says what would change the answer.

## Red flags
- Blames somebody.

## Background
Both sides have their cost.
`;

const skills = ["kneading", "proofing", "shaping", "scoring"];

export const files: Record<string, string> = {
  "roles/baker.md": role(),
  "roles/plans/standard.md": `---
competenciesPerLoop: 2
secondViews: 0
stages:
  - id: craft
    title: Craft
    purpose: Finds out how the craft is practised
    minutes: 45
    kinds: [technical]
    questions: {min: 1, max: 3}
    interviewer: A baker
    prepare: Read the questions.
---
# Standard

The usual loop.
`,
  "questions/baking/competency.md": `---
title: Baking
family: technical
skills: [${skills.join(", ")}]
---
# Baking

Makes bread that people come back for.

## Junior
Follows a recipe.
## Mid
Changes a recipe.
## Senior
Writes recipes.
## Staff
Teaches to write them.
`,
  ...Object.fromEntries(
    Array.from({ length: 6 }, (_, index) => [
      `questions/baking/question-${index}.md`,
      question(index, skills[index % skills.length] ?? "kneading"),
    ]),
  ),
};

/** Writes the workspace; `more` adds files or replaces them. */
export async function smallWorkspace(more: Record<string, string | Uint8Array> = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "kit-safety-"));
  for (const [path, content] of Object.entries({ ...files, ...more })) await put(folder, path, content);
  return folder;
}

export async function put(folder: string, path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), content);
}

/** Every file below a folder, by its path from there. */
export async function bytesBelow(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const read = paths
    .sort()
    .map(async (path) => [path.slice(folder.length), (await readFile(path)).toString("base64")]);
  return Object.fromEntries(await Promise.all(read)) as Record<string, string>;
}
