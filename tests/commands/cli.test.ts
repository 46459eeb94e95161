import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { projectRoot as root, run, writeFiles } from "../run-program.js";
import { files as smallFiles } from "../safety/small-workspace.js";

/** For the bank of one competency: most of what a command does owes nothing to the size of the bank. */
const role = (extra = "") => `---
title: Baker of Software
${extra}---
# Baker of Software

## Requirements
- You must know kneading
- Experience with proofing
- Shaping and scoring
`;

/** For the shipped bank. */
const pythonRole = `---
title: Python Developer
---
# Python Developer

## Requirements
- Python, asyncio and FastAPI
- PostgreSQL and query optimization
- pytest, unit testing
- Docker and CI/CD
- mentoring, code review
`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "interview-kit-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

let count = 0;
/** A workspace of its own with the shipped bank, plans and templates. */
async function shippedWorkspace(roles: Record<string, string | Uint8Array>): Promise<string> {
  const own = join(folder, `workspace-${++count}`);
  await mkdir(join(own, "roles"), { recursive: true });
  for (const [name, content] of Object.entries(roles)) await writeFile(join(own, "roles", name), content);
  return own;
}

/** The same with a small bank and a plan of one stage. */
async function workspace(roles: Record<string, string | Uint8Array>): Promise<string> {
  const own = await shippedWorkspace(roles);
  const { "roles/baker.md": _, ...bank } = smallFiles;
  await writeFiles(own, bank);
  return own;
}

async function bytesBelow(path: string): Promise<Record<string, string>> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const contents = await Promise.all(
    files.sort().map(async (file) => [file.slice(path.length), (await readFile(file)).toString("base64")]),
  );
  return Object.fromEntries(contents) as Record<string, string>;
}

