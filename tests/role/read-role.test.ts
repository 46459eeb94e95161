// The whole reading: a golden profile, ladders, documents that demand nothing, speed.
import { expect, test } from "vitest";
import { readRole } from "../../src/role/read-role.js";
import { buildSkillIndex } from "../../src/role/skill-index.js";
import { catalogue } from "./catalogue.js";
import { documentOf, index, roleOf } from "./role-of.js";

test("a whole profile", () => {
  const text =
    "# Go Developer\n\n## Requirements\n\n- **Data**: PostgreSQL or MySQL,\n  ideally Redis\n- Patience with load tests\n\n## Benefits\n\n- Tea\n";
  expect(roleOf(text)).toEqual({
    profile: {
      path: "roles/sample.md",
      title: "Go Developer",
      titleReason: "first heading (line 1)",
      level: "unspecified",
      levelReason: "the document states no level; planned as mid",
      plannedLevel: "mid",
      requirements: [
        {
          line: 1,
          text: "Go Developer",
          section: "",
          importance: "must",
          importanceReason: "the title names it",
          skills: [{ skill: "Go", competency: "technical", matched: "Go", line: 1 }],
        },
        {
          line: 5,
          text: "Data: PostgreSQL or MySQL, ideally Redis",
          section: "Requirements",
          importance: "must",
          importanceReason: 'section "Requirements" states requirements',
          skills: [
            { skill: "PostgreSQL", competency: "technical", matched: "PostgreSQL", line: 5 },
            { skill: "MySQL", competency: "technical", matched: "MySQL", line: 5 },
            { skill: "Redis", competency: "technical", matched: "Redis", line: 6, importance: "nice" },
          ],
          alternatives: [["PostgreSQL", "MySQL"]],
        },
      ],
      unmapped: [
        {
          line: 7,
          text: "Patience with load tests",
          section: "Requirements",
          why: "no-skill",
          reason: "names no skill of the catalogue",
          closest: ["Load balancing"],
        },
        { line: 11, text: "Tea", section: "Benefits", why: "not-a-demand", reason: 'under "Benefits"' },
      ],
    },
    findings: [],
  });
});

test("the same document gives the same profile, with skills or with the index made of them", () => {
  const document = documentOf("# Developer\n\n- Python and Go services\n");
  expect(readRole(document, catalogue)).toEqual(readRole(document, buildSkillIndex(catalogue)));
});

test("people who are mentioned are no level", () => {
  const { profile } = roleOf(
    "# Python Developer\n\n- Reports to: Lead Developer\n- Collaborates with senior stakeholders\n- Mentors junior developers\n",
  );
  expect(profile.level).toBe("unspecified");
});

test("years of experience give the level, with the reason", () => {
  const { profile } = roleOf(
    "# Python Developer\n\n## Requirements\n\n- 8-12 years of experience with Python\n",
  );
  expect([profile.level, profile.levelReason]).toEqual([
    "senior",
    '"8-12 years" of experience (line 5); 5 years or more is senior',
  ]);
});

test("a ladder is read at the level asked for", () => {
  const text = "# Developer\n\n| Area | Junior | Senior |\n|---|---|---|\n| Tools | Git | Docker |\n";
  const skills = (level: "junior" | "senior") =>
    roleOf(text, { level }).profile.requirements.flatMap((line) =>
      line.skills.map((mention) => mention.skill),
    );
  expect([skills("junior"), skills("senior")]).toEqual([["Git"], ["Docker"]]);
  expect(roleOf(text, { level: "staff" }).findings.map((finding) => finding.code)).toEqual(["missing-level"]);
});

test.each([
  [
    "# Hello\n\nJust words here.\n",
    "saw 1 heading, 0 list items, 0 table rows and 1 paragraph; none of them demands anything",
  ],
  [
    "# Hello\n\n- patience\n",
    "saw 1 heading, 1 list item, 0 table rows and 0 paragraphs; none names a skill of the catalogue (line 3)",
  ],
])("nothing demanded: %j", (text, message) => {
  const { findings } = roleOf(text);
  expect(findings.map((finding) => [finding.code, finding.message])).toEqual([["no-demand", message]]);
});

test("headings that say nothing are reported, and technologies are found by their names", () => {
  const { profile, findings } = roleOf("# Ohjelmoija\n\n## Tehtävät\n\n- Python\n\n## Taidot\n\n- Docker\n");
  expect(findings.map((finding) => finding.code)).toEqual(["unknown-sections"]);
  expect(profile.requirements.length).toBe(2);
});

test("a role of 250 lines is read and mapped in well under 20 ms", () => {
  const large = buildSkillIndex([
    ...catalogue,
    ...Array.from({ length: 1500 }, (_, at) => ({
      name: `Product ${at} kit`,
      aliases: [`p${at}x`],
      matchCase: at % 9 === 0,
      competency: "technical",
    })),
  ]);
  const lines = Array.from({ length: 240 }, (_, at) =>
    at % 12 === 0
      ? `\n## Skills ${at}\n`
      : `- **Area ${at}**: unit, integration and performance tests with Python ${at}, Go, product ${at} kit and Docker`,
  );
  const document = documentOf(`# Go Developer\n${lines.join("\n")}\n`);
  for (let round = 0; round < 10; round++) readRole(document, large);
  const times = Array.from({ length: 15 }, () => {
    const start = performance.now();
    readRole(document, large);
    return performance.now() - start;
  }).sort((a, b) => a - b);
  // The fastest run is what the code takes; the others are what the machine was doing meanwhile.
  expect(times[0]).toBeLessThan(20);
  expect(index.skills.length).toBeGreaterThan(70);
});
