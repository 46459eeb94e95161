import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { headingsOf } from "../../src/document/markdown.js";
import { plainHeadings, sectionsOf } from "../../src/document/sections.js";

const withoutOffsets = (text: string) =>
  plainHeadings(text)?.map(({ depth, title, line, contentLine }) => ({ depth, title, line, contentLine }));

describe("plainHeadings", () => {
  it("tells headings from text and code", () => {
    const text =
      "before\n# One  ##\n- a\n```sh\n# no\n````\n### \t Three\n#no\n####### no\n##\n    ~~~\n# Five #no";
    expect(withoutOffsets(text)).toEqual([
      { depth: 1, title: "One", line: 2, contentLine: 3 },
      { depth: 3, title: "Three", line: 7, contentLine: 8 },
      { depth: 2, title: "", line: 10, contentLine: 11 },
      { depth: 1, title: "Five #no", line: 12, contentLine: 13 },
    ]);
    expect(headingsOf(text)).toEqual(withoutOffsets(text));
  });

  it.each([
    "One\n===",
    "One\n--- ",
    "<div>\n# One\n",
    "> quote\n# One",
    "   # One",
    "- a\n  ```\n# One",
    "# `One`",
    "# One [two]",
    "# a | b\n--|--\n",
    "``` a | b\n--|--\n# One",
  ])("leaves %j to the reader of Markdown", (text) => {
    expect(plainHeadings(text)).toBeUndefined();
  });

  it("gives what the reader of Markdown gives, whatever it reads at all", () => {
    const mark = fc.constantFrom(
      ...[
        "# ",
        "## ",
        "#",
        "###### ",
        "#######",
        "```",
        "```sh",
        "````",
        "~~~",
        "~~~~ x",
        "`` ` ``",
        "- ",
        "-",
        "* ",
        "1. ",
      ],
      ...[
        "10) ",
        "> ",
        "---",
        "===",
        "***",
        "- - -",
        "[a]: ",
        "[a]:",
        "| ",
        "|--|",
        "--|--",
        ":-",
        "<b>",
        "<!--",
        "\\",
        "\t",
      ],
    );
    const words = fc.constantFrom(
      "a",
      "b c",
      "#",
      " ##",
      "\u00a0",
      "x | y",
      "`c`",
      "*d*",
      "é",
      "[a]",
      "&amp;",
      "",
    );
    const indent = fc.constantFrom("", "", "", "", " ", "  ", "   ", "    ", "\t", "  \t", "      ");
    const line = fc
      .tuple(indent, fc.array(mark, { maxLength: 2 }), words, fc.constantFrom("", "", " ", "\t", " #", "#"))
      .map(([before, marks, text, after]) => `${before}${marks.join("")}${text}${after}`);
    const usual = fc.constantFrom(
      "# One",
      "## Two",
      "- a",
      "  b",
      "```",
      "    x",
      "",
      "",
      "text",
      "1. a",
      "\tx",
    );
    const text = fc
      .array(fc.oneof({ weight: 3, arbitrary: usual }, line), { maxLength: 9 })
      .map((lines) => lines.join("\n"));
    let read = 0;
    fc.assert(
      fc.property(text, (source) => {
        const plain = withoutOffsets(source);
        if (plain === undefined) return;
        read++;
        expect(plain).toEqual(headingsOf(source));
      }),
      { numRuns: 5000, seed: 7 },
    );
    expect(read).toBeGreaterThan(1000);
  });

  it("reads nearly every shipped question", () => {
    const folder = join(import.meta.dirname, "../../questions");
    const texts = readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => /^[^/\\]+[/\\][^/\\]+\.md$/.test(name))
      .map((name) => readFileSync(join(folder, name), "utf8").replace(/^---\n[\s\S]*?\n---\n/, ""));
    const plain = texts.filter((text) => plainHeadings(text) !== undefined);
    for (const text of plain) expect(withoutOffsets(text)).toEqual(headingsOf(text));
    expect(plain.length / texts.length).toBeGreaterThan(0.8);
  });
});

describe("sectionsOf", () => {
  const sections = [
    { depth: 0, title: "", line: 5, contentLine: 5, markdown: "before" },
    { depth: 1, title: "One", line: 7, contentLine: 8, markdown: "" },
    { depth: 2, title: "Two", line: 8, contentLine: 9, markdown: "  text\n\n- item" },
  ];

  it("cuts a text at its headings, with the lines of the file", () => {
    const text = "before\n\n# One\n## Two\n \n\n  text\n\n- item\n\n";
    expect(sectionsOf(text, 5)).toEqual(sections);
    expect(sectionsOf(text.replaceAll("\n", "\r\n"), 5)).toEqual(sections);
    expect(sectionsOf(text.replaceAll("\n", "\r"), 5)).toEqual(sections);
  });

  it("does so where titles are underlined or marked", () => {
    const text = "before\n\n# *One*\n## Two\n \n\n  text\n\n- item\n\n`Three`\nfour\n---\nmore";
    expect(sectionsOf(text, 5)).toEqual([
      ...sections,
      { depth: 2, title: "Three four", line: 15, contentLine: 18, markdown: "more" },
    ]);
  });
});
