import { describe, expect, it } from "vitest";
import { composePacket } from "../../src/packet/compose-packet.js";
import { points } from "../../src/packet/debrief.js";
import { clock, duration, percent } from "../../src/packet/figures.js";
import { kitSchema } from "../../src/packet/kit.js";
import type { DocumentOf, Models } from "../../src/packet/packet.js";
import { levelsAround } from "../../src/packet/packet-book.js";
import { composeSiteIndex } from "../../src/packet/site-index.js";
import { bank, packetInput } from "./packet-fixture.js";

const packet = composePacket(packetInput());

function documentOf<T extends keyof Models>(template: T, name?: string): DocumentOf<T> {
  const found = packet.documents.find(
    (document) => document.template === template && (name === undefined || document.name === name),
  );
  if (!found) throw new Error(`${template} ${name ?? ""}`);
  return found as DocumentOf<T>;
}

describe("documents", () => {
  it("are named after their stage and kind", () => {
    expect(packet.documents.map(({ name }) => name)).toEqual([
      "packet",
      "01-intro-guide",
      "01-intro-scorecard",
      "02-depth-guide",
      "02-depth-scorecard",
      "scorecards",
      "candidate-brief",
      "debrief",
      "reading",
      "index",
    ]);
  });

  it("are all printed but the index page and the reading", () => {
    expect(packet.documents.filter(({ print }) => !print).map(({ name }) => name)).toEqual([
      "reading",
      "index",
    ]);
  });

  it("are plain JSON", () => {
    expect(JSON.parse(JSON.stringify(packet))).toEqual(packet);
  });
});

describe("candidate brief", () => {
  it("holds nothing of any question, rubric or skill", () => {
    const text = JSON.stringify(documentOf("candidate-brief"));
    for (const question of bank.questions) {
      const secrets = [
        question.id,
        question.title,
        question.wording,
        question.background,
        ...question.probes,
        ...question.redFlags,
        ...question.rubric.map((anchor) => anchor.text),
        ...question.skills,
      ];
      for (const secret of secrets) expect(text).not.toContain(secret);
    }
    for (const competency of bank.competencies) expect(text).not.toContain(competency.title);
  });

  it("says what to prepare", () => {
    expect(documentOf("candidate-brief").model.stages[0]?.prepare).toContain("Bring work");
  });
});

describe("scorecard", () => {
  it("fills up with what is heard across the hour when fewer than three competencies are rated", () => {
    const { criteria } = documentOf("scorecard", "01-intro-scorecard").model;
    expect(criteria.map(({ id, heard }) => [id, heard !== null])).toEqual([
      ["ownership", false],
      ["explains", true],
      ["reasons", true],
    ]);
  });

  it("never has fewer than three criteria, and leaves none out", () => {
    const crowded = packetInput();
    const competencies = Array.from({ length: 8 }, (_, index) => ({
      ...(bank.competencies[0] as (typeof bank.competencies)[number]),
      id: `c${index}`,
    }));
    const [intro, depth] = crowded.plan.stages;
    if (!intro || !depth) throw new Error("fixture");
    const { documents } = composePacket({
      ...crowded,
      bank: { ...bank, competencies: [...bank.competencies, ...competencies] },
      plan: {
        ...crowded.plan,
        stages: [intro, { ...depth, competencies: competencies.map(({ id }) => id) }],
      },
    });
    const counts = documents.flatMap((document) =>
      document.template === "scorecard" ? [document.model.criteria.length] : [],
    );
    expect(counts).toEqual([3, 8]);
  });

  it("names the questions that a competency's rating rests on", () => {
    const { criteria } = documentOf("scorecard", "02-depth-scorecard").model;
    expect(criteria.slice(0, 2).map(({ id, questions }) => [id, questions])).toEqual([
      ["async", "1"],
      ["data", "2"],
    ]);
  });
});

describe("guide", () => {
  const { model } = documentOf("guide", "02-depth-guide");

  it("has clock marks that add up to the stage", () => {
    expect(model.run.rows.map(({ at, minutes }) => [at, minutes])).toEqual([
      ["0:00", 7],
      ["0:07", 12],
      ["0:19", 14],
      ["0:33", 14],
      ["0:47", 8],
      ["0:55", 5],
    ]);
    expect(model.run.end).toBe("1:00");
    expect(model.questions.map(({ clock }) => clock)).toEqual([
      { from: "0:07", to: "0:19" },
      { from: "0:19", to: "0:33" },
    ]);
  });

  it("keeps the minutes that no question takes as a reserve", () => {
    expect(model.run.rows.filter(({ reserve }) => reserve).map(({ minutes }) => minutes)).toEqual([14]);
  });

  it("leaves a short rest with the last question", () => {
    const input = packetInput();
    const [intro, depth] = input.loop.stages;
    if (!intro || !depth) throw new Error("fixture");
    const split = { ...depth.split, questions: 28 };
    const short = composePacket({ ...input, loop: { ...input.loop, stages: [intro, { ...depth, split }] } });
    const guide = short.documents.find(({ name }) => name === "02-depth-guide");
    if (guide?.template !== "guide") throw new Error("fixture");
    expect(guide.model.run.rows.map(({ at }) => at)).toEqual(["0:00", "0:07", "0:19", "0:35", "0:43"]);
    expect(guide.model.run.end).toBe("0:48");
  });

  it("numbers alternates apart from questions, and gives them no clock", () => {
    expect(model.alternates.map(({ number, clock }) => [number, clock])).toEqual([["A1", null]]);
  });

  it("gives the candidate's page a neutral name and numbered lines", () => {
    const [exhibit] = model.exhibits;
    expect(exhibit?.label).toBe("2A");
    expect(exhibit?.parts.map(({ prose, lines }) => [prose, lines.map(({ number }) => number)])).toEqual([
      ["One process.", []],
      ["", [1, 2, 3]],
    ]);
    expect(JSON.stringify(exhibit)).not.toContain("blocking");
  });

  it("says what the other stages cover", () => {
    expect(model.others).toEqual([
      { number: 1, title: "Intro call", minutes: 30, covers: ["Ownership"], coversText: "Ownership" },
    ]);
  });
});

