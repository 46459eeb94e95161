// Which skills a text names: names, lists, verbs, everyday words, and words that are no skill by their place.
import { describe, expect, test } from "vitest";
import { matchSkills } from "../../src/skills/match-skills.js";
import { buildSkillIndex } from "../../src/skills/skill-index.js";
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

describe("everyday spellings of a skill whose name is none", () => {
  const skill = (name: string, competency: string, everyday: string[] = []) => ({
    name,
    aliases: [],
    matchCase: false,
    competency,
    ...(everyday.length > 0 && { everyday }),
  });
  const shared = buildSkillIndex([
    skill("Elasticsearch", "data", ["Elastic"]),
    skill("Redis", "data"),
    skill("Scaled Agile Framework", "agile", ["SAFe"]),
    skill("CI/CD", "delivery", ["CI"]),
    skill("Flux CD", "delivery", ["Flux"]),
    skill("Argo CD", "delivery"),
    skill("Flux architecture", "front-end", ["Flux"]),
    skill("Redux", "front-end"),
    skill("monday.com", "tools"),
  ]);
  test.each<[string, string[]]>([
    ["NoSQL (Redis, Elastic)", ["Redis", "Elasticsearch"]],
    ["an elastic load, a safe place", []],
    ["SAFe at scale", ["Scaled Agile Framework"]],
    ["CI: nightly", ["CI/CD"]],
    ["Argo CD, Flux", ["Argo CD", "Flux CD"]],
    ["Redux, Flux", ["Redux", "Flux architecture"]],
    ["write to jobs@monday.com or see monday.com/jobs", []],
    ["boards on monday.com", ["monday.com"]],
  ])("%s", (text, skills) => {
    expect(matchSkills(text, shared).map((match) => match.skill.name)).toEqual(skills);
  });
});

describe("what is told, not demanded", () => {
  test.each<[string, string[]]>([
    ["We are a platform company with mentoring for everyone", []],
    ["Acme Labs, a Beta firm, is a leading provider of monitoring", []],
    ["You are a leader who enjoys mentoring", ["Mentoring [mentoring]"]],
    ["Python (for reporting and monitoring)", ["Python"]],
    ["Python (monitoring, reporting)", ["Python", "Monitoring [monitoring]", "Reporting [reporting]"]],
    ["Turn planning into Go services", ["Go"]],
    ["Monitor and rate employee performance", []],
    ["Plan everything", []],
    ["Go services, not Python and not Docker", ["Go"]],
    ["Python, not only Docker", ["Python", "Docker"]],
    ["Monitoring rather than Python and Go services", ["Monitoring", "Go"]],
    ["Monitoring, not afraid of Python", ["Monitoring", "Python"]],
    ["Monitoring, not Python", ["Monitoring"]],
    ["Docker first. No Python knowledge is required.", ["Docker"]],
    ["Si lo tuyo es principalmente Python, este no es el puesto que buscas. Go y Docker", ["Go", "Docker"]],
    ["Collaborate with the Python engineers and testers", ["Collaboration [Collaborate]"]],
  ])("%s", (text, skills) => {
    expect(found(text)).toEqual(skills);
  });
});

describe("spellings with a gap", () => {
  const skill = (name: string, ...aliases: string[]) => ({
    name,
    competency: "x",
    aliases,
    matchCase: false,
  });
  const gaps = buildSkillIndex([
    skill("Machine learning"),
    skill("Problem solving", "solve … problem", "解决…问题"),
    skill("Recruitment", "hire … engineer"),
    skill("Technical leadership", "lead … team"),
    skill("Operations", "maintain … infrastructure"),
    skill("Infrastructure as code"),
  ]);
  test.each<[string, string[]]>([
    ["Solve problems", ["Solve problems"]],
    [
      "Solving hard machine learning problems",
      ["Solving hard machine learning problems", "machine learning"],
    ],
    ["Solve everything with the team and its problems", []],
    ["解决创新研发过程中的关键问题", ["解决创新研发过程中的关键问题"]],
    ["You have led distributed teams", ["led distributed teams"]],
    ["Hire and grow engineers", ["Hire and grow engineers"]],
    ["We are hiring great engineers", []],
    ["A product that solves hard problems", []],
    ["Maintain our infrastructure", ["Maintain our infrastructure"]],
    ["Maintain infrastructure as code", ["infrastructure as code"]],
  ])("%s", (text, matched) => {
    expect(matchSkills(text, gaps).map((match) => match.matched)).toEqual(matched);
  });
});

