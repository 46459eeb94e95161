// Teams as a user meets them: a workspace with a role and one team's folder, over the shipped bank.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { projectRoot, run, writeFiles } from "./run.js";

const role = `---
title: Python Developer
teams: [tills]
---
# Python Developer

## Requirements
- Python, asyncio and FastAPI
- PostgreSQL and query optimization
- pytest, unit testing
- Docker and CI/CD
- mentoring, code review
`;

const team = `---
title: Tills
minutes: { technical-depth: 75 }
pins:
  - question: two-bookings-for-one-room
    stage: technical-depth
    reason: Two tills sell the last ticket.
bans:
  - skill: asyncio
paper: letter
branding: { accent: "#0b3d91" }
---
# Tills

Say nothing about **ticket prices**.
`;

let folder: string;
const write = (path: string, content: string) => writeFiles(folder, { [path]: content });
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "interview-kit-teams-"));
  await write("roles/python.md", role);
  await write("questions/teams/tills/team.md", team);
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe("teams", () => {
  it("build makes the kits of the teams that a role names, in folders of their own, and links them", async () => {
    const { code, stderr } = await run(["build", "--format", "html"], folder);
    expect(stderr).toContain("1 of 1 roles");
    expect(code).toBe(0);
    const read = (path: string) => readFile(join(folder, "out", path), "utf8");
    const kit = JSON.parse(await read("teams/tills/python/kit.json"));
    expect(kit.team).toEqual({ id: "tills", title: "Tills" });
    const depth = kit.stages.find((stage: { id: string }) => stage.id === "technical-depth");
    expect(depth.minutes).toBe(75);
    expect(depth.questions.map((question: { id: string }) => question.id)).toContain(
      "two-bookings-for-one-room",
    );
    expect(kit.questions.some((question: { skills: string[] }) => question.skills.includes("asyncio"))).toBe(
      false,
    );
    const guide = await read("teams/tills/python/03-technical-depth-guide.html");
    expect(guide).toMatch(/Say nothing about <\w+>ticket prices</);
    expect(guide).toMatch(/size: (?:215\.9mm|letter)/i);
    expect(await read("index.html")).toContain('href="teams/tills/python/index.html"');
    expect(await read("teams/tills/python/index.html")).toContain('href="../../../index.html"');
  });

  it("explain shows a role as a team asks it, with the reasons of its pins", async () => {
    const { code, stdout } = await run(["explain", "python", "--team", "tills"], folder);
    expect(code).toBe(0);
    expect(stdout).toContain("Python Developer, as the team Tills asks it");
    expect(stdout).toContain("pinned by Tills: Two tills sell the last ticket.");
  });

  it("names the nearest team where there is none, on the command line and in a role", async () => {
    const asked = await run(["build", "--team", "till"], folder);
    expect(asked.code).toBe(2);
    expect(asked.stderr).toContain('missing-team: there is no team "till"\n    Did you mean --team tills?');
    await write("roles/other.md", role.replace("[tills]", "[tilles]"));
    const checked = await run(["check"], folder);
    await rm(join(folder, "roles/other.md"));
    expect(checked.code).toBe(1);
    expect(checked.stderr).toContain(
      'roles/other.md:3:9 error unknown-team no folder of questions/teams/ is the team "tilles"\n    Write tills',
    );
    expect(checked.stderr).toContain("1 team:");
  });

  it("check says where a team's version of a question has fallen behind, and plans the team's loops", async () => {
    const shared = await readFile(join(projectRoot, "questions/web-apis/cached-start-page.md"), "utf8");
    const path = "questions/teams/tills/web-apis/cached-start-page.md";
    await write(path, shared.replace("---\n", '---\nbase: "0123456789ab"\n'));
    await write("questions/teams/tills/team.md", team.replace("75", "15"));
    const { code, stderr } = await run(["check"], folder);
    await rm(join(folder, path));
    await write("questions/teams/tills/team.md", team);
    expect(stderr).toMatch(
      new RegExp(
        `${path}:2:1 warning stale-override it started from version 0123456789ab of questions/web-apis/`,
      ),
    );
    expect(stderr).toContain("interview-kit diff --team tills --question cached-start-page");
    expect(stderr).toMatch(
      /tills\/team\.md:5:15 error conflicting-plan for roles\/python\.md in the team tills: the pins of stage technical-depth need 12 of \d minutes/,
    );
    expect(code).toBe(1);
  });
});
