import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PagePool, PrintFailure } from "../../src/print/page-pool.js";
import { type Printed, withPrinter } from "../../src/print/printer.js";
import { startBrowser } from "../../src/print/start-browser.js";
import { browsersOf, canSeeProcesses, familyOf, signal, until } from "./processes.js";

const page = (paragraphs: number) =>
  `<!doctype html><html lang="en"><head><title>A title</title><style>@page { size: A4 }</style></head><body>${"<p>words that are printed</p>".repeat(paragraphs)}</body></html>`;
/** Takes the browser about a second, so that there is a middle to hit. */
const long = page(1_500);
const short = page(3);

const profiles = () => readdirSync(tmpdir()).filter((name) => name.startsWith("interview-kit-browser-"));
const profileOf = (command: string) => /interview-kit-browser-\w+/.exec(command)?.[0] ?? "none";

let undisturbed: string;
const base64 = ({ pdf }: Printed) => Buffer.from(pdf).toString("base64");

describe.runIf(canSeeProcesses)("a browser that fails", () => {
  // Other tests start browsers at the same time: this one looks into a folder of its own.
  const shared = process.env.TMPDIR;
  const own = mkdtempSync(join(tmpdir(), "kit-faults-"));
  beforeAll(async () => {
    process.env.TMPDIR = own;
    undisturbed = base64(await withPrinter({}, (printer) => printer.print(long)));
  });
  afterAll(() => {
    if (shared === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = shared;
    rmSync(own, { recursive: true, force: true });
  });

  it("is started again when it is killed in the middle, and the page is printed again", async () => {
    const pids = new Set<number>();
    const printed = await withPrinter({}, async (printer) => {
      const [before] = browsersOf(process.pid);
      if (!before) throw new Error("no browser");
      pids.add(before.pid);
      const both = Promise.all([printer.print(long), printer.print(short)]);
      await new Promise((resolve) => setTimeout(resolve, 150));
      signal(before.pid, "SIGKILL");
      const [one] = await both;
      for (const { pid } of browsersOf(process.pid)) pids.add(pid);
      return one;
    });
    expect(pids.size).toBe(2);
    expect(base64(printed)).toBe(undisturbed);
    expect(browsersOf(process.pid)).toEqual([]);
  });

  it("is started again when the process of the page alone is killed", async () => {
    const printed = await withPrinter({}, async (printer) => {
      const [browser] = browsersOf(process.pid);
      const printing = printer.print(long);
      const renderer = () =>
        familyOf(browser?.pid ?? 0).find(({ command }) => command.includes("--type=renderer"));
      await until(() => renderer() !== undefined);
      signal(renderer()?.pid ?? -1, "SIGKILL");
      return printing;
    });
    expect(base64(printed)).toBe(undisturbed);
  });

  it("is started at most twice more; then the document is given up by name, and the next one is printed", async () => {
    const killed: number[] = [];
    const start = () => startBrowser(undefined);
    const pool = new PagePool(start, 1, 20_000);
    try {
      const doomed = pool.use(async (open) => {
        const [browser] = browsersOf(process.pid);
        killed.push(browser?.pid ?? -1);
        signal(browser?.pid ?? -1, "SIGKILL");
        return open.pdf();
      });
      await expect(doomed).rejects.toThrow(new PrintFailure("the browser ended while it was printed"));
      expect((await pool.use((open) => open.pdf())).length).toBeGreaterThan(500);
    } finally {
      await pool.close();
    }
    expect(killed).toHaveLength(3);
    expect(new Set(killed).size).toBe(3);
    expect(browsersOf(process.pid)).toEqual([]);
  });

  it("is ended when it hangs, and leaves no process and no folder", async () => {
    const former = profiles();
    const frozen = new Map<number, string>();
    const started = performance.now();
    const printed = await withPrinter({ timeoutMs: 6_000 }, async (printer) => {
      const printing = printer.print(long);
      await new Promise((resolve) => setTimeout(resolve, 150));
      for (const { pid, command } of browsersOf(process.pid)) {
        frozen.set(pid, profileOf(command));
        for (const one of familyOf(pid)) signal(one.pid, "SIGSTOP");
      }
      return printing;
    });
    expect(base64(printed)).toBe(undisturbed);
    expect(performance.now() - started).toBeLessThan(40_000);
    expect(frozen.size).toBe(1);
    expect([...frozen.keys()].flatMap(familyOf)).toEqual([]);
    for (const name of frozen.values()) expect(existsSync(join(tmpdir(), name))).toBe(false);
    expect(profiles().filter((name) => !former.includes(name))).toEqual([]);
  });

  it("gives a document up that takes too long every time", async () => {
    const began = performance.now();
    await withPrinter({ timeoutMs: 40 }, async (printer) => {
      await expect(printer.print(page(5_000))).rejects.toThrow(
        new PrintFailure("it took longer than 0.04 s"),
      );
    });
    expect(performance.now() - began).toBeLessThan(30_000);
    expect(browsersOf(process.pid)).toEqual([]);
  });
});
