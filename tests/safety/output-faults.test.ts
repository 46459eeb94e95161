import { spawn, spawnSync } from "node:child_process";
import { existsSync, readdirSync, rmSync } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, describe, expect, it } from "vitest";
import { recordFolder } from "../../src/cache/records.js";
import { readWhole } from "../../src/workspace/read-whole.js";
import { type Run, run } from "../run-program.js";
import { canSeeProcesses, familyOf, signal, until } from "./processes.js";
import { seeded } from "./seed.js";
import { bytesBelow, put, role, smallWorkspace } from "./small-workspace.js";

const folders: string[] = [];
async function workspace(more: Record<string, string | Uint8Array> = {}): Promise<string> {
  const folder = await smallWorkspace(more);
  folders.push(folder);
  return folder;
}
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

const asRoot = process.getuid?.() === 0;
/** What a build leaves behind besides its output and the records of what it built. */
const hidden = async (folder: string) =>
  // It may not be there yet, or be on its way into its place.
  (await readdir(folder).catch(nothingYet)).filter((name) => name.startsWith(".") && name !== recordFolder);
function nothingYet(error: NodeJS.ErrnoException): string[] {
  if (error.code === "ENOENT") return [];
  throw error;
}
const profiles = (folder: string) =>
  readdirSync(folder).filter((name) => name.startsWith("interview-kit-browser-"));

const titles = ["Baker of Software", "Senior Baker of Bread"];
const made = new Map<string, Promise<{ folder: string; kits: Record<string, string>[]; buildMs: number }>>();

/** A workspace that was built with one title and then with another, and both kits, to tell one whole kit from the other. */
async function twoVersions(args: string[]) {
  const key = args.join(" ");
  const first = made.get(key) ?? buildTwo(args);
  made.set(key, first);
  const { folder, kits, buildMs } = await first;
  const own = await mkdtemp(join(tmpdir(), "kit-safety-"));
  folders.push(own);
  await cp(folder, own, { recursive: true });
  return { folder: own, kits, buildMs };
}

async function buildTwo(args: string[]) {
  const folder = await workspace();
  const kits: Record<string, string>[] = [];
  const began = performance.now();
  for (const title of titles) {
    await put(folder, "roles/baker.md", role(title));
    expect((await run(["build", ...args], folder)).code).toBe(0);
    kits.push(await bytesBelow(join(folder, "out", "baker")));
  }
  expect(kits[0]).not.toEqual(kits[1]);
  return { folder, kits, buildMs: (performance.now() - began) / 2 };
}

