import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..", "..");
const read = (path: string) => readFileSync(join(root, path), "utf8");
const { dependencies } = JSON.parse(read("package.json")) as { dependencies: Record<string, string> };

describe("SECURITY.md", () => {
  const promises = [...read("SECURITY.md").matchAll(/^\| (.+) \| `(tests\/[\w/.-]+)` "(.+)" \|$/gm)].map(
    ([, promise = "", path = "", name = ""]) => ({ promise, path, name }),
  );

  it.each(promises)("$promise", ({ path, name }) => {
    // A test, or a group of tests, of that name or that begins so; one that is skipped everywhere holds nothing.
    const text = read(path);
    const named = [
      ...text.matchAll(/\b(?:it|test|describe)([\w.]*(?:\([^"`]*?\))?)\(\s*["`]((?:[^"`\\]|\\.)+)["`]/g),
    ].filter(([, , title = ""]) => title.startsWith(name));
    expect(named.map(([, how = "", title]) => [title, how === ".skip" || how === ".todo"])).toContainEqual([
      expect.any(String),
      false,
    ]);
  });

  it("makes a promise for each part of the threat, and every row of its table is one", () => {
    const table = read("SECURITY.md")
      .split("\n")
      .filter((line) => line.startsWith("| ") && !/^\| (?:promise|---)/.test(line));
    expect(promises).toHaveLength(table.length);
    expect(promises.length).toBeGreaterThan(20);
  });
});

describe("the dependencies", () => {
  it("are those that the README explains, one by one", () => {
    const section = /^## Dependencies\n([\s\S]*?)^## /m.exec(read("README.md"))?.[1] ?? "";
    const rows = [...section.matchAll(/^\| (`.+`) \| (.+) \|$/gm)];
    const explained = rows.flatMap(([, names = ""]) =>
      [...names.matchAll(/`([^`]+)`/g)].map(([, name]) => name),
    );
    expect(explained.sort()).toEqual(Object.keys(dependencies).sort());
    for (const [, , reason = ""] of rows) expect(reason.length).toBeGreaterThan(5);
  });

  it("are locked with what comes with them, each by the hash of its bytes", () => {
    const { packages } = JSON.parse(read("package-lock.json")) as {
      packages: Record<string, { integrity?: string }>;
    };
    const locked = Object.entries(packages).filter(([path]) => path !== "");
    expect(locked.length).toBeGreaterThan(100);
    for (const [path, { integrity }] of locked)
      expect([path, integrity]).toEqual([path, expect.stringMatching(/^sha512-/)]);
  });

  it("are of exact versions, and are all used by the program", () => {
    for (const [name, version] of Object.entries(dependencies))
      expect([name, version]).toEqual([name, expect.stringMatching(/^(?:npm:[\w@/-]+@)?\d+\.\d+\.\d+$/)]);
    const paths = (readdirSync(join(root, "src"), { recursive: true }) as string[]).filter((path) =>
      path.endsWith(".ts"),
    );
    const source = paths.map((path) => read(join("src", path))).join("\n");
    const unused = Object.keys(dependencies).filter(
      (name) =>
        ![`"${name}"`, `"${name}/`].some((one) => source.includes(one)) && !name.startsWith("@fontsource/"),
    );
    expect(unused).toEqual([]);
    // What comes with another package today may be gone from it tomorrow.
    const imported = [
      ...source.matchAll(
        /^(?:import|\} from|export .* from)\b[^"\n]*"((?:@[\w-]+\/)?[a-z][\w-]*)(?:\/[^"]*)?";$/gm,
      ),
    ].map(([, name = ""]) => name);
    expect([...new Set(imported)].filter((name) => !(name in dependencies)).sort()).toEqual([]);
  });
});
