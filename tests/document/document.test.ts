import { describe, expect, it } from "vitest";
import { z } from "zod";
import { readDocument } from "../../src/document/document.js";
import { renderMarkdown } from "../../src/document/markdown.js";
import { nearest } from "../../src/document/nearest.js";
import { checkShape } from "../../src/document/shape.js";

function read(text: string) {
  const { document } = readDocument("x.md", Buffer.from(text));
  if (!document) throw new Error("expected a document");
  return document;
}

describe("readDocument", () => {
  it("cuts the body into sections with their lines and their own Markdown", () => {
    const { sections } = read(
      "---\na: 1\n---\nIntro\n\n# One\n\ntext\n\n## Two\n- a\n- b\n\nSetext\n------\nend\n",
    );
    expect(sections.map(({ depth, title, line, markdown }) => ({ depth, title, line, markdown }))).toEqual([
      { depth: 0, title: "", line: 4, markdown: "Intro" },
      { depth: 1, title: "One", line: 6, markdown: "text" },
      { depth: 2, title: "Two", line: 10, markdown: "- a\n- b" },
      { depth: 2, title: "Setext", line: 14, markdown: "end" },
    ]);
  });

  it("takes neither a comment in code nor a heading in a quote for a section", () => {
    const { sections } = read("# One\n\n```python\n# not a heading\n```\n\n> # quoted\n");
    expect(sections.map((section) => section.title)).toEqual(["", "One"]);
  });

  it("gives tokens the lines of the file", () => {
    const { tokens } = read("---\na: 1\n---\n\n- item\n");
    expect(tokens.find((token) => token.type === "list_item_open")?.map).toEqual([4, 5]);
  });
});

describe("renderMarkdown", () => {
  it("lets no raw HTML, image or link address through", () => {
    const html = renderMarkdown(
      'a <script>x()</script> <b onclick="x">b</b>\n\n<iframe src="http://x"></iframe>\n\n![pic](http://x/y.png) [text](javascript:x)',
    );
    expect(html).not.toMatch(/<(?:script|iframe|img|a|b)\b/);
    expect(html).toContain("text");
  });
});

describe("checkShape", () => {
  const schema = z.strictObject({ minutes: z.int().min(1), levels: z.array(z.enum(["junior", "mid"])) });

  it("names every fault at its own line and column, with the nearest key as the fix", () => {
    const { findings } = checkShape(
      read("---\nminuts: 10\nminutes: ten\nlevels:\n  - junior\n  - expert\n---\nx"),
      schema,
    );
    expect(findings).toMatchObject([
      { code: "invalid-value", line: 3, column: 10, message: 'minutes is "ten", expected a number' },
      {
        code: "invalid-value",
        line: 6,
        column: 5,
        message: 'levels.1 is "expert", expected one of junior, mid',
      },
      { code: "unknown-key", line: 2, column: 1, hint: "Write minutes: instead." },
    ]);
  });

  it("says what is missing", () => {
    expect(checkShape(read("---\nminutes: 5\n---\nx"), schema).findings[0]?.message).toBe(
      "levels is missing, expected a list",
    );
  });
});

describe("nearest", () => {
  it("finds what was most likely meant, and nothing where nothing is close", () => {
    expect(nearest("asyncoi", ["aiohttp", "asyncio"])).toBe("asyncio");
    expect(nearest("Kubernets", ["Docker", "Kubernetes"])).toBe("Kubernetes");
    expect(nearest("gardening", ["asyncio", "Docker"])).toBeUndefined();
  });
});
