// What names a skill without demanding it: headings, descriptions, degrees, purposes, kinds of technology, circumstances.
import { describe, expect, test } from "vitest";
import type { Skill } from "../../src/bank/question-bank.js";
import { readRole } from "../../src/role/read-role.js";
import { matchSkills } from "../../src/skills/match-skills.js";
import { buildSkillIndex } from "../../src/skills/skill-index.js";
import { catalogue } from "./catalogue.js";
import { documentOf, roleOf } from "./role-of.js";

const more = (names: Record<string, string[]>): Skill[] =>
  Object.entries(names).map(([name, aliases]) => ({ name, aliases, matchCase: false, competency: "more" }));
const wide = buildSkillIndex([
  ...catalogue,
  ...more({
    Databases: ["database"],
    "Relational databases": [],
    "Operating systems": [],
    iOS: [],
    Reliability: [],
    "Data pipelines": [],
    "Fault tolerance": ["fault-tolerant"],
    "Technical support": [],
    Logging: [],
    Deployment: [],
    "Functional programming": [],
    "Declarative programming": [],
    "Performance management": ["performance review"],
    "Code review": [],
    "Cloud platforms": ["AWS/Docker"],
    "Scalable systems": [],
    "Data processing systems": [],
  }),
]);
const found = (text: string, labelEnd = 0) =>
  matchSkills(text, wide, { labelEnd }).map((match) => match.skill.name);
const demanded = (text: string) =>
  roleOf(text).profile.requirements.flatMap((line) =>
    line.skills.map((mention) => `${mention.line} ${mention.skill}`),
  );

describe("within a statement", () => {
  test.each<[string, string[]]>([
    ["Work with databases such as MongoDB or MySQL", ["MongoDB", "MySQL"]],
    ["Work with databases and queues", ["Databases"]],
    ["Apple's iOS operating system", ["iOS"]],
    ["Experience with operating systems", ["Operating systems"]],
    ["NoSQL databases (MongoDB)", ["NoSQL", "MongoDB"]],
    ["BSc in Computer Science, Machine learning or equivalent; Docker", ["Docker"]],
    ["Master's degree in machine learning", []],
    ["BA/BS degree in design (e.g., machine learning, SQL) or the like", []],
    ["Bachelor's degree in physics (or experience with Docker)", ["Docker"]],
    ["BS/MS in machine learning, with Docker", ["Docker"]],
    ["answers within 20 ms in Docker", ["Docker"]],
    ["a high degree of reliability in Docker", ["Reliability", "Docker"]],
    ["Experience in machine learning", ["Machine learning"]],
    ["Write unit tests to ensure reliability", ["Unit testing"]],
    ["Ensure reliability", ["Reliability"]],
    ["Build fault-tolerant data pipelines", ["Data pipelines"]],
    ["Design for fault tolerance", ["Fault tolerance"]],
    ["Lead and provide technical support for a team of developers", []],
    ["Provide technical support to customers", ["Technical support"]],
    ["access to logging data", []],
    ["structured logging", ["Logging"]],
    ["a service deployed on Kubernetes", ["Kubernetes"]],
    ["You have deployed on Kubernetes", ["Deployment", "Kubernetes"]],
    ["Enable other teams to deploy with Docker", ["Docker"]],
    ["You won't be asked for Java", []],
    ["No knowledge of Java is required", []],
    ["paradigms such as functional and declarative", ["Functional programming", "Declarative programming"]],
    ["AWS/Docker", ["AWS", "Docker"]],
    ["scalable and useful things, data processing systems", ["Data processing systems"]],
  ])("%s", (text, skills) => {
    expect(found(text)).toEqual(skills);
  });

  test("a label completes the entries of a list, not the words of a sentence", () => {
    expect(found("Code review: Read every change with clarity and performance in mind", 12)).toEqual([
      "Code review",
    ]);
    expect(found("Testing: unit, integration", 8)).toEqual(["Unit testing", "Integration testing"]);
  });
});

