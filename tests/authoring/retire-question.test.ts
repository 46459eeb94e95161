import { describe, expect, it } from "vitest";
import { retireText } from "../../src/authoring/retire-question.js";
import { KitError } from "../../src/document/diagnostic.js";

const body = "# Title\n\nstatus: active, as words of the text\n---\nmore\n";
const lines = (...front: string[]) => `---\n${front.join("\n")}\n---\n${body}`;

describe("retireText", () => {
  it.each([
    [
      "adds both keys below the others and keeps comments, order and spaces",
      lines("# why: a comment", "skills:   [asyncio,  'a b'] # two", "", "minutes: 10"),
      lines(
        "# why: a comment",
        "skills:   [asyncio,  'a b'] # two",
        "",
        "minutes: 10",
        "status: retired",
        'reason: "seen: online"',
      ),
    ],
    [
      "replaces a status where it stands, with its comment",
      lines("skills: [a]", "status:  active  # since May", "minutes: 10"),
      lines("skills: [a]", "status:  retired  # since May", "minutes: 10", 'reason: "seen: online"'),
    ],
    [
      "replaces a former reason, also one over several lines",
      lines("status: leaked", "reason: >-", "  some", "  words", "minutes: 10"),
      lines("status: retired", 'reason: "seen: online"', "minutes: 10"),
    ],
    [
      "keeps Windows line ends and a byte order mark",
      `\uFEFF${lines("skills: [a]", "minutes: 10").replaceAll("\n", "\r\n")}`,
      `\uFEFF${lines("skills: [a]", "minutes: 10", "status: retired", 'reason: "seen: online"').replaceAll("\n", "\r\n")}`,
    ],
  ])("%s", (_, before, after) => {
    expect(retireText("questions/c/q.md", before, "seen: online")).toBe(after);
  });

  it.each([
    ["no front matter", body],
    ["front matter in braces", lines("{skills: [a], minutes: 10}")],
    ["a status that is a list", lines("status: [active]")],
    ["broken YAML", lines("skills: [a", "minutes: 10")],
  ])("refuses %s with what to write", (_, text) => {
    expect(() => retireText("questions/c/q.md", text, "x")).toThrow(KitError);
  });
});