describe.runIf(canSeeProcesses)("a build that is killed", () => {
  const { next, seed } = seeded("KIT_KILL_SEED");

  /** Kills builds, alternating between two versions of one role; after each, the kit in out/ is one of the two, whole. */
  async function killBuilds(
    args: string[],
    times: number,
    moment: (out: string) => Promise<void>,
  ): Promise<void> {
    const { folder, kits } = await twoVersions(args);
    const out = join(folder, "out");
    for (let time = 0; time < times; time++) {
      await put(folder, "roles/baker.md", role(titles[time % 2] ?? ""));
      let family: number[] = [];
      const building = run(["build", ...args], {
        cwd: folder,
        started: async (pid) => {
          await moment(out);
          family = familyOf(pid).map((one) => one.pid);
          signal(pid, "SIGKILL");
        },
      });
      await building;
      const after = await bytesBelow(join(out, "baker"));
      const aside = (await hidden(out)).some((name) => name.endsWith("-former"));
      const whole = kits.some((kit) => JSON.stringify(kit) === JSON.stringify(after));
      expect([`seed ${seed}, kill ${time}`, whole || (aside && Object.keys(after).length === 0)]).toEqual([
        `seed ${seed}, kill ${time}`,
        true,
      ]);
      // Over its pipe the browser learns that we are gone.
      expect(await until(() => family.every((pid) => familyOf(pid).length === 0))).toBe(true);
    }
    await put(folder, "roles/baker.md", role(titles[0] ?? ""));
    expect((await run(["build", ...args], folder)).code).toBe(0);
    expect(await bytesBelow(join(out, "baker"))).toEqual(kits[0]);
    expect(await hidden(out)).toEqual([]);
  }

  it.each([
    { does: "while it prints as well", args: [], times: 15 },
    { does: "without printing", args: ["--format", "html"], times: 15 },
  ])(
    "anywhere, $does, $times times: the former output stays whole, and the next build is right",
    async ({ args, times }) => {
      const { buildMs } = await twoVersions(args);
      await killBuilds(args, times, () => sleep(next() * buildMs));
    },
    300_000,
  );

  it("while it puts the kit in its place, 20 times", async () => {
    await killBuilds(["--format", "html"], 20, async (out) => {
      await until(async () => (await hidden(out)).some((name) => name.startsWith(".baker-new")));
      await sleep(next() * 8);
    });
  }, 300_000);

  it("between moving the former kit aside and the new one in: the next build puts it back before anything else", async () => {
    const { folder, kits } = await twoVersions(["--format", "html"]);
    const out = join(folder, "out");
    await rename(join(out, "baker"), join(out, ".baker-new-123-1-former"));
    await mkdir(join(out, ".baker-new-123-1"));
    // A build that was killed while it cleared the lock of another one.
    await writeFile(join(out, ".lock-123-2"), "{}");
    await put(
      folder,
      "roles/baker.md",
      role("Broken", "\n---\n").replace("# Broken", "---\nlevel: [\n---\n"),
    );
    expect((await run(["build", "--format", "html"], folder)).code).toBe(1);
    expect(await bytesBelow(join(out, "baker"))).toEqual(kits[1]);
    expect(await hidden(out)).toEqual([]);
  });
});

describe.runIf(canSeeProcesses)("a build that is stopped", () => {
  it.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)(
    "by %s ends with %i and leaves no process, no lock and no temporary folder",
    async (name, code) => {
      const folder = await workspace({
        "roles/second.md": role("Second Baker"),
        "roles/third.md": role("Third Baker"),
      });
      // A folder of its own for what is temporary: other builds of this machine have theirs.
      const temporary = await mkdtemp(join(tmpdir(), "kit-safety-"));
      folders.push(temporary);
      let family: number[] = [];
      const ended = await run(["build"], {
        cwd: folder,
        env: { TMPDIR: temporary },
        started: async (pid) => {
          await until(() => familyOf(pid).some(({ command }) => command.includes("--type=renderer")));
          await sleep(100);
          family = familyOf(pid).map((one) => one.pid);
          signal(pid, name);
        },
      });
      expect(ended.code).toBe(code);
      expect(family.length).toBeGreaterThan(1);
      expect(await until(() => family.every((pid) => familyOf(pid).length === 0))).toBe(true);
      expect(await hidden(join(folder, "out"))).toEqual([]);
      expect(profiles(temporary)).toEqual([]);
    },
  );

  it("while it writes leaves the former kit in its place and nothing half written", async () => {
    const { folder, kits } = await twoVersions(["--format", "html"]);
    const out = join(folder, "out");
    await run(["build", "--format", "html"], {
      cwd: folder,
      started: async (pid) => {
        await until(async () => (await hidden(out)).some((name) => name.startsWith(".baker-new")));
        signal(pid, "SIGINT");
      },
    });
    expect(kits).toContainEqual(await bytesBelow(join(out, "baker")));
    expect(await hidden(out)).toEqual([]);
  });
});