describe("build", () => {
  it("writes the kit of a role: every document by its name, and kit.json", async () => {
    const own = await shippedWorkspace({ "python.md": pythonRole });
    const { code, stderr } = await run(["build"], { cwd: own });
    expect(stderr).toContain("1 of 1 roles");
    expect(code).toBe(0);
    const kit = JSON.parse(await readFile(join(own, "out", "python", "kit.json"), "utf8"));
    expect(kit).toMatchObject({
      role: expect.anything(),
      level: expect.any(String),
      optimality: expect.anything(),
    });
    expect(kit.coverage).toBeGreaterThan(0);
    expect(kit.coverage).toBeLessThanOrEqual(1);
    expect(Array.isArray(kit.gaps)).toBe(true);
    const expected = ["candidate-brief", "debrief", "index", "packet", "reading"].map(
      (name) => `${name}.html`,
    );
    kit.stages.forEach(
      (
        stage: { id: string; minutes: number; questions: { id: string; minutes: number }[] },
        index: number,
      ) => {
        const number = String(index + 1).padStart(2, "0");
        expected.push(`${number}-${stage.id}-guide.html`, `${number}-${stage.id}-scorecard.html`);
        expect(stage.questions.length).toBeGreaterThan(0);
        expect(stage.questions.every((question) => question.id !== "" && question.minutes > 0)).toBe(true);
      },
    );
    const files = await readdir(join(own, "out", "python"));
    expect(files).toEqual(expect.arrayContaining(expected));
    const printed = expected
      .filter((name) => name !== "index.html" && name !== "reading.html")
      .map((name) => name.replace(".html", ".pdf"));
    expect(files).toEqual(expect.arrayContaining(printed));
    expect(files).not.toContain("reading.pdf");
    expect(await readFile(join(own, "out", "index.html"), "utf8")).toContain("python/index.html");
    expect(await readFile(join(own, "out", "python", "index.html"), "utf8")).toContain('href="reading.html"');
    expect(await readFile(join(own, "out", "python", "reading.html"), "utf8")).toContain(
      "- <mark>Python</mark>, <mark>asyncio</mark> and <mark>FastAPI</mark>",
    );
    const ids = kit.stages.flatMap((stage: { questions: { id: string }[] }) =>
      stage.questions.map((question) => question.id),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("gives equal bytes twice, in another folder and another time zone", async () => {
    const [one, two] = [await workspace({ "baker.md": role() }), await workspace({ "baker.md": role() })];
    const runs = await Promise.all([
      run(["build"], { cwd: one, env: { TZ: "Pacific/Auckland", LANG: "C" } }),
      run(["build"], { cwd: two, env: { TZ: "America/New_York", LANG: "de_DE.UTF-8" } }),
    ]);
    expect(runs.map(({ code }) => code)).toEqual([0, 0]);
    expect(await bytesBelow(join(one, "out"))).toEqual(await bytesBelow(join(two, "out")));
  });

  it("reads a text file from anywhere, and builds only the formats that are asked for", async () => {
    const own = await workspace({});
    await writeFile(join(folder, "My Role (final).txt"), role());
    const { code } = await run(
      ["build", join(folder, "My Role (final).txt"), "--format", "html", "--out", "kits"],
      {
        cwd: own,
        // A browser that does not exist: nothing may try to start it.
        env: { PUPPETEER_EXECUTABLE_PATH: "/nowhere/chrome" },
      },
    );
    expect(code).toBe(0);
    const files = await readdir(join(own, "kits", "my-role-final"));
    expect(files).toContain("packet.html");
    expect(files.filter((name) => name.endsWith(".pdf"))).toEqual([]);
  });

  it("prints a day on the cover only if one is given, and is the same kit on any day", async () => {
    const own = await workspace({ "baker.md": role() });
    const cover = async () => {
      const html = await readFile(join(own, "out", "baker", "packet.html"), "utf8");
      const kit = JSON.parse(await readFile(join(own, "out", "baker", "kit.json"), "utf8"));
      return {
        dated: html.includes("<dt>Date</dt><dd>2026-12-01</dd>"),
        date: kit.date,
        kit: kit.kitVersion,
      };
    };
    await run(["build", "--format", "html"], { cwd: own });
    const plain = await cover();
    await run(["build", "--format", "html", "--date", "2026-12-01"], { cwd: own });
    expect([plain.dated, plain.date]).toEqual([false, null]);
    expect(await cover()).toEqual({ dated: true, date: "2026-12-01", kit: plain.kit });
    const refused = await run(["build", "--date", "tomorrow"], { cwd: own });
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain("expected a day such as 2026-11-30");
  });

  it("builds the other roles when one fails, leaves its former output alone, and exits with 1", async () => {
    const own = await workspace({ "good.md": role(), "bad.md": role() });
    expect((await run(["build", "--format", "html"], { cwd: own })).code).toBe(0);
    const former = await bytesBelow(join(own, "out", "bad"));
    await writeFile(join(own, "roles", "bad.md"), role("level: [wizard\n"));
    await rm(join(own, "out", "good"), { recursive: true });
    const { code, stderr } = await run(["build", "--format", "html"], { cwd: own });
    expect(code).toBe(1);
    expect(stderr).toMatch(/roles\/bad\.md:\d+:\d+ error invalid-front-matter/);
    expect(stderr).toContain("1 of 2 roles");
    expect(await bytesBelow(join(own, "out", "bad"))).toEqual(former);
    expect(await readdir(join(own, "out", "good"))).toContain("kit.json");
    expect((await readdir(join(own, "out"))).filter((name) => name.startsWith("."))).toEqual([".built"]);
  });

  it("names every broken file at once: empty, binary, not UTF-8, executable front matter", async () => {
    const own = await workspace({
      "a-empty.md": "\n\n",
      "b-binary.md": new Uint8Array([80, 75, 3, 4, 0, 0]),
      "c-cut.md": Buffer.from("# Entwickler für \xfcr Python\n".replace("ü", "Ã¼"), "latin1"),
      "d-run.md": "---js\nprocess.exit(99)\n---\n# Python\n- Python\n",
      "e-good.md": role(),
    });
    const { code, stderr } = await run(["build", "--format", "html"], { cwd: own });
    expect(code).toBe(1);
    expect(stderr).toMatch(/a-empty\.md:1:1 error empty-document/);
    expect(stderr).toMatch(/b-binary\.md:1:5 error binary-file/);
    expect(stderr).toMatch(/c-cut\.md:1:19 error not-utf8 byte 18 \(0xFC\)/);
    expect(stderr).toMatch(/d-run\.md:1:4 error unsafe-front-matter/);
    expect(stderr).toContain("1 of 5 roles");
  });

  it("builds the rest of the bank when a question is broken, and says which", async () => {
    const own = await shippedWorkspace({ "python.md": pythonRole });
    await cp(join(root, "questions"), join(own, "questions"), { recursive: true });
    await symlink(join(root, "templates"), join(own, "templates"));
    const broken = join(own, "questions", "async-and-concurrency", "broken.md");
    await writeFile(
      broken,
      "---\nskills: [asyncoi]\nkind: technical\nlevels: [mid]\nminutes: soon\n---\n# Broken\n\nWhat?\n",
    );
    const { code, stderr } = await run(["build", "--format", "html"], { cwd: own });
    expect(code).toBe(1);
    expect(stderr).toMatch(/questions\/async-and-concurrency\/broken\.md:5:10 error invalid-value/);
    expect(stderr).toContain("1 of 1 roles");
  });

  it("exits with 2 and a hint when it cannot run: no role, no folder, no plan, no output, no browser", async () => {
    const own = await workspace({ "baker.md": role() });
    await writeFile(join(own, "file"), "");
    const cases: [string[], string, RegExp][] = [
      [["build", "nobody"], own, /missing-role: no role document found: nobody/],
      [["build"], folder, /missing-folder: there is no roles\/ folder/],
      [["-C", "/nowhere", "build"], own, /missing-folder/],
      [["build", "--plan", "standart"], own, /missing-plan.*standart[\s\S]*--plan standard/],
      [["build", "--out", "file/out"], own, /unwritable-output/],
      [["build", "--browser", "/nowhere/chrome"], own, /no-browser[\s\S]*--browser/],
      [["build", "--format", "docx"], own, /expected html, pdf/],
      [["bild"], own, /unknown command/],
    ];
    for (const [args, cwd, message] of cases) {
      const { code, stderr } = await run(args, { cwd });
      expect([args, code]).toEqual([args, 2]);
      expect(stderr).toMatch(message);
    }
  });

  it("says what is wrong with the documents also when it cannot build, all at once", async () => {
    const own = await workspace({ "baker.md": role("skills: {add: [Nonsense]}\n") });
    await writeFile(join(own, "file"), "");
    const { code, stderr } = await run(["build", "--out", "file/out"], { cwd: own });
    expect(code).toBe(2);
    expect(stderr).toContain("roles/baker.md:3:");
    expect(stderr).toContain("unwritable-output");
  });

  it("builds what there is when one of the named roles is missing", async () => {
    const own = await workspace({ "baker.md": role() });
    const { code, stderr } = await run(["build", "baker", "nobody", "--format", "html"], { cwd: own });
    expect(code).toBe(1);
    expect(stderr).toContain("nobody:1:1 error missing-role");
    expect(stderr).toContain("1 of 1 roles");
  });

  it("replaces kits and nothing else", async () => {
    const own = await workspace({ "notes.md": role() });
    await mkdir(join(own, "mine", "notes"), { recursive: true });
    await writeFile(join(own, "mine", "notes", "diary.txt"), "dear diary");
    const { code, stderr } = await run(["build", "--format", "html", "--out", "mine"], { cwd: own });
    expect(code).toBe(1);
    expect(stderr).toContain("foreign-output");
    expect(await readFile(join(own, "mine", "notes", "diary.txt"), "utf8")).toBe("dear diary");
  });

  it("tells nothing of the machine in a kit, and passes over a kit.json that is not ours", async () => {
    const own = await workspace({});
    const elsewhere = join(folder, "elsewhere");
    await mkdir(join(own, "out", "foreign"), { recursive: true });
    await mkdir(elsewhere, { recursive: true });
    await writeFile(join(own, "out", "foreign", "kit.json"), "{}");
    await writeFile(join(elsewhere, "engineer.txt"), role());
    const { code } = await run(["build", join(elsewhere, "engineer.txt"), "--format", "html"], { cwd: own });
    expect(code).toBe(0);
    for (const name of ["kit.json", "packet.html", "index.html"]) {
      expect(await readFile(join(own, "out", "engineer", name), "utf8")).not.toContain(folder);
    }
    expect(await readFile(join(own, "out", "index.html"), "utf8")).not.toContain("foreign");
    expect(await readFile(join(own, "out", "engineer", "index.html"), "utf8")).not.toContain(".pdf");
  });

  it("prints a summary as JSON", async () => {
    const own = await workspace({ "baker.md": role() });
    const { code, stdout } = await run(["build", "--format", "html", "--json"], { cwd: own });
    expect(code).toBe(0);
    expect(JSON.parse(stdout).roles).toMatchObject([{ role: "roles/baker.md", slug: "baker", built: true }]);
  });

  it("refuses two roles that would share a folder", async () => {
    const own = await workspace({ "baker.md": role(), "Baker.txt": role() });
    const { code, stderr } = await run(["build", "--format", "html"], { cwd: own });
    expect(code).toBe(1);
    expect(stderr).toContain("duplicate-role");
    expect(stderr).toContain("1 of 2 roles");
  });
});

describe("the other commands", () => {
  it("profile prints how a role is read, as JSON", async () => {
    const own = await shippedWorkspace({ "python.md": pythonRole });
    const { code, stdout } = await run(["profile", "python", "--json"], { cwd: own });
    expect(code).toBe(0);
    const profile = JSON.parse(stdout);
    expect(profile).toMatchObject({
      title: "Python Developer",
      level: expect.any(String),
      levelReason: expect.any(String),
    });
    const first = profile.requirements.find((one: { line: number }) => one.line === 7);
    expect(first).toMatchObject({ importance: "must" });
    expect(first.skills[0]).toMatchObject({
      skill: "Python",
      competency: "python-language",
      line: 7,
    });
    expect(Array.isArray(profile.unmapped)).toBe(true);
  });

  it("explain names demand, loop, reasons and gaps", async () => {
    const own = await shippedWorkspace({ "python.md": pythonRole });
    const { code, stdout } = await run(["explain", "python"], { cwd: own });
    expect(code).toBe(0);
    for (const part of ["What the role demands", "The loop", "proven optimal", "asked for by", "Gaps"]) {
      expect(stdout.toLowerCase()).toContain(part.toLowerCase());
    }
    expect(stdout).not.toContain("\u001b[");
  });

  it("explain begins with the document as read: every line with its number, kind and skills", async () => {
    const long = `${pythonRole}- ${"sunshine ".repeat(40)}\n<!-- \u202Ehidden\u001b[31m -->\n`;
    const own = await shippedWorkspace({ "python.md": long });
    const { code, stdout } = await run(["explain", "python"], { cwd: own });
    expect(code).toBe(0);
    expect(stdout.startsWith("The document as read: roles/python.md\n  1  front      ---\n")).toBe(true);
    const [reading = "", corrections = ""] = stdout.split("\n\nCorrect it in front matter\n");
    expect(reading).toMatch(/^ {2}2 {2}title {6}title: Python Developer\n {16}Python \(must\)$/m);
    expect(reading).toMatch(/^ {2}6 {2}heading {4}## Requirements$/m);
    expect(reading).toMatch(
      /^ {2}7 {2}must {7}- Python, asyncio and FastAPI\n {16}Python, asyncio, FastAPI$/m,
    );
    expect(reading).toMatch(/^ 12 {2}no skill {3}- sunshine sunshine .*…$/m);
    expect(reading).toMatch(/^ 13 {2}comment {4}<!-- <U\+202E>hidden<U\+001B>\[31m -->$/m);
    expect(Math.max(...reading.split("\n").map((line) => line.length))).toBe(100);
    const numbers = [...reading.matchAll(/^ {0,2}(\d{1,3})(?: {2}|$)/gm)].map(([, number]) => Number(number));
    expect(numbers).toEqual(
      long
        .trimEnd()
        .split("\n")
        .map((_, at) => at + 1),
    );
    for (const key of ["title:", "level:", "add:", "drop:", "weights:", "ignore:"])
      expect(corrections).toContain(key);
    expect(stdout).not.toContain("\u001b[");
    expect(stdout).not.toContain("\u202e");
  });

  it("explain gives the reading as JSON, and shows it even where the document cannot be planned", async () => {
    const own = await workspace({ "baker.md": role(), "kitchen.md": "# Cook\n\n- You must cook.\n" });
    const { stdout } = await run(["explain", "baker", "--json"], { cwd: own });
    const { reading } = JSON.parse(stdout);
    expect(reading).toHaveLength(9);
    expect(reading[6]).toMatchObject({ line: 7, kind: "requirement", importance: "must" });
    const kitchen = await run(["explain", "kitchen"], { cwd: own });
    expect(kitchen.code).toBe(1);
    expect(kitchen.stderr).toContain("no-demand");
    expect(kitchen.stdout).toMatch(/^ {2}3 {2}no skill {3}- You must cook\.$/m);
  });

  it("check reads a bank that has plans and no role yet", async () => {
    const own = await workspace({});
    const { code, stderr, stdout } = await run(["check"], { cwd: own });
    expect(code).toBe(0);
    expect(stdout + stderr).toContain("1 plans, 0 roles");
  });

  it("questions searches and counts the bank", async () => {
    const found = await run(["questions", "retry", "--kind", "code-review", "--json"]);
    expect(found.code).toBe(0);
    const questions = JSON.parse(found.stdout) as { id: string; kind: string }[];
    expect(questions.map(({ id }) => id)).toContain("retry-around-a-payment-call");
    expect(new Set(questions.map(({ kind }) => kind))).toEqual(new Set(["code-review"]));
    const stats = await run(["questions", "--stats"]);
    expect(stats.stdout).toMatch(/^\d+ questions over \d+ competencies\n(?:\S+ \d+(?:, |\n))+/);
    expect(stats.stdout).toMatch(/async-and-concurrency \d+: junior \d+, mid \d+/);
    const unknown = await run(["questions", "--skill", "Kubernets"]);
    expect(unknown.code).toBe(2);
    expect(unknown.stderr).toContain('Did you mean "Kubernetes"?');
  });

  it("helps, with examples, and gives its version", async () => {
    const help = await run(["--help"]);
    expect(help.code).toBe(0);
    expect(help.stdout).toContain("Examples:");
    for (const command of ["build", "check", "new question", "questions"].map((one) => one.split(" "))) {
      const own = await run([...command, "--help"]);
      expect(own.code).toBe(0);
      expect(own.stdout).toContain("Example:");
      expect(await run(["help", ...command])).toEqual(own);
    }
    expect((await run(["--version"])).stdout.trim()).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it("colours only where colours are wanted", async () => {
    const own = await workspace({ "empty.md": "" });
    const plain = await run(["build", "--format", "html"], { cwd: own });
    expect(plain.stderr).not.toContain("\u001b[");
    const env = { NO_COLOR: "", FORCE_COLOR: "1" };
    const coloured = await run(["build", "--format", "html"], { cwd: own, env });
    expect(coloured.stderr).toContain("\u001b[");
    const explained = await run(["explain", "baker"], {
      cwd: await workspace({ "baker.md": role() }),
      env,
    });
    expect(explained.stdout).toContain("know \u001b[4mkneading\u001b[24m");
  });
});
