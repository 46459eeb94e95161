// What a sentence tells beside the demand: outcomes, the employer's doings, meetings, other words for the same, steps of a procedure.
import { describe, expect, test } from "vitest";
import type { Skill } from "../../src/bank/question-bank.js";
import { readRole } from "../../src/role/read-role.js";
import { matchSkills } from "../../src/skills/match-skills.js";
import { buildSkillIndex } from "../../src/skills/skill-index.js";
import { catalogue } from "./catalogue.js";
import { documentOf } from "./role-of.js";

const of = (competency: string, names: Record<string, string[]>): Skill[] =>
  Object.entries(names).map(([name, aliases]) => ({ name, aliases, matchCase: false, competency }));
const wide = buildSkillIndex([
  ...catalogue,
  ...of("technical", { Containers: ["container"] }),
  ...of("operations", {
    Alerting: [],
    "Application metrics": ["metrics"],
    Logging: [],
    Observability: [],
    "Circuit breaker": [],
    "Timeouts and retries": ["retries"],
    Provisioning: [],
    Debugging: ["resolve … issue"],
    "Quality assurance": ["Assurer la qualité"],
    "Clean Code": ["qualité du code"],
    Reliability: [],
    Resilience: [],
    "Loose coupling": [],
    Caching: [],
    Rollback: [],
    Deployment: [],
    "Race detection": [],
  }),
  ...of("solving", {
    "Problem solving": ["problem-solving"],
    "Analytical thinking": [],
    "Self-motivation": ["highly motivated"],
    "Critical thinking": [],
  }),
  ...of("learning", {
    Adaptability: ["changing priorities"],
    "Continuous learning": ["learn new technologies"],
  }),
  ...of("planning", { Prioritization: ["manage … priority"], "Daily stand-ups": ["stand-ups", "standups"] }),
  ...of("people", { Accountability: ["assume … responsibility"], Presenting: [], Negotiating: [] }),
  ...of("security", { "SQL injection prevention": ["prevent SQL injection"] }),
  ...of("support", { "Technical support": [] }),
  ...of("data", { Algorithms: ["algorithm"] }),
]);
const found = (text: string) => matchSkills(text, wide).map((match) => match.skill.name);
const demanded = (text: string) =>
  readRole(documentOf(text), wide).profile.requirements.flatMap((line) =>
    line.skills.map((mention) => `${line.line} ${mention.skill}`),
  );

describe("within a sentence", () => {
  test.each<[string, string[]]>([
    // What the work is good for, as against what is built for it.
    ["Use Docker where it helps for loose coupling", ["Docker"]],
    ["Track usage of Python for compliance, debugging and analysis", ["Python"]],
    ["Techniques for speed, including caching", ["Caching"]],
    ["Design systems for reliability and resilience", ["Reliability", "Resilience"]],
    ["You are responsible for reliability", ["Reliability"]],
    ["Strategies for reliability", ["Reliability"]],
    ["Strategies for rapid iteration and resilience", []],
    ["Automate with Terraform to achieve reliability", ["Terraform"]],
    ["Achieve reliability with Terraform", ["Reliability", "Terraform"]],
    ["using Terraform to provision machines", ["Terraform"]],
    ["Provision machines with Terraform", ["Provisioning", "Terraform"]],
    ["turning data and algorithms into products", []],
    ["We use Docker or Terraform, depending on monitoring needs", ["Docker", "Terraform"]],
    ["We are seeking a highly motivated and experienced Docker Engineer", ["Docker"]],
    ["You are highly motivated", ["Self-motivation"]],
    ["Debugging, regardless of caching, and provisioning", ["Debugging", "Provisioning"]],
    ["Know your algorithms", ["Algorithms"]],
    ["Solve it with creative debugging", ["Debugging"]],
    ["Solve it with creative ideas in Go debugging", ["Go", "Debugging"]],
    ["Reach 99.9% reliability with Docker", ["Docker"]],
    ["Maintain 99.9% reliability with Docker", ["Reliability", "Docker"]],
    ["Use parameters to prevent SQL injection, and Docker", ["Docker"]],
    ["Know how to prevent SQL injection", ["SQL injection prevention"]],
    ["Translate analytical thinking into code", []],
    ["Translate debugging requirements into code", ["Debugging"]],
    // What the employer does.
    ["Acme offers technical support for ships.", []],
    ["Here at Acme, we are building Kubernetes for technical support.", ["Kubernetes"]],
    ["With three friends, we're reinventing technical support.", []],
    ["Our mission is to help people with debugging.", []],
    ["A tool that helps customers with debugging", []],
    ["Acme ist ein Logging-Service.", []],
    ["Our Team Lead provides mentoring", ["Mentoring"]],
    ["Provide technical support to customers", ["Technical support"]],
    ["Help customers with debugging", ["Debugging"]],
    ["We document our work in Git", ["Git"]],
    ["You document your work in Git", ["Documentation", "Git"]],
    // Words that mean something else beside their neighbours.
    ["Assumes the responsibility of building services", []],
    ["Assume full responsibility", ["Accountability"]],
    ["Monitor industry trends", []],
    ["Monitor services", ["Monitoring"]],
    ["Track and profile code", ["Profiling"]],
    ["Works with clients to resolve issues", []],
    ["Works with clients to resolve technical issues", ["Debugging"]],
    ["Resolve issues", ["Debugging"]],
    ["Assurer la qualité du code avec Docker", ["Clean Code", "Docker"]],
    ["Assurer la qualité avec Docker", ["Quality assurance", "Docker"]],
    ["Participate in daily stand-ups and planning", ["Planning"]],
    ["Lead daily stand-ups", ["Daily stand-ups"]],
    ["Managing changing priorities", ["Adaptability"]],
    ["Manage several priorities", ["Prioritization"]],
  ])("%s", (text, skills) => {
    expect(found(text)).toEqual(skills);
  });
});

