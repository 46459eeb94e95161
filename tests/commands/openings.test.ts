// Openings as a user meets them: frozen in a workspace under git, while everything else moves on.
import { execFileSync } from "node:child_process";
import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { run, writeFiles } from "../run-program.js";
import { competency, question } from "../small-bank.js";

const ask = (skill: string, minutes = 10, kind = "technical") =>
  `skills: [${skill}]\nkind: ${kind}\nlevels: [mid]\nminutes: ${minutes}`;

const plan = (minutes: number) => `---
stages:
  - id: depth
    title: Technical depth
    purpose: See how far it carries.
    minutes: ${minutes}
    focus: [technical]
    questions: { min: 2, max: 2 }
    interviewer: Engineer
    prepare: Nothing.
---
# A short loop

Ask what is printed.
`;

const path = (name: string) => `questions/data-access/${name}.md`;
const start = {
  "roles/data.md": "# Data developer\n\n## Requirements\n- SQL\n- MySQL\n- Oracle\n- Redis\n",
  "roles/plans/standard.md": plan(45),
  "questions/data-access/competency.md": competency("Data access", "[SQL, MySQL, Oracle, Redis]"),
  [path("slow-list")]: question(ask("SQL"), "A slow list", "Why is the list slow?"),
  [path("dear-index")]: question(ask("MySQL"), "A dear index", "What does the index cost?"),
  [path("old-rows")]: question(ask("Oracle", 9), "Old rows", "Who reads the old rows?"),
  [path("full-cache")]: question(ask("Redis", 9), "A full cache", "What is thrown out?"),
};

let folder: string;
const git = (...args: string[]) =>
  execFileSync("git", ["-c", "user.name=Test", "-c", "user.email=test@example.org", ...args], {
    cwd: folder,
    stdio: "pipe",
    encoding: "utf8",
  });
