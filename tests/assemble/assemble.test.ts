// One hand-written demand: the loop that a person would choose, the same for every order of input, and each conflict by its words.
import { expect, test } from "vitest";
import { type AssembleOptions, assembleLoop } from "../../src/assemble/assemble.js";
import type { LoopPlan } from "../../src/assemble/interview-plan.js";
import type { Family, QuestionKind } from "../../src/bank/question-bank.js";
import type { Demand, EligibleQuestion } from "../../src/match/demand.js";
import { planCase } from "../bench/plan-cases.mjs";
import { generateDemand, loopPlan, stagePlan } from "./generate.mjs";

function competency(id: string, family: Family, skills: Record<string, number>): Demand["competencies"][0] {
  const list = Object.entries(skills).map(([skill, weight]) => ({
    skill,
    competency: id,
    weight,
    importance: "must" as const,
    lines: [1],
    reason: `must (${weight})`,
  }));
  const weight = list.reduce((sum, skill) => sum + skill.weight, 0);
  return { competency: id, title: id[0]?.toUpperCase() + id.slice(1), family, weight, skills: list };
}

function question(
  id: string,
  home: [competency: string, family: Family],
  kind: QuestionKind,
  minutes: number,
  skills: string[],
  change: Partial<EligibleQuestion> = {},
): EligibleQuestion {
  const [of, family] = home;
  return {
    id,
    competency: of,
    family,
    kind,
    minutes,
    levels: ["mid"],
    levelDistance: 0,
    skills,
    enemies: [],
    reason: skills.map((skill) => `${skill} (line 1)`).join(", "),
    ...change,
  };
}

const python: [string, Family] = ["python", "technical"];
const testing: [string, Family] = ["testing", "practice"];
const ownership: [string, Family] = ["ownership", "people"];

function demand(change: Partial<Demand> = {}): Demand {
  return {
    role: "roles/example.md",
    level: "mid",
    totalWeight: 40,
    unknownWeight: 0,
    bankCoverage: 1,
    competencies: [
      competency("python", "technical", { asyncio: 9, generators: 6, decorators: 3 }),
      competency("testing", "practice", { pytest: 6, mocking: 6 }),
      competency("ownership", "people", { initiative: 6 }),
      competency("security", "technical", { oauth: 4 }),
    ],
    questions: [
      question("blocking-call", python, "technical", 10, ["asyncio"]),
      question("blocking-call-twin", python, "technical", 10, ["asyncio"]),
      question("cancelled-task", python, "technical", 12, ["asyncio"], { levelDistance: 1 }),
      question("lazy-lines", python, "coding", 20, ["generators"]),
      question("timing-wrapper", python, "coding", 15, ["decorators", "generators"]),
      question("flaky-suite", testing, "technical", 10, ["pytest"]),
      question("mocked-away", testing, "code-review", 15, ["mocking", "pytest"]),
      question("past-failure", testing, "behavioral", 10, ["pytest"]),
      question("own-mistake", ownership, "behavioral", 10, ["initiative"]),
      question("unasked-work", ownership, "behavioral", 12, ["initiative"]),
      question("third-story", ownership, "behavioral", 8, []),
    ],
    gaps: [],
    ...change,
  };
}

function plan(change: Partial<LoopPlan> = {}): LoopPlan {
  return loopPlan(
    [
      stagePlan("coding", { kinds: ["coding", "code-review"], questions: { min: 2, max: 3 }, at: at(5) }),
      stagePlan("depth", {
        minutes: 30,
        split: { opening: 2, questions: 20, candidate: 5, closing: 3 },
        kinds: ["technical"],
        questions: { min: 1, max: 3 },
        at: at(9),
      }),
      stagePlan("people", {
        minutes: 30,
        split: { opening: 2, questions: 20, candidate: 5, closing: 3 },
        focus: ["people", "testing"],
        kinds: ["behavioral"],
        questions: { min: 2, max: 2 },
        at: at(13),
      }),
    ],
    change,
  );
}

const at = (line: number) => ({ line, column: 9 });

function changeStage(id: string, change: Parameters<typeof stagePlan>[1]): LoopPlan {
  const base = plan();
  return {
    ...base,
    stages: base.stages.map((stage) => (stage.id === id ? { ...stage, ...change } : stage)),
  };
}

async function words(loop: LoopPlan, from: Demand = demand(), options?: AssembleOptions): Promise<string[]> {
  const { findings } = await assembleLoop(from, loop, options);
  return findings.map((one) => `${one.line} ${one.severity} ${one.code} ${one.message}`);
}

