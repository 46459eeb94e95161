// Teams as a user meets them: a workspace with a role, a small bank and one team's folder.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { run, writeFiles } from "../run-program.js";
import { competency, oneStage, question } from "../small-bank.js";

const ask = (skill: string, more = "") =>
  `skills: [${skill}]\nkind: technical\nlevels: [mid]\nminutes: 12${more}`;

const role = `---
title: Data developer
teams: [tills]
---
# Data developer

## Requirements
- SQL
- MySQL
- Oracle
`;

const team = `---
title: Tills
minutes: { depth: 75 }
pins:
  - question: old-rows
    stage: depth
    reason: Two tills sell the last ticket.
bans:
  - skill: MySQL
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
  await writeFiles(folder, {
    "roles/data.md": role,
    "roles/plans/standard.md": oneStage(45, 2),
    "questions/data-access/competency.md": competency("Data access", "[SQL, MySQL, Oracle]"),
    "questions/data-access/slow-list.md": question(ask("SQL")),
    "questions/data-access/dear-index.md": question(ask("MySQL"), "A dear index"),
    "questions/data-access/old-rows.md": question(ask("Oracle"), "Old rows"),
    "questions/teams/tills/team.md": team,
  });
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
    const kit = JSON.parse(await read("teams/tills/data/kit.json"));
    expect(kit.team).toEqual({ id: "tills", title: "Tills" });
    expect(kit.stages[0].minutes).toBe(75);
    expect(kit.stages[0].questions.map((one: { id: string }) => one.id).sort()).toEqual([
      "old-rows",
      "slow-list",
    ]);
    expect(kit.questions.map((one: { id: string }) => one.id)).not.toContain("dear-index");
    const guide = await read("teams/tills/data/01-depth-guide.html");
    expect(guide).toMatch(/Say nothing about <\w+>ticket prices</);
    expect(guide).toMatch(/size: (?:215\.9mm|letter)/i);
    expect(guide).toContain("#0b3d91");
    expect(await read("index.html")).toContain('href="teams/tills/data/index.html"');
    expect(await read("teams/tills/data/index.html")).toContain('href="../../../index.html"');
  });

  it("explain shows a role as a team asks it, with the reasons of its pins", async () => {
    const { code, stdout } = await run(["explain", "data", "--team", "tills"], folder);
    expect(code).toBe(0);
    expect(stdout).toContain("Data developer, as the team Tills asks it");
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
    const path = "questions/teams/tills/data-access/slow-list.md";
    await write(path, question(ask("SQL", '\nbase: "0123456789ab"')));
    await write("questions/teams/tills/team.md", team.replace("75", "15"));
    const { code, stderr } = await run(["check"], folder);
    await rm(join(folder, path));
    await write("questions/teams/tills/team.md", team);
    expect(stderr).toMatch(
      new RegExp(
        `${path}:6:1 warning stale-override it started from version 0123456789ab of questions/data-access/`,
      ),
    );
    expect(stderr).toContain("interview-kit diff --team tills --question slow-list");
    expect(stderr).toMatch(
      /tills\/team\.md:5:15 error conflicting-plan for roles\/data\.md in the team tills: the pins of stage depth need 12 of \d minutes/,
    );
    expect(code).toBe(1);
  });

  it("questions, show and export give a team's bank: its own version, what it pins and bans, its loops", async () => {
    const path = "questions/teams/tills/data-access/slow-list.md";
    await write(path, question(ask("SQL"), "A slow list of tickets"));
    await write("questions/teams/tills/data-access/lost-ticket.md", question(ask("SQL"), "A lost ticket"));
    const [listed, asData, shown, shared, elsewhere, csv, kit] = await Promise.all([
      run(["questions", "--team", "tills", "--used"], folder),
      run(["questions", "--team", "tills", "--json"], folder),
      run(["show", "slow-list", "--team", "tills"], folder),
      run(["show", "old-rows"], folder),
      run(["show", "lost-ticket"], folder),
      run(["export", "--team", "tills", "--format", "csv"], folder),
      run(["export", "data", "--team", "tills"], folder),
    ]);
    expect(listed.stdout).toContain("dear-index banned\n");
    expect(listed.stdout).toMatch(/old-rows pinned\n.*\n.*\n {4}in data of the team tills, stage depth\n/);
    expect(listed.stdout).toContain("slow-list own version\n    A slow list of tickets\n");
    expect(listed.stdout).toContain("lost-ticket own\n");
    expect(JSON.parse(asData.stdout)).toContainEqual(
      expect.objectContaining({ id: "slow-list", path, team: ["own version"] }),
    );
    expect(shown.stdout).toContain(`file:       ${path}\n`);
    // The role names the team, so that no loop of everybody's asks it.
    expect(shared.stdout).toContain("\nUsed in\ndata of the team tills, stage depth\n");
    expect(elsewhere).toMatchObject({ code: 2 });
    expect(elsewhere.stderr).toContain("The team tills has it: add --team tills");
    expect(csv.stdout).toContain("A slow list of tickets");
    expect(JSON.parse(kit.stdout)).toMatchObject({ team: { id: "tills" } });
    expect(kit.stdout).toContain('"minutes": 75');
    const unknown = await run(["questions", "--team", "till"], folder);
    expect(unknown).toMatchObject({ code: 2, stderr: expect.stringContaining("Did you mean --team tills?") });
    await rm(join(folder, "questions/teams/tills/data-access"), { recursive: true });
  });

  it("retire names the team's version and the frozen openings; a team retires only what is its own", async () => {
    const path = "questions/teams/tills/data-access/slow-list.md";
    await write(path, question(ask("SQL"), "A slow list of tickets"));
    const frozen = await run(["freeze", "data", "--opening", "REQ-1"], folder);
    expect(frozen.code).toBe(0);
    const shared = await run(["retire", "slow-list", "--reason", "on a forum"], folder);
    expect(shared.stderr).toContain(
      `  ${path} is a team's own version of it, and stays in use: retire it with --team\n`,
    );
    const own = await run(["retire", "slow-list", "--team", "tills", "--reason", "on a forum"], folder);
    expect(own.stderr).toContain(`✓ ${path}: active → retired\n`);
    expect(own.stderr).toMatch(
      / {2}still asked in the frozen opening REQ-1, stage depth \(roles\/openings\/REQ-1\.yaml:\d+\)\n/,
    );
    const shown = await run(["show", "slow-list", "--team", "tills"], folder);
    expect(shown.stdout).toMatch(/\nFrozen in\nREQ-1, stage depth \(roles\/openings\/REQ-1\.yaml:\d+\)\n/);
    const checked = await run(["check"], folder);
    expect(checked.stderr).toMatch(
      /REQ-1\.yaml:\d+:3 warning retired-in-opening REQ-1 still asks slow-list, which is retired: on a forum\n/,
    );
    const built = await run(["build", "--opening", "REQ-1", "--format", "html"], folder);
    expect(built.stderr).toContain("retired-in-opening");
    expect(await readFile(join(folder, "out/openings/REQ-1/01-depth-guide.html"), "utf8")).toContain(
      "A slow list of tickets",
    );
    const refused = await run(["retire", "dear-index", "--team", "tills", "--reason", "no"], folder);
    expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining("shared-question") });
  });
});
