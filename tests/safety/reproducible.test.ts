import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

// `npm run reproduce` does the same on Node 20, 22 and 24.
describe.skipIf(process.platform === "win32")("equal inputs", () => {
  it("give equal bytes for every HTML, PDF and JSON file in another folder, time zone, locale and umask", () => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(import.meta.dirname, "reproduce.mjs")],
      { encoding: "utf8" },
    );
    expect([status, stderr]).toEqual([0, ""]);
    const [first, second] = stdout.trim().split("\n");
    expect(first).toMatch(/^Node v\d+\S*, TZ UTC, LANG C, umask 022: \d{2,} files, the same$/);
    expect(second).toMatch(/TZ Pacific\/Auckland, LANG tr_TR\.UTF-8, umask 077: \d{2,} files, the same$/);
  }, 180_000);
});
