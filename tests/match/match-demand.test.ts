import { describe, expect, it } from "vitest";
import type { Question, QuestionBank } from "../../src/bank/question-bank.js";
import { matchDemand } from "../../src/match/match-demand.js";
import type { Importance, Requirement, RoleProfile } from "../../src/role/role-profile.js";

const competency = (id: string, family: "technical" | "people", skills: string[]) => ({
  id,
  title: id.toUpperCase(),
  family,
  definition: "",
  levels: { junior: "", mid: "", senior: "", staff: "" },
  skills: skills.map((name) => ({ name, aliases: [], matchCase: false, competency: id })),
  path: `questions/${id}/competency.md`,
});

const question = (
  id: string,
  competencyId: string,
  skills: string[],
  more: Partial<Question> = {},
): Question => ({
  id,
  competency: competencyId,
  title: id,
  skills,
  kind: "technical",
  levels: ["mid"],
  minutes: 10,
  status: "active",
  enemies: [],
  wording: "",
  probes: [],
  rubric: [],
  redFlags: [],
  background: "",
  path: "",
  ...more,
});

const bank: QuestionBank = {
  competencies: [
    competency("data", "technical", ["SQL", "PostgreSQL", "SQLite"]),
    competency("people", "people", ["Mentoring"]),
    competency("web", "technical", ["REST"]),
  ],
  questions: [
    question("index", "data", ["SQL", "PostgreSQL"]),
    question("for-staff", "data", ["SQL"], { levels: ["staff"] }),
    question("for-senior", "data", ["SQL"], { levels: ["senior"] }),
    question("retired", "data", ["SQLite"], { status: "retired" }),
    question("grow", "people", ["Mentoring"], { kind: "behavioral" }),
    question("pages", "web", ["REST"]),
  ],
};

let line = 0;
const requirement = (importance: Importance, ...skills: [string, string][]): Requirement => {
  line++;
  return {
    line,
    text: `line ${line}`,
    section: "",
    importance,
    importanceReason: "",
    skills: skills.map(([skill, competencyId]) => ({
      skill,
      competency: competencyId,
      matched: skill,
      line,
    })),
  };
};

function profile(requirements: Requirement[], unmapped: RoleProfile["unmapped"] = []): RoleProfile {
  return {
    path: "roles/x.md",
    title: "X",
    titleReason: "",
    level: "mid",
    levelReason: "",
    plannedLevel: "mid",
    requirements,
    unmapped,
  } as RoleProfile;
}

describe("matchDemand", () => {
  it("shares a line's points among its skills, and counts a second mention by half", () => {
    line = 0;
    const demand = matchDemand(
      profile([
        requirement("nice", ["SQL", "data"]),
        requirement("must", ["SQL", "data"], ["SQLite", "data"]),
        requirement("should", ["PostgreSQL", "data"]),
      ]),
      bank,
    );
    expect(demand.competencies).toMatchObject([
      {
        competency: "data",
        weight: 40 + 40 + 30,
        skills: [
          { skill: "PostgreSQL", weight: 40, lines: [3], reason: "should, on 1 line" },
          {
            skill: "SQL",
            weight: 30 + 20 / 2,
            importance: "must",
            lines: [1, 2],
            reason: "must, on 2 lines",
          },
          { skill: "SQLite", weight: 30 },
        ],
      },
    ]);
    expect(demand.totalWeight).toBe(110);
  });

  it("does not let a word on every line drown the rest", () => {
    const many = Array.from({ length: 30 }, () => requirement("must", ["SQL", "data"]));
    expect(matchDemand(profile(many), bank).competencies[0]?.weight).toBeLessThan(60 * 4.1);
  });

  it("takes the weights of the front matter, for a skill or a whole competency", () => {
    const lines = [
      requirement("must", ["SQL", "data"], ["SQLite", "data"]),
      requirement("must", ["REST", "web"]),
    ];
    const demand = matchDemand({ ...profile(lines), weights: { REST: 7, data: 100 } }, bank);
    expect(demand.competencies.map(({ competency, weight }) => [competency, weight])).toEqual([
      ["data", 100],
      ["web", 7],
    ]);
  });

  it("asks active questions of the level or its neighbours that share a skill, and people questions always", () => {
    line = 0;
    const demand = matchDemand(profile([requirement("must", ["SQL", "data"])]), bank);
    expect(demand.questions.map(({ id, levelDistance, reason }) => [id, levelDistance, reason])).toEqual(
      [
        ["for-senior", 1, "SQL (line 1)"],
        ["grow", 0, "PEOPLE: asked in every loop, the role does not name it"],
        ["index", 0, "SQL (line 1)"],
      ].sort(
        ([a], [b]) =>
          bank.questions.findIndex((q) => q.id === a) - bank.questions.findIndex((q) => q.id === b),
      ),
    );
  });

  it("neither weighs nor asks about what papers show", () => {
    const papers = { ...competency("papers", "people", ["PhD"]), family: "credentials" as const };
    line = 0;
    const demand = matchDemand(
      profile([requirement("must", ["PhD", "papers"]), requirement("must", ["SQL", "data"])]),
      {
        ...bank,
        competencies: [...bank.competencies, papers],
      },
    );
    expect(demand.competencies.map((one) => one.competency)).toEqual(["data"]);
    expect(demand.gaps).toMatchObject([{ line: 1, why: "credential", skills: ["PhD"] }]);
  });

  it("lists every line that cannot be asked about, with the skills that lack a question and the fix", () => {
    line = 0;
    const demand = matchDemand(
      profile(
        [requirement("must", ["SQL", "data"], ["SQLite", "data"]), requirement("must", ["REST", "web"])],
        [
          { line: 9, text: "COBOL", section: "", why: "no-skill", reason: "" },
          { line: 10, text: "Free fruit", section: "", why: "not-a-demand", reason: "" },
        ],
      ),
      bank,
    );
    expect(demand.gaps).toMatchObject([
      { line: 1, why: "no-question", skills: ["SQLite"] },
      { line: 9, why: "no-skill", text: "COBOL" },
    ]);
    expect(demand.gaps[0]?.hint).toContain("questions/data/");
    expect(demand.bankCoverage).toBeCloseTo(90 / 120);
  });
});
