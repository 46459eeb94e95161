import { describe, expect, it } from "vitest";
import { readDocument } from "../../src/document/document.js";
import { withinTime } from "../../src/document/time-limit.js";
import { profileRole } from "../../src/pipeline/plan-role.js";
import { openShelf } from "../../src/pipeline/shelf.js";
import { readRoleDocument } from "../../src/role/read-role-document.js";
import { readWorkspace } from "../../src/workspace/workspace.js";

const root = new URL("../..", import.meta.url).pathname;
const shelf = openShelf(await readWorkspace(root));
const read = (text: string | Uint8Array) =>
  readDocument("roles/x.md", typeof text === "string" ? Buffer.from(text) : text);
const codes = (text: string | Uint8Array) => read(text).findings.map(({ code }) => code);
const asRole = (text: string) => readRoleDocument("roles/x.md", Buffer.from(text));
const profile = (text: string) => profileRole({ path: "roles/x.md", bytes: Buffer.from(text) }, shelf);

/** What takes longer than this is a hang. */
const hangMs = 2000;
function timed<T>(work: () => T): T {
  const began = performance.now();
  const result = work();
  expect(performance.now() - began).toBeLessThan(hangMs);
  return result;
}

describe("front matter that is a program", () => {
  const run = "globalThis.__ran = true; process.exit(99)";
  const languages = [
    "js",
    "javascript",
    "JS",
    "JavaScript",
    "coffee",
    "coffeescript",
    "cson",
    "toml",
    "json",
    "ejs",
    "cjs",
    "node",
  ];
  it.each(languages.flatMap((one) => [one, ` ${one}`, `\t${one} `, `${one};`]))(
    "is never run: ---%s",
    (language) => {
      for (const end of ["\n", "\r\n"]) {
        const text = [`---${language}`, run, "---", "# Developer", "", "- Python", ""].join(end);
        expect(codes(text)).toEqual(["unsafe-front-matter"]);
        expect(asRole(text).findings.map(({ code }) => code)).toEqual(["unsafe-front-matter"]);
        expect(read(text).document?.data).toEqual({});
      }
      expect("__ran" in globalThis).toBe(false);
    },
  );

  it("is never run behind a byte order mark, nor through a tag of YAML", () => {
    expect(codes(`\uFEFF---js\n${run}\n---\n# A\n`)).toEqual(["unsafe-front-matter"]);
    for (const tag of [
      "!!js/function",
      "!!js/undefined",
      "!!js/regexp",
      "!<tag:yaml.org,2002:js/function>",
      "!!python/object/apply:os.system",
    ]) {
      const { document } = read(
        `---\ntitle: ${tag} "function () { ${run.replaceAll('"', "")} }"\n---\n# A\n`,
      );
      expect(typeof (document?.data.title ?? "")).toBe("string");
    }
    expect("__ran" in globalThis).toBe(false);
  });
});

