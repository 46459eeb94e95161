import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import puppeteer from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseShard, shareOf } from "../../src/build/shard.js";
import { recordFolder } from "../../src/cache/records.js";
import { unpackChromium } from "../../src/print/packaged-chromium.js";
import { run } from "../run-program.js";
import { bytesBelow, put, role, smallWorkspace } from "../safety/small-workspace.js";

const roles = { "roles/miller.md": role("Miller of Software"), "roles/cook.md": role("Cook of Software") };
const html = ["build", "--format", "html"];

/** What people use; records are the program's own. */
async function output(folder: string): Promise<Record<string, string>> {
  const all = Object.entries(await bytesBelow(join(folder, "out")));
  return Object.fromEntries(all.filter(([path]) => !path.startsWith(`/${recordFolder}/`)));
}

describe("a build of what is built already", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await smallWorkspace(roles);
    expect((await run(html, folder)).code).toBe(0);
  });
  afterAll(() => rm(folder, { recursive: true }));

  it("leaves everything as it stands, and says the same", async () => {
    const before = await output(folder);
    const first = await run([...html, "--json", "--fresh"], folder);
    const again = await run([...html, "--json"], folder);
    expect(again.code).toBe(0);
    const { roles: kept } = JSON.parse(again.stdout);
    const { roles: made } = JSON.parse(first.stdout);
    expect(kept.map(({ kept, ...rest }: { kept?: boolean }) => [kept, rest])).toEqual(
      made.map((one: object) => [true, one]),
    );
    expect((await run(html, folder)).stderr).toContain("nothing changed");
    expect(await output(folder)).toEqual(before);
  });

  it("builds only the kits that a change reaches", async () => {
    await put(folder, "roles/cook.md", role("Cook of Software", "- Teamwork with the bakers\n"));
    const { stderr } = await run(html, folder);
    expect(stderr).toContain("✓ cook");
    expect(stderr).toContain("= baker: as it was");
    expect(stderr).toContain("= miller: as it was");
  });

  it.each([
    ["a question that is asked", "questions/baking/question-0.md", "How would you go", "How did you go"],
    ["a template", "templates/partials/question-facts.hbs", "", "<!-- ours -->"],
    ["a plan", "roles/plans/standard.md", "minutes: 45", "minutes: 50"],
  ])("is the same as one from nothing after a change of %s", async (_, path, from, to) => {
    const text = from === "" ? "" : (await readFile(join(folder, path), "utf8")).replace(from, to);
    await put(folder, path, from === "" ? `${to}` : text);
    const { stderr, code } = await run(html, folder);
    expect(stderr).not.toContain("nothing changed");
    const changed = await output(folder);
    expect((await run([...html, "--fresh"], folder)).code).toBe(code);
    expect(await output(folder)).toEqual(changed);
  });

  it("says which file of the output was altered, and builds its kit again", async () => {
    const before = await output(folder);
    await writeFile(join(folder, "out", "miller", "debrief.html"), "altered");
    const { stderr } = await run(html, folder);
    expect(stderr).toContain("miller/debrief.html:1:1 warning altered-output is not as it was built");
    expect(await output(folder)).toEqual(before);
  });

  it("makes what is missing again, whether output or records", async () => {
    const before = await output(folder);
    await rm(join(folder, "out", "miller", "debrief.html"));
    await rm(join(folder, "out", "index.html"));
    expect((await run(html, folder)).code).toBe(0);
    expect(await output(folder)).toEqual(before);
    await rm(join(folder, "out", recordFolder), { recursive: true });
    expect((await run(html, folder)).stderr).toContain("✓ miller");
    expect(await output(folder)).toEqual(before);
  });

  it("takes a broken record for none", async () => {
    const before = await output(folder);
    for (const name of await readdir(join(folder, "out", recordFolder)))
      await writeFile(join(folder, "out", recordFolder, name), '{"key":');
    const { code, stderr } = await run(html, folder);
    expect([code, stderr.includes("✓ miller")]).toEqual([0, true]);
    expect(await output(folder)).toEqual(before);
  });

  it("finds the same fault again", async () => {
    await put(folder, "roles/broken.md", "---\ntitle: [\n---\n# Broken\n");
    const first = await run(html, folder);
    const again = await run(html, folder);
    expect([first.code, again.code]).toEqual([1, 1]);
    expect(again.stderr).toContain("roles/broken.md:");
    await rm(join(folder, "roles", "broken.md"));
  });
});

