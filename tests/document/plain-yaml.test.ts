import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDocument } from "yaml";
import { readFrontMatter } from "../../src/document/front-matter.js";
import { plainKeyAt, readPlainYaml } from "../../src/document/plain-yaml.js";

const byTheLibrary = (source: string): unknown => {
  const document = parseDocument(source, { stringKeys: true, logLevel: "silent" });
  return document.errors.length > 0 ? "errors" : document.toJS();
};

describe("readPlainYaml", () => {
  it("reads keys with a word, a number or a list of these", () => {
    const source =
      '\nskills: [asyncio, C++, "a: b", CI/CD]\nminutes: 10\nreviewed: 2026-01-31\nkind: code-review';
    expect(readPlainYaml(source)).toEqual({
      skills: ["asyncio", "C++", "a: b", "CI/CD"],
      minutes: 10,
      reviewed: "2026-01-31",
      kind: "code-review",
    });
    expect(byTheLibrary(source)).toEqual(readPlainYaml(source));
  });

  it.each([
    "a: true",
    "a: [x, Null]",
    "a: 0x1f",
    "a: 1.5",
    "a: 'x'",
    "a: x # note",
    "a: x: y",
    "a:\n  - b",
    "a: &b c",
    "a: b\na: c",
    "a: b\r\nc: d",
    "  a: b\nc: d",
    "__proto__: x",
    "a: [b,c]",
    "a: [[b]]",
    'a: "x, y\\n"',
    'a: ["x, y"]',
    "a:",
    "",
  ])("leaves %j to the reader of YAML", (source) => {
    expect(readPlainYaml(source)).toBeUndefined();
  });

  it("gives what the reader of YAML gives, whatever it reads at all", () => {
    const plain = fc.constantFrom("a", "C++", "x-y", "7", "a b", "2026-01-31", '"q r"');
    const odd = fc.constantFrom(
      ...'a|B|Node.js|C++|CI/CD|x-y|e5|1e5|0|7|007|12|-1|+1|1.5|.5|0o7|2026-01-31|2026-1-3|true|Yes|no|null|~|NaN|inf|a b|a  b|a:|:a|#a|a#b|*a|&a|!a|%|@|`|"q"|"q r"|\'q\'|"|[|]|{|}|,|?|-|--- a|_x|x_|é'.split(
        "|",
      ),
    );
    const piece = fc.oneof({ weight: 3, arbitrary: plain }, odd);
    const one = fc.oneof(
      piece,
      fc.array(piece, { maxLength: 3 }).map((items) => `[${items.join(", ")}]`),
      fc.tuple(piece, piece).map((pair) => pair.join(" ")),
    );
    const source = fc
      .array(fc.tuple(fc.constantFrom("skills", "kind", "a", "a1", "constructor", "toString"), one), {
        minLength: 1,
        maxLength: 3,
      })
      .map((lines) => `\n${lines.map(([key, text]) => `${key}: ${text}`).join("\n")}`);
    let read = 0;
    fc.assert(
      fc.property(source, (text) => {
        const data = readPlainYaml(text);
        if (data === undefined) return;
        read++;
        expect(data).toEqual(byTheLibrary(text));
        const { front } = readFrontMatter("q.md", `---${text}\n---\n`);
        // Asked for a value, it has the tree of the reader of YAML.
        front.valueAt(["none"]);
        for (const key of Object.keys(data)) expect(plainKeyAt(text, [key])).toEqual(front.keyAt([key]));
        expect([plainKeyAt(text, ["none"]), plainKeyAt(text, ["kind", 0])]).toEqual([undefined, undefined]);
      }),
      { numRuns: 2000, seed: 7 },
    );
    expect(read).toBeGreaterThan(300);
  });

  it("reads nearly every shipped question, with the places that the reader of YAML knows", () => {
    const folder = join(import.meta.dirname, "../../questions");
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
      (name) => /^[^/\\]+[/\\][^/\\]+\.md$/.test(name) && !/competency\.md$|^teams/.test(name),
    );
    const texts = files.map((name) => readFileSync(join(folder, name), "utf8"));
    const sources = texts.map((text) => /^---\n([\s\S]*?)\n---\n/.exec(text)?.[1] ?? "");
    const plain = sources.filter((source) => readPlainYaml(source) !== undefined);
    for (const source of plain) expect(readPlainYaml(source)).toEqual(byTheLibrary(source));
    expect(plain.length / files.length).toBeGreaterThan(0.8);
    const { front } = readFrontMatter("q.md", "---\nskills: [asyncio, C++]\nminutes: 10\n---\n# Q\n");
    expect(front.valueAt(["skills", 1])).toEqual({ line: 2, column: 19 });
    expect(front.keyAt(["minutes"])).toEqual({ line: 3, column: 1 });
    expect(front.valueAt(["nothing"])).toEqual({ line: 1, column: 1 });
  });
});
