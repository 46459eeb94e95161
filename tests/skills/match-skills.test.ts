// Which skills a text names: names, lists, verbs, everyday words, and words that are no skill by their place.
import { describe, expect, test } from "vitest";
import { matchSkills } from "../../src/skills/match-skills.js";
import type { MatchContext } from "../../src/skills/text-reading.js";
import { index } from "../role/role-of.js";

const found = (text: string, context?: MatchContext) =>
  matchSkills(text, index, context).map((match) =>
    match.matched === match.skill.name ? match.skill.name : `${match.skill.name} [${match.matched}]`,
  );

describe("names", () => {
  test.each<[string, string[]]>([
    ["Django REST Framework", ["Django REST Framework"]],
    ["OAuth2, OAuth 2.0", ["OAuth 2.0 [OAuth2]", "OAuth 2.0"]],
    ["Python 3.8+ and python3", ["Python", "Python [python3]"]],
    ["pylint/flake8", ["Pylint [pylint]", "flake8"]],
    ["unit test, unittest", ["Unit testing [unit test]", "unittest"]],
    ["Containerisation", ["Containerization [Containerisation]"]],
    ["load-balancers", ["Load balancing [load-balancers]"]],
    ["C, C++, C#", ["C", "C++", "C#"]],
    ["Typescript and Postgres", ["TypeScript [Typescript]", "PostgreSQL [Postgres]"]],
    ["machinelearning", ["Machine learning [machinelearning]"]],
    ["Pythonista, scalable, Javanese", []],
  ])("%s", (text, skills) => {
    expect(found(text)).toEqual(skills);
  });
});

describe("lists", () => {
  test.each<[string, string[]]>([
    ["AWS (Lambda, ECS, EKS)", ["AWS", "AWS Lambda [Lambda]", "Amazon ECS [ECS]", "Amazon EKS [EKS]"]],
    ["AWS/Docker", ["AWS", "Docker"]],
    [
      "Write unit, integration and performance tests",
      ["Unit testing [unit]", "Integration testing [integration]", "Performance testing [performance tests]"],
    ],
    ["unit- and integration-tests", ["Unit testing [unit]", "Integration testing [integration-tests]"]],
    ["testing strategies (unit, integration)", ["Unit testing [unit]", "Integration testing [integration]"]],
    [
      "Singleton, Factory and Command patterns",
      ["Singleton pattern [Singleton]", "Factory pattern [Factory]", "Command pattern [Command patterns]"],
    ],
    ["Build and maintain unit tests", ["Unit testing [unit tests]"]],
    ["a lambda function and Glue", []],
  ])("%s", (text, skills) => {
    expect(found(text)).toEqual(skills);
  });
});

describe("verbs", () => {
  test.each<[string, string[]]>([
    ["Mentor juniors", ["Mentoring [Mentor]"]],
    ["has mentored teams", ["Mentoring [mentored]"]],
    ["asks for mentorship", ["Mentoring [mentorship]"]],
    ["Profile and speed up services", ["Profiling [Profile]"]],
    ["Monitors the service", ["Monitoring [Monitors]"]],
    ["two monitors on the desk", []],
    ["your profile", []],
    ["a sound plan", []],
    ["Report to the CTO", []],
  ])("%s", (text, skills) => {
    expect(found(text)).toEqual(skills);
  });

  test("a lone verb as the label of a numbered step names the step", () => {
    expect(found("Profile: find the slow part", { labelEnd: 9, procedureStep: true })).toEqual([]);
  });
});

describe("everyday words need their case and company", () => {
  test.each<[string, string[]]>([
    ["services in Go", ["Go"]],
    ["Go developer", ["Go"]],
    ["Docker, Go, Rust", ["Docker", "Go", "Rust"]],
    ["Go to market with us", []],
    ["a go-to person at C-level", []],
    ["R&D and grade C", []],
    ["R packages", ["R"]],
    ["R Markdown", []],
    ["black, mypy", ["Black [black]", "mypy"]],
    ["a black day", []],
    ["Express interest", []],
    ["React quickly to change", []],
    ["pages made with React", ["React"]],
    ["Swift decisions", []],
    ["flask of tea", []],
    ["Spring Boot", ["Spring [Spring Boot]"]],
    ["the spring season", []],
  ])("%s", (text, skills) => {
    expect(found(text)).toEqual(skills);
  });

  test("entries of a list of technologies", () => {
    expect(found("mock: Library for tests", { labelEnd: 6, amongTechnologies: true })).toEqual(["mock"]);
    expect(found("mock: Library for tests", { labelEnd: 6 })).toEqual([]);
  });
});

describe("words that are no skill by their place", () => {
  test.each<[string, string[]]>([
    ["Collaborate with the DevOps team", ["Collaboration [Collaborate]"]],
    ["Work with Design, QA and DevOps on releases", []],
    ["Work with Docker and Kubernetes", ["Docker", "Kubernetes"]],
    ["Collaborate with Python developers on Docker", ["Collaboration [Collaborate]", "Docker"]],
    ["see github.com/docker or docker@example.com", []],
    ["edit python.txt", []],
    ["data platforms, enabling machine learning elsewhere", []],
    ["self-documenting code", []],
  ])("%s", (text, skills) => {
    expect(found(text)).toEqual(skills);
  });

  test("the employer's own name", () => {
    expect(found("Docker Records uses Docker", { company: "Docker Records" })).toEqual(["Docker"]);
  });
});