describe("a kit in which one question was edited", () => {
  it("renders and prints the documents that show it, and is the same as one from nothing", async () => {
    const folder = await smallWorkspace();
    try {
      expect((await run(["build"], folder)).stderr).toContain("✓ baker: 1 stages");
      const path = "questions/baking/question-0.md";
      const text = await readFile(join(folder, path), "utf8");
      await put(folder, path, text.replace("How would you go", "How did you go"));
      // What somebody has touched is not used again.
      await writeFile(join(folder, "out", "baker", "debrief.pdf"), "altered");
      const edited = await run(["build"], folder);
      expect(edited.stderr).toMatch(/✓ baker: .*; made again: packet, 01-craft-guide, debrief\n/);
      expect((await run(["build", "--fresh", "--out", "whole"], folder)).code).toBe(0);
      expect(await output(folder)).toEqual(await bytesBelow(join(folder, "whole")));
    } finally {
      await rm(folder, { recursive: true });
    }
  }, 240_000);
});

describe("shares of a build", () => {
  it("are read as 2/8, and nothing else", () => {
    expect(parseShard("2/8")).toEqual({ index: 2, count: 8 });
    for (const text of ["0/8", "9/8", "2", "2/", "a/b", "-1/2", "1/0"])
      expect(parseShard(text)).toBe(undefined);
  });

  it("hold every job exactly once", () => {
    const jobs = Array.from({ length: 23 }, (_, index) => index);
    const shares = [1, 2, 3, 4, 5].flatMap((index) => shareOf(jobs, { index, count: 5 }));
    expect(shares.sort((a, b) => a - b)).toEqual(jobs);
  });

  it("are together what one build makes, PDFs printed by a browser elsewhere among them", async () => {
    const folder = await smallWorkspace(roles);
    const { executable } = await unpackChromium();
    const browser = await puppeteer.launch({
      executablePath: executable,
      headless: "shell",
      args: [
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
        "--font-render-hinting=none",
        "--disable-gpu",
      ],
    });
    try {
      expect((await run(["build", "--out", "whole"], folder)).code).toBe(0);
      const elsewhere = ["--browser-endpoint", browser.wsEndpoint()];
      const first = await run(["build", "--shard", "1/2", ...elsewhere], folder);
      const second = await run(["build", "--shard", "2/2"], folder);
      expect([first.stderr, second.stderr].map((text) => /(\d) of \1 roles/.exec(text)?.[1])).toEqual([
        "2",
        "1",
      ]);
      // The last step of whoever collects the shares: nothing is left to print but the page that links them.
      expect((await run(["build", "--format", "html,pdf"], folder)).code).toBe(0);
      const whole = Object.entries(await bytesBelow(join(folder, "whole")));
      expect(await output(folder)).toEqual(
        Object.fromEntries(whole.filter(([path]) => !path.startsWith(`/${recordFolder}/`))),
      );
      expect(browser.connected).toBe(true);
      expect((await browser.pages()).length).toBeLessThanOrEqual(1);
    } finally {
      await browser.close();
      await rm(folder, { recursive: true });
    }
  }, 240_000);

  it("say when nobody answers at an address", async () => {
    const folder = await smallWorkspace();
    const { code, stderr } = await run(["build", "--browser-endpoint", "ws://127.0.0.1:1/none"], folder);
    expect(code).toBe(2);
    expect(stderr).toMatch(/no-browser: no browser answers at ws:\/\/127\.0\.0\.1:1\/none: \S/);
    await rm(folder, { recursive: true });
  });
});