const read = (file: string) => readFile(join(folder, file), "utf8");
const asked = (kit: string) =>
  (JSON.parse(kit).stages as { questions: { id: string }[] }[]).flatMap(({ questions }) =>
    questions.map(({ id }) => id),
  );

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "interview-kit-openings-"));
  await writeFiles(folder, start);
  git("init", "--quiet");
  git("add", ".");
  git("commit", "--quiet", "-m", "start");
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe("openings", () => {
  it("freeze writes a small lock, and no copy of what git keeps", async () => {
    const { code, stderr } = await run(["freeze", "data", "--opening", "REQ-1"], folder);
    expect(stderr).toContain("✓ roles/openings/REQ-1.yaml: 2 questions in 1 stage\nCommit it, then: ");
    expect(code).toBe(0);
    const lock = await read("roles/openings/REQ-1.yaml");
    expect(lock).toContain(
      "opening: REQ-1\nrole: roles/data.md\nplan: roles/plans/standard.md\nlevel: mid\n",
    );
    expect(lock).toContain("    questions:\n      - slow-list\n      - dear-index\n    spares:\n");
    expect(lock).toContain(`  ${path("slow-list")}: ${git("rev-parse", `HEAD:${path("slow-list")}`)}`);
    expect(git("status", "--porcelain", "-uall").trim()).toBe("?? roles/openings/REQ-1.yaml");
    const again = await run(["freeze", "data", "--opening", "REQ-1"], folder);
    expect(again.code).toBe(0);
    expect(again.stderr).toContain("roles/openings/REQ-1.yaml holds this very loop already\n");
  });

  it("build --opening is the kit of the day of freezing, before and after everything has changed", async () => {
    expect((await run(["build", "--format", "html"], folder)).code).toBe(0);
    const planned = await read("out/data/01-depth-guide.html");
    const before = await run(["build", "--opening", "REQ-1", "--format", "html"], folder);
    expect(before.stderr).toContain("Nothing has changed since REQ-1 was frozen.");
    const body = (html: string) => html.replace(/^[\s\S]*<body/, "").replace(/\b[0-9]{10}\b/g, "");
    const guide = await read("out/openings/REQ-1/01-depth-guide.html");
    expect(body(guide)).toBe(body(planned));
    expect(JSON.parse(await read("out/openings/REQ-1/kit.json"))).toMatchObject({
      opening: "REQ-1",
      optimality: { status: "optimal" },
    });
    expect(await read("out/index.html")).toContain('href="openings/REQ-1/index.html"');

    git("add", "roles/openings");
    git("commit", "--quiet", "-m", "REQ-1");
    await writeFiles(folder, {
      "roles/data.md": "# Data developer\n\n## Requirements\n- Oracle\n- Redis\n",
      "roles/plans/standard.md": plan(30),
      "questions/data-access/competency.md": competency("Storing data", "[SQL, Oracle, Redis]"),
      [path("slow-list")]: question(ask("SQL"), "A slow list", "Why has the list become slow?"),
      "templates/locales/en.yaml": "loop: {matrix: Who asks about what}\n",
    });
    await rm(join(folder, path("dear-index")));
    const after = await run(["build", "--opening", "REQ-1", "--format", "html"], folder);
    expect(after.code).toBe(0);
    expect(body(await read("out/openings/REQ-1/01-depth-guide.html"))).toBe(body(guide));
    expect(after.stderr).toContain("Changed since REQ-1 was frozen, and not in this kit:\n");
    expect(after.stderr).toMatch(
      /roles\/openings\/REQ-1\.yaml:\d+:3 info changed-since-freeze questions\/data-access\/dear-index\.md is gone; REQ-1 keeps its version [0-9a-f]{12}\n/,
    );
    expect(after.stderr).toMatch(
      /slow-list\.md has changed; REQ-1 keeps its version [0-9a-f]{12}, which is now [0-9a-f]{12}\n/,
    );
    expect(after.stderr.match(/changed-since-freeze/g)).toHaveLength(5);
    expect(after.stderr).toContain(
      "Changed since REQ-1 was frozen, and in this kit too:\nroles/openings/REQ-1.yaml:1:1 info changed-pages the templates or labels are others; ",
    );
    await rm(join(folder, "templates"), { recursive: true });
    const exported = await run(["export", "--opening", "REQ-1"], folder);
    expect(JSON.parse(exported.stdout)).toMatchObject({
      opening: "REQ-1",
      stages: [{ questions: [{ id: "slow-list" }, { id: "dear-index" }] }],
    });
    expect((await run(["export", "data", "--opening", "REQ-1"], folder)).stderr).toContain(
      "frozen with its role, plan, team and level: data cannot change it",
    );
  });

  it("says which question is lost where no history has it, and takes it from beside the lock", async () => {
    const bare = await mkdtemp(join(tmpdir(), "interview-kit-bare-"));
    try {
      await cp(join(folder, "roles"), join(bare, "roles"), { recursive: true });
      await cp(join(folder, "questions"), join(bare, "questions"), { recursive: true });
      await writeFiles(bare, {
        "roles/data.md": start["roles/data.md"],
        "roles/plans/standard.md": plan(45),
      });
      const lost = await run(["build", "--opening", "REQ-1", "--format", "html"], bare);
      expect(lost.code).toBe(1);
      expect(lost.stderr).toMatch(
        /REQ-1\.yaml:\d+:3 error lost-wording version [0-9a-f]{12} of the question dear-index is neither in the workspace, nor beside the lock, nor in git\n/,
      );
      expect(lost.stderr).toContain(
        `or put that version of the file at roles/openings/REQ-1/${path("dear-index")};`,
      );
      expect(lost.stderr.match(/lost-wording/g)).toHaveLength(3);
      expect((await run(["check"], bare)).stderr).toContain("lost-wording");
      // Another text under the same name is not the version that was frozen.
      await writeFiles(bare, {
        [`roles/openings/REQ-1/${path("dear-index")}`]: start[path("slow-list")] ?? "",
        [`roles/openings/REQ-1/${path("slow-list")}`]: start[path("slow-list")] ?? "",
        "questions/data-access/competency.md": start["questions/data-access/competency.md"],
      });
      const wrong = await run(["build", "--opening", "REQ-1", "--format", "html"], bare);
      expect(wrong.stderr.match(/lost-wording/g)).toHaveLength(1);
      await writeFiles(bare, {
        [`roles/openings/REQ-1/${path("dear-index")}`]: start[path("dear-index")] ?? "",
      });
      expect((await run(["build", "--opening", "REQ-1", "--format", "html"], bare)).code).toBe(0);
    } finally {
      await rm(bare, { recursive: true, force: true });
    }
  });

  it("freeze copies what is not committed, and --avoid shares as little as it must", async () => {
    await writeFiles(folder, start);
    const { code, stderr } = await run(["freeze", "data", "--opening", "REQ-2", "--avoid", "REQ-1"], folder);
    expect(code).toBe(0);
    expect(stderr).toContain("shares 0 with REQ-1\nCommit it");
    const built = await run(["build", "--avoid", "REQ-1", "--avoid", "REQ-2", "--format", "html"], folder);
    expect(built.stderr).toContain(
      "shares 2 of 2 questions with REQ-1, REQ-2, and no such loop shares fewer: ",
    );
    expect(asked(await read("out/data/kit.json"))).toHaveLength(2);
    await run(["build", "--opening", "REQ-2", "--format", "html"], folder);
    expect(asked(await read("out/openings/REQ-2/kit.json")).sort()).toEqual(["full-cache", "old-rows"]);

    await writeFiles(folder, {
      [path("slow-list")]: question(ask("SQL"), "A slow list", "A draft of a wording?"),
    });
    const draft = await run(["freeze", "data", "--opening", "REQ-3"], folder);
    expect(draft.stderr).toContain("1 file whose wording is not committed: copied to roles/openings/REQ-3/");
    expect(await read(`roles/openings/REQ-3/${path("slow-list")}`)).toContain("A draft of a wording?");
    git("checkout", "--quiet", path("slow-list"));
    await run(["build", "--opening", "REQ-3", "--format", "html"], folder);
    expect(await read("out/openings/REQ-3/01-depth-guide.html")).toContain("A draft of a wording?");
  });

  it("weighs what it rates as on the day of freezing, whatever the catalogue has learned or forgotten since", async () => {
    await writeFiles(folder, start);
    await run(["build", "--opening", "REQ-1", "--format", "html"], folder);
    const figures = async () => {
      const { competencies, coverage, gaps } = JSON.parse(await read("out/openings/REQ-1/kit.json"));
      return { competencies, coverage, gaps };
    };
    const before = await figures();
    expect(before.coverage).toBe(1);
    await writeFiles(folder, {
      // Today's catalogue knows one skill less, and reads two of the lines as something else.
      "questions/data-access/competency.md": competency("Data access", "[SQL, MySQL]"),
      "questions/caching/competency.md": competency("Caching", "[Redis, Oracle]"),
    });
    await run(["build", "--opening", "REQ-1", "--format", "html"], folder);
    await rm(join(folder, "questions/caching"), { recursive: true });
    expect(await figures()).toEqual(before);
    await writeFiles(folder, start);
  });

  it("finds a wording in any commit, under whatever name and after any rewriting of the branch", async () => {
    const lock = await read("roles/openings/REQ-1.yaml");
    const moved = "questions/data-access/long-list.md";
    git("add", ".");
    git("commit", "--quiet", "-m", "as at the start");
    git("mv", path("slow-list"), moved);
    await writeFiles(folder, { [moved]: question(ask("SQL"), "A long list", "Why is it long?") });
    git("commit", "--quiet", "-am", "rename and edit");
    git("mv", path("dear-index"), path("costly-index"));
    git("commit", "--quiet", "-m", "rename");
    const renamed = await run(["build", "--opening", "REQ-1", "--format", "html"], folder);
    expect(renamed.stderr).toMatch(
      /dear-index\.md has moved to questions\/data-access\/costly-index\.md; REQ-1/,
    );
    git("rm", "--quiet", path("costly-index"));
    git("commit", "--quiet", "-m", "delete");
    git("gc", "--quiet", "--prune=now");
    const built = await run(["build", "--opening", "REQ-1", "--format", "html"], folder);
    expect(built.code).toBe(0);
    expect(built.stderr).toContain("slow-list.md is gone; REQ-1 keeps its version");
    const guide = await read("out/openings/REQ-1/01-depth-guide.html");
    expect(guide).toContain("Why is the list slow?");
    expect(guide).toContain("What does the index cost?");
    expect(await read("roles/openings/REQ-1.yaml")).toBe(lock);
    git("reset", "--quiet", "--hard", "HEAD~3");
  });

  it("refuses names that are no file name, openings that there are not, and options that would choose again", async () => {
    const outcomes = await Promise.all([
      run(["freeze", "data", "--opening", "../REQ-9"], folder),
      run(["freeze", "data", "--opening", "con"], folder),
      run(["build", "--opening", "REQ-11"], folder),
      run(["build", "--avoid", "REC-1"], folder),
      run(["build", "data", "--opening", "REQ-1", "--plan", "standard"], folder),
    ]);
    expect(outcomes.map(({ code }) => code)).toEqual([2, 2, 2, 2, 2]);
    expect(outcomes.map(({ stderr }) => stderr.split("\n")[0])).toEqual([
      'interview-kit: invalid-opening: "../REQ-9" cannot be the name of an opening',
      'interview-kit: invalid-opening: "con" cannot be the name of an opening',
      'interview-kit: missing-opening: there is no opening "REQ-11"',
      'interview-kit: missing-opening: there is no opening "REC-1"',
      "interview-kit: frozen-opening: the opening REQ-1 is frozen with its role, plan, team and level: data, --plan cannot change it",
    ]);
  });

  it("names what is wrong in a lock that somebody edited, at its line", async () => {
    const lock = await read("roles/openings/REQ-1.yaml");
    await writeFiles(folder, {
      "roles/openings/REQ-4.yaml": lock
        .replace("- slow-list", "- slow-lst")
        .replace("level: mid", "level: middle"),
      "roles/openings/REQ-5.yaml": lock.replace("- slow-list", "- slow-lst"),
    });
    const { stderr } = await run(["check"], folder);
    await rm(join(folder, "roles/openings/REQ-4.yaml"));
    await rm(join(folder, "roles/openings/REQ-5.yaml"));
    expect(stderr).toMatch(
      /REQ-4\.yaml:6:8 error invalid-value level is "middle", expected one of junior, mid/,
    );
    expect(stderr).toMatch(
      /REQ-5\.yaml:14:9 error unknown-question no file under files is the question "slow-lst"/,
    );
  });
});
