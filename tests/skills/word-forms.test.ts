// Folded spellings, singulars and the forms of verbs.
import { expect, test } from "vitest";
import {
  atomsOf,
  baseOfIng,
  foldWord,
  formsOfVerb,
  singularOf,
  verbOfNoun,
} from "../../src/skills/word-forms.js";

test("text splits into words, CJK characters and symbols, without the possessive", () => {
  expect(atomsOf("Go's C++/C#").map((atom) => atom.raw)).toEqual(["Go", "C", "+", "+", "/", "C", "#"]);
  expect(atomsOf("使用Python开发").map((atom) => atom.raw)).toEqual(["使", "用", "Python", "开", "发"]);
  expect(atomsOf("Rückfragen").map((atom) => atom.key)).toEqual(["ruckfragen"]);
});

test.each([
  ["Containerisation", "containerization"],
  ["behaviour", "behavior"],
  ["modelling", "modeling"],
  ["raise", "raise"],
  ["testing", "testing"],
])("%s is compared as %s", (raw, key) => {
  expect(foldWord(raw)).toBe(key);
});

test.each([
  ["queries", "query"],
  ["patterns", "pattern"],
  ["caches", "cache"],
  ["branches", "branch"],
  ["process", undefined],
  ["initiatives", undefined],
  ["redis", undefined],
])("the singular of %s is %s", (plural, singular) => {
  expect(singularOf(plural)).toBe(singular);
});

test.each([
  ["mentoring", "mentor"],
  ["planning", "plan"],
  ["profiling", "profile"],
  ["caching", "cache"],
  ["coaching", "coach"],
  ["debugging", "debug"],
  ["refactoring", "refactor"],
  ["indexing", "index"],
  ["string", undefined],
])("the base of %s is %s", (ing, base) => {
  expect(baseOfIng(ing)).toBe(base);
});

test.each([
  ["collaboration", "collaborate"],
  ["documentation", "document"],
  ["containerization", "containerize"],
  ["deployment", "deploy"],
  ["estimation", "estimate"],
  ["reliability", undefined],
])("the verb behind %s is %s", (noun, verb) => {
  expect(verbOfNoun(noun)).toBe(verb);
});

test("forms of a verb", () => {
  expect(formsOfVerb("plan")).toEqual({ third: "plans", past: ["planned", "planed"], ing: "planning" });
  expect(formsOfVerb("profile")).toEqual({ third: "profiles", past: ["profiled"], ing: "profiling" });
});
