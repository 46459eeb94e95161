import { copyFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { fill } from "../record/reader.js";
import { run } from "../run-program.js";
import { bytesBelow, smallWorkspace } from "./small-workspace.js";

const folders: string[] = [];
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

it("what a candidate said is never written into the workspace, nor into a kit that the next build replaces", async () => {
  const workspace = await smallWorkspace();
  const elsewhere = await mkdtemp(join(tmpdir(), "kit-records-"));
  folders.push(workspace, elsewhere);
  expect((await run(["build"], workspace)).code).toBe(0);
  const kit = join(workspace, "out", "baker");
  const before = await bytesBelow(workspace);

  const form = join(elsewhere, "01-craft-scorecard.pdf");
  const filled = await fill(await readFile(join(kit, "01-craft-scorecard.pdf")), {
    "craft.candidate": "Ada Lovelace",
  });
  await writeFile(form, filled);
  const flat = await run(["flatten", form, "--out", elsewhere, "--force"], workspace);
  expect([flat.code, flat.stderr]).toEqual([0, expect.stringContaining("→")]);
  expect(await bytesBelow(workspace)).toEqual(before);

  await copyFile(form, join(kit, "filled.pdf"));
  const refused = await run(["flatten", join(kit, "filled.pdf"), "--force"], workspace);
  expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining("kit-folder")]);
  await rm(join(kit, "filled.pdf"));
  expect(await bytesBelow(workspace)).toEqual(before);
}, 60_000);