test("golden: the loop, its order, its reasons and its figures", async () => {
  const { plan: loop, findings } = await assembleLoop(demand(), plan());
  expect(findings).toEqual([]);
  expect(
    loop?.stages.map((stage) => ({
      id: stage.id,
      competencies: stage.competencies,
      questions: stage.questions.map((one) => `${one.id}: ${one.choice}`),
      alternates: stage.alternates.map((one) => `${one.id}: ${one.choice}`),
    })),
  ).toMatchInlineSnapshot(`
    [
      {
        "alternates": [
          "lazy-lines: spare: also rates Python",
        ],
        "competencies": [
          "python",
          "testing",
        ],
        "id": "coding",
        "questions": [
          "mocked-away: rates Testing; first to ask about mocking, pytest",
          "timing-wrapper: rates Python; first to ask about decorators, generators",
        ],
      },
      {
        "alternates": [
          "flaky-suite: spare: would rate Testing instead",
        ],
        "competencies": [
          "python",
        ],
        "id": "depth",
        "questions": [
          "blocking-call-twin: a second view of Python; first to ask about asyncio",
          "blocking-call: more evidence on Python",
        ],
      },
      {
        "alternates": [
          "third-story: spare: also rates Ownership",
        ],
        "competencies": [
          "testing",
          "ownership",
        ],
        "id": "people",
        "questions": [
          "own-mistake: rates Ownership; first to ask about initiative",
          "past-failure: a second view of Testing",
        ],
      },
    ]
  `);
  const { coverage, asked, twice, unrated, optimality } = loop ?? {};
  expect({ coverage, asked, twice, unrated, optimality }).toMatchInlineSnapshot(`
    {
      "asked": 0.9,
      "coverage": 0.9,
      "optimality": {
        "bound": 5532,
        "gap": 0,
        "objective": 5532,
        "status": "optimal",
      },
      "twice": 0.75,
      "unrated": [
        "security",
      ],
    }
  `);
});

test("the order of questions, skills and competencies never shows in the plan", async () => {
  const original = generateDemand(120, 7);
  const loop = loopPlan([
    stagePlan("a", { kinds: ["technical", "coding"], questions: { min: 2, max: 3 } }),
    stagePlan("b", {
      kinds: ["behavioral", "situational"],
      focus: ["people"],
      questions: { min: 2, max: 3 },
    }),
  ]);
  const expected = await assembleLoop(original, loop);
  for (const turn of [1, 2, 3]) {
    const shuffled = (list: readonly EligibleQuestion[]) =>
      [...list].sort((a, b) => order(a.id, turn) - order(b.id, turn));
    const found = await assembleLoop({ ...original, questions: shuffled(original.questions) }, loop);
    expect(found).toEqual(expected);
  }
}, 60_000);

function order(id: string, turn: number): number {
  return [...id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0) * turn) % 997, turn);
}

test("of two questions that are alike, the smaller id is asked and the other is a spare", async () => {
  const one = changeStage("depth", { questions: { min: 1, max: 1 } });
  const { plan: loop } = await assembleLoop(demand(), one);
  const depth = loop?.stages.find((stage) => stage.id === "depth");
  expect(depth?.questions.map(({ id }) => id)).toEqual(["blocking-call"]);
  expect(depth?.alternates[0]?.id).toBe("blocking-call-twin");
});

test("a pin is asked, and goes before kinds and focus", async () => {
  const { plan: loop, findings } = await assembleLoop(
    demand(),
    changeStage("depth", { pins: ["third-story"] }),
  );
  expect(findings).toEqual([]);
  const depth = loop?.stages.find((stage) => stage.id === "depth");
  const pin = depth?.questions.find((one) => one.id === "third-story");
  expect(pin?.choice).toBe("pinned by the plan generated; rates Ownership");
});

test("a ban is never asked, nor spare", async () => {
  const { plan: loop } = await assembleLoop(
    demand(),
    plan({ bans: ["blocking-call", "blocking-call-twin"] }),
  );
  const ids = loop?.stages.flatMap((stage) => [...stage.questions, ...stage.alternates].map((one) => one.id));
  expect(ids).not.toContain("blocking-call");
  expect(ids).not.toContain("blocking-call-twin");
});

test("pins longer than their stage are named with their minutes, and as many as possible are kept", async () => {
  const loop = changeStage("depth", { pins: ["blocking-call", "cancelled-task"] });
  const { plan: kept } = await assembleLoop(demand(), loop);
  expect(await words(loop)).toEqual([
    "9 error conflicting-plan the pins of stage depth need 22 of 20 minutes",
    expect.stringMatching(
      /^9 error conflicting-plan the pinned question (blocking-call|cancelled-task) \(1[02] minutes\) is left out: it cannot be asked beside the other pins$/,
    ),
  ]);
  expect(kept?.stages).toHaveLength(3);
});

