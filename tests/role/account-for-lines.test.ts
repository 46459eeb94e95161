import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { readDocument } from "../../src/document/document.js";
import { openShelf } from "../../src/pipeline/shelf.js";
import {
  accountForLines,
  type LineKind,
  lineKinds,
  type ReadLine,
} from "../../src/role/account-for-lines.js";
import { ignoreCorrection, ignorer, skillsCorrection, yamlText } from "../../src/role/correction-lines.js";
import { markMatches } from "../../src/role/matched-words.js";
import { readRole } from "../../src/role/read-role.js";
import type { SkillIndex } from "../../src/skills/skill-index.js";
import { readWorkspace } from "../../src/workspace/workspace.js";
import { index } from "./role-of.js";

const root = join(import.meta.dirname, "..", "..");
const shelf = openShelf(await readWorkspace(root));

function linesOf(text: string, skills: SkillIndex = index) {
  const { document } = readDocument("roles/sample.md", new TextEncoder().encode(text));
  if (!document) throw new Error("not a document");
  const { profile } = readRole(document, skills);
  return { profile, lines: accountForLines(document, profile) };
}

/** The kinds of all lines, in order. */
const kindsOf = (text: string): LineKind[] => linesOf(text).lines.map(({ kind }) => kind);
const statementsOn = (line: ReadLine | undefined) => (line ? [line, ...(line.also ?? [])] : []);

const fixtures = "tests/fixtures/roles";
const documents = [
  ...readdirSync(join(root, fixtures)).map((name) => [`${fixtures}/${name}`, index] as const),
  ...readdirSync(join(root, "roles"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => [`roles/${name}`, shelf.skills] as const),
].map(([path, skills]) => ({ path, skills, text: readFileSync(join(root, path), "utf8") }));

describe.each(documents)("$path", ({ text, skills }) => {
  const { profile, lines } = linesOf(text, skills);
  const source = text.replace(/\n$/, "").split("\n");

  test("has one entry per line, as it stands, and none is left over", () => {
    expect(lines.map(({ line }) => line)).toEqual(source.map((_, at) => at + 1));
    expect(lines.map((line) => line.text)).toEqual(source);
    for (const line of lines) {
      expect(lineKinds).toContain(line.kind);
      expect([line, line.kind === "blank"]).toEqual([line, line.text.trim() === "" && line.kind === "blank"]);
      if (line.kind === "no-skill" || line.kind === "not-a-demand")
        expect(profile.unmapped.map((one) => one.line)).toContain(line.line);
      if (line.kind === "continued") expect(line.from).toBeLessThan(line.line);
      if (line.kind === "comment") expect(text).toMatch(/<!--/);
      if (line.kind === "rule" || line.kind === "markup")
        expect(line.text.replace(/<!--.*?-->|<[^>]*>|> \[!\w+\]/g, "")).not.toMatch(/[\p{L}\p{N}]/u);
    }
  });

  test("holds every requirement, mention and unmapped line of the profile", () => {
    for (const one of profile.requirements) {
      const found = statementsOn(lines[one.line - 1]).find(({ statement }) => statement === one.text);
      expect(found).toMatchObject({ importance: one.importance, importanceReason: one.importanceReason });
      for (const mention of one.skills)
        expect(statementsOn(lines[mention.line - 1]).flatMap(({ skills = [] }) => skills)).toContainEqual(
          mention,
        );
    }
    for (const { line, text: statement, why, reason } of profile.unmapped)
      expect(statementsOn(lines[line - 1])).toContainEqual(
        expect.objectContaining({ statement, why, reason }),
      );
  });

  test("reads the same with Windows line endings and a byte order mark", () => {
    const windows = linesOf(`\uFEFF${text.replace(/\n/g, "\r\n")}`, skills);
    expect(windows.lines).toEqual(lines);
  });

  test("offers for each demand the words that make it, and nothing else, ignored", () => {
    const toIgnore = ignorer(profile);
    const front = text.startsWith("---\n");
    if (/^ignore:/m.test(text)) return;
    for (const { kind, statement = "", uncut, line } of lines) {
      if (kind !== "requirement") continue;
      const { words, wholeSection } = toIgnore(uncut ?? statement);
      const correction = `---\n${ignoreCorrection(words)}\n`;
      const corrected = linesOf(
        front ? text.replace("---\n", correction) : `${correction}---\n${text}`,
        skills,
      );
      const shift = corrected.lines.length - lines.length;
      const there = corrected.lines.filter((one) => one.line === line + shift);
      expect(there.flatMap(statementsOn).filter((one) => one.statement === statement && one.skills)).toEqual(
        [],
      );
      const ignored = corrected.lines
        .filter((one) => one.line !== line + shift)
        .flatMap(statementsOn)
        .filter((one) => one.reason === "ignored in front matter");
      if (!wholeSection) expect(ignored.map((one) => [words, one.statement])).toEqual([]);
    }
  });
});

describe("a line", () => {
  test("of prose, lists, tables and what lies between them", () => {
    const text = [
      "Go Engineer",
      "=====",
      "",
      "## Requirements",
      "- Python and",
      "  Django",
      "- patience",
      "* * *",
      "| Area | Detail |",
      "| --- | --- |",
      "| Storage | SQLite |",
      "```sh",
      "- python x.py",
      "```",
      "[link]: https://example.org/python",
      "<!-- one",
      "- Docker",
      "-->",
      "Benefits: <!-- said twice -->",
      "- Docker mugs",
    ];
    const expected =
      "title rule blank heading requirement continued no-skill rule heading rule requirement code code code markup comment comment comment heading not-a-demand";
    expect(kindsOf(text.join("\n"))).toEqual(expected.split(" "));
  });

  test("of HTML: tags, scripts, styles and words", () => {
    const text = [
      "<ul",
      '  class="Python">',
      "<li>Python",
      "and Django</li>",
      "</ul>",
      "<script>",
      "learn('Docker')",
      "</script>",
      "<style>p { color: red }</style>",
      "<!-- never closed",
      "Docker",
    ];
    expect(kindsOf(text.join("\n"))).toEqual(
      "markup markup requirement continued markup markup code markup code comment comment".split(" "),
    );
  });

  test("of front matter: facts, demands, corrections and the title", () => {
    const text = [
      "---",
      "title: Python Developer",
      "location: Docker Street",
      "requirements: [Flask, patience, Redis]",
      "skills:",
      "  add: [Kubernetes]",
      "---",
      "# Python Developer",
      "- Go developer",
    ];
    const { lines } = linesOf(text.join("\n"));
    expect(lines.map(({ kind }) => kind)).toEqual([
      "front-matter",
      "title",
      "front-matter",
      "requirement",
      "front-matter",
      "front-matter",
      "front-matter",
      "title",
      "requirement",
    ]);
    expect(lines[3]?.also?.map(({ kind, statement }) => [kind, statement])).toEqual([
      ["requirement", "Redis"],
      ["no-skill", "patience"],
    ]);
    expect(lines[5]).toMatchObject({ importance: "must", skills: [{ skill: "Kubernetes" }] });
  });

  test("that continues another has its own skills and their importance", () => {
    const { lines } = linesOf(
      "## Requirements\n\n- You write Python,\n  ideally with Django\n  and a smile\n",
    );
    expect(lines.slice(2).map(({ kind, from, importance }) => [kind, from, importance])).toEqual([
      ["requirement", undefined, "must"],
      ["continued", 3, "nice"],
      ["continued", 3, undefined],
    ]);
  });

  test("with words that the reader loses says so", () => {
    const { lines } = linesOf("# Go Developer\n\n<noscript>\nPython\n</noscript>\n");
    expect(lines[3]).toMatchObject({
      kind: "not-a-demand",
      reason: "holds nothing that is read as a statement",
    });
  });

  test("of a large hostile document costs no more than any other", () => {
    // Processor time: a slip to quadratic time takes minutes of it.
    const started = process.cpuUsage();
    for (const text of [
      "<!--",
      "<a",
      "](",
      "<script",
      "**",
      "- Python <b ",
      "&#",
      "Foobase, ",
      "Unit- und ",
    ]) {
      const { lines } = linesOf(`# Go Developer\n\n- Python ${text.repeat(20_000)}\n`);
      for (const line of lines) markMatches(line.text, line.skills ?? []);
    }
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1000).toBeLessThan(30_000);
  });
});

