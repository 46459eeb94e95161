// How much a sentence insists.
import { expect, test } from "vitest";
import { insistence, isInvitation, isOffer, sentencesOf, softenedRange } from "../../src/role/wording.js";

test.each([
  ["Docker is a plus", "nice"],
  ["Kafka (nice to have)", "nice"],
  ["not required, but welcome", "nice"],
  ["Kafka von Vorteil", "nice"],
  ["At least 4 years of PHP", "must"],
  ["Deep knowledge of SQL", "must"],
  ["Proficiency in Go", "must"],
  ["Familiarity with Git", "should"],
  ["Understanding of Docker", "should"],
  ["implement caching where beneficial", undefined],
  ["enable essential services", undefined],
  ["Build services", undefined],
])("%s: %s", (text, importance) => {
  expect(insistence(text)?.importance).toBe(importance);
});

test("ideally softens what follows it, up to the end of its clause", () => {
  const text = "Python – ideally with FastAPI – and SQL";
  const range = softenedRange(text);
  expect(text.slice(range?.from, range?.to)).toBe("ideally with FastAPI");
});

test("abbreviations end no sentence", () => {
  expect(sentencesOf("Tools, e.g. Git. More text.").length).toBe(2);
});

test("offers and invitations", () => {
  expect(isOffer("We also offer Docker training")).toBe(true);
  expect(isOffer("We build Docker images")).toBe(false);
  expect(isInvitation("Apply now!")).toBe(true);
  expect(isInvitation("Apply design patterns")).toBe(false);
});
