import { describe, expect, it } from "vitest";
import { composePacket } from "../../src/packet/compose-packet.js";
import type { ReadingModel } from "../../src/packet/reading.js";
import { accountForLines } from "../../src/role/account-for-lines.js";
import { readRole } from "../../src/role/read-role.js";
import { documentOf, index } from "../role/role-of.js";
import { packetInput } from "./packet-fixture.js";

function readingOf(text: string): ReadingModel {
  const document = documentOf(text);
  const { profile } = readRole(document, index);
  const { documents } = composePacket(
    packetInput({ role: profile, reading: accountForLines(document, profile) }),
  );
  const found = documents.find(({ template }) => template === "reading");
  if (found?.template !== "reading") throw new Error("no reading");
  expect(found).toMatchObject({ name: "reading", print: false });
  return found.model;
}

/** The names that are true. */
const named = (flags: object) =>
  Object.entries(flags)
    .filter(([, value]) => value === true)
    .map(([name]) => name);

const model = readingOf(
  [
    "# Senior Go Developer",
    "",
    "## Requirements",
    "- Postgres, and Django or Flask",
    "- Python, ideally with Redis",
    "- patience with unit machinery",
    "- patience",
    "## Docker",
    "- more of it",
    "",
    "## Benefits",
    "- Docker mugs",
  ].join("\n"),
);
const row = (line: number) => {
  const found = model.rows[line - 1];
  const [reading] = found?.readings ?? [];
  if (!found || !reading) throw new Error(`no line ${line}`);
  return { ...found, reading };
};

describe("the page of the reading", () => {
  it("says title and level with their reasons and the lines that would correct them", () => {
    expect(model).toMatchObject({
      role: { title: "Senior Go Developer" },
      titleReason: "first heading (line 1)",
      titleFix: "title: Senior Go Developer",
      level: "senior",
      levelFix: "level: senior",
    });
    expect(readingOf("# Go Developer\n\n- Python\n")).toMatchObject({ level: "", levelFix: "level: mid" });
  });

  it("has a row per line, and counts every kind", () => {
    expect(model.rows.map(({ line }) => line)).toEqual(model.rows.map((_, at) => at + 1));
    expect(model.kinds.map(({ kind, count }) => [...named(kind), count])).toEqual([
      ["requirement", 3],
      ["noSkill", 3],
      ["notADemand", 1],
      ["title", 1],
      ["heading", 2],
      ["blank", 2],
    ]);
    expect(model.kinds.reduce((sum, { count }) => sum + count, 0)).toBe(model.lineCount.count);
  });

  it("marks the words that led to skills, and says which where they differ", () => {
    const { parts, reading } = row(4);
    expect(parts.filter(({ matched }) => matched).map(({ text }) => text)).toEqual([
      "Postgres",
      "Django",
      "Flask",
    ]);
    expect(parts.map(({ text }) => text).join("")).toBe("- Postgres, and Django or Flask");
    expect(reading.skills.map(({ name, words }) => [name, words])).toEqual([
      ["PostgreSQL", "Postgres"],
      ["Django", ""],
      ["Flask", ""],
    ]);
    expect(reading.ways).toEqual(["Django / Flask"]);
    expect([named(reading.kind), named(reading.importance)]).toEqual([["requirement"], ["must"]]);
    expect(reading.reason).toContain("Requirements");
  });

  it("shows a skill's own importance only where it differs from the line's", () => {
    expect(row(5).reading.skills.map(({ name, importance }) => [name, ...named(importance)])).toEqual([
      ["Python"],
      ["Redis", "nice"],
    ]);
  });

  it("offers beside each demand the front matter that would change it", () => {
    expect(row(1).reading.fixes).toEqual(["skills: { drop: [Go] }"]);
    expect(row(4).reading.fixes).toEqual([
      "skills: { drop: [PostgreSQL, Django, Flask] }",
      'ignore: ["Postgres, and"]',
    ]);
    expect(row(6).reading.fixes).toEqual([
      expect.stringMatching(/^skills: \{ add: \[Unit testing/),
      'ignore: ["patience with"]',
    ]);
    expect(row(7).reading.fixes).toEqual(['ignore: ["patience"]']);
    expect(row(3).reading.fixes).toEqual([]);
    expect(row(12).reading.fixes).toEqual([]);
  });

  it("says when words to ignore are a heading's", () => {
    expect(row(8).reading).toMatchObject({
      fixes: ["skills: { drop: [Docker] }", 'ignore: ["Docker"]'],
      wholeSection: true,
    });
    expect(row(4).reading.wholeSection).toBe(false);
  });

  it("lists first what needs a look: demands without a skill", () => {
    expect(model.open).toEqual([
      { line: 6, text: "patience with unit machinery" },
      { line: 7, text: "patience" },
      { line: 9, text: "more of it" },
    ]);
  });

  it("names characters that would act instead of being read", () => {
    const { rows, open } = readingOf("# Go Developer\n\n- Py\u202Ethon patience\u0007\n");
    expect(rows[2]?.parts).toEqual([
      { text: "- Py", named: false, matched: false },
      { text: "U+202E", named: true, matched: false },
      { text: "thon patience", named: false, matched: false },
      { text: "U+0007", named: true, matched: false },
    ]);
    expect(open[0]?.text).toBe("Py\uFFFDthon patience\uFFFD");
  });
});
