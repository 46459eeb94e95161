import { rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readBank } from "../../src/bank/read-bank.js";
import { readAhead } from "../../src/check/read-ahead.js";
import { threadsFor, withReadingPool } from "../../src/check/reading-pool.js";
import { readings } from "../../src/check/readings.js";
import { run } from "../run-program.js";
import { files, smallWorkspace } from "../safety/small-workspace.js";

const bakery = Object.entries(files).filter(([path]) => path.startsWith("questions/"));
const [, like = ""] = bakery.find(([path]) => path.endsWith("question-0.md")) ?? [];
/** Many questions of which each has something to mend. */
const many = (count: number): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, at) => [
      `questions/baking/faulty-${at}.md`,
      like
        .replace("How would you go about", `Batch ${at}: how old are you, and how would you go about`)
        .replace("Names nothing of the matter.", at % 2 === 0 ? "A lazy person." : "Good knowledge.")
        .replace("Blames somebody.", "Keeps a whitelist, says she knows."),
    ]),
  );

describe("threads of a check", () => {
  it("are started where they are worth it", () => {
    expect(threadsFor(1999)).toBe(0);
    expect(threadsFor(100_000)).toBeLessThanOrEqual(8);
    expect(threadsFor(100_000, 1)).toBe(0);
    expect(threadsFor(10, 3)).toBe(3);
  });
});

describe("a check with threads", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await smallWorkspace(many(250));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it("finds the same in the same order as one without", async () => {
    const alone = await run(["check", "--json", "--threads", "1"], folder);
    expect(alone.code).toBe(1);
    const codes = new Set(JSON.parse(alone.stdout).map(({ code }: { code: string }) => code));
    for (const code of [
      "age-question",
      "insensitive-wording",
      "person-judged",
      "vague-anchor",
      "near-duplicate",
    ])
      expect(codes).toContain(code);
    expect(await run(["check", "--json", "--threads", "3"], folder)).toEqual(alone);
  }, 180_000);

  it("ends at Ctrl-C, in the middle of its reading, and says nothing more", async () => {
    let child = 0;
    let told = false;
    const ended = await run(["check", "--json", "--threads", "2"], {
      cwd: folder,
      env: { NODE_OPTIONS: `--import=${new URL("tell-threads.mjs", import.meta.url).href}` },
      started: (pid) => {
        child = pid;
      },
      said: () => {
        if (!told) process.kill(child, "SIGINT");
        told = true;
      },
    });
    expect(ended).toMatchObject({ code: 130, stdout: "" });
    expect(ended.stderr).toMatch(/^(?:a thread is there\n)+$/);
  }, 180_000);
});

describe("readAhead", () => {
  const bank = [...bakery, ...Object.entries(many(500))].map(([path, text]) => ({
    path: join(path),
    bytes: new TextEncoder().encode(text),
  }));

  it("finds what the rules find by themselves, and lets others have a turn between slices", async () => {
    let turns = 0;
    let ended = false;
    const count = (): void => {
      turns++;
      if (!ended) setImmediate(count);
    };
    setImmediate(count);
    const ahead = await withReadingPool(0, async (pool) => (await readAhead(bank, pool)).readings);
    ended = true;
    expect(turns).toBeGreaterThanOrEqual(3);
    const { bank: read, documents } = readBank(bank);
    const context = { bank: read, documents, roles: [] };
    expect(readings({ ...context, ahead: { readings: ahead, pairs: [] } })).toEqual(readings(context));
    expect(readings(context).filter(({ topics }) => topics.length > 0)).toHaveLength(500);
  });
});
