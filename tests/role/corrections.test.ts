// Front matter that sets the reading right, and what is said when it cannot.
import { expect, test } from "vitest";
import { roleOf } from "./role-of.js";

const codes = (text: string) =>
  roleOf(text).findings.map(
    (finding) => `${finding.line}:${finding.column} ${finding.code} ${finding.message}`,
  );
const body = "# Developer\n\n## Skills\n\n- Python\n";

test("a correction that matches nothing is reported at its line", () => {
  expect(
    codes(`---\nskills:\n  drop: [Docker]\nignore: [Hobbies]\nweights:\n  Redis: 3\n---\n${body}`),
  ).toEqual([
    '4:10 unmatched-correction no section or line is "Hobbies"',
    "3:10 unmatched-correction the document does not name Docker, so it cannot be dropped",
    "6:3 unmatched-correction the document does not demand Redis, so it has no weight",
  ]);
});

test("what cannot be understood is reported, and the rest is read", () => {
  expect(
    codes(
      `---\nlevel: wizard\nweights:\n  Python: heavy\nskills:\n  add: [Pyton]\n  plus: [Go]\n---\n${body}`,
    ),
  ).toEqual([
    '2:8 invalid-value level is "wizard", expected one of intern, junior, mid, senior, staff, principal, lead, manager',
    '7:3 unknown-key unknown key "plus" under skills, expected add or drop',
    `4:11 invalid-value weights.Python cannot be understood, expected whole numbers from 1 to 100, each under a skill or competency`,
  ]);
});

test("an unknown skill is reported with the nearest one", () => {
  const [finding] = roleOf(`---\nskills: {add: [Pyton]}\n---\n${body}`).findings;
  expect([finding?.code, finding?.hint]).toEqual(["unknown-skill", "Write Python"]);
});

test("a level may be written as people write it", () => {
  expect(roleOf(`---\nlevel: Senior\n---\n${body}`).profile.level).toBe("senior");
});

test("weights and competencies", () => {
  expect(roleOf(`---\nweights: {python: 9, technical: 2}\n---\n${body}`).profile.weights).toEqual({
    Python: 9,
    technical: 2,
  });
});

test("a list of skills in front matter is a demand, not a correction", () => {
  const { profile } = roleOf("---\nskills: [Python, Docker]\n---\n# Developer\n");
  expect(profile.requirements.map((line) => [line.line, line.importance, line.skills[0]?.skill])).toEqual([
    [2, "must", "Python"],
    [2, "must", "Docker"],
  ]);
});

test("a name that no competency lists can be dropped where the document names it", () => {
  const text = (drop: string) =>
    `---\nskills: {drop: [${drop}]}\n---\n# Developer\n\n## Skills\n\n- Docker, Foobase, Kubernetes\n`;
  const names = (role: string) =>
    roleOf(role).profile.requirements.flatMap(({ skills }) =>
      skills.map(({ skill, uncatalogued }) => (uncatalogued ? `${skill}?` : skill)),
    );
  expect(names(text(""))).toEqual(["Docker", "Foobase?", "Kubernetes"]);
  expect(names(text("Foobase"))).toEqual(["Docker", "Kubernetes"]);
  expect(roleOf(text("Foobase")).findings).toEqual([]);
  expect(codes(text("Barbase"))).toEqual(['2:17 unknown-skill no competency lists the skill "Barbase"']);
});
