import { mkdir, mkdtemp, readdir, readFile, realpath, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { projectRoot, run as runCli } from "../run-program.js";
import { smallWorkspace } from "./small-workspace.js";

interface Finding {
  path: string;
  line: number;
  severity: string;
  code: string;
}

let folder: string;
let small: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "interview-kit-authoring-"));
  small = await smallWorkspace(join(folder, "small"));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const run = (...args: string[]) => runCli(args, { cwd: small });
const findings = async (cwd: string): Promise<Finding[]> => {
  const { stdout } = await runCli(["check", "--json"], { cwd });
  return (JSON.parse(stdout) as Finding[]).filter(({ severity }) => severity !== "info");
};

/** Where npm looks for the program: it goes by folders, not by links. */
async function programOf(workspace: string): Promise<string> {
  const { devDependencies } = JSON.parse(await readFile(join(workspace, "package.json"), "utf8"));
  return realpath(resolve(await realpath(workspace), devDependencies["interview-kit"].replace(/^file:/, "")));
}

describe("init", () => {
  it("makes a workspace in which check finds nothing to mend, and which builds at once", async () => {
    const own = join(folder, "interviews");
    const made = await runCli(["init", "interviews"], { cwd: folder });
    expect(made.stderr).toMatch(/^✓ \d+ files in interviews\n/);
    expect(made.code).toBe(0);
    expect(await findings(own)).toEqual([]);
    const { code, stderr } = await runCli(["build", "--format", "html"], { cwd: own });
    expect(stderr).toContain("1 of 1 roles");
    expect(code).toBe(0);
    const kit = JSON.parse(await readFile(join(own, "out", "software-engineer", "kit.json"), "utf8"));
    const asked = kit.stages.flatMap((stage: { questions: { id: string }[] }) => stage.questions);
    expect(asked.map(({ id }: { id: string }) => id)).toContain("plan-changed-within-a-month");
    expect(kit.coverage).toBeGreaterThanOrEqual(0.75);

    const manifest = JSON.parse(await readFile(join(own, "package.json"), "utf8"));
    expect(manifest.scripts).toEqual({
      build: "interview-kit build",
      check: "interview-kit check",
      preview: "interview-kit preview",
    });
    // The program that runs here is a clone's, which no registry need have.
    expect(await programOf(own)).toBe(await realpath(projectRoot));
    expect(await readFile(join(own, ".gitignore"), "utf8")).toBe("node_modules/\nout/\n");
    expect(await readFile(join(own, ".github", "workflows", "interviews.yml"), "utf8")).toContain(
      "sh ci/run.sh",
    );
    expect((await stat(join(own, "ci", "run.sh"))).mode & 0o111).not.toBe(0);
    const snippets = JSON.parse(await readFile(join(own, ".vscode", "interview-kit.code-snippets"), "utf8"));
    expect(snippets["interview-kit question"].body).toContain(
      `kind: $${"{3|behavioral,situational,technical,coding,code-review,design|}"}`,
    );
    expect(await readFile(join(own, "README.md"), "utf8")).toContain("## The next three steps");

    const again = await runCli(["init", "interviews"], { cwd: folder });
    expect(again.code).toBe(2);
    expect(again.stderr).toMatch(/existing-file: interviews holds questions\/[\s\S]*nothing was written/);
  });

  it("finds the program from the folder itself, whatever links lead to it", async () => {
    const deep = join(folder, "far", "away");
    await mkdir(deep, { recursive: true });
    await symlink(deep, join(folder, "link"));
    expect((await runCli(["init", "link/new/interviews", "--only", "project"], { cwd: folder })).code).toBe(
      0,
    );
    expect(await programOf(join(folder, "link", "new", "interviews"))).toBe(await realpath(projectRoot));
  });

  it("keeps a package.json that is there, and says which scripts to add", async () => {
    const other = join(folder, "other");
    await mkdir(other);
    await writeFile(join(other, "package.json"), "{}");
    const { code, stderr } = await runCli(["init", ".", "--only", "project"], { cwd: other });
    expect(code).toBe(0);
    expect(stderr).toContain("Kept as they were: package.json");
    expect(stderr).toContain('"build": "interview-kit build"');
    expect(await readFile(join(other, "package.json"), "utf8")).toBe("{}");
  });

  it("makes the parts that are asked for, and refuses others", async () => {
    const parts = join(folder, "parts");
    const args = ["init", "parts", "--only", "bank,plans", "--no-questions"];
    expect((await runCli(args, { cwd: folder })).code).toBe(0);
    expect((await readdir(parts)).sort()).toEqual(["questions", "roles"]);
    expect(await readdir(join(parts, "questions", "web-apis"))).toEqual(["competency.md"]);
    expect((await runCli(["init", "parts", "--only", "roles"], { cwd: folder })).code).toBe(2);
  });
});