describe("within a document", () => {
  test("a label that names the field of its members adds nothing to them", () => {
    expect(demanded("# X\n\n- Cloud & Container: Docker\n- Container: AWS\n")).toEqual(["3 Docker", "4 AWS"]);
    expect(demanded("# X\n\n- Container, Docker\n")).toEqual(["3 Containers", "3 Docker"]);
  });

  test("a line that is a figure says so", () => {
    const { profile } = readRole(
      documentOf("# X\n\n## Goals\n\n- 99.9 % reliability of the ferries\n- Docker\n"),
      wide,
    );
    expect(profile.unmapped.map(({ line, reason }) => [line, reason])).toEqual([
      [5, "a figure by which the work is measured"],
    ]);
  });

  test("the parts of a practice add nothing to it", () => {
    expect(demanded("# X\n\n- Monitoring, alerting and metrics\n- Alerting with Docker\n")).toEqual([
      "3 Monitoring",
      "4 Alerting",
      "4 Docker",
    ]);
    expect(demanded("# X\n\n- **Observability**: logging, metrics\n- Logging and monitoring\n")).toEqual([
      "3 Observability",
      "4 Logging",
      "4 Monitoring",
    ]);
    expect(demanded("# X\n\n- Circuit breakers, retries\n- Retries\n")).toEqual([
      "3 Circuit breaker",
      "4 Timeouts and retries",
    ]);
  });

  test("what circumstances name is worth knowing only where nothing else names it", () => {
    expect(
      demanded(
        "# X\n\n## Skills\n\n- Python\n\n## Pain points\n\n- Upgrades of Python\n- Quirks of Kubernetes\n",
      ),
    ).toEqual(["5 Python", "10 Kubernetes"]);
  });

  test("a soft skill is explained by other words of its competency, and joined by lists and acts", () => {
    const soft = (line: string) => demanded(`# X\n\n## Soft skills\n\n- ${line}\n`);
    expect(soft("**Problem-Solving**: Strong analytical thinking for hard cases")).toEqual([
      "5 Problem solving",
    ]);
    expect(soft("**Collaboration**: presenting, negotiating")).toEqual([
      "5 Collaboration",
      "5 Presenting",
      "5 Negotiating",
    ]);
    expect(soft("**Adaptability**: Willingness to learn new technologies")).toEqual([
      "5 Adaptability",
      "5 Continuous learning",
    ]);
    expect(
      demanded("# X\n\n## Skills\n\n- **Problem solving**: Strong analytical thinking for hard cases\n"),
    ).toEqual(["5 Problem solving", "5 Analytical thinking"]);
  });

  test("a step of a procedure adds no ability that nothing else names", () => {
    const steps =
      "## Approach to tasks\n\nThey like their tasks. When one is new, they:\n\n1. **Deploy**: Deployment with caching and Docker\n2. **Race detection**: Look with Git\n3. **Fall back**: Rollback\n";
    expect(demanded(`# X\n\n- Caching\n\n${steps}`)).toEqual([
      "3 Caching",
      "9 Caching",
      "9 Docker",
      "10 Race detection",
      "10 Git",
      "11 Rollback",
    ]);
    expect(demanded(`# X\n\n- Caching\n\n${steps.replace("Approach to tasks", "Requirements")}`)).toContain(
      "9 Deployment",
    );
  });

  test("what asks for mastery behind a tool is no description of it", () => {
    expect(
      demanded(
        "# X\n\n## 技术栈\n\n- Docker：精通Python\n- Redis: strong knowledge of Git\n- MongoDB: Caching for Django\n",
      ),
    ).toEqual(["5 Docker", "5 Python", "6 Redis", "6 Git", "7 MongoDB"]);
  });

  test("the employer's own name is no skill, wherever the document says who it is", () => {
    const text = "# Engineer\n\nDocker is a small company in Ghent.\n\n- Sell Docker and know Git\n";
    expect(demanded(text)).toEqual(["5 Git"]);
    for (const told of [
      "is what we run",
      "is a must at our company",
      "is a plus in a product company",
      "is a container company that we work with",
    ])
      expect(demanded(text.replace("is a small company", told))).toContain("5 Docker");
  });

  test("a remark that is taken off a title still demands", () => {
    expect(demanded("---\ntitle: Java Developer (Python is required)\n---\n\n- Git\n")).toEqual([
      "2 Java",
      "2 Python",
      "5 Git",
    ]);
  });

  test("a topic among the tools lists tools", () => {
    expect(
      demanded("# X\n\n## Tools\n\n### Workflow management\n\n- **Docker**: Containerization for Python\n"),
    ).toEqual(["7 Docker"]);
  });
});
