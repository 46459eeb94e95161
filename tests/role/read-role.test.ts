// The whole reading: a golden profile, ladders, documents that demand nothing, speed.
import { describe, expect, test } from "vitest";
import { readRole } from "../../src/role/read-role.js";
import { buildSkillIndex } from "../../src/skills/skill-index.js";
import { catalogue } from "./catalogue.js";
import { documentOf, roleOf } from "./role-of.js";

test("a whole profile", () => {
  const text =
    "# Go Developer\n\n## Requirements\n\n- **Data**: PostgreSQL or MySQL,\n  ideally Redis\n- Patience with load tests\n\n## Benefits\n\n- Tea\n";
  expect(roleOf(text)).toEqual({
    profile: {
      path: "roles/sample.md",
      title: "Go Developer",
      titleReason: "first heading (line 1)",
      titleLine: 1,
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

/** Processor time in milliseconds: what else the machine does meanwhile does not count. */
function cost(run: () => unknown): number {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** The cheapest of many runs. Stops early once the limit is met. */
function best(run: () => unknown, limit: number, runs: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < runs && (round < 5 || least >= limit); round++)
    least = Math.min(least, cost(run));
  return least;
}

/** How many times the first costs what the second does: in turns, so that a machine that slows down slows both. */
function ratio(first: () => unknown, second: () => unknown): number {
  const least = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 0; round < 40; round++)
    least.forEach((known, at) => {
      least[at] = Math.min(known, cost(at === 0 ? first : second));
    });
  return (least[0] ?? 0) / (least[1] ?? 1);
}

describe("speed", () => {
  const many = [
    ...catalogue,
    ...Array.from({ length: 5000 }, (_, at) => ({
      name: `Product ${at} kit`,
      aliases: [`p${at}x`, `kit ${at} server`],
      matchCase: at % 9 === 0,
      competency: "technical",
    })),
  ];
  const large = buildSkillIndex(many);
  const roleOfLines = (count: number) => {
    const lines = Array.from({ length: count }, (_, at) =>
      at % 12 === 0
        ? `\n## Skills ${at}\n`
        : `- **Area ${at}**: unit, integration and performance tests with Python ${at}, Go, product ${at} kit and Docker`,
    );
    return documentOf(`# Go Developer\n${lines.join("\n")}\n`);
  };

  test("a role of 250 lines is read and mapped in under 20 ms with 5,000 skills", () => {
    const document = roleOfLines(240);
    for (let round = 0; round < 10; round++) readRole(document, large);
    expect(best(() => readRole(document, large), 20, 100)).toBeLessThan(20);
  });

  // `npm run bench` times 1,000 roles; here only what holds on any machine: how the time grows.
  test("a role costs what its lines cost, and a larger catalogue costs no more", () => {
    const [whole, half] = [roleOfLines(240), roleOfLines(120)];
    const small = buildSkillIndex(catalogue);
    for (let round = 0; round < 10; round++) for (const index of [large, small]) readRole(whole, index);
    const reading = (document: typeof whole, index: typeof large) => () => readRole(document, index);
    expect(ratio(reading(whole, large), reading(half, large))).toBeLessThan(4);
    expect(ratio(reading(whole, large), reading(whole, small))).toBeLessThan(3);
  });

  test("the catalogue is compiled once and fast", () => {
    // A slip to quadratic time takes minutes.
    expect(best(() => buildSkillIndex(many), 400, 20)).toBeLessThan(2000);
  });
});

test("front matter: the key of a single pair in a list is part of its line", () => {
  const { profile } = roleOf("---\ntitle: Engineer\nrequirements:\n  - Python: expert\n  - Docker: 3\n---\n");
  expect(
    profile.requirements.flatMap(({ line, skills }) => skills.map(({ skill }) => `${line} ${skill}`)),
  ).toEqual(["4 Python", "5 Docker"]);
});

test("front matter: a key that says what kind of thing stands behind it is no part of the line", () => {
  const text = "---\ntitle: Engineer\nrequirements:\n  - nice_to_have: Rust\n  - name: Docker\n---\n";
  expect(
    roleOf(text).profile.requirements.map(({ line, text: said, importance }) => [line, said, importance]),
  ).toEqual([
    [4, "Rust", "nice"],
    [5, "Docker", "must"],
  ]);
});