describe("YAML that grows or nests", () => {
  it("an alias bomb is refused", () => {
    const lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"];
    for (let level = 1; level < 12; level++)
      lines.push(`a${level}: &a${level} [${`*a${level - 1}, `.repeat(10)}]`);
    expect(timed(() => codes(`---\n${lines.join("\n")}\n---\n# A\n`))).toEqual(["invalid-front-matter"]);
  });

  it("a value that holds itself is refused or cut", () => {
    const found = timed(() => read("---\na: &a [*a]\n---\n# A\n"));
    expect(() => JSON.stringify(found.document?.data)).not.toThrow();
  });

  it("anchors and aliases that grow nothing are read", () => {
    expect(read("---\na: &a [x, y]\nb: *a\n---\n# A\n").document?.data).toEqual({
      a: ["x", "y"],
      b: ["x", "y"],
    });
  });

  it.each([
    ["lists in brackets", `a: ${"[".repeat(30_000)}${"]".repeat(30_000)}`],
    ["groups in braces", `a: ${"{a: ".repeat(10_000)}1${"}".repeat(10_000)}`],
    ["brackets that never close", `a: ${"[".repeat(50_000)}`],
    ["lists in one line", `a:\n  ${"- ".repeat(20_000)}x`],
    ["groups in lines", Array.from({ length: 200 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n")],
    ["keys of keys", `${"? ".repeat(20_000)}x`],
  ])("deep nesting is refused: %s", (_, yaml) => {
    const found = timed(() => codes(`---\n${yaml}\n---\n# A\n`));
    expect(found.length).toBeGreaterThan(0);
    expect(found.every((code) => code === "deep-nesting" || code === "invalid-front-matter")).toBe(true);
  });

  it.each([
    ["brackets that never close", `a: ${"[".repeat(9500)}`],
    ["lists in one line", `a:\n  ${"- ".repeat(4500)}x: y: z`],
    ["keys of keys", `a: b: c\n${"? ".repeat(4500)}x`],
    ["thousands of keys, each of them broken", "a: b: c\n".repeat(1200)],
    ["thousands of items, each of them broken", `a:\n${"- b: c: d\n".repeat(900)}`],
    ["quotes that never close", `a: ${`"'`.repeat(4500)}`],
    ["one long key", `${"a b".repeat(3000)}: c: d`],
    ["indents of tabs", `a:\n${"\t".repeat(9500)}b: c: d`],
    [
      "an alias bomb beside a colon too many",
      `t: b: c\n${Array.from({ length: 12 }, (_, level) => `a${level}: &a${level} [${level === 0 ? "x" : `*a${level - 1}, `.repeat(10)}]`).join("\n")}`,
    ],
  ])("what is mended in a role takes no longer: %s", (_, yaml) => {
    const found = timed(() => asRole(`---\n${yaml}\n---\n# A\n`));
    expect(found.findings.length).toBeGreaterThan(0);
    expect(() => JSON.stringify(found.document?.data)).not.toThrow();
    expect(found.document?.body).toBe("# A\n");
  });

  it("front matter as long as a book is refused, and errors are named by the dozen", () => {
    expect(timed(() => codes(`---\n${"key: value\n".repeat(20_000)}---\n# A\n`))).toEqual([
      "document-too-large",
    ]);
    expect(timed(() => codes(`---\n${"a: b: c\n".repeat(5000)}---\n# A\n`)).length).toBeLessThan(25);
  });
});

describe("keys that are names of JavaScript", () => {
  const keys = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "__defineGetter__"];
  it.each(keys)("%s reaches nothing, in YAML of any shape", (key) => {
    for (const yaml of [
      `${key}: {polluted: yes}`,
      `skills: {${key}: {add: [Python]}}`,
      `${key}:\n  ${key}:\n    polluted: 1`,
      `? ${key}\n: {polluted: 1}`,
      `a: &a {polluted: 1}\n${key}: *a`,
      `<<: {${key}: {polluted: 1}}`,
    ]) {
      const { profile: found } = profile(`---\n${yaml}\n---\n# Python Developer\n\n- Python\n`);
      expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
      expect(Object.getPrototypeOf({})).toBe(Object.prototype);
      if (found) expect(found.title).toBe("Python Developer");
    }
  });
});

describe("documents of a size that nobody writes", () => {
  it("10 MB in one line are refused without being read", () => {
    expect(timed(() => codes(Buffer.alloc(10_000_000, "a")))).toEqual(["document-too-large"]);
  });

  it("100,000 headings are read", () => {
    const { document } = read(`# Python Developer\n\n${"## A\n".repeat(100_000)}`);
    expect(document?.sections).toHaveLength(100_002);
  });

  it.each([
    ["quotes", `${"> ".repeat(5000)}x`],
    ["lists", Array.from({ length: 400 }, (_, depth) => `${"  ".repeat(depth)}- x`).join("\n")],
    ["lists in one line", `${"- ".repeat(5000)}x`],
  ])("%s in each other are refused at 45 levels, for their text would be lost", (_, text) => {
    expect(timed(() => codes(`# A\n\n${text}\n`))).toEqual(["deep-nesting"]);
  });

  it.each([
    ["brackets", "[".repeat(20_000)],
    ["links", "[a](".repeat(10_000)],
    ["emphasis", "*a _b ".repeat(10_000)],
    ["code marks", Array.from({ length: 300 }, (_, many) => "`".repeat(many)).join(" ")],
    ["HTML elements", "<div>".repeat(20_000)],
    ["open comments", "<!-- ".repeat(20_000)],
    ["entities", "&amp".repeat(20_000)],
    ["table cells", `|${"a|".repeat(5000)}\n|${"-|".repeat(5000)}\n`],
    ["link definitions", Array.from({ length: 5000 }, (_, name) => `[${name}]: x`).join("\n")],
  ])("%s without end are read in time", (_, text) => {
    const { document } = timed(() => read(`# A\n\n${text}\n`));
    expect(document?.sections[0]).toBeDefined();
  });
});

describe("characters that hide", () => {
  it("those that act are shown as �, those that cannot be seen are taken out, and both are reported at their place", () => {
    const { document, findings } = read(
      "---\ntitle: Dev\u202Eeloper\n---\n# Py\u200Bthon \u001B[31mDeveloper\n\nCo\u2060de \u2067open\n",
    );
    expect(document?.data.title).toBe("Dev\uFFFDeloper");
    expect(document?.sections[1]?.title).toBe("Python \uFFFD[31mDeveloper");
    expect(document?.body).toContain("Code \uFFFDopen");
    expect(
      findings.map(({ code, line, column, message }) => [code, line, column, message.split(":")[0]]),
    ).toEqual([
      ["hidden-character", 2, 11, "U+202E"],
      ["hidden-character", 4, 5, "U+200B, U+001B"],
      ["hidden-character", 6, 3, "U+2060, U+2067"],
    ]);
  });

  it("what scripts need stays: joiners, direction marks, closed isolates, flags", () => {
    const text =
      "# می\u200Cخواهم שלום\u200F \u2068abc\u2069 👩\u200D💻 🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F} x\n";
    expect(read(text)).toMatchObject({ findings: [], document: { body: text } });
  });

  it("a skill is recognised behind them, and its requirement keeps its line", () => {
    const { profile: found } = profile("# Developer\n\n- Py\u200Bthon and Djan\u2060go\n");
    expect(found?.requirements.map(({ line, skills }) => [line, skills.map(({ skill }) => skill)])).toEqual([
      [3, ["Python", "Django"]],
    ]);
  });
});

describe("the time of a document", () => {
  it("ends also inside a regular expression", () => {
    const began = performance.now();
    // biome-ignore lint/complexity/useRegexLiterals: a pattern that backtracks for ever, on purpose
    const forever = new RegExp("^(a+)+$");
    expect(withinTime(() => ({ found: forever.test(`${"a".repeat(60)}b`) }), 200)).toBeUndefined();
    expect(performance.now() - began).toBeLessThan(hangMs);
    expect(withinTime(() => ({ found: true }), 200)).toEqual({ found: true });
    expect(() =>
      withinTime(() => {
        throw new TypeError("own");
      }),
    ).toThrow(TypeError);
  });
});
