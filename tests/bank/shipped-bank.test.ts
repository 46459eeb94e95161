import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { assembleLoop } from "../../src/assemble/assemble.js";
import { readPlan } from "../../src/assemble/read-plan.js";
import { nearDuplicates } from "../../src/bank/near-duplicates.js";
import { allSkills, type Question, questionLevels } from "../../src/bank/question-bank.js";
import { readBank } from "../../src/bank/read-bank.js";
import { formatDiagnostic } from "../../src/document/diagnostic.js";
import { readDocument } from "../../src/document/document.js";
import type { Demand } from "../../src/match/demand.js";
import { matchDemand } from "../../src/match/match-demand.js";
import { readRole } from "../../src/role/read-role.js";
import { buildSkillIndex } from "../../src/skills/skill-index.js";

const root = join(import.meta.dirname, "..", "..");
const files = readdirSync(join(root, "questions"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== "teams")
  .flatMap(({ name: folder }) =>
    readdirSync(join(root, "questions", folder)).map((name) => `questions/${folder}/${name}`),
  )
  .filter((path) => path.endsWith(".md"))
  .map((path) => ({ path, bytes: readFileSync(join(root, path)) }));
const { bank, findings } = readBank(files);
const active = bank.questions.filter((question) => question.status === "active");
const asked = bank.competencies.filter((one) => active.some((question) => question.competency === one.id));
const skills = buildSkillIndex(allSkills(bank));

const document = (path: string) => {
  const read = readDocument(path, readFileSync(join(root, path)));
  if (!read.document) throw new Error(path);
  return read.document;
};
const { plan: standard } = readPlan(document("roles/plans/standard.md"), bank);
if (!standard) throw new Error("the standard plan cannot be read");

function demandOf(role: string): Demand {
  return matchDemand(readRole(document(`roles/${role}.md`), skills).profile, bank);
}

function count(...kinds: Question["kind"][]): number {
  return active.filter(({ kind }) => kinds.includes(kind)).length;
}

function questionsAbout(skill: string): number {
  return active.filter((question) => question.skills.includes(skill)).length;
}

describe("the shipped bank", () => {
  it("is free of findings", () => {
    expect(findings.map(formatDiagnostic)).toEqual([]);
  });

  it("is large enough, and of every kind", () => {
    expect(active.length).toBeGreaterThanOrEqual(340);
    expect(count("behavioral", "situational")).toBeGreaterThanOrEqual(90);
    expect(count("coding")).toBeGreaterThanOrEqual(45);
    expect(count("design")).toBeGreaterThanOrEqual(30);
    const exhibits = active.filter(({ kind, exhibit }) => kind === "code-review" && exhibit?.includes("```"));
    expect(exhibits.length).toBeGreaterThanOrEqual(30);
  });

  it.each(asked.map(({ id }) => id))(
    "has at least 8 questions about %s, over at least three levels",
    (id) => {
      const own = active.filter((question) => question.competency === id);
      expect(own.length).toBeGreaterThanOrEqual(8);
      const levels = questionLevels.filter((level) =>
        own.some((question) => question.levels.includes(level)),
      );
      expect(levels.length).toBeGreaterThanOrEqual(3);
    },
  );

  it("has probes of behavioral questions enough to follow a story", () => {
    const thin = active.filter(({ kind, probes }) => kind === "behavioral" && probes.length < 3);
    expect(thin.map(({ id }) => id)).toEqual([]);
  });

  it("holds no two questions that are nearly the same", () => {
    // Shared runs of three words among all texts of two questions. The closest pair of different questions shares 0.07; 0.1 is a copy.
    expect(nearDuplicates(active, 0.1)).toEqual([]);
  });
});

describe.each(["python-developer", "senior-python-developer"])("for the role %s, the bank", (role) => {
  let demand: Demand;
  beforeAll(() => {
    demand = demandOf(role);
  });

  it("can ask about nearly everything that is demanded", () => {
    expect(demand.bankCoverage).toBeGreaterThanOrEqual(0.98);
  });

  it("has two questions for every skill that it demands, and six for the dozen it demands most", () => {
    const demanded = demand.competencies
      .filter(({ competency }) => asked.some(({ id }) => id === competency))
      .flatMap((competency) => competency.skills);
    const thin = demanded.filter(({ skill }) => questionsAbout(skill) < 2).map(({ skill }) => skill);
    expect(thin).toEqual([]);
    const most = [...demanded].sort((a, b) => b.lines.length - a.lines.length).slice(0, 12);
    expect(most.filter(({ skill }) => questionsAbout(skill) < 6).map(({ skill }) => skill)).toEqual([]);
  });

  it("fills the standard loop twice without asking anything twice", async () => {
    const first = await assembleLoop(demand, standard);
    const used = (first.plan?.stages ?? []).flatMap((stage) => stage.questions.map(({ id }) => id));
    const second = await assembleLoop(demand, { ...standard, bans: used });
    for (const { plan, findings } of [first, second]) {
      expect(findings).toEqual([]);
      expect(plan?.optimality.status).toBe("optimal");
      expect(plan?.stages).toHaveLength(5);
      expect(plan?.coverage).toBeGreaterThan(0.5);
    }
    const again = (second.plan?.stages ?? []).flatMap((stage) => stage.questions.map(({ id }) => id));
    expect(again.filter((id) => used.includes(id))).toEqual([]);
  }, 120_000);
});