test("conflicts of pins, each by its words", async () => {
  expect(await words(plan({ pins: ["flaky-suite"], bans: ["flaky-suite"] }))).toEqual([
    "1 error conflicting-plan flaky-suite is pinned and banned",
  ]);
  expect(await words(changeStage("people", { pins: ["staff-only"] }))).toEqual([
    "13 warning ineligible-pin the pinned question staff-only may not be asked for this role at level mid",
  ]);
  const twice = changeStage("depth", { pins: ["flaky-suite"] });
  twice.stages[2]?.pins.push("flaky-suite");
  expect(await words(twice)).toEqual([
    "13 error conflicting-plan flaky-suite is pinned in the stages depth and people, but is asked once in a loop",
  ]);
  const enemies = demand();
  enemies.questions.find((one) => one.id === "own-mistake")?.enemies.push("unasked-work");
  expect(await words(plan({ pins: ["own-mistake", "unasked-work"] }), enemies)).toEqual([
    "1 error conflicting-plan the pinned questions own-mistake and unasked-work are enemies: one gives the other away",
    "1 error conflicting-plan the pinned question unasked-work (12 minutes) is left out: it cannot be asked beside the other pins",
  ]);
  const crowded = changeStage("people", {
    pins: ["own-mistake", "third-story", "past-failure"],
    split: { opening: 2, questions: 40, candidate: 5, closing: 3 },
  });
  expect((await words(crowded))[0]).toBe(
    "13 error conflicting-plan stage people has 3 pins, at most 2 questions may be asked in it",
  );
  expect(await words({ ...crowded, competenciesPerStage: 1 })).toContain(
    "13 error conflicting-plan the pins of stage people rate 2 competencies, a stage may rate 1",
  );
  expect((await words(plan({ pins: ["own-mistake", "flaky-suite"], competenciesPerLoop: 1 })))[0]).toBe(
    "1 error conflicting-plan the pins rate 2 competencies, the loop may rate 1",
  );
});

test("a pin that no stage can hold is named with what it needs", async () => {
  const homeless = demand();
  homeless.questions.push(
    question("long-design", ["design", "design"], "design", 30, ["asyncio"]),
    question("long-talk", python, "technical", 30, ["asyncio"]),
  );
  expect(await words(plan({ pins: ["long-design", "long-talk"] }), homeless)).toEqual(
    expect.arrayContaining([
      "1 error conflicting-plan the pinned question long-design (design, design) fits the kinds and focus of no stage",
      "1 error conflicting-plan the pinned question long-talk needs 30 minutes, the longest stage that it fits has 20",
    ]),
  );
});

test("pins that only together do not fit: the fewest are left out, with the minutes that are left", async () => {
  const { plan: loop, findings } = await assembleLoop(
    demand(),
    plan({ pins: ["own-mistake", "unasked-work"] }),
  );
  expect(loop?.stages).toHaveLength(3);
  const left = findings.filter((one) => one.code === "conflicting-plan");
  expect(left).toHaveLength(1);
  expect(left[0]?.hint).toMatch(/^Beside what is asked, people has \d+ of 20 minutes left\.$/);
});

test("too few eligible questions: the stage is planned with what there is, and named", async () => {
  const loop = changeStage("people", { questions: { min: 5, max: 6 }, focus: ["people"] });
  const { plan: found } = await assembleLoop(demand(), loop);
  expect(found?.stages.map((stage) => stage.id)).toEqual(["coding", "depth", "people"]);
  expect(await words(loop)).toEqual([
    "13 warning thin-stage stage people wants at least 5 questions, only 3 eligible questions fit its kinds and focus",
  ]);
  expect(await words(changeStage("people", { questions: { min: 3, max: 4 } }))).toEqual([
    "13 warning thin-stage stage people wants at least 3 questions, its 3 shortest eligible ones need 28 of 20 minutes",
  ]);
});

test("a stage without any question is left out and named", async () => {
  const loop = changeStage("people", { focus: ["leadership"] });
  const { plan: found } = await assembleLoop(demand(), loop);
  expect(found?.stages.map((stage) => stage.id)).toEqual(["coding", "depth"]);
  expect(await words(loop)).toEqual([
    "13 warning empty-stage stage people is left out: no eligible question fits its kinds, focus and 20 minutes",
  ]);
});