describe("things to fill in", () => {
  it("have names that are unique in their document, except the boxes of one rating", () => {
    for (const { name, model } of packet.documents) {
      const fields = [...JSON.stringify(model).matchAll(/"field":"([^"]+)","detail"/g)].map(
        ([, field]) => field,
      );
      expect(new Set(fields).size, name).toBe(fields.length);
    }
  });
});

describe("packet", () => {
  const { model } = documentOf("packet");

  it("traces each requirement to questions with their stage, or says that only the competency is rated", () => {
    expect(
      model.trace.map(({ line, questions, ratedIn, unasked }) => ({ line, questions, ratedIn, unasked })),
    ).toEqual([
      {
        line: 5,
        questions: [{ title: "Title blocking-call", stage: 2, anchor: "s2-q1" }],
        ratedIn: "",
        unasked: false,
      },
      { line: 6, questions: [], ratedIn: "2", unasked: false },
    ]);
  });

  it("shows who rates what", () => {
    expect(model.matrix.rows.map(({ title, weight, ratings }) => [title, weight, ratings])).toEqual([
      ["Async and concurrency", 50, 1],
      ["Relational data", 33, 1],
      ["Ownership", 17, 1],
    ]);
    expect(model.matrix.sums).toEqual([1, 2]);
  });

  it("never rounds coverage up to everything", () => {
    expect(model.coverage).toBe(99);
    expect([percent(1), percent(0.999), percent(0)]).toEqual([100, 99, 0]);
  });

  it("shows the planned level and its neighbours", () => {
    expect(levelsAround("senior")).toEqual(["mid", "senior", "staff"]);
    expect(levelsAround("junior")).toEqual(["junior", "mid", "senior"]);
    expect(levelsAround("staff")).toEqual(["mid", "senior", "staff"]);
  });
});

describe("debrief", () => {
  it("has weights that add up to 100, and none for what is only heard", () => {
    const { rows } = documentOf("debrief").model;
    expect(rows.reduce((sum, row) => sum + row.weight, 0)).toBe(100);
    expect(rows.filter((row) => !row.weighted).every((row) => row.criterion.heard !== null)).toBe(true);
  });

  it("spreads points by largest remainder", () => {
    expect(points([1, 1, 1])).toEqual([34, 33, 33]);
    expect(points([0, 0])).toEqual([0, 0]);
  });
});

describe("kit", () => {
  it("holds what a replay needs", () => {
    const { kit } = packet;
    expect(kit.schema).toEqual(kitSchema);
    expect([kit.role, kit.title, kit.level, kit.coverage]).toEqual([
      "senior-developer",
      "Senior Developer",
      "senior",
      0.996,
    ]);
    expect(
      kit.stages.map(({ id, minutes, questions }) => ({ id, minutes, ids: questions.map(({ id }) => id) })),
    ).toEqual([
      { id: "intro", minutes: 30, ids: ["an-alert"] },
      { id: "depth", minutes: 60, ids: ["blocking-call", "slow-list"] },
    ]);
    expect(kit.gaps.map(({ line }) => line)).toEqual([9]);
    expect(kit.questions.map(({ id }) => id)).toEqual([
      "blocking-call",
      "slow-list",
      "spare-ledger",
      "an-alert",
    ]);
    expect(kit.optimality.status).toBe("optimal");
  });

  it("links each role, and a team's below its team", () => {
    const team = composePacket(
      packetInput({ options: { paper: "a4", team: { id: "pay", title: "Payments" } } }),
    );
    const { model } = composeSiteIndex([packet.kit, team.kit]);
    expect(model.kits.map(({ href }) => href)).toEqual([
      "senior-developer/index.html",
      "teams/pay/senior-developer/index.html",
    ]);
  });
});

describe("time", () => {
  it("is written as people read it", () => {
    expect([clock(0), clock(7), clock(67)]).toEqual(["0:00", "0:07", "1:07"]);
    expect(duration(255)).toEqual({ total: 255, hours: 4, rest: 15, both: true });
    expect(duration(60)).toEqual({ total: 60, hours: 1, rest: 0, both: false });
  });
});