describe("new", () => {
  it("writes documents in which check finds nothing but words to fill in", async () => {
    const own = await smallWorkspace(join(folder, "new"));
    const fresh = async (...args: string[]) => {
      const { code, stdout } = await runCli(["new", ...args], { cwd: own });
      expect(code).toBe(0);
      return stdout.trim();
    };
    const technical = ["--kind", "technical", "--level", "mid", "--level", "junior"];
    const made = [
      await fresh("question", "--title", "Rows, twice", "--skill", "RELATIONS", ...technical),
      await fresh(
        "question",
        "--title",
        "To read",
        "--skill",
        "Indexes",
        "--competency",
        "people",
        "--kind",
        "code-review",
        "--level",
        "senior",
        "--id",
        "read-this",
      ),
      await fresh(
        "competency",
        "--title",
        "Card schemes",
        "--family",
        "technical",
        "--skill",
        "interchange fees",
      ),
      await fresh(
        "role",
        "--title",
        "Data person",
        "--level",
        "senior",
        "--skill",
        "relations",
        "--skill",
        "Indexes",
      ),
      await fresh("team", "--title", "Payments", "--plan", "standard"),
      await fresh(
        "plan",
        "--title",
        "Two short ones",
        "--stage",
        "Coding=60",
        "--stage",
        "Working together=45",
      ),
    ];
    expect(made).toEqual([
      "questions/storage/rows-twice.md",
      "questions/people/read-this.md",
      "questions/card-schemes/competency.md",
      "roles/data-person.md",
      "questions/teams/payments/team.md",
      "roles/plans/two-short-ones.md",
    ]);
    expect(await readFile(join(own, "questions/storage/rows-twice.md"), "utf8")).toContain(
      "---\nskills: [Tables]\nkind: technical\nlevels: [junior, mid]\nminutes: 10\nstatus: draft\n---\n# Rows, twice\n",
    );
    const ofNew = (await findings(own)).filter(({ path }) => made.includes(path));
    expect(new Set(ofNew.map(({ code }) => code))).toEqual(new Set(["placeholder-text"]));
    expect(ofNew).toHaveLength(9 + 10 + 5 + 3 + 1 + 7);
    const built = await runCli(["build", "data-person", "--plan", "two-short-ones", "--format", "html"], {
      cwd: own,
    });
    expect(built.code).toBe(0);
  });

  it("never overwrites, also not a file that cannot be read", async () => {
    const path = join(small, "questions", "storage", "mine.md");
    await writeFile(path, "mine");
    const { code, stderr } = await run(
      ...["new", "question", "--title", "Mine", "--skill", "Tables", "--kind", "technical", "--level", "mid"],
    );
    expect(code).toBe(2);
    expect(stderr).toContain("existing-file: questions/storage/mine.md is there already");
    expect(await readFile(path, "utf8")).toBe("mine");
    await rm(path);
  });

  it("names everything that was not stated, and the nearest name of what is unknown", async () => {
    const question = ["question", "--title", "Abc", "--kind", "coding", "--level", "mid"];
    const cases: [string[], RegExp][] = [
      [["question"], /missing-option: not stated: --title .*--kind .*--level .*--skill, or --competency/],
      [[...question, "--skill", "Indexse"], /unknown-skill[\s\S]*Did you mean "Indexes"\?/],
      [[...question, "--competency", "storrage"], /unknown-competency[\s\S]*Did you mean "storage"\?/],
      [[...question, "--competency", "storage"], /missing-option: not stated: --skill/],
      [[...question, "--skill", "Tables", "--id", "../up"], /"\.\.\/up" is no id/],
      [[...question, "--skill", "Tables", "--title", "数据数据"], /invalid-id[\s\S]*--id/],
      [[...question, "--skill", "Tables", "--title", "x".repeat(61)], /invalid-title/],
      [[...question, "--skill", "Tables", "--title", "Slow table", "--id", "slow-table"], /taken-id/],
      [
        ["competency", "--title", "Abc", "--family", "design", "--skill", "RELATIONS"],
        /taken-skill: "RELATIONS" belongs to Tables in storage/,
      ],
      [["plan", "--title", "Abc", "--stage", "Coding"], /invalid-stage[\s\S]*Write Coding=60/],
      [["question", "--level", "wizard"], /expected one of junior, mid, senior, staff/],
    ];
    const runs = cases.map(async ([args, message]) => {
      const { code, stderr } = await run("new", ...args);
      expect([args, code]).toEqual([args, 2]);
      expect(stderr).toMatch(message);
    });
    await Promise.all(runs);
  });

  it("does not put one question before a bank that comes from the package", async () => {
    const bare = join(folder, "bare");
    await mkdir(bare);
    const { code, stderr } = await runCli(["new", "plan", "--title", "Abc", "--stage", "Coding=60"], {
      cwd: bare,
    });
    expect(code).toBe(2);
    expect(stderr).toMatch(/shipped-folder[\s\S]*interview-kit init \. --only plans/);
    expect(await readdir(bare)).toEqual([]);
  });
});

