import { existsSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readFrontMatter } from "../../src/document/front-matter.js";

describe("readFrontMatter", () => {
  it.each(["\n", "\r\n"])("reads the plain keys of TOML in their places, and leaves tables out", (end) => {
    const text = [
      "+++",
      'title = "Engineer"',
      "draft = false",
      'tags = ["a", "b"]',
      "[menu]",
      "title = 1",
      "+++",
      "# Body",
      "",
    ];
    const { front, findings } = readFrontMatter("x.md", text.join(end));
    expect(findings).toEqual([]);
    expect(front.data).toEqual({ title: "Engineer", draft: false, tags: ["a", "b"] });
    expect(front.valueAt(["title"])).toEqual({ line: 2, column: 9 });
    expect([front.bodyLine, front.body]).toEqual([8, `# Body${end}`]);
  });

  it("gives data, the place of every key and value, and where the body begins", () => {
    const { front, findings } = readFrontMatter(
      "x.md",
      "---\ntitle: Engineer\nskills:\n  add: [Go,\n    Rust]\n---\n\n# Body\n",
    );
    expect(findings).toEqual([]);
    expect(front.data).toEqual({ title: "Engineer", skills: { add: ["Go", "Rust"] } });
    expect(front.valueAt(["title"])).toEqual({ line: 2, column: 8 });
    expect(front.keyAt(["skills", "add"])).toEqual({ line: 4, column: 3 });
    expect(front.valueAt(["skills", "add", 1])).toEqual({ line: 5, column: 5 });
    expect(front.body).toBe("\n# Body\n");
    expect(front.bodyLine).toBe(7);
  });

  it("counts lines the same with Windows line endings", () => {
    const { front } = readFrontMatter("x.md", "---\r\na: 1\r\nb: 2\r\n---\r\nBody\r\n");
    expect(front.valueAt(["b"])).toEqual({ line: 3, column: 4 });
    expect(front.bodyLine).toBe(5);
    expect(front.body).toBe("Body\r\n");
  });

  it("reads a last key of any kind before a Windows line break", () => {
    expect(readFrontMatter("x.md", "---\r\nminutes: 12\r\n---\r\nB").front.data).toEqual({ minutes: 12 });
    const { front, findings } = readFrontMatter("x.md", "---\r\nignore: [Benefits]\r\n---\r\nB");
    expect([front.data, findings]).toEqual([{ ignore: ["Benefits"] }, []]);
  });

  it("reports every YAML error at once, and the same a second time", () => {
    const text = "---\na: 1\na: 2\nb: [1, 2\nc: x: y\n---\nBody\n";
    const first = readFrontMatter("x.md", text);
    const second = readFrontMatter("x.md", text);
    expect(first.findings.length).toBeGreaterThan(1);
    expect(first.findings).toEqual(second.findings);
    expect(first.findings[0]).toMatchObject({ code: "invalid-front-matter", line: 3, column: 1 });
    expect(first.front.body).toBe("Body\n");
  });

  it("refuses front matter in a language that would be executed, and does not run it", () => {
    for (const language of ["js", "javascript", "JS", "coffee", "json"]) {
      const proof = join(tmpdir(), `interview-kit-executed-${process.pid}`);
      const text = `---${language}\nrequire("fs").writeFileSync(${JSON.stringify(proof)}, "")\n---\nBody\n`;
      const { front, findings } = readFrontMatter("x.md", text);
      expect(findings).toMatchObject([{ code: "unsafe-front-matter", line: 1, column: 4 }]);
      expect(front.data).toEqual({});
      expect(front.body).toBe("Body\n");
      expect(front.bodyLine).toBe(4);
      expect(existsSync(proof)).toBe(false);
      rmSync(proof, { force: true });
    }
  });

  it("refuses alias bombs without using up memory", () => {
    const levels = Array.from({ length: 12 }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i},`.repeat(9)}]`);
    const { findings } = readFrontMatter("x.md", `---\na0: &a0 [x]\n${levels.join("\n")}\n---\n`);
    expect(findings[0]?.code).toBe("invalid-front-matter");
  });

  it("says when front matter is never closed, but takes a thematic break for what it is", () => {
    expect(readFrontMatter("x.md", "---\ntitle: x\n\n# Body\n").findings[0]?.code).toBe(
      "unclosed-front-matter",
    );
    const rule = readFrontMatter("x.md", "---\n\n# Body\n");
    expect(rule.findings).toEqual([]);
    expect(rule.front.body).toContain("# Body");
  });

  it("expects keys and values", () => {
    expect(readFrontMatter("x.md", "---\n- a\n- b\n---\n").findings[0]?.message).toContain("keys and values");
  });

  it("keeps __proto__ an ordinary key", () => {
    const { front } = readFrontMatter("x.md", "---\n__proto__: {polluted: true}\n---\n");
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect(Object.getPrototypeOf(front.data)).toBe(Object.prototype);
  });
});