describe("two builds at once", () => {
  it("take turns: the second says for whom it waits, and both are right", async () => {
    const folder = await workspace();
    const both = await Promise.all([
      run(["build", "--format", "html"], folder),
      run(["build", "--format", "html"], folder),
    ]);
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    expect(await hidden(join(folder, "out"))).toEqual([]);
    await put(folder, "roles/baker.md", role("Another Baker"));
    // Who holds the folder is asked of a build that surely meets it.
    await put(folder, "out/.lock", JSON.stringify({ pid: process.pid, host: hostname(), claim: 1 }));
    const { code, stderr } = await run(["build", "--format", "html"], {
      cwd: folder,
      said: (text) => {
        if (text.includes("waiting for it")) rmSync(join(folder, "out", ".lock"), { force: true });
      },
    });
    expect(code).toBe(0);
    expect(stderr).toContain(
      `process ${process.pid} is building into ${join(folder, "out")}; waiting for it`,
    );
  });

  it("are not held up by the lock of a build that was killed", async () => {
    const folder = await workspace();
    const gone = spawnSync(process.execPath, ["-e", ""]).pid;
    await put(folder, "out/.lock", JSON.stringify({ pid: gone, host: hostname(), claim: 1 }));
    const { code, stderr } = await run(["build", "--format", "html"], folder);
    expect([code, stderr.includes("waiting")]).toEqual([0, false]);
  });
});

describe("an output that cannot be written", () => {
  const tiny = asRoot && process.platform === "linux" && spawnSync("mount", ["--version"]).status === 0;

  it.runIf(tiny)("full disk: exits with 2, says so, and leaves the former kit whole", async () => {
    const { folder, kits } = await twoVersions(["--format", "html"]);
    const disk = join(folder, "disk");
    await mkdir(disk);
    const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=3m", "tmpfs", disk]);
    if (mounted.status !== 0) {
      console.warn(`skipped: no tmpfs may be mounted here: ${mounted.stderr}`);
      return;
    }
    try {
      const build = () => run(["build", "--format", "html", "--out", "disk"], folder);
      expect((await build()).code).toBe(0);
      expect(await bytesBelow(join(disk, "baker"))).toEqual(kits[1]);
      // What is left does not hold another kit.
      const size = Buffer.byteLength(Object.values(kits[1] ?? {}).join("")) * 0.75;
      await writeFile(
        join(disk, "ballast"),
        Buffer.alloc(Math.max(1, Math.floor(3 * 1024 * 1024 - 1.5 * size))),
      );
      await put(folder, "roles/baker.md", role("Another Baker"));
      const { code, stderr } = await build();
      expect(code).toBe(2);
      expect(stderr).toMatch(/unwritable-output: .*baker cannot be written: ENOSPC/);
      expect(stderr).toContain("What stood there is unchanged.");
      expect(await bytesBelow(join(disk, "baker"))).toEqual(kits[1]);
      expect(await hidden(disk)).toEqual([]);
    } finally {
      spawnSync("umount", [disk]);
    }
  });

  it.runIf(process.platform !== "win32")("read-only: exits with 2 before anything is built", async () => {
    const { folder, kits } = await twoVersions(["--format", "html"]);
    const out = join(folder, "out");
    const through = asRoot ? ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] : [];
    if (asRoot && spawnSync("setpriv", ["--version"]).status !== 0) {
      console.warn("skipped: root may write everywhere, and there is no setpriv to be somebody else");
      return;
    }
    await put(folder, "roles/baker.md", role("Another Baker"));
    spawnSync("chmod", ["-R", "a+rX", folder]);
    spawnSync("chmod", ["555", out]);
    const { code, stderr }: Run = await run(["build", "--format", "html", "--fresh"], {
      cwd: folder,
      through,
    });
    spawnSync("chmod", ["755", out]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/unwritable-output: .*out cannot be written: EACCES/);
    expect(await bytesBelow(join(out, "baker"))).toEqual(kits[1]);
  });
});

