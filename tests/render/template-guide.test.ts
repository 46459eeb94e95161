import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";

const guide = readFileSync("templates/README.md", "utf8");
const files = readdirSync("templates", { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith(".hbs"))
  .map((entry) => relative("templates", join(entry.parentPath, entry.name)));
const named = new Set([...guide.matchAll(/`([\w/.-]+)`/g)].map((match) => match[1]));

describe("templates/README.md", () => {
  it("names every template and every partial", () => {
    const names = files.map((path) =>
      path.startsWith("partials/") ? path.replace(/^partials\/|\.hbs$/g, "") : path,
    );
    expect(names.filter((name) => !named.has(name))).toEqual([]);
  });

  it("gives the parameters that each blank takes", () => {
    for (const path of files.filter((one) => one.startsWith("partials/fill/"))) {
      const text = readFileSync(join("templates", path), "utf8").replace(/\{\{!.*?\}\}/gs, "");
      const used = new Set([...text.matchAll(/\{\{(?:#if )?(\w+)/g)].map((match) => match[1]));
      const name = path.replace(/^partials\/|\.hbs$/g, "");
      const stated = new RegExp(`\\| \`${name}\` \\| \`([^\`]*)\``).exec(guide)?.[1]?.split(" ") ?? [];
      expect([name, ...stated.sort()]).toEqual([name, ...[...used].sort()]);
    }
  });
});