describe("spellings of one's own", () => {
  const skill = (name: string, aliases: string[] = [], matchCase = false) => ({
    name,
    aliases,
    matchCase,
    competency: "practice",
  });
  const own = buildSkillIndex([
    skill("Software quality", ["ensure … quality", "quality of code"]),
    skill("Process improvement", ["Prozessoptimierung"]),
    skill("Teamwork"),
    skill("Flexibility", ["Flexibilität"], true),
    skill("CMake"),
    skill("GNU Make", ["Makefiles"]),
    skill("Work permits law", []),
    skill("Authorization"),
    skill("Generic types", ["泛型"], true),
    skill("Mobile app security"),
    skill("Security hygiene", ["security best practices"]),
    skill("Staffing"),
    skill("API design", ["APIs"]),
    skill("Coding fundamentals", ["programming skills"]),
    skill("Build systems"),
    skill("Yocto"),
    skill("Rustc"),
    skill("Team building"),
    skill("Software architecture", ["technical architecture"]),
    skill("Computer networking", ["networking"]),
  ]);
  test.each<[string, string[]]>([
    ["Prozess-Optimierung", ["Prozess-Optimierung"]],
    ["ensure the quality of code", ["quality of code"]],
    ["ensure lasting quality", ["ensure lasting quality"]],
    ["CMake\\Makefiles", ["CMake", "Makefiles"]],
    ["Flexibilität", ["Flexibilität"]],
    ["Teamwork und Flexibilität", ["Teamwork", "Flexibilität"]],
    ["We offer flexibility in hours", []],
    ["Valid work authorization", []],
    ["Authentication and authorization", ["authorization"]],
    // A script without capitals has no everyday words; what the practices are of comes before that they are practices.
    ["熟悉泛型", ["泛型"]],
    ["Know mobile app security best practices", ["mobile app security"]],
    ["Know security best practices", ["security best practices"]],
    ["Document code, APIs and guides", []],
    ["Design and document APIs", ["APIs"]],
    ["Strong Rustc programming skills", ["Rustc"]],
    ["Strong programming skills", ["programming skills"]],
    ["The Yocto build system", ["Yocto"]],
    ["For engineering teams building products", []],
    [
      "Engage with technical architecture and APIs — good partners to engineers",
      ["technical architecture", "APIs"],
    ],
    ["Staff Engineer", []],
    ["Staffing of projects", ["Staffing"]],
    ["Knowledge of networking, events and networking events", ["networking"]],
  ])("%s", (text, words) => {
    expect(matchSkills(text, own, {}).map(({ matched }) => matched)).toEqual(words);
  });
});

test("what any skill can have behind it makes no longer name", () => {
  const skill = (name: string, aliases: string[] = []) => ({
    name,
    aliases,
    matchCase: /^(?:Helm|Safety)$/.test(name),
    competency: "any",
  });
  const own = buildSkillIndex([
    skill("Software testing", ["testing experience"]),
    skill("Unit testing"),
    skill("Helm"),
    skill("Coverage.py"),
    skill("Dependency management", ["requirements.txt"]),
  ]);
  const named = (text: string) => matchSkills(text, own).map((match) => match.skill.name);
  expect(named("Unit testing experience")).toEqual(["Unit testing"]);
  expect(named("Broad testing experience")).toEqual(["Software testing"]);
  expect(named("Helm experience is a plus")).toEqual(["Helm"]);
  expect(named("Helm or similar tools")).toEqual(["Helm"]);
  expect(named("Helm the ship")).toEqual([]);
  expect(named("Coverage.py; no word in requirements.txt or coverage.py")).toEqual(["Coverage.py"]);
});
