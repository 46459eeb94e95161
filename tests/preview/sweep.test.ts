import { mkdir, mkdtemp, rename, rm, symlink, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { movedBetween, sweep } from "../../src/preview/sweep.js";

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "interview-kit-sweep-"));
  await mkdir(join(root, "questions", "storage"), { recursive: true });
  await writeFile(join(root, "questions", "storage", "a.md"), "a");
});
afterEach(() => rm(root, { recursive: true, force: true }));

const look = () => sweep([join(root, "questions"), join(root, "templates")], (path) => path.includes(".git"));
const moved = (former: Awaited<ReturnType<typeof look>>, now: typeof former) =>
  movedBetween(former, now)
    .map((path) => relative(root, path))
    .sort();

it("names files that are new, gone, moved, and written in place", async () => {
  const first = await look();
  await writeFile(join(root, "questions", "storage", "b.md"), "b");
  await mkdir(join(root, "templates"));
  await writeFile(join(root, "templates", "guide.hbs"), "x");
  const second = await look();
  expect(moved(first, second)).toEqual(["questions/storage/b.md", "templates/guide.hbs"]);

  await rm(join(root, "templates"), { recursive: true });
  await rename(join(root, "questions", "storage", "b.md"), join(root, "questions", "b.md"));
  // The same length, and a save within the same moment: the times tell.
  await writeFile(join(root, "questions", "storage", "a.md"), "z");
  await utimes(join(root, "questions", "storage", "a.md"), 1, 1);
  const third = await look();
  expect(moved(second, third)).toEqual([
    "questions/b.md",
    "questions/storage/a.md",
    "questions/storage/b.md",
    "templates/guide.hbs",
  ]);
  expect(moved(third, await look())).toEqual([]);
});

it("passes over what is ignored, and does not follow a folder into a ring", async () => {
  const first = await look();
  await mkdir(join(root, "questions", ".git"));
  await writeFile(join(root, "questions", ".git", "index"), "x");
  await symlink("..", join(root, "questions", "storage", "up"));
  expect(moved(first, await look())).toEqual([]);
});