describe("within a document", () => {
  test("a heading that only announces demands nothing of its own", () => {
    expect(demanded("# X\n\n## Monitoring\n\n- Docker\n")).toEqual(["5 Docker"]);
    expect(demanded("# X\n\n## Docker\n\n- Docker\n")).toEqual(["5 Docker"]);
  });

  test("a technology or a lone topic in a heading counts, once", () => {
    expect(demanded("# X\n\n## DevOps & Co\n\n- Docker\n")).toEqual(["3 DevOps", "5 Docker"]);
    expect(demanded("# X\n\n## Monitoring\n\n## Docker\n")).toEqual(["3 Monitoring", "5 Docker"]);
  });

  test("a tool's description demands nothing; a list behind a tool does", () => {
    expect(demanded("# X\n\n## Tools\n\n- **Docker**: Containerization for Python\n")).toEqual(["5 Docker"]);
    expect(demanded("# X\n\n## Tools\n\n- **Python**: Django, FastAPI\n")).toEqual([
      "5 Python",
      "5 Django",
      "5 FastAPI",
    ]);
    // Outside a list of tools, what stands behind the label is what is asked for.
    expect(demanded("# X\n\n## Requirements\n\n- **Python**: clean unit tests for Django\n")).toContain(
      "5 Unit testing",
    );
  });

  test("a degree is said to be one", () => {
    const { profile } = roleOf("# X\n\n## Requirements\n\n- Bachelor's degree\n- Docker\n");
    expect(profile.unmapped.map((line) => line.reason)).toEqual([
      "a degree: papers show it, no interview does",
    ]);
  });

  test("a bare kind of technology adds nothing where its members are named", () => {
    const read = (text: string) =>
      readRole(documentOf(text), wide).profile.requirements.flatMap((line) =>
        line.skills.map((mention) => mention.skill),
      );
    const kind = "operating systems";
    expect(read(`# X\n\n- Docker and ${kind}\n- Kind of iOS\n`)).toEqual(["Docker", "iOS"]);
    expect(read(`# X\n\n- Docker and ${kind}\n`)).toEqual(["Docker", "Operating systems"]);
    expect(read(`# X\n\n- Work with ${kind}\n- Kind of iOS\n`)).toEqual(["Operating systems", "iOS"]);
    // Databases are a subject of their own: only beside one of them the word says nothing more.
    expect(read("# X\n\n- Docker and databases\n- Kind of iOS\n")).toEqual(["Docker", "Databases", "iOS"]);
    expect(read("# X\n\n- Docker, iOS and databases\n")).toEqual(["Docker", "iOS"]);
  });

  test("circumstances name their reason", () => {
    const { profile } = roleOf("# X\n\n## Skills\n\n- Git\n\n## Pain points\n\n- Docker\n- Mentoring\n");
    expect(profile.requirements.at(-1)?.importanceReason).toBe(
      'section "Pain points" tells of circumstances and demands little',
    );
    expect(profile.unmapped.map((line) => line.reason)).toEqual([
      'under "Pain points", which tells of circumstances',
    ]);
  });
});

test("a fact as a heading says nothing of what stands below it; pay is no demand, an extra is", () => {
  const { profile } = roleOf(
    "# Go Developer\n\n#### REMOTE\n\nYou must know Docker.\n\n## Requirements\n\n- Bonus: Redis\n- Bonus: 10 % of base pay\n- notes.md\n",
  );
  expect(profile.requirements.map(({ line, importance }) => [line, importance])).toEqual([
    [1, "must"],
    [5, "must"],
    [9, "nice"],
  ]);
  expect(profile.unmapped.map(({ line, reason }) => [line, reason])).toEqual([
    [10, '"Bonus" is a fact about the opening'],
    [11, "only a file name or an address"],
  ]);
});

test("a list in front matter is read to its last entry, under keys that nobody knows too", () => {
  const { profile } = roleOf(
    "---\nwho_are_you:\n  - Knows Docker\n  - Calm with Redis\n\nsome_key:\n  - You will write Python services\nother: Python\n---\n# Go Developer\n",
  );
  expect(profile.requirements.map(({ line }) => line)).toEqual([3, 4, 7, 10]);
});

describe("an entry that is nothing but an everyday name", () => {
  const named = (lines: string) =>
    roleOf(`# Developer\n\n## Requirements\n\n${lines}\n`).profile.requirements.flatMap(({ line, skills }) =>
      skills.map(({ skill }) => `${line} ${skill}`),
    );
  test.each([
    ["- Go\n- 5 years of experience\n- Patience", ["5 Go"]],
    ["- React (2+ years)", ["5 React"]],
    ["- React - 3 years", ["5 React"]],
    ["- React (a plus)", ["5 React"]],
    ["- Languages: Go", ["5 Go"]],
    ["| Skill | Years |\n| --- | --- |\n| React | 3 |", ["7 React"]],
  ])("%j names it", (lines, skills) => {
    expect(named(lines)).toEqual(skills);
  });
  test.each(["- go", "- Go home early", "- React to incidents", "- Go, team!", "- Spring term (March)"])(
    "%j does not",
    (lines) => {
      expect(named(lines)).toEqual([]);
    },
  );
});
