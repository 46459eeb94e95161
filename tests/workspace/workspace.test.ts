import { mkdirSync, writeFileSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { foreignOutput, placeFolder, prepareOutput } from "../../src/workspace/place-output.js";
import { slugOf } from "../../src/workspace/slug.js";
import { findRoles, readNamedRoles, readWorkspace } from "../../src/workspace/workspace.js";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "kit-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe("slugOf", () => {
  it.each([
    ["roles/Senior Python Developer (final).md", "senior-python-developer-final"],
    ["../../etc/passwd.txt", "passwd"],
    ["roles/Größe.md", "größe"],
    ["roles/....md", "role"],
    ["roles/日本語.md", "日本語"],
    ["roles/C++ & C#.md", "c-c"],
    ["roles/CON.md", "con-role"],
    ["roles/lpt1. .md", "lpt1-role"],
    ["roles/nul\u0000.md", "nul-role"],
    ["roles/..%2F..%2Fetc.md", "2f-2fetc"],
    ["roles/a\u202Egnp.md", "a-gnp"],
    ["roles/e\u0301.md", "é"],
    ["roles/teams.md", "teams-role"],
    [`roles/${"é".repeat(400)}.md`, "é".repeat(60)],
  ])("%s → %s", (path, slug) => {
    expect(slugOf(path)).toBe(slug);
  });
});

describe("readWorkspace", () => {
  it("takes a folder that comes meanwhile wholly from one side", async () => {
    const reading = readWorkspace(folder);
    mkdirSync(join(folder, "templates"));
    writeFileSync(join(folder, "templates", "guide.hbs"), "x");
    const { shipped, templates } = await reading;
    expect([shipped.includes("templates"), templates.length]).toEqual([true, 1]);
  });

  it("takes from the package what the folder lacks, and says so", async () => {
    await mkdir(join(folder, "questions", "own"), { recursive: true });
    await writeFile(join(folder, "questions", "own", "competency.md"), "x");
    await writeFile(join(folder, "questions", "README.md"), "not a question");
    const workspace = await readWorkspace(folder);
    expect(workspace.questions.map((file) => file.path)).toEqual(["questions/own/competency.md"]);
    expect(workspace.shipped).toEqual(["templates", "roles/plans"]);
    expect(workspace.findings).toEqual([]);
    expect(workspace.plans.map((file) => file.path)).toContain("roles/plans/standard.md");
  });

  it("keeps its own templates as a layer above the shipped ones", async () => {
    await mkdir(join(folder, "templates", "partials"), { recursive: true });
    await writeFile(join(folder, "templates", "partials", "layout.hbs"), "own");
    const [shipped, own, ...more] = (await readWorkspace(folder)).templates;
    expect(shipped?.map(({ path }) => path)).toContain("templates/packet.hbs");
    expect(own?.map(({ path, bytes }) => [path, bytes.toString()])).toEqual([
      ["templates/partials/layout.hbs", "own"],
    ]);
    expect(more).toEqual([]);
  });

  it("names questions that stand where nothing reads them", async () => {
    await mkdir(join(folder, "questions", "a", "deep"), { recursive: true });
    await writeFile(join(folder, "questions", "stray.md"), "x");
    await writeFile(join(folder, "questions", "a", "deep", "question.md"), "x");
    expect((await readWorkspace(folder)).findings).toMatchObject([
      { code: "misplaced-file", path: "questions/a/deep/question.md" },
      { code: "misplaced-file", path: "questions/stray.md" },
    ]);
  });

  it("fails for a folder that does not exist", async () => {
    await expect(readWorkspace(join(folder, "nowhere"))).rejects.toMatchObject({ code: "missing-folder" });
  });
});

describe("roles", () => {
  it("are the documents in roles/, without plans, README and hidden files", async () => {
    await mkdir(join(folder, "roles", "plans"), { recursive: true });
    for (const name of ["b.md", "a.txt", "c.markdown", "README.md", ".hidden.md", "d.pdf", "plans/x.md"]) {
      await writeFile(join(folder, "roles", name), name);
    }
    expect((await findRoles(folder)).roles.map((file) => file.path)).toEqual([
      "roles/a.txt",
      "roles/b.md",
      "roles/c.markdown",
    ]);
  });

  it("are found by path, by folder and by name; what is missing is named all at once", async () => {
    await mkdir(join(folder, "roles"));
    await writeFile(join(folder, "roles", "a.md"), "A");
    expect(
      (await readNamedRoles(folder, ["a", "roles/a.md", "roles"])).roles.map((file) => file.path),
    ).toEqual(["roles/a.md", "roles/a.md", "roles/a.md"]);
    const some = await readNamedRoles(folder, ["x", "a", "y"]);
    expect(some.roles).toHaveLength(1);
    expect(some.findings).toMatchObject([
      { code: "missing-role", path: "x" },
      { code: "missing-role", path: "y" },
    ]);
    await expect(readNamedRoles(folder, ["x", "y"])).rejects.toThrow("no role document found: x, y");
  });
});

describe("placeFolder", () => {
  it("knows a folder that is no kit", async () => {
    const target = join(folder, "notes");
    expect(await foreignOutput(target, folder)).toBeUndefined();
    await mkdir(target);
    expect(await foreignOutput(target, folder)).toBeUndefined();
    await writeFile(join(target, "diary.txt"), "x");
    expect(await foreignOutput(target, folder)).toContain("diary.txt");
    await writeFile(join(target, "kit.json"), "{}");
    expect(await foreignOutput(target, folder)).toBeUndefined();
    expect(await foreignOutput(join(target, "diary.txt"), folder)).toContain("is a file");
  });

  it("replaces a folder by exactly the new files", async () => {
    const target = join(folder, "out", "role");
    await placeFolder(target, [{ name: "old.html", content: "old" }]);
    await placeFolder(target, [{ name: "new.html", content: "new" }]);
    expect(await readdir(target)).toEqual(["new.html"]);
    expect(await readdir(join(folder, "out"))).toEqual(["role"]);
  });

  it("leaves the former folder whole when writing fails", async () => {
    const target = join(folder, "out", "role");
    await placeFolder(target, [{ name: "old.html", content: "old" }]);
    await expect(placeFolder(target, [{ name: "missing/new.html", content: "new" }])).rejects.toThrow();
    expect(await readFile(join(target, "old.html"), "utf8")).toBe("old");
    expect(await readdir(join(folder, "out"))).toEqual(["role"]);
  });

  it("refuses an output folder that cannot be made", async () => {
    await writeFile(join(folder, "file"), "");
    await expect(prepareOutput(join(folder, "file", "out"))).rejects.toMatchObject({
      code: "unwritable-output",
    });
    await symlink("/proc", join(folder, "proc"));
    await expect(prepareOutput(join(folder, "proc"))).rejects.toMatchObject({ code: "unwritable-output" });
  });
});
