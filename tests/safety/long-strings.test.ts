import { describe, expect, it } from "vitest";
import { readDocument } from "../../src/document/document.js";
import { renderMarkdown } from "../../src/document/markdown.js";
import { profileRole } from "../../src/pipeline/plan-role.js";
import { openShelf } from "../../src/pipeline/shelf.js";
import { curlQuotes } from "../../src/render/typography.js";
import { readRoleDocument } from "../../src/role/read-role-document.js";
import { readWorkspace } from "../../src/workspace/workspace.js";

const shelf = openShelf(await readWorkspace(new URL("../..", import.meta.url).pathname));

/** Pieces on which patterns stumble when they are repeated: marks, words that patterns look for, and beginnings without an end. */
const pieces = [
  " ",
  "\t",
  "a",
  "A",
  "-",
  "_",
  "*",
  "**",
  "[",
  "]",
  "(",
  "![",
  "[a](",
  "<",
  "<a ",
  "<!--",
  "&",
  "&#",
  ":",
  ": ",
  "a:",
  "a ",
  "a, ",
  "a; ",
  "a/",
  "A.",
  "a. ",
  "1",
  "1. ",
  "12 years ",
  "#",
  "# ",
  "> ",
  "- ",
  "- a\n",
  "| ",
  "| a |\n",
  "\n",
  "\r\n",
  "`",
  "``",
  "```\n",
  "~~~\n",
  "\\",
  '"',
  "'",
  "“",
  "–",
  "– ",
  "é",
  "中",
  "🚀",
  "\uFE0F",
  "C++ ",
  "Python ",
  "Python and ",
  "Python or ",
  "must ",
  "must have ",
  "looking for a ",
  "we are looking for an ",
  "as a developer ",
  "entwickler",
  "the engineer ",
  "(m/w/d) ",
  "m/",
  "REQ-1",
  "#1",
  " (remote",
  "(must",
  "Senior ",
  "L4 ",
  "years of experience ",
  "x@y.z ",
  "http://a.b/",
  "www.",
  "a_b",
  "a*b",
  "**a**: ",
  "[a]: b\n",
  "---\n",
  "===\n",
  "<li>",
  "<ul><li>",
  "<tr><td>",
  "&nbsp;",
  "- - ",
  "1) ",
  "e.g. ",
  "such as ",
  "not ",
  "; and ",
  "a: b\n",
  "A: b\n",
  "A:\n",
  "- [ ] ",
  "{{",
  "!",
  "?",
  "@",
  "。",
  "：",
  "（",
  "の",
  "経験",
  "a\u0301",
  "İ",
  "a.a",
  "a@",
  "a-",
  "/a",
  "and/or ",
  "5+ ",
  "(a",
  "a)",
  "a\\|",
];
const long = (piece: string, characters: number) => piece.repeat(Math.ceil(characters / piece.length));
const shapes: Record<string, (text: string) => string> = {
  "an item": (text) => `# Developer\n\n## Requirements\n\n- Python ${text} x\n`,
  "a heading": (text) => `# Developer ${text.replace(/[\r\n]/g, " ")} x\n\n- Python\n`,
};
/** A machine that does other things beside it may take a few times as long as one that does not. */
const hangMs = 4000;

describe("strings of one piece, again and again", () => {
  // What is compiled with the first document is not the fault of it.
  profileRole({ path: "roles/x.md", bytes: Buffer.from("# Developer\n\n- Python\n") }, shelf);

  it.each(Object.entries(shapes))(
    "are read in time as %s of 20,000 characters",
    (_, shape) => {
      const slow: string[] = [];
      for (const piece of pieces) {
        const began = performance.now();
        profileRole({ path: "roles/x.md", bytes: Buffer.from(shape(long(piece, 20_000))) }, shelf);
        const ms = Math.round(performance.now() - began);
        if (ms > hangMs) slow.push(`${JSON.stringify(piece)}: ${ms} ms`);
      }
      expect(slow).toEqual([]);
    },
    120_000,
  );

  it("are parsed and rendered in time at 100,000 characters, by everything that knows no skills", () => {
    const slow: string[] = [];
    for (const piece of pieces) {
      const text = long(piece, 100_000);
      const began = performance.now();
      readDocument("x.md", Buffer.from(`---\ntitle: x\n---\n# X\n\n${text}\n`));
      readRoleDocument("x.md", Buffer.from(`---\ntitle: ${text}\n---\n# X\n`));
      curlQuotes(renderMarkdown(text), "“”‘’");
      const ms = Math.round(performance.now() - began);
      if (ms > hangMs) slow.push(`${JSON.stringify(piece)}: ${ms} ms`);
    }
    expect(slow).toEqual([]);
  }, 120_000);
});
