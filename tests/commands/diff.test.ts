// What `diff` shows of a team: its wishes, its version of a question that has fallen behind, and its loop beside the shared one.
import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { run, writeFiles } from "../run-program.js";
import { competency, oneStage, question } from "../small-bank.js";

const ask = (skill: string, more = "") =>
  `skills: [${skill}]\nkind: technical\nlevels: [mid]\nminutes: 10${more}`;
const shared = (wording: string) => question(ask("SQL"), "A slow list", wording);

let folder: string;
let base: string;
const git = (...args: string[]) =>
  execFileSync("git", ["-c", "user.name=Test", "-c", "user.email=test@example.org", ...args], {
    cwd: folder,
    stdio: "pipe",
    encoding: "utf8",
  }).trim();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "interview-kit-diff-"));
  await writeFiles(folder, {
    "roles/data.md": "# Data developer\n\n## Requirements\n- SQL\n- MySQL\n- Oracle\n",
    "roles/plans/standard.md": oneStage(45, 2),
    "questions/data-access/competency.md": competency("Data access", "[SQL, MySQL, Oracle]"),
    "questions/data-access/slow-list.md": shared("Why is the list slow?"),
    "questions/data-access/dear-index.md": question(ask("MySQL"), "A dear index"),
    // Two minutes more, so that no other two questions make an equally good loop.
    "questions/data-access/old-rows.md": question(ask("Oracle").replace("10", "12"), "Old rows"),
  });
  git("init", "--quiet");
  git("add", ".");
  git("commit", "--quiet", "-m", "start");
  base = git("rev-parse", "HEAD:questions/data-access/slow-list.md").slice(0, 12);
  await writeFiles(folder, {
    "questions/data-access/slow-list.md": shared("Why has the list become slow?"),
    "questions/teams/tills/data-access/slow-list.md": question(
      ask("SQL", `\nbase: "${base}"`),
      "A slow list",
      "Why is the list of tickets slow?",
    ),
    "questions/teams/tills/team.md": `---
title: Tills
minutes: { depth: 60 }
pins: [{ question: dear-index, reason: We have many. }]
bans: [{ skill: Oracle, reason: Not used. }]
weights: { SQL: { weight: 90, reason: Daily. } }
---
`,
  });
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe("diff", () => {
  it("shows wishes, the changed question against both its ancestors, and the loops stage by stage", async () => {
    const { code, stdout } = await run(["diff", "--team", "tills"], folder);
    expect(code).toBe(0);
    const now = git("hash-object", "questions/data-access/slow-list.md").slice(0, 12);
    expect(stdout).toBe(`Tills against the shared bank (questions/teams/tills/team.md)

Minutes
  ~ depth 45 → 60

Pins
  + A dear index (dear-index)  We have many.

Bans
  - skill Oracle, 1 question  Not used.

Weights
  ~ SQL 90  Daily.

Its own version of slow-list (questions/teams/tills/data-access/slow-list.md)
It started from ${base}; the shared question is now ${now}.
What has changed in the shared question since:
--- questions/data-access/slow-list.md (${base})
+++ questions/data-access/slow-list.md (now)
@@ -8,3 +8,3 @@
 
-Why is the list slow?
+Why has the list become slow?
 

To accept the shared question as it is now: base: "${now}"
--- questions/data-access/slow-list.md
+++ questions/teams/tills/data-access/slow-list.md
@@ -8,3 +8,3 @@
 
-Why has the list become slow?
+Why is the list of tickets slow?
 

The loop of Data developer (roles/data.md): shared → Tills
Rates 100 % of the demand, 0 % by two stages; asks by name about 67 % → 71 %.

Technical depth, 45 → 60 min
  + 10 min  A dear index (dear-index)  pinned: We have many.
    10 min  A slow list (slow-list)
  - 12 min  Old rows (old-rows)  banned: Not used.
`);
  });

  it("gives the same as data, and one question alone", async () => {
    const { stdout } = await run(["diff", "--team", "tills", "data", "--json"], folder);
    expect(JSON.parse(stdout)).toMatchObject({
      team: { id: "tills" },
      bans: [{ what: "skill", name: "Oracle", questions: ["old-rows"] }],
      overrides: [{ id: "slow-list", state: "stale", base }],
      roles: [
        {
          role: "roles/data.md",
          loops: {
            coverage: { shared: 1, team: 1 },
            stages: [
              {
                id: "depth",
                minutes: { shared: 45, team: 60 },
                questions: [
                  { id: "dear-index", change: "gained" },
                  { id: "slow-list", change: "kept" },
                  { id: "old-rows", change: "lost" },
                ],
              },
            ],
          },
        },
      ],
    });
    const one = await run(["diff", "--team", "tills", "--question", "slow-list"], folder);
    expect(one.stdout).toMatch(/^Its own version of slow-list/);
    expect(one.stdout).not.toContain("The loop of");
    const none = await run(["diff", "--team", "tills", "--question", "slow-lst"], folder);
    expect(none).toMatchObject({ code: 2, stderr: expect.stringContaining("Did you mean slow-list?") });
  });

  it("follows one plan on both sides, where one is named", async () => {
    await writeFiles(folder, {
      "roles/plans/short.md": oneStage(30, 1, "A short talk"),
    });
    const { stdout } = await run(["diff", "--team", "tills", "--plan", "short", "--json"], folder);
    expect(JSON.parse(stdout)).toMatchObject({
      plan: { shared: "short", team: "short" },
      minutes: [{ stage: "depth", shared: 30, team: 60 }],
      roles: [{ loops: { stages: [{ title: "A short talk", minutes: { shared: 30, team: 60 } }] } }],
    });
    // The team's wishes fit its own plan; elsewhere what they cannot fit is left out, and said.
    await writeFiles(folder, {
      "roles/plans/other.md": (await readFile(join(folder, "roles/plans/short.md"), "utf8")).replace(
        "id: depth",
        "id: talk",
      ),
    });
    const other = await run(["diff", "--team", "tills", "--plan", "other"], folder);
    expect(other.code).toBe(0);
    expect(other.stderr).toContain('warning unknown-stage the plan other has no stage "depth"');
    const unknown = await run(["diff", "--team", "tills", "--plan", "shrt"], folder);
    expect(unknown).toMatchObject({ code: 2, stderr: expect.stringContaining("Did you mean --plan short?") });
  });
});
