import { readdir, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Parser } from "htmlparser2";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isFolderName } from "../../src/workspace/slug.js";
import { countBankFiles } from "../../src/workspace/workspace.js";
import { run } from "../run-program.js";
import { bytesBelow, role, smallWorkspace } from "./small-workspace.js";

const unsafe = [
  "con",
  "nul.x",
  "LPT1",
  "..%2f..",
  " trail ",
  "__proto__",
  "a\nb",
  "a#b",
  "a?b",
  "-rf",
  "\u202Eko",
];
const safe = [
  "payments",
  "data platform",
  "data_platform",
  "Zahlungen-Süd",
  "v1.2",
  "支払い",
  "constructor",
  "R&D",
  "C++",
  "Ops (night)",
  "_platform",
  "@ops",
  "team!",
  "🍞",
];

describe("the name of a team's folder", () => {
  it("is kept where every system and every address can hold it, and refused elsewhere", () => {
    expect(unsafe.filter(isFolderName)).toEqual([]);
    expect([".git", "a.", "a..b", "100%", "x".repeat(121), ""].filter(isFolderName)).toEqual([]);
    expect(safe.filter((name) => !isFolderName(name))).toEqual([]);
  });
});

describe.skipIf(process.platform === "win32")("links in the bank's folder", () => {
  it("are not followed by whoever counts its files", async () => {
    const own = await smallWorkspace();
    try {
      const count = await countBankFiles(own);
      expect(count).toBeGreaterThan(5);
      for (const [name, target] of [
        ["loop", ".."],
        ["again", ".."],
        ["away", tmpdir()],
      ] as const)
        await symlink(target, join(own, "questions", name));
      expect(await countBankFiles(own)).toBe(count);
    } finally {
      await rm(own, { recursive: true, force: true });
    }
  });
});

describe.skipIf(process.platform === "win32")("a workspace full of odd names", () => {
  let folder: string;
  let built: { code: number | null; stderr: string };
  const roles = [
    "a\nb",
    "a?b",
    "100%",
    "a#b%2f",
    "..%2f..",
    "dot.",
    "space ",
    "🍞",
    "aux.txt",
    "-rf",
    "$(touch x)",
    "a\\b",
  ];
  beforeAll(async () => {
    folder = await smallWorkspace({
      ...Object.fromEntries(roles.map((name, at) => [`roles/${name}.md`, role(`Baker ${at}`)])),
      ...Object.fromEntries(
        [...unsafe, "constructor"].map((name) => [
          `questions/teams/${name}/team.md`,
          "---\ntitle: T\n---\n# T\n",
        ]),
      ),
      "roles/c\nd.md": "# Nothing\n",
      "roles/teamed.md": `---\nteams: [con, "..%2f..", constructor]\n---\n${role("Baker in teams")}`,
    });
    built = await run(["build", "--format", "html"], folder);
  }, 60_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("names each team that no folder can be named after, and builds for the others", async () => {
    expect(built.code).toBe(1);
    expect(built.stderr.match(/^questions\/teams\/.*:1:1 error unsafe-folder-name /gm)).toHaveLength(
      unsafe.length,
    );
    expect(built.stderr).toContain(
      'roles/teamed.md:2:9 error unknown-team no folder of questions/teams/ is the team "con"',
    );
    expect(await readdir(join(folder, "out", "teams")).catch(() => [])).toEqual([]);
  });

  it("lets no name forge a line of what is printed", () => {
    expect(built.stderr).toContain("roles/c<U+000A>d.md: not built");
    for (const line of built.stderr.split("\n"))
      expect([line, /^[bd]\.md/.test(line)]).toEqual([line, false]);
  });

  it("writes plain folders, and every link on a page leads to one of its files", async () => {
    const files = await bytesBelow(join(folder, "out"));
    const names = Object.keys(files).filter((name) => !name.startsWith("/.built"));
    for (const name of names) expect(name).toMatch(/^(?:\/[\p{L}\p{N}][\p{L}\p{N}.-]*)+$/u);
    const links: string[] = [];
    const parser = new Parser({
      onopentag: (_, { href = "#" }) => {
        if (!href.startsWith("#")) links.push(decodeURIComponent(href));
      },
    });
    parser.end(Buffer.from(files["/index.html"] ?? "", "base64").toString());
    expect(links.length).toBeGreaterThan(roles.length / 2);
    expect(links.filter((link) => !names.includes(`/${link}`))).toEqual([]);
  });
});
