import { describe, expect, it } from "vitest";
import { assembleLoop } from "../../src/assemble/assemble.js";
import { formatDiagnostic } from "../../src/document/diagnostic.js";
import { matchDemand } from "../../src/match/match-demand.js";
import type { RoleProfile } from "../../src/role/role-profile.js";
import { applyToLoop, applyToProfile } from "../../src/team/apply-team.js";
import type { Team } from "../../src/team/team.js";
import { loopPlan, stagePlan } from "../assemble/generate.mjs";
import { shared } from "../small-bank.js";

const at = (line: number) => ({ line, column: 5 });

function team(change: Partial<Team> = {}): Team {
  return {
    id: "payments",
    title: "Payments",
    path: "questions/teams/payments/team.md",
    minutes: [],
    pins: [],
    bans: [],
    weights: [],
    skills: [],
    levels: {},
    brief: "",
    ...change,
  };
}

const profile: RoleProfile = {
  path: "roles/example.md",
  title: "Example",
  titleReason: "",
  level: "mid",
  levelReason: "stated",
  plannedLevel: "mid",
  requirements: [
    {
      line: 4,
      text: "SQL",
      section: "",
      importance: "must",
      importanceReason: "",
      skills: [{ skill: "SQL", competency: "data-access", matched: "SQL", line: 4 }],
    },
  ],
  unmapped: [],
};

describe("applyToProfile", () => {
  it("adds what the team demands, with its reason and without a line", () => {
    const skills = [
      { skill: "SQL", competency: "data-access", importance: "must" as const },
      { skill: "MySQL", competency: "data-access", importance: "should" as const, reason: "old data" },
    ];
    const own = applyToProfile(profile, team({ skills }));
    const demand = matchDemand(own, shared.bank);
    expect(
      demand.competencies[0]?.skills.map(({ skill, weight, reason }) => ({ skill, weight, reason })),
    ).toEqual([
      { skill: "SQL", weight: 60, reason: "must, on 1 line" },
      { skill: "MySQL", weight: 40, reason: "should, by the team" },
    ]);
    expect(demand.questions.find(({ id }) => id === "dear-index")?.reason).toBe("MySQL (the team)");
    expect(profile.requirements).toHaveLength(1);
  });

  it("weighs with a reason, and leaves what the role itself says", () => {
    const weights = [{ name: "SQL", weight: 90, reason: "Daily." }];
    const weighed = matchDemand(applyToProfile(profile, team({ weights })), shared.bank);
    expect(weighed.competencies[0]?.skills[0]).toMatchObject({
      weight: 90,
      reason: "set to 90 by the team Payments: Daily.",
    });
    const said = { ...profile, weights: { SQL: 20 } };
    const kept = matchDemand(applyToProfile(said, team({ weights })), shared.bank);
    expect(kept.competencies[0]?.skills[0]).toMatchObject({
      weight: 20,
      reason: "set to 20 in the front matter",
    });
  });

  it("asks a stated level as the team does, unless the user named one", () => {
    const levels = { mid: "senior" as const };
    expect(applyToProfile(profile, team({ levels })).plannedLevel).toBe("senior");
    expect(applyToProfile(profile, team({ levels }), { level: true }).plannedLevel).toBe("mid");
  });
});

describe("applyToLoop", () => {
  const plan = loopPlan(
    [
      stagePlan("intro", {
        minutes: 30,
        split: { opening: 2, questions: 20, candidate: 5, closing: 3 },
        pins: ["slow-list"],
      }),
      stagePlan("depth", { minutes: 40, split: { opening: 1, questions: 37, candidate: 1, closing: 1 } }),
    ],
    { pins: ["lost-file"], bans: ["dear-index"] },
  );

  it("puts the team's pins, bans and minutes before the plan's", () => {
    const { loop, findings } = applyToLoop(
      plan,
      team({
        minutes: [
          { stage: "intro", minutes: 45, at: at(3) },
          { stage: "depth", minutes: 50, at: at(4) },
        ],
        pins: [
          { question: "dear-index", at: at(6) },
          { question: "slow-list", stage: "depth", at: at(7) },
        ],
        bans: [{ what: "competency", name: "ownership", at: at(9) }],
      }),
      shared.bank,
    );
    expect(findings).toEqual([]);
    // A plan's own split keeps its corners; the usual one is made anew.
    expect(loop.stages.map(({ minutes, split, pins }) => ({ minutes, split, pins }))).toEqual([
      { minutes: 45, split: { opening: 5, questions: 32, candidate: 5, closing: 3 }, pins: [] },
      { minutes: 50, split: { opening: 1, questions: 47, candidate: 1, closing: 1 }, pins: ["slow-list"] },
    ]);
    expect(loop.pins).toEqual(["dear-index"]);
    expect(loop.bans).toEqual(["lost-file"]);
    expect(loop.overlay).toEqual({
      path: "questions/teams/payments/team.md",
      pins: { "dear-index": at(6), "slow-list": at(7) },
    });
    expect(plan.stages[0]?.pins).toEqual(["slow-list"]);
  });

  it("reports stages that the plan does not have at the team's line", () => {
    const { findings } = applyToLoop(
      plan,
      team({
        minutes: [{ stage: "dept", minutes: 60, at: at(3) }],
        pins: [{ question: "slow-list", stage: "tale", at: at(5) }],
      }),
      shared.bank,
    );
    expect(findings.map(formatDiagnostic)).toEqual([
      'questions/teams/payments/team.md:3:5 error unknown-stage the plan generated has no stage "dept"\n    Write depth',
      'questions/teams/payments/team.md:5:5 error unknown-stage the plan generated has no stage "tale"\n    Its stages: intro, depth',
    ]);
  });

  it("names the stage, the minutes and the pins when pins overflow, at the team's line", async () => {
    const skills = [{ skill: "MySQL", competency: "data-access", importance: "nice" as const }];
    const own = team({
      skills,
      pins: [
        { question: "slow-list", stage: "depth", at: at(6) },
        { question: "dear-index", stage: "depth", at: at(8) },
      ],
      minutes: [{ stage: "depth", minutes: 25, at: at(3) }],
    });
    const demand = matchDemand(applyToProfile(profile, own), shared.bank);
    const { loop } = applyToLoop(loopPlan([stagePlan("depth")]), own, shared.bank);
    const { findings } = await assembleLoop(demand, loop);
    expect(findings.filter(({ severity }) => severity === "error").map(formatDiagnostic)).toEqual([
      [
        "questions/teams/payments/team.md:8:5 error conflicting-plan the pins of stage depth need 20 of 16 minutes",
        "    Delete a pin (dear-index: 10, slow-list: 10), or give the stage more minutes.",
      ].join("\n"),
      [
        "questions/teams/payments/team.md:8:5 error conflicting-plan the pinned question dear-index (10 minutes) is left out: it cannot be asked beside the other pins",
        "    Beside what is asked, depth has 6 of 16 minutes left.",
      ].join("\n"),
    ]);
  });
});