describe("matched words", () => {
  const mention = (skill: string, matched = skill) => ({ skill, matched, competency: "x", line: 1 });
  const marked = (text: string, ...mentions: ReturnType<typeof mention>[]) =>
    markMatches(text, mentions)
      .map((part) => (part.matched ? `[${part.text}]` : part.text))
      .join("");

  test("are marked where a reader sees them", () => {
    expect(marked("- **Go**, Google and Go", mention("Go"))).toBe("- **[Go]**, Google and Go");
    expect(marked('<li class="React">React</li>', mention("React"))).toBe('<li class="React">[React]</li>');
    expect(marked("[docs](https://x/Docker) Docker <!-- Docker -->", mention("Docker"))).toBe(
      "[docs](https://x/Docker) [Docker] <!-- Docker -->",
    );
    expect(
      marked("Django, Django **REST Framework**", mention("DRF", "Django REST Framework"), mention("Django")),
    ).toBe("[Django], [Django **REST Framework]**");
    expect(marked("熟悉Python和Docker", mention("Python"), mention("Docker"))).toBe("熟悉[Python]和[Docker]");
    expect(marked("C++ (C)", mention("C++"), mention("C"))).toBe("[C++] ([C])");
  });

  test("give the line back whole, whatever is marked", () => {
    for (const { path, text, skills } of documents)
      for (const line of linesOf(text, skills).lines)
        expect([
          path,
          markMatches(line.text, line.skills ?? [])
            .map((part) => part.text)
            .join(""),
        ]).toEqual([path, line.text]);
  });
});

describe("a line that corrects", () => {
  test("comes back from YAML as it was, for every skill of the shipped bank", () => {
    const names = shelf.bank.competencies.flatMap(({ skills }) => skills.map(({ name }) => name));
    expect(names.length).toBeGreaterThan(100);
    expect(parse(skillsCorrection("drop", names))).toEqual({ skills: { drop: names } });
  });

  test.each(["C#", "A # b", "true", "5G", "a: b", 'say "so"', "[x]", "\u202Egnp.exe", "No", "O’Neil's"])(
    "quotes %j where YAML needs it",
    (name) => {
      expect(parse(`skills: [${yamlText(name)}]`)).toEqual({ skills: [name] });
      expect(yamlText(name)).not.toContain("\u202E");
    },
  );
});
