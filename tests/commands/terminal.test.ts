// The questions that `new` asks, answered at a real terminal: the compiled program behind a pseudo-terminal of `script` (util-linux).
// Where there is no such `script`, the tests are skipped, and the run says so.
import { spawn, spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { projectRoot, run } from "../run-program.js";
import { smallWorkspace } from "./small-workspace.js";

const hasScript = spawnSync("script", ["--version"], { encoding: "utf8" }).stdout?.includes("util-linux");
if (!hasScript)
  console.warn("terminal.test.ts is skipped: there is no script of util-linux to open a terminal");

const enter = "\r";
const down = "\u001b[B";
const interrupt = "\u0003";

/** Answers one question after another: when the words of a step stand on the screen, its keys are typed. Longest wait for one: 15 s. */
function atTerminal(
  args: string[],
  cwd: string,
  steps: [words: string, ...keys: string[]][],
): Promise<{ code: number | null; screen: string }> {
  const quoted = [process.execPath, join(projectRoot, "dist", "cli.js"), ...args]
    .map((arg) => `'${arg}'`)
    .join(" ");
  const { CI: _, ...env } = process.env;
  return new Promise((resolve, reject) => {
    const child = spawn("script", ["-qec", `stty cols 100 rows 40; ${quoted}`, "/dev/null"], {
      cwd,
      env: { ...env, TERM: "xterm", NO_COLOR: "1" },
    });
    let screen = "";
    let seen = 0;
    const open = [...steps];
    const patience = setTimeout(() => {
      child.kill();
      reject(new Error(`nobody asked "${open[0]?.[0]}":\n${screen}`));
    }, 15_000);
    const typing: string[] = [];
    const next = () => {
      const [step] = open;
      const at = step ? screen.indexOf(step[0], seen) : -1;
      if (!step || at < 0 || typing.length > 0) return;
      open.shift();
      seen = at + step[0].length;
      typing.push(...step.slice(1));
      const type = () => {
        const key = typing.shift();
        if (key === undefined) return next();
        child.stdin.write(key);
        // A key is a key only when the one before has been taken.
        setTimeout(type, 60);
      };
      setTimeout(type, 60);
    };
    child.stdout.on("data", (chunk) => {
      screen += stripVTControlCharacters(String(chunk));
      next();
    });
    child.on("error", reject);
    child.on("close", (code) => {
      clearTimeout(patience);
      resolve({ code, screen });
    });
  });
}

describe.skipIf(!hasScript)("new, at a terminal", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await smallWorkspace(await mkdtemp(join(tmpdir(), "interview-kit-terminal-")));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const read = (path: string) => readFile(join(folder, path), "utf8");

  it("asks what a question needs, says what is wrong with an answer, and writes a draft that check reads", async () => {
    const { code, screen } = await atTerminal(["new", "question"], folder, [
      ["Title, neutral", "No", enter],
      ["3 to 60", " night rest", enter],
      ["Kind", down, down, enter],
      ["Levels", enter],
      ["Competency that it rates", down, enter],
      ["Skills that it asks about", " ", down, " ", enter],
    ]);
    expect(screen).toContain("9 places to fill in");
    expect(code).toBe(0);
    const text = await read("questions/storage/no-night-rest.md");
    expect(text).toMatch(/^---\nskills: \[(?:Tables|Indexes|Backups), (?:Tables|Indexes|Backups)\]\n/);
    expect(text).toContain("kind: technical\nlevels: [mid]\n");
    expect(text).toContain("\nstatus: draft\n");
    expect(text).toContain("\n# No night rest\n");
    const checked = await run(["check"], { cwd: folder });
    expect(checked.stderr).toContain("no-night-rest.md:");
    expect(checked.stderr).not.toContain(" error ");
  });

  it("asks again for skills when more are chosen than a question can ask about", async () => {
    await smallWorkspace(folder, {
      "questions/colours/competency.md": (await read("questions/storage/competency.md"))
        .replace("title: Storage", "title: Colours")
        .replace(/skills: .*/, "skills: [Amber, Indigo, Magenta, Ochre, Turquoise]"),
    });
    const flags = ["--title", "Paints", "--kind", "technical", "--level", "mid", "--competency", "colours"];
    const { code, screen } = await atTerminal(["new", "question", ...flags], folder, [
      ["Skills that it asks about", " ", down, " ", down, " ", down, " ", down, " ", enter],
      ["5 are chosen, and at most 4 may be"],
      ["Skills that it asks about", " ", enter],
    ]);
    expect(screen).toContain("take some out");
    expect(code).toBe(0);
    expect(await read("questions/colours/paints.md")).toMatch(
      /^---\nskills: \[Indigo, Magenta, Ochre, Turquoise\]\n/,
    );
    await rm(join(folder, "questions/colours"), { recursive: true });
  });

  it("asks only for what no flag has said", async () => {
    const { code, screen } = await atTerminal(["new", "role", "--title", "Night Keeper"], folder, [
      ["Level", down, enter],
      ["Skills that it cannot do without", " ", enter],
    ]);
    expect(screen).not.toContain("Title");
    expect(code).toBe(0);
    expect(await read("roles/night-keeper.md")).toMatch(
      /^---\nlevel: senior\n---\n# Night Keeper\n[\s\S]*\n- Mentoring\n/,
    );
  });

  it("writes nothing when somebody gives up", async () => {
    const { code, screen } = await atTerminal(["new", "team"], folder, [
      ["Name of the team", "Ha", interrupt],
    ]);
    expect(screen).toContain("given-up: nothing was written");
    expect(code).toBe(2);
    await expect(read("questions/teams/ha/team.md")).rejects.toThrow("ENOENT");
  });
});
