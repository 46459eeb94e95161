import { spawnSync } from "node:child_process";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { put, role, smallWorkspace } from "../safety/small-workspace.js";

const projectRoot = join(import.meta.dirname, "..", "..");
const cli = join(projectRoot, "dist", "cli.js");
const watch = pathToFileURL(join(import.meta.dirname, "loaded-modules.mjs")).href;

interface Loaded {
  /** Files of the program, below dist/. */
  own: string[];
  packages: Set<string>;
}

/** What a run of the compiled program loads; the run itself must end well. */
function loadedBy(args: readonly string[], cwd: string): Loaded {
  const { status, stderr } = spawnSync(process.execPath, ["--import", watch, cli, ...args], {
    cwd,
    encoding: "utf8",
    maxBuffer: 1e8,
  });
  expect(status, stderr).toBe(0);
  const paths = [...stderr.matchAll(/^loaded file:\/\/(.*)$/gm)].map(([, path]) => path ?? "");
  return {
    own: [...new Set(paths.flatMap((path) => /\/dist\/((?!.*\/node_modules\/).*)$/.exec(path)?.[1] ?? []))]
      .filter((path) => paths.includes(join(projectRoot, "dist", path)))
      .sort(),
    packages: new Set(
      paths.flatMap((path) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []),
    ),
  };
}

const printing = ["puppeteer", "@puppeteer/browsers", "@cantoo/pdf-lib"];
const reading = ["markdown-it", "yaml", "zod", "gray-matter"];
const solver = "highs";

describe("a command loads only what it uses", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await smallWorkspace({ "roles/miller.md": role("Miller of Software") });
  });
  afterAll(() => rm(folder, { recursive: true }));

  it.each([["--help"], ["--version"]])("%s: nothing but the list of commands", (flag) => {
    const { own, packages } = loadedBy([flag], folder);
    expect(own).toEqual(["cli.js", "cli/commander.js", "workspace/program.js"]);
    expect([...packages]).toEqual(["commander"]);
  });

  it("the help of a command: its options, not the command", () => {
    for (const command of ["build", "check", "new"]) {
      const { own, packages } = loadedBy([command, "--help"], folder);
      expect(own, command).toContain(`cli/${command}.js`);
      expect(own.filter((path) => path.startsWith("commands/"))).toEqual([]);
      expect([...packages]).toEqual(["commander"]);
    }
  });

  it("questions: no solver, no browser, no templates", () => {
    const { packages } = loadedBy(["questions", "--kind", "coding"], folder);
    for (const one of [solver, ...printing, "handlebars"]) expect(packages).not.toContain(one);
    // So that it is seen that anything is seen.
    for (const one of reading) expect(packages).toContain(one);
  });

  it("check: the solver for the roles' loops, but nothing that prints", () => {
    const { packages } = loadedBy(["check"], folder);
    for (const one of printing) expect(packages).not.toContain(one);
    expect(packages).toContain(solver);
  });

  it("init: no reader of documents", async () => {
    const { packages } = loadedBy(["init", "fresh", "--only", "plans"], folder);
    for (const one of [solver, ...printing, "markdown-it", "zod"]) expect(packages).not.toContain(one);
  });

  it("build: nothing that prints for HTML, and nothing at all where nothing has changed", async () => {
    const first = loadedBy(["build", "--format", "html"], folder);
    for (const one of printing) expect(first.packages).not.toContain(one);
    // Which loads the library of PDFs in a way that is not seen here.
    expect(first.own).not.toContain("print/pdf-library.js");
    expect(first.packages).toContain(solver);
    const again = loadedBy(["build", "--format", "html"], folder);
    expect([...again.packages].sort()).toEqual(["commander", "picocolors"]);
    await put(folder, "roles/miller.md", role("Miller of Software", "- Teamwork with the bakers\n"));
    expect(loadedBy(["build", "--format", "html"], folder).packages).toContain(solver);
  });
});
