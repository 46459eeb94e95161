import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { topicCodes } from "../../src/fairness/patterns/index.js";
import { projectRoot, run } from "../run-program.js";
import { bytesBelow } from "../safety/small-workspace.js";

const script = (name: string, ...args: string[]) =>
  spawnSync(process.execPath, [join(import.meta.dirname, name), ...args], { encoding: "utf8" });

describe("the scoreboard", () => {
  it("is named in the README with its parts, and names them itself", () => {
    const readme = readFileSync(join(projectRoot, "README.md"), "utf8");
    expect(readme).toContain("npm run bench");
    const { status, stderr } = script("bench.mjs", "nowhere");
    expect(status).not.toBe(0);
    const parts = readdirSync(join(import.meta.dirname, "parts")).map((name) => name.replace(".mjs", ""));
    for (const part of parts) {
      expect(stderr).toContain(part);
      expect(readme).toContain(`\`${part}\``);
    }
  }, 180_000);
});

const topics = new Set<string>(topicCodes);

describe("the generated workspace", () => {
  it("is the same for the same seed, another for another, and without errors", async () => {
    const folders = await Promise.all([1, 1, 2].map(() => mkdtemp(join(tmpdir(), "interview-kit-"))));
    const [first = "", again = "", other = ""] = folders;
    try {
      for (const [folder, seed] of [
        [first, "1"],
        [again, "1"],
        [other, "2"],
      ] as const)
        expect(script("generate-workspace.mjs", folder, "3", "60", "1", seed).stderr).toBe("");
      const bytes = await bytesBelow(first);
      expect(await bytesBelow(again)).toEqual(bytes);
      expect(await bytesBelow(other)).not.toEqual(bytes);
      const questions = Object.keys(bytes).filter((path) => /\/question-\d+\.md$/.test(path));
      expect(questions).toHaveLength(60);
      const { stdout } = await run(["check", "role-0001", "role-0002", "--json"], first);
      const findings = JSON.parse(stdout) as { severity: string; code: string }[];
      // Words that are mixed by chance ask what nobody may ask now and then ("which race"); that is no fault of the workspace.
      const faults = findings.filter(({ severity, code }) => severity === "error" && !topics.has(code));
      expect(faults).toEqual([]);
    } finally {
      for (const folder of folders) rmSync(folder, { recursive: true });
    }
  }, 180_000);
});
