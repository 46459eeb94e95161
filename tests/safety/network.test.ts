import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { run } from "../run-program.js";
import { bytesBelow, smallWorkspace } from "./small-workspace.js";

const folders: string[] = [];
const workspace = async () => {
  const folder = await smallWorkspace();
  folders.push(folder);
  return folder;
};
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

const works = (command: string, ...args: string[]) => spawnSync(command, args).status === 0;
const canUnshare = works("unshare", "-n", "true");
const canTrace = works("strace", "-f", "-e", "trace=connect", "true");

describe("the network", () => {
  it.runIf(canUnshare)(
    "is not needed: without any, not even to itself, a build gives the same bytes",
    async () => {
      const [one, two] = [await workspace(), await workspace()];
      const without = await run(["build"], { cwd: one, through: ["unshare", "-n"] });
      expect([without.code, without.stderr.includes("1 of 1 roles")]).toEqual([0, true]);
      expect((await run(["build"], two)).code).toBe(0);
      const kit = (folder: string) => bytesBelow(join(folder, "out", "baker"));
      expect(Object.keys(await kit(one)).length).toBeGreaterThan(10);
      expect(JSON.stringify(await kit(one)) === JSON.stringify(await kit(two))).toBe(true);
    },
  );

  it.runIf(canTrace)(
    "is not used: no process of a build, the browser's included, sends a thing anywhere",
    async () => {
      const folder = await workspace();
      const log = join(folder, "calls");
      const calls = "trace=connect,sendto,sendmsg,sendmmsg";
      const { code } = await run(["build"], {
        cwd: folder,
        through: ["strace", "-f", "-qq", "-e", calls, "-o", log],
      });
      expect(code).toBe(0);
      const sent = readFileSync(log, "utf8")
        .split("\n")
        .filter((line) => /AF_INET6?\b/.test(line));
      expect(sent).toEqual([]);
    },
    120_000,
  );

  it("has no client in the program: nothing below src/ could tell anybody anything", async () => {
    const root = join(import.meta.dirname, "..", "..", "src");
    const clients =
      /\bfetch\(|from "(?:node:)?(?:https?|http2|net|dgram|tls|dns)(?:\/promises)?"|XMLHttpRequest|WebSocket\(|sendBeacon/;
    const paths = (await readdir(root, { recursive: true })).filter((path) => path.endsWith(".ts"));
    const with_ = paths.filter((path) => clients.test(readFileSync(join(root, path), "utf8"))).sort();
    // The preview listens, on 127.0.0.1; it never calls.
    expect(with_).toEqual([join("preview", "preview-server.ts")]);
  });
});
