import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readPictures } from "../../src/workspace/read-pictures.js";

let folder: string;
let root: string;
const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"/>';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "pictures-"));
  root = join(folder, "workspace");
  await mkdir(join(root, "questions", "a"), { recursive: true });
  await writeFile(join(root, "questions", "a", "good.svg"), svg);
  await writeFile(join(root, "questions", "a", "large.png"), new Uint8Array(2_000_001));
  await writeFile(join(folder, "outside.svg"), svg);
  await symlink(join(folder, "outside.svg"), join(root, "questions", "a", "out.svg"));
  await symlink(join(root, "questions", "a", "good.svg"), join(root, "questions", "a", "within.svg"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function read(path: string, text: string) {
  return readPictures(root, [{ path, bytes: new TextEncoder().encode(text) }]);
}

describe("the pictures of a workspace", () => {
  it("are read from beside the question that shows them", async () => {
    const text = "# T\n\n## Exhibit\n\n![a box](good.svg)\n\n![again](within.svg)\n";
    const { byPath, findings } = await read("questions/a/q.md", text);
    expect(findings).toEqual([]);
    expect([...byPath.keys()]).toEqual(["questions/a/good.svg", "questions/a/within.svg"]);
    expect(byPath.get("questions/a/good.svg")?.src).toBe(
      `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`,
    );
  });

  it("are findings at their lines where they cannot be shown", async () => {
    const text = [
      "# T",
      "![aloud](good.svg)",
      "## Exhibit",
      "![](good.svg)",
      "![gone](gone.png)",
      "![large](large.png)",
      "![out](out.svg)",
      "![up](../../../outside.svg)",
      "![far](https://x.test/a.png)",
      "![folder](.)",
    ].join("\n");
    const { findings } = await read("questions/a/q.md", text);
    expect(findings.map(({ line, severity, code, message }) => [line, severity, code, message])).toEqual([
      [2, "error", "misplaced-picture", "a picture stands where only its words are printed"],
      [4, "error", "missing-alt-text", "the picture has no words for those who cannot see it"],
      [5, "error", "missing-picture", "there is no file questions/a/gone.png"],
      [6, "error", "picture-too-large", "the picture has 2.0 MB, expected at most 2 MB"],
      [7, "error", "missing-picture", "questions/a/out.svg is a link that leads out of the workspace"],
      [8, "error", "missing-picture", "../../../outside.svg leads out of the workspace"],
      [
        9,
        "error",
        "remote-picture",
        "the picture https://x.test/a.png is not in the workspace; nothing is fetched",
      ],
      [10, "error", "missing-picture", "there is no file questions/a"],
    ]);
  });

  it("may stand anywhere in a plan or a team's brief, and nowhere in a competency", async () => {
    expect((await read("roles/plans/p.md", "![a box](../../questions/a/good.svg)")).findings).toEqual([]);
    expect((await read("questions/teams/pay/team.md", "![a box](../../a/good.svg)")).findings).toEqual([]);
    expect((await read("questions/a/competency.md", "![a box](good.svg)")).findings).toMatchObject([
      { code: "misplaced-picture", line: 1 },
    ]);
  });
});
