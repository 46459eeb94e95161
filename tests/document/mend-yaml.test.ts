import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readFrontMatter } from "../../src/document/front-matter.js";

const read = (lines: readonly string[], end = "\n", never: string[] = ["level"]) =>
  readFrontMatter("x.md", lines.join(end), { mendAllBut: never });
const codes = (findings: readonly { code: string; line?: number }[]) =>
  findings.map(({ code, line }) => `${line} ${code}`);

describe("front matter that is no YAML, mended", () => {
  it.each([
    ["a colon in a title", ["title: Engineer: Payments"], { title: "Engineer: Payments" }],
    ["text behind a quote", [`title: "Lead" engineer`], { title: `"Lead" engineer` }],
    ["a quote that never closes", [`title: "Lead engineer`], { title: `"Lead engineer` }],
    ["an apostrophe among colons", ["title: It's: this"], { title: "It's: this" }],
    ["a mark that YAML keeps for itself", ["title: @nest developer"], { title: "@nest developer" }],
    ["a list that never closes", ["tags: [a, b"], { tags: "[a, b" }],
    ["a bracket closed at the margin", ["tags: [", "a,", "b", "]"], { tags: ["a", "b"] }],
    ["tabs", ["tags:", "\t- a", "\t- b"], { tags: ["a", "b"] }],
    ["an item with two colons", ["needs:", "- a: b: c", "- d"], { needs: [{ a: "b: c" }, "d"] }],
    ["an item with a quoted beginning", ["needs:", `- "Kafka" too`], { needs: [`"Kafka" too`] }],
    ["a value that runs on", ["about: one", "two: [", "three"], { about: "one", two: "[ three" }],
    ["lines of any indent", ["about: >", "   a: b", " c", "  d:"], { about: "a: b\nc\nd:" }],
    ["a key that is there three times", ["t: [a]", "t: b", "t: c"], { t: ["a"], "t ": "b", "t  ": "c" }],
    ["a key that is there twice", ["tags: [a]", "tags: [b]"], { tags: ["a"], "tags ": ["b"] }],
  ])("%s", (_, lines, data) => {
    for (const end of ["\n", "\r\n"]) {
      const { front, findings } = read(["---", ...lines, "last: 1", "---", "Body"], end);
      expect(front.data).toEqual({ ...data, last: 1 });
      expect(front.valueAt(["last"]).line).toBe(lines.length + 2);
      expect([front.body, front.bodyLine]).toEqual(["Body", lines.length + 4]);
      expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(["mended-front-matter"]));
      expect(findings.every(({ severity, hint }) => severity === "warning" && hint !== undefined)).toBe(true);
    }
  });

  it("tells the key, the place, what was found and what was done", () => {
    expect(read(["---", "a: 1", "title: Engineer: Payments", "---"]).findings).toEqual([
      {
        code: "mended-front-matter",
        severity: "warning",
        path: "x.md",
        line: 3,
        column: 8,
        message: "title: Nested mappings are not allowed in compact mappings; it was read as if in quotes",
        hint: 'Put a value that contains ": " in quotes.',
      },
    ]);
  });

  it("never guesses at a key that decides something, nor at a group in braces, and reports all then", () => {
    expect(codes(read(["---", "title: a: b", "level: [x", "---"]).findings)).toEqual([
      "2 invalid-front-matter",
      "3 invalid-front-matter",
    ]);
    expect(codes(read(["---", "skills: {add: [Go}", "---"]).findings)).toContain("2 invalid-front-matter");
  });

  it("ends front matter that is never closed before the first line that is none", () => {
    const { front, findings } = read(["---", "title: Engineer", "tags:", "- a", "", "# Needs", "- Go"]);
    expect(front.data).toEqual({ title: "Engineer", tags: ["a"] });
    expect([front.body, front.bodyLine]).toEqual(["\n# Needs\n- Go", 5]);
    expect(codes(findings)).toEqual(["4 mended-front-matter"]);
  });

  it("cuts nothing off where the file ends with its keys", () => {
    for (const level of ["senior", "senior\n", "senior\r\n"])
      expect(read(["---", "title: Engineer", `level: ${level}`]).front.data).toEqual({
        title: "Engineer",
        level: "senior",
      });
  });

  it("says nothing of a rule before a text that is no front matter", () => {
    for (const first of ["- Go (3 years)", "    indented words"])
      expect(read(["---", first, "- Python", "", "# Needs"])).toMatchObject({
        findings: [],
        front: { data: {}, bodyLine: 1 },
      });
  });

  it("takes text between two rules for text", () => {
    const { front, findings } = read(["---", "We build bridges.", "---", "Body"]);
    expect([front.data, findings]).toEqual([{}, []]);
    expect([front.body, front.bodyLine]).toEqual(["---\nWe build bridges.\n---\nBody", 1]);
  });

  it("changes nothing where nothing is broken, and mends nothing unasked", () => {
    const sound = ["---", "title: Engineer", "skills: {add: [Go]}", "---", "Body"];
    expect(read(sound)).toMatchObject({ findings: [], front: { data: { skills: { add: ["Go"] } } } });
    expect(codes(readFrontMatter("x.md", "---\ntitle: a: b\n---\n").findings)).toEqual([
      "2 invalid-front-matter",
    ]);
  });

  it("ends for any lines, loses no body, and leaves every line in its place", () => {
    const part = fc.constantFrom(
      "a: ",
      "key: ",
      "- ",
      "\t",
      " ",
      "[",
      "]",
      "{",
      "'",
      '"',
      "|",
      ">",
      ": ",
      "x",
      "#",
      "&a",
      "*a",
      "---x",
    );
    const line = fc.array(part, { maxLength: 6 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        const { front, findings } = read(["---", "first: 1", ...lines, "last: 1", "---", "Body"]);
        expect(front.body).toBe("Body");
        expect(front.bodyLine).toBe(lines.length + 5);
        const failed = findings.some(({ severity }) => severity === "error");
        if (!failed && front.data.last === 1 && front.keyAt(["last"]).column === 1)
          expect(front.keyAt(["last"]).line).toBe(lines.length + 3);
      }),
      { numRuns: 400 },
    );
  });
});