describe("show, retire and questions", () => {
  it("show gives the question with its rubric, its loops and what is like it", async () => {
    const { code, stdout } = await run("show", "slow-table");
    expect(code).toBe(0);
    for (const part of ["rates:      Storage (storage)", "1 Poor\nNames a tool", "Background\nTwo places"])
      expect(stdout).toContain(part);
    expect(stdout).toMatch(/Used in\nkeeper, stage depth/);
    expect(stdout).toMatch(/Alike\n.*: \d\d % of the words/);
    const json = JSON.parse((await run("show", "slow-table", "--json")).stdout);
    expect(json.used.loops).toMatchObject([{ role: "keeper", stage: "depth" }]);
    const unknown = await run("show", "slow-tabel");
    expect(unknown.code).toBe(2);
    expect(unknown.stderr).toContain('Did you mean "slow-table"?');
  });

  it("questions says which loops use what, and what no loop uses", async () => {
    const ids = async (...args: string[]) =>
      (JSON.parse((await run("questions", ...args, "--json")).stdout) as { id: string }[]).map(
        ({ id }) => id,
      );
    const [used, unused, alias, all] = await Promise.all([
      ids("--role", "keeper"),
      ids("--unused"),
      ids("--skill", "RELATIONS"),
      ids(),
    ]);
    expect([...used, ...unused].sort()).toEqual(all);
    expect(used.length).toBeGreaterThan(1);
    expect(alias).toEqual(["slow-table"]);
    expect((await run("questions", "--used")).stdout).toContain("\n    in keeper, stage depth");
    const nobody = await run("questions", "--role", "keepr");
    expect(nobody.code).toBe(2);
    expect(nobody.stderr).toContain('Did you mean "keeper"?');
  });

  it("retire takes a question out of the loop, names its pins, and adds two lines to the file", async () => {
    const own = await smallWorkspace(join(folder, "retire"));
    const plan = join(own, "roles", "plans", "standard.md");
    await writeFile(plan, (await readFile(plan, "utf8")).replace("---\n", "---\npins: [slow-table]\n"));
    const path = join(own, "questions", "storage", "slow-table.md");
    const before = await readFile(path, "utf8");
    const retired = await runCli(["retire", "slow-table", "--reason", "on a forum: May"], { cwd: own });
    expect(retired.code).toBe(0);
    expect(retired.stderr).toContain("active → retired");
    expect(retired.stderr).toContain("was in the loop of keeper, stage depth");
    expect(retired.stderr).toContain("roles/plans/standard.md:2 pins it");
    expect(await readFile(path, "utf8")).toBe(
      before.replace("minutes: 10\n", 'minutes: 10\nstatus: retired\nreason: "on a forum: May"\n'),
    );
    const listed = await runCli(["questions", "--status", "retired", "--json"], { cwd: own });
    expect(JSON.parse(listed.stdout)).toMatchObject([{ id: "slow-table", reason: "on a forum: May" }]);
    const shipped = await runCli(["retire", "turns-at-a-fixed-pace", "--reason", "x"], { cwd: folder });
    expect(shipped.code).toBe(2);
    expect(shipped.stderr).toContain("interview-kit init . --only bank");
  });
});
