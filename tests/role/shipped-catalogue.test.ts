// The labelled documents of tests/fixtures/roles, read with the catalogue that is shipped: what was reached stays reached.
// The labels name skills of the small catalogue of the tests; what the shipped one rightly finds besides stands in `besides`, with its line.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { allSkills } from "../../src/bank/question-bank.js";
import { readBank } from "../../src/bank/read-bank.js";
import { readDocument } from "../../src/document/document.js";
import { readRole } from "../../src/role/read-role.js";
import { matchSkills } from "../../src/skills/match-skills.js";
import { buildSkillIndex } from "../../src/skills/skill-index.js";
import { readWorkspace } from "../../src/workspace/workspace.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = new URL("../fixtures/roles/", import.meta.url);
const workspace = await readWorkspace(root);
const index = buildSkillIndex(allSkills(readBank(workspace.questions).bank));

/** What the shipped catalogue rightly finds beyond the labels: the small catalogue of the tests lacks it. */
const besides = new Set([
  "emoji.md:7 Code review",
  "german.md:11 German",
  "headings-and-bullets.md:13 On-call",
  "html-lists.md:8 Objective-C",
  "japanese.md:5 API design",
  "words-that-are-no-skill.md:5 Go-to-market strategy",
  "words-that-are-no-skill.md:11 Parameterized queries",
  "words-that-are-no-skill.md:11 SQL injection prevention",
  "words-that-are-no-skill.md:14 Data platforms",
  "words-that-are-no-skill.md:21 R Markdown",
]);

/** Per line of a document: the labelled skills, or nothing where a label says that none is named. */
function labels(text: string): Map<number, string[]> {
  const lines = new Map<number, string[]>();
  text.split("\n").forEach((line, at) => {
    const comment = /(?:<!--|\s#)\s*((?:must|should|nice|no-skill|not-a-demand).*?)(?:\s*-->|$)/.exec(
      line,
    )?.[1];
    if (comment === undefined) return;
    lines.set(
      at + 1,
      comment.split(/\s*;\s*/).flatMap((part) => part.split(/:\s+/, 2)[1]?.split(/,\s*/) ?? []),
    );
  });
  return lines;
}

test("recall and precision of at least 0.95 on the labelled lines, and nothing on lines that demand nothing", () => {
  const missed: string[] = [];
  const extra: string[] = [];
  let found = 0;
  const wrong: string[] = [];
  let labelled = 0;
  let idle = 0;
  for (const name of readdirSync(folder).filter((file) => file !== "README.md")) {
    const bytes = readFileSync(new URL(name, folder));
    const { document } = readDocument(`roles/${name}`, bytes);
    if (!document) throw new Error(`${name} is no document`);
    const { profile } = readRole(document, index);
    const mentions = profile.requirements.flatMap((requirement) => requirement.skills);
    for (const [line, skills] of labels(bytes.toString("utf8"))) {
      const onLine = mentions.filter((mention) => mention.line === line);
      if (skills.length === 0) {
        idle++;
        const idleLine = profile.unmapped.some((open) => open.line === line && open.why === "not-a-demand");
        if (idleLine && onLine.length > 0) wrong.push(`${name}:${line} ${onLine[0]?.skill}`);
      }
      const names = new Set(skills.map((skill) => index.byName.get(skill.toLowerCase())?.name ?? skill));
      for (const skill of new Set(onLine.map((mention) => mention.skill))) {
        found++;
        if (!names.has(skill) && !besides.has(`${name}:${line} ${skill}`))
          extra.push(`${name}:${line} ${skill}`);
      }
      for (const skill of skills) {
        labelled++;
        const known = index.byName.get(skill.toLowerCase())?.name ?? skill;
        if (!onLine.some((mention) => mention.skill === known)) missed.push(`${name}:${line} ${skill}`);
      }
    }
  }
  expect(labelled).toBeGreaterThan(130);
  expect(idle).toBeGreaterThan(40);
  expect({
    missed: missed.length / labelled <= 0.05 ? [] : missed,
    extra: extra.length / found <= 0.05 ? [] : extra,
    wrong,
  }).toEqual({ missed: [], extra: [], wrong: [] });
});

test("every skill of the catalogue is found by its own name, wherever it stands in a line", () => {
  const lost = [
    "Experience with X",
    "Python, X, Docker",
    "X or similar tools",
    "X experience is a plus",
  ].flatMap((line) =>
    index.skills
      .filter(
        ({ name }) => !matchSkills(line.replace("X", name), index).some(({ skill }) => skill.name === name),
      )
      .map(({ name }) => line.replace("X", name)),
  );
  expect(lost).toEqual([
    // No tool is called so.
    "Research or similar tools",
    // One is written for the other, and what was led was people.
    "Leadership experience is a plus",
    "Research experience is a plus",
  ]);
});
