// Every document under tests/fixtures/roles is read, and each line is compared with the comment that stands on it.
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readDocument } from "../../src/document/document.js";
import { readRole } from "../../src/role/read-role.js";
import type { RoleProfile } from "../../src/role/role-profile.js";
import { buildSkillIndex } from "../../src/skills/skill-index.js";
import { catalogue } from "./catalogue.js";

const folder = new URL("../fixtures/roles/", import.meta.url);
const index = buildSkillIndex(catalogue);
const importances = ["must", "should", "nice"] as const;

/** What the comments of a document expect: by line, and for the whole. */
function expectations(text: string): { lines: Map<number, string[]>; whole: string } {
  const lines = new Map<number, string[]>();
  let whole = "";
  text.split(/\r?\n/).forEach((line, at) => {
    const comment =
      /(?:<!--|\s#)\s*((?:title|must|should|nice|no-skill|not-a-demand).*?)(?:\s*-->|$)|\s{3}(not-a-demand)$/.exec(
        line,
      );
    const words = (comment?.[1] ?? comment?.[2])?.trim();
    if (!words) return;
    if (words.startsWith("title: ")) whole = words;
    else
      lines.set(
        at + 1,
        words.split(/\s*;\s*/).map((part) => sorted(part)),
      );
  });
  return { lines, whole };
}

function sorted(part: string): string {
  const [importance, names] = part.split(/:\s+/, 2);
  return names === undefined ? part : `${importance}: ${names.split(/,\s*/).sort().join(", ")}`;
}

/** The reading in the same form. */
function readingOf(profile: RoleProfile): Map<number, string[]> {
  const lines = new Map<number, Map<string, Set<string>>>();
  const note = (line: number, what: string, skill?: string) => {
    const entry = lines.get(line) ?? new Map<string, Set<string>>();
    const skills = entry.get(what) ?? new Set<string>();
    if (skill !== undefined) skills.add(skill);
    entry.set(what, skills);
    lines.set(line, entry);
  };
  for (const requirement of profile.requirements)
    for (const mention of requirement.skills)
      note(mention.line, mention.importance ?? requirement.importance, mention.skill);
  for (const line of profile.unmapped) note(line.line, line.why);
  const order = [...importances, "no-skill", "not-a-demand"];
  return new Map(
    [...lines].map(([line, entry]) => [
      line,
      [...entry]
        .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
        .map(([what, skills]) => (skills.size > 0 ? `${what}: ${[...skills].sort().join(", ")}` : what)),
    ]),
  );
}

const files = readdirSync(folder).filter((name) => name !== "README.md");

describe.each(files)("%s", (name) => {
  const bytes = readFileSync(new URL(name, folder));
  const { document, findings } = readDocument(`roles/${name}`, bytes);
  if (!document) throw new Error(`${name} is no document`);
  const read = readRole(document, index);
  const expected = expectations(bytes.toString("utf8"));

  test("every line leads where its comment says", () => {
    expect(findings).toEqual([]);
    const byLine = (map: Map<number, string[]>) => [...map].sort(([a], [b]) => a - b);
    expect(byLine(readingOf(read.profile))).toEqual(byLine(expected.lines));
  });

  test("title and level", () => {
    const { title, level, plannedLevel } = read.profile;
    expect(`title: ${title}; level: ${level}; planned: ${plannedLevel}`).toBe(expected.whole);
  });

  test("Windows line endings and a byte order mark change nothing", () => {
    const windows = `\uFEFF${bytes.toString("utf8").replace(/\n/g, "\r\n")}`;
    const other = readDocument(`roles/${name}`, new TextEncoder().encode(windows));
    if (!other.document) throw new Error(`${name} is no document with Windows line endings`);
    expect(readRole(other.document, index).profile).toEqual(read.profile);
  });
});
