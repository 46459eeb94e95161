import { readdirSync, readFileSync } from "node:fs";
import { join, posix, relative, sep } from "node:path";
import { describe, expect, it } from "vitest";
import { catalogue } from "../src/document/diagnostic.js";

const root = join(import.meta.dirname, "..");
const architecture = readFileSync(join(root, "ARCHITECTURE.md"), "utf8");
const list = /<!-- layers:[^>]*-->([\s\S]*?)<!-- end of layers -->/.exec(architecture)?.[1] ?? "";
const layers = [...list.matchAll(/^- `(\w+)`:/gm)].map((match) => match[1] ?? "");
const sources = readdirSync(join(root, "src"), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
  .map((entry) => join(entry.parentPath, entry.name));

describe("ARCHITECTURE.md", () => {
  it("lists exactly the folders under src/", () => {
    const folders = readdirSync(join(root, "src"), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name);
    expect([...layers].sort()).toEqual(folders.sort());
  });

  it("gives the order that every import keeps", () => {
    const offences: string[] = [];
    for (const source of sources) {
      const path = relative(join(root, "src"), source).split(sep).join("/");
      const own = layers.indexOf(path.split("/")[0] ?? "");
      if (own < 0) continue;
      for (const [, target] of readFileSync(source, "utf8").matchAll(/(?:from|import\()\s*"(\.[^"]+)"/g)) {
        const [folder = "", ...below] = posix.join(posix.dirname(path), target ?? "").split("/");
        if (folder === path.split("/")[0]) continue;
        if (folder === ".." || below.length === 0) offences.push(`${path} reaches ${target}`);
        if (layers.indexOf(folder) >= own) offences.push(`${path} imports ${target}`);
      }
    }
    expect(offences).toEqual([]);
  });

  it("is kept by printing only in commands", () => {
    const offenders = sources
      .filter((source) => !/[\\/](?:commands|cli)[\\/]|[\\/]cli\.ts$/.test(source))
      .filter((source) =>
        /\bconsole\.|process\.(?:stdout|stderr|exitCode|exit\()/.test(readFileSync(source, "utf8")),
      );
    expect(offenders.map((source) => relative(root, source))).toEqual([]);
  });
});

describe("source files", () => {
  it("begin with a header that says what they are for", () => {
    const bare = sources.filter((source) => !/^(?:#!.*\n)?\/\/ /.test(readFileSync(source, "utf8")));
    expect(bare.map((source) => relative(root, source))).toEqual([]);
  });

  it("use every code of the catalogue, and none beside it", () => {
    const text = sources
      .filter((source) => !source.endsWith("diagnostic.ts"))
      .map((source) => readFileSync(source, "utf8"))
      .join("\n");
    const unused = Object.keys(catalogue).filter((code) => !text.includes(`"${code}"`));
    expect(unused).toEqual([]);
  });
});
