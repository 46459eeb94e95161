import { rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { threadsFor } from "../../src/build/role-pool.js";
import { run } from "../run-program.js";
import { bytesBelow, put, role, smallWorkspace } from "../safety/small-workspace.js";

describe("threads", () => {
  it("are started where they are worth it, and never more than there are roles", () => {
    expect(threadsFor(2)).toBe(0);
    expect(threadsFor(15)).toBe(0);
    expect(threadsFor(1000)).toBeLessThanOrEqual(8);
    expect(threadsFor(1000, 1)).toBe(0);
    expect(threadsFor(3, 64)).toBe(3);
  });
});

describe("a build with threads", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await smallWorkspace({
      "roles/miller.md": role("Miller of Software"),
      "roles/cook.md": `---\nteams: [ovens]\n---\n${role("Cook of Software")}`,
      "roles/waiter.md": role("Waiter of Software", "- Mentoring of other waiters 字\n"),
      "roles/broken.md": "---\nlevel: [\n---\n# Broken\n",
      "questions/teams/ovens/team.md": "---\ntitle: Ovens\n---\nOnly warm words.\n",
    });
  });
  afterAll(() => rm(folder, { recursive: true }));

  /** The output with its records, and what was said but for the time. */
  async function built(args: readonly string[]) {
    await rm(join(folder, "out"), { recursive: true, force: true });
    const { code, stdout, stderr } = await run(["build", ...args], folder);
    const said = stderr.replace(/ after [\d.]+ s/, "").split("\n");
    return { code, stdout, said: said.sort(), files: await bytesBelow(join(folder, "out")) };
  }

  it("makes the same bytes and says the same as one without, mistakes included", async () => {
    const alone = await built(["--format", "html", "--threads", "1"]);
    expect(alone.code).toBe(1);
    expect(alone.said.join("\n")).toContain("roles/broken.md:");
    expect(Object.keys(alone.files).some((path) => path.includes("teams/ovens/cook/"))).toBe(true);
    expect(await built(["--format", "html", "--threads", "3"])).toEqual(alone);
  });

  it("keeps what stands, whoever made it", async () => {
    await built(["--format", "html", "--threads", "3"]);
    await put(folder, "roles/miller.md", role("Miller of Software", "- Teamwork with the bakers\n"));
    const { stderr } = await run(["build", "--format", "html", "--threads", "2"], folder);
    expect(stderr).toContain("= baker: as it was");
    expect(stderr).toContain("✓ miller");
  });

  it("prints with one browser what the threads have planned", async () => {
    const alone = await built(["miller", "waiter", "--threads", "1"]);
    expect(Object.keys(alone.files).filter((path) => path.endsWith(".pdf")).length).toBeGreaterThan(8);
    expect(await built(["miller", "waiter", "--threads", "2"])).toEqual(alone);
  });

  it("reports a template that fails in a thread like one that fails in the build's own", async () => {
    await put(folder, "templates/partials/question-facts.hbs", "{{> nowhere}}");
    const alone = await built(["--format", "html", "--threads", "1"]);
    expect(alone.code).toBe(1);
    expect(await built(["--format", "html", "--threads", "2"])).toEqual(alone);
    await rm(join(folder, "templates"), { recursive: true });
  });
});
