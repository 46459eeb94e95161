// What is one statement in Markdown, HTML and plain text, and on which line it stands.
import { expect, test } from "vitest";
import { readBlocks } from "../../src/role/blocks.js";
import { documentOf } from "./role-of.js";

const blocks = (text: string) =>
  readBlocks(documentOf(text)).map((block) => `${block.line} ${block.kind} ${block.passage.text}`);

test("list items, nested and numbered", () => {
  expect(blocks("- one\n  - two\n1. three\n- [ ] four\n")).toEqual([
    "1 item one",
    "2 item two",
    "3 item three",
    "4 item four",
  ]);
});

test("no list mark is lost: empty of words, in code, in a comment, or a rule", () => {
  expect(blocks("- ![](a.png)\n\n```\n- code\n```\n\n<!--\n- note\n-->\n\n* * *\n")).toEqual([
    "1 aside - ![](a.png)",
    "4 aside - code",
    "8 aside - note",
    "11 aside * * *",
  ]);
});

test("key lines and picture bullets of one paragraph are statements of their own", () => {
  expect(blocks("**Position**: A  \n**Department**: B  \nand more\n\n✔️ one\n✔️ two\nstill two\n")).toEqual([
    "1 paragraph Position: A",
    "2 paragraph Department: B and more",
    "5 item one",
    "6 item two still two",
  ]);
});

test("a bold line inside a list begins a section", () => {
  expect(blocks("* last duty.\\\n  **Requirements:**\n* first\n")).toEqual([
    "1 item last duty.",
    "2 label Requirements:",
    "3 item first",
  ]);
});

test("table rows, HTML rows and indented prose", () => {
  expect(blocks("| A | B |\n|---|---|\n| x | y |\n")).toEqual(["1 row A B", "3 row x | y"]);
  expect(blocks("<table>\n<tr><td>x</td><td>y</td></tr>\n</table>\n")).toEqual(["2 row x | y"]);
  expect(blocks("Text.\n\n    - indented\n    - list\n")).toEqual([
    "1 paragraph Text.",
    "3 item indented",
    "4 item list",
  ]);
});

test("HTML: entities, breaks, nested lists; no attributes, scripts or comments", () => {
  expect(
    blocks(
      '<ul>\n<li class="x">a &amp; b\n<ul><li>c</li></ul></li>\n</ul>\n<p>d<br>e</p>\n<script>f</script>\n<!-- g -->\n',
    ),
  ).toEqual(["2 item a & b", "3 item c", "5 paragraph d e"]);
});

test("lines are those of the file, with front matter above and a comment inside", () => {
  expect(blocks("---\na: b\n---\n\ntext <!-- one\ntwo --> more\nend\n")).toEqual([
    "5 paragraph text more end",
  ]);
  expect(readBlocks(documentOf("a\nb\n\nc\n"))[0]?.passage.starts).toEqual([
    { at: 0, line: 1 },
    { at: 2, line: 2 },
  ]);
});
