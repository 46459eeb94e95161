// Levels from titles and from years of experience.
import { expect, test } from "vitest";
import { levelOfTitle, levelOfYears, plannedLevelOf, yearsAsked } from "../../src/role/level.js";
import { roleOf } from "./role-of.js";

test.each([
  ["Senior Python Developer", "senior"],
  ["Sr. Engineer", "senior"],
  ["Middle PHP Developer", "mid"],
  ["Mid-Level Full-Stack Developer", "mid"],
  ["Junior Data Engineer", "junior"],
  ["Software Engineer II", "mid"],
  ["Associate Software Engineer", "junior"],
  ["Software Engineering Intern", "intern"],
  ["Werkstudent Softwareentwicklung", "intern"],
  ["Staff Engineer", "staff"],
  ["Senior Staff Engineer", "staff"],
  ["Principal Architect", "principal"],
  ["Tech Lead", "lead"],
  ["Engineering Manager", "manager"],
  ["Head of Engineering", "manager"],
  ["Product Manager", undefined],
  ["Mid/Senior Developer", "mid"],
  ["Junior to Mid Developer", "junior"],
  ["Lead Generation Developer", undefined],
  ["Member of Technical Staff", undefined],
  ["Python Developer", undefined],
  ["シニアエンジニア", "senior"],
  ["高级工程师", "senior"],
  ["Développeur confirmé", "mid"],
])("%s: %s", (title, level) => {
  expect(levelOfTitle(title)?.level).toBe(level);
});

test.each([
  ["8-12 years in Python development", 8],
  ["2–5+ years of hands-on experience", 2],
  ["At least four years working with Laravel", 4],
  ["mindestens 3 Jahre Erfahrung", 3],
  ["3年以上の開発経験", 3],
  ["Minimum years experience: 3", 3],
  ["Years of professional experience: 6+", 6],
  ["we have 20 years of experience", undefined],
  ["founded 10 years ago", undefined],
  ["a contract over 2 years", undefined],
])("%s asks for %s", (text, years) => {
  expect(yearsAsked(text)?.years).toBe(years);
});

test("years become levels, and never more than senior", () => {
  expect([0, 1, 2, 4, 5, 20].map((years) => levelOfYears(years).level)).toEqual([
    "junior",
    "junior",
    "mid",
    "mid",
    "senior",
    "senior",
  ]);
});

test("the planned level is one that questions are written for", () => {
  expect(
    (
      ["intern", "junior", "mid", "senior", "staff", "principal", "lead", "manager", "unspecified"] as const
    ).map(plannedLevelOf),
  ).toEqual(["junior", "junior", "mid", "senior", "staff", "staff", "senior", "senior", "mid"]);
});

test.each([
  ["# Security Engineer II\n\n- **Level**: Senior\n", "senior", '"Level: Senior" (line 3)'],
  [
    "# Security Engineer 1\n\n| Level | Mid-Level |\n| --- | --- |\n| Team | Blue |\n",
    "mid",
    '"Level: Mid-Level" (line 3)',
  ],
  ["# Security Engineer II\n\n- Python\n", "mid", '"II" in the title (line 1)'],
  ["# Junior Engineer\n\n- **Level**: Senior\n", "junior", '"Junior" in the title (line 1)'],
])("a number in the title yields to a line that names the level: %j", (text, level, reason) => {
  expect(roleOf(text).profile).toMatchObject({ level, levelReason: reason });
});