test("stages that compete for the same questions: the one that falls short says where they went", async () => {
  const scarce = demand({
    questions: demand().questions.filter((one) => one.kind !== "technical" || one.id === "flaky-suite"),
  });
  const loop = plan();
  const depth = loop.stages[1];
  if (!depth) throw new Error("no second stage");
  loop.stages.push({ ...depth, id: "depth-again", at: at(20) });
  const found = await words(loop, scarce);
  expect(found).toContainEqual(
    expect.stringMatching(
      /^(9|20) warning empty-stage stage depth(-again)? is left out: of the other eligible questions 1 asked in another stage$/,
    ),
  );
});

test("a stage keeps a question of its core kind, or says that there is none", async () => {
  const { plan: loop, findings } = await assembleLoop(demand(), changeStage("coding", { core: ["coding"] }));
  expect(findings).toEqual([]);
  expect(loop?.stages[0]?.questions.map(({ id }) => id)).toContain("timing-wrapper");
  expect(await words(changeStage("coding", { core: ["design"] }))).toEqual([
    "5 warning coreless-stage stage coding asks no design question: none is eligible that fits its focus and minutes",
  ]);
  const pins = ["mocked-away", "lazy-lines"];
  const full = changeStage("coding", {
    kinds: ["code-review", "coding", "behavioral"],
    core: ["behavioral"],
    pins,
  });
  expect(await words(full)).toEqual([
    "5 warning coreless-stage stage coding asks no behavioral question: none fits beside the pins and the other stages",
  ]);
});

test("unused minutes are reported with their number", async () => {
  const loop = changeStage("coding", {
    minutes: 120,
    split: { opening: 7, questions: 100, candidate: 8, closing: 5 },
  });
  expect(await words(loop)).toEqual([
    "5 warning underused-stage stage coding uses 50 of 100 minutes: its plan allows at most 3 questions",
  ]);
});

test("no question for any stage: no plan, and an error that says so", async () => {
  const { plan: loop, findings } = await assembleLoop(demand({ questions: [] }), plan());
  expect(loop).toBeUndefined();
  expect(findings.map((one) => one.code)).toEqual([
    "unplanned-loop",
    "empty-stage",
    "empty-stage",
    "empty-stage",
  ]);
  expect(findings[0]?.message).toBe(
    "no question of the bank may be asked in any stage for this role at level mid",
  );
});

test("large loops are proven: 937 questions for 3 stages and 950 for 6", async () => {
  for (const [number, objective] of [
    [20, 39885],
    [41, 69886],
  ] as const) {
    const { demand: large, plan: loop } = planCase(number);
    const { plan: planned } = await assembleLoop(large, loop, { timeLimitMs: 60_000 });
    expect(planned?.optimality).toEqual({ status: "optimal", objective, bound: objective, gap: 0 });
  }
}, 90_000);

test("when patience is over, a loop near the bound is good enough: the same each time, with its gap and a finding", async () => {
  const { demand: large, plan: loop } = planCase(49);
  const ended = await Promise.all(
    [1, 2].map(() => assembleLoop(large, loop, { timeLimitMs: 60_000, patience: 1 })),
  );
  const [first, second] = ended;
  expect(second).toEqual(first);
  const { status, objective, bound, gap } = first?.plan?.optimality ?? { objective: 0, bound: 0, gap: 1 };
  expect(status).toBe("gap");
  expect(gap).toBeLessThanOrEqual(0.005);
  expect(gap).toBeCloseTo((bound - objective) / bound, 10);
  // 53474 is the best that there is.
  expect(objective).toBeLessThan(53474);
  expect(bound).toBeGreaterThanOrEqual(53474);
  expect(first?.findings.map((one) => `${one.code} ${one.message}`)).toContainEqual(
    expect.stringMatching(
      /^unproven-plan the loop is the best that was found; .* more than 0\.\d\d % better$/,
    ),
  );
}, 60_000);

test("when the time is over before the search came to a loop, one is made of what was found, with its proven bound", async () => {
  const { demand: large, plan: loop } = planCase(49);
  const { plan: planned, findings } = await assembleLoop(large, loop, { timeLimitMs: 0 });
  const { status, objective, bound } = planned?.optimality ?? { objective: 0, bound: 0 };
  expect(status).toBe("gap");
  expect(objective).toBeGreaterThan(0.95 * 53474);
  expect(bound).toBeGreaterThanOrEqual(53474);
  expect(findings.map((one) => one.code)).toContain("unproven-plan");
}, 60_000);