describe("links that lead out of the workspace", () => {
  it("are not written through: out/ itself, a team's folder, a kit, the page of all roles", async () => {
    const elsewhere = await workspace();
    await put(elsewhere, "precious/kit.json", "{}");
    await put(elsewhere, "page.html", "mine");
    const before = await bytesBelow(elsewhere);

    const whole = await workspace();
    await symlink(elsewhere, join(whole, "out"));
    const { code, stderr } = await run(["build", "--format", "html"], whole);
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(/foreign-link: .*out is a link that leads out of the workspace/),
    ]);

    const parts = await workspace({
      "roles/teamed.md": `---\nteams: [shop]\n---\n${role()}`,
      "questions/teams/shop/team.md": "---\ntitle: The Shop\n---\n# Shop\n",
    });
    await mkdir(join(parts, "out", "teams"), { recursive: true });
    await symlink(join(elsewhere, "precious"), join(parts, "out", "baker"));
    await symlink(elsewhere, join(parts, "out", "teams", "shop"));
    await symlink(join(elsewhere, "page.html"), join(parts, "out", "index.html"));
    const second = await run(["build", "--format", "html"], parts);
    expect(second.stderr).toMatch(/roles\/teamed\.md:1:1 error foreign-output a link in .*out leads to /);
    expect(await bytesBelow(elsewhere)).toEqual(before);
    expect((await readFile(join(parts, "out", "index.html"), "utf8")).startsWith("<!doctype html>")).toBe(
      true,
    );
  });

  it("are not read: a role, a question, a template, a whole folder; each is named", async () => {
    const elsewhere = await workspace({
      "secret.md": `# Secret\n\n- You must know kneading ${"a secret word"}\n`,
    });
    const folder = await workspace();
    await symlink(join(elsewhere, "secret.md"), join(folder, "roles", "secret.md"));
    await symlink(join(elsewhere, "secret.md"), join(folder, "questions", "baking", "secret.md"));
    await symlink(join(elsewhere, "roles"), join(folder, "templates"));
    await symlink("baker.md", join(folder, "roles", "within.md"));
    const { code, stderr } = await run(["build", "--format", "html"], folder);
    expect(code).toBe(1);
    expect([...stderr.matchAll(/^(\S+):1:1 error foreign-link/gm)].map(([, path]) => path).sort()).toEqual([
      "questions/baking/secret.md",
      "roles/secret.md",
      "templates",
    ]);
    const printed = Object.values(await bytesBelow(join(folder, "out"))).map((one) =>
      Buffer.from(one, "base64").toString(),
    );
    expect(printed.some((text) => text.includes("a secret word"))).toBe(false);
    expect(existsSync(join(folder, "out", "within", "kit.json"))).toBe(true);

    const named = await run(["build", "roles/secret.md", "--format", "html"], folder);
    expect([named.code, named.stderr]).toEqual([
      1,
      expect.stringContaining("roles/secret.md:1:1 error foreign-link"),
    ]);
  });

  it.runIf(process.platform !== "win32")(
    "nor are pipes and devices, which would be read for ever",
    async () => {
      const folder = await workspace();
      spawnSync("mkfifo", [join(folder, "pipe.md")]);
      for (const path of ["pipe.md", "/dev/zero"]) {
        const { code, stderr } = await run(["build", path, "--format", "html"], folder);
        expect([code, stderr]).toEqual([
          1,
          expect.stringContaining("unreadable-file cannot be read: it is no regular file"),
        ]);
      }
    },
  );
});

describe("a file that changes while it is read", () => {
  // A writer that gets no processor for a moment does rest.
  it("is read again until it rests", { retry: 5 }, async () => {
    const folder = await workspace();
    const path = join(folder, "roles", "baker.md");
    const end = "the very last line\n";
    const writing = (async () => {
      for (let step = 0; step < 12; step++) {
        await writeFile(path, step === 11 ? `whole\n${end}` : `part ${step}\n`.repeat(step + 1));
        await sleep(8);
      }
    })();
    await sleep(20);
    const bytes = await readWhole(path);
    await writing;
    expect(Buffer.from(bytes).toString()).toBe(`whole\n${end}`);
  });

  it("is named when it never rests", { retry: 5 }, async () => {
    const folder = await workspace();
    const path = join(folder, "roles", "baker.md");
    // Another process, so that whoever reads is not the one who keeps the writer from writing.
    const script = `const fs = require("node:fs"); for (let step = 0; ; step++) fs.writeFileSync(${JSON.stringify(path)}, "line\\n".repeat(5000 + (step % 7)))`;
    const writer = spawn(process.execPath, ["-e", script], { stdio: "ignore" });
    try {
      const begun = (await readFile(path)).length;
      await until(async () => (await readFile(path)).length !== begun);
      await expect(readWhole(path)).rejects.toThrow("changes while it is read");
    } finally {
      writer.kill("SIGKILL");
    }
  });
});
