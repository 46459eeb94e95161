// The labelled documents of tests/fixtures/roles, read with the catalogue that is shipped: what was reached stays reached.
// The labels use the small catalogue of the tests, so a name may differ; what counts is that its words lead to a skill on its line.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { allSkills } from "../../src/bank/question-bank.js";
import { readBank } from "../../src/bank/read-bank.js";
import { readDocument } from "../../src/document/document.js";
import { readRole } from "../../src/role/read-role.js";
import { buildSkillIndex } from "../../src/skills/skill-index.js";
import { readWorkspace } from "../../src/workspace/workspace.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = new URL("../fixtures/roles/", import.meta.url);
const workspace = await readWorkspace(root);
const index = buildSkillIndex(allSkills(readBank(workspace.questions).bank));

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

test("recall on the labelled lines, and nothing on lines that demand nothing", () => {
  const missed: string[] = [];
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
      for (const skill of skills) {
        labelled++;
        const known = index.byName.get(skill.toLowerCase())?.name ?? skill;
        if (!onLine.some((mention) => mention.skill === known)) missed.push(`${name}:${line} ${skill}`);
      }
    }
  }
  expect(labelled).toBeGreaterThan(130);
  expect(idle).toBeGreaterThan(40);
  expect({ missed: missed.length / labelled < 0.05 ? [] : missed, wrong }).toEqual({ missed: [], wrong: [] });
});
