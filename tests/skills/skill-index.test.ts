// The compiled catalogue: whose spelling is whose.
import { expect, test } from "vitest";
import { matchSkills } from "../../src/skills/match-skills.js";
import { buildSkillIndex } from "../../src/skills/skill-index.js";
import { keysOf } from "../../src/skills/spellings.js";
import { catalogue } from "../role/catalogue.js";

const skill = (name: string, aliases: string[] = [], matchCase = false) => ({
  name,
  aliases,
  matchCase,
  competency: "x",
});

test("hyphens only join, symbols count", () => {
  expect(keysOf("Flask-RESTful")).toEqual(["flask", "restful"]);
  expect(keysOf("CI/CD")).toEqual(["ci", "/", "cd"]);
  expect(keysOf("ports & adapters")).toEqual(["ports", "and", "adapters"]);
});

test("an inflection never takes a spelling that is another skill's own name", () => {
  const index = buildSkillIndex([skill("Mocking"), skill("mock", [], true), skill("Mocks", ["mocked"])]);
  expect(matchSkills("code was mocked", index).map((match) => match.skill.name)).toEqual(["Mocks"]);
});

test("the first skill keeps a spelling that a later one claims", () => {
  const index = buildSkillIndex([skill("Alpha", ["shared name"]), skill("Beta", ["shared name"])]);
  expect(index.byName.get("shared name")?.name).toBe("Alpha");
});

test("names are found without their case, with their remark or without", () => {
  const index = buildSkillIndex([skill("MVP (pattern)")]);
  expect(index.byName.get("mvp")?.name).toBe("MVP (pattern)");
  expect(matchSkills("MVC, MVP", index).map((match) => match.matched)).toEqual(["MVP"]);
});

test("every name of a catalogue finds its own skill", () => {
  const index = buildSkillIndex(catalogue);
  for (const { name } of catalogue)
    expect(
      matchSkills(`Experience in ${name} programming`, index).map((match) => match.skill.name),
    ).toContain(name);
});
