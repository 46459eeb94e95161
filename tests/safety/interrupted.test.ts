import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { planRole } from "../../src/pipeline/plan-role.js";
import { openPlan, openShelf } from "../../src/pipeline/shelf.js";
import { readWorkspace } from "../../src/workspace/workspace.js";
import { run } from "../run-program.js";
import { canSeeProcesses, familyOf, signal, until } from "./processes.js";
import { bytesBelow, role, smallWorkspace } from "./small-workspace.js";

const folders: string[] = [];
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

describe("a run that is interrupted", () => {
  it("hears of it between any two roles that it plans", async () => {
    const folder = await smallWorkspace();
    folders.push(folder);
    const shelf = openShelf(await readWorkspace(folder));
    const { loop } = await openPlan(shelf, undefined);
    if (!loop) throw new Error("no plan");
    const plan = (number: number) =>
      planRole({ path: `roles/${number}.md`, bytes: Buffer.from(role(`Baker ${number}`)) }, shelf, loop);
    // The first one loads the solver, which waits by itself.
    await plan(0);
    for (let number = 1; number <= 5; number++) {
      let heard = false;
      setImmediate(() => {
        heard = true;
      });
      const { plan: found } = await plan(number);
      expect([number, heard, found?.stages.length]).toEqual([number, true, 1]);
    }
  });

  it.runIf(canSeeProcesses)(
    "ends a preview, which leaves no process, no temporary folder, and the workspace as it was",
    async () => {
      const folder = await smallWorkspace();
      const temporary = await mkdtemp(join(tmpdir(), "kit-safety-"));
      folders.push(folder, temporary);
      const before = await bytesBelow(folder);
      let family: number[] = [];
      let own = 0;
      const { code } = await run(["preview", "--port", "0"], {
        cwd: folder,
        env: { TMPDIR: temporary },
        started: (pid) => {
          own = pid;
        },
        said: (text) => {
          if (!text.includes("Ctrl-C ends it") || family.length > 0) return;
          family = familyOf(own).map(({ pid }) => pid);
          signal(own, "SIGINT");
        },
      });
      expect([0, 130]).toContain(code);
      expect(family).toContain(own);
      expect(await until(() => family.every((pid) => familyOf(pid).length === 0))).toBe(true);
      expect((await readdir(temporary)).filter((name) => name.startsWith("interview-kit"))).toEqual([]);
      expect(await bytesBelow(folder)).toEqual(before);
    },
  );
});
