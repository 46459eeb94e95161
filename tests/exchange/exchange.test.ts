import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { QuestionBank } from "../../src/bank/question-bank.js";
import { readBank } from "../../src/bank/read-bank.js";
import type { SourceFile } from "../../src/document/source-file.js";
import { columns } from "../../src/exchange/columns.js";
import { guardCell, readCsv, unguardCell, writeCsv } from "../../src/exchange/csv.js";
import { bankAsJson, bankAsMarkdown, questionsAsCsv } from "../../src/exchange/export-bank.js";
import { type ImportOptions, importQuestions } from "../../src/exchange/import-questions.js";
import { levelsOf, minutesOf } from "../../src/exchange/interpret.js";
import { readTable, type TableFormat } from "../../src/exchange/read-table.js";
import { readWorkspace } from "../../src/workspace/workspace.js";
import { smallFiles } from "../commands/small-workspace.js";

const bytes = (text: string) => new TextEncoder().encode(text);
const small: SourceFile[] = Object.entries(smallFiles)
  .filter(([path]) => path.startsWith("questions/"))
  .map(([path, text]) => ({ path, bytes: bytes(text) }));

/** Imports a text over a bank of files. */
function importText(text: string, format: TableFormat, files = small, options: ImportOptions = {}) {
  const table = readTable({ path: `t.${format}`, bytes: bytes(text) }, format);
  return { table, ...importQuestions(`t.${format}`, table, readBank(files), options) };
}

const withFiles = (files: SourceFile[], made: { path: string; text: string }[]): SourceFile[] => [
  ...files,
  ...made.map(({ path, text }) => ({ path, bytes: bytes(text) })),
];

describe("the whole bank, exported and imported", () => {
  it.each(["csv", "json"] as const)(
    "comes back the same from %s, and a second import changes nothing",
    async (format) => {
      const files = (await readWorkspace(".")).questions;
      const { bank } = readBank(files);
      const text = format === "csv" ? questionsAsCsv(bank.questions) : JSON.stringify(bankAsJson(bank));
      const bare = files.filter(({ path }) => path.endsWith("/competency.md"));
      const first = importText(text, format, bare);
      expect(first.findings).toEqual([]);
      expect(first.table.unused).toEqual([]);
      expect(first.files).toHaveLength(bank.questions.length);
      expect(first.rows.every(({ missing, guessed }) => missing.length + guessed.length === 0)).toBe(true);
      const back = readBank(withFiles(bare, first.files));
      expect(back.findings).toEqual([]);
      expect(plain(back.bank)).toEqual(plain(bank));
      const second = importText(text, format, withFiles(bare, first.files));
      expect(second.files).toEqual([]);
      expect(new Set(second.rows.map(({ action }) => action))).toEqual(new Set(["there already"]));
    },
  );

  it("is read as Markdown: every title and every anchor stands in it once at least", async () => {
    const { bank } = readBank(small);
    const text = bankAsMarkdown(bank, bank.questions);
    for (const { title, id } of bank.questions) expect(text).toContain(`### ${title}\n\n\`${id}\``);
    expect(text.match(/\*\*4 Excellent\*\*/g)).toHaveLength(bank.questions.length);
  });
});

/** CSV has no column for an anchor's own name. */
function plain(bank: QuestionBank) {
  return bank.questions.map(({ rubric, ...question }) => ({
    ...question,
    rubric: rubric.map(({ rating, text }) => ({ rating, text })),
  }));
}

describe("cells", () => {
  it("that a spreadsheet would run are written as text, and come back as they were", () => {
    for (const cell of ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1", "'=1", "''-x"]) {
      expect(guardCell(cell)).toBe(`'${cell}`);
      expect(unguardCell(guardCell(cell))).toBe(cell);
    }
    for (const cell of ["plain", "'quoted'", "a=b", "", "'"]) {
      expect(guardCell(cell)).toBe(cell);
      expect(unguardCell(cell)).toBe(cell);
    }
  });

  it("of any text come back from a file", () => {
    const rows = fc.array(
      fc.tuple(fc.string({ minLength: 1 }), fc.string(), fc.constantFrom("=a", "-b\n-c", '"', "x;y", "'")),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(rows, (table) => {
        const header = ["question", "title", "background"];
        const read = readCsv(writeCsv([header, ...table]));
        expect(read.broken).toEqual([]);
        expect(read.rows.map(({ cells }) => cells)).toEqual([header, ...table]);
      }),
    );
  });
});

const foreign = `\uFEFFInterview Question;Category;Type;Difficulty;Tags;Duration;Follow-ups;Mood
Tell me about a time you taught somebody something.;People;Behavioural;Entry level;;15 min;"- What did you do?
- What came of it?";sunny
"Why is this table slow; what would you look at?";Storage;Technical;Hard;relations, indexes;0:12;;

"unclosed;Storage;;;;;;
;Storage;;;;;;
What is your favourite colour?;Culture;;;;;;
How would you restore our backups?;;;;;;;
too;many;cells;in;this;row;for;the;header
# How many indexes does a table need?;Storage;;all;;;;
`;

describe("an import from another tool", () => {
  const first = importText(foreign, "csv");

  it("takes what it understands and names each row that it cannot use", () => {
    expect(
      first.rows.map(({ row, action, path, missing, guessed }) => [row, action, path, missing, guessed]),
    ).toEqual([
      [
        2,
        "added",
        "questions/people/tell-me-about-a-time-you-taught-somebody-something.md",
        ["rubric", "red flags", "background"],
        ["skills", "title"],
      ],
      [
        3,
        "added",
        "questions/storage/why-is-this-table-slow.md",
        ["probes", "rubric", "red flags", "background"],
        ["title"],
      ],
      [
        7,
        "added",
        "questions/storage/how-would-you-restore-our-backups.md",
        ["probes", "rubric", "red flags", "background"],
        ["competency", "skills", "kind", "levels", "minutes", "title"],
      ],
      [
        9,
        "added",
        "questions/storage/how-many-indexes-does-a-table-need.md",
        ["probes", "rubric", "red flags", "background"],
        ["skills", "kind", "minutes", "title"],
      ],
    ]);
    expect(first.table.unused).toEqual(["Mood"]);
    expect(first.findings.map(({ line, code, message }) => [line, code, message])).toEqual([
      [6, "unreadable-row", "row 4: a quote is opened and never closed"],
      [10, "unreadable-row", "row 8: it has 9 cells, expected 8"],
      [7, "unreadable-row", "row 5: no question stands in it"],
      [8, "unreadable-row", 'row 6: no competency is called "Culture", and its words name no known skill'],
    ]);
  });

  it("writes drafts that are read without a finding, with what the row said", () => {
    const { bank, findings } = readBank(withFiles(small, first.files));
    expect(findings).toEqual([]);
    expect(bank.questions.find(({ title }) => title.startsWith("Tell me"))).toMatchObject({
      competency: "people",
      skills: ["Mentoring"],
      kind: "behavioral",
      levels: ["junior"],
      minutes: 15,
      status: "draft",
      probes: ["What did you do?", "What came of it?"],
      wording: "Tell me about a time you taught somebody something.",
    });
    expect(bank.questions.find(({ title }) => title.startsWith("Why"))).toMatchObject({
      skills: ["Tables", "Indexes"],
      levels: ["senior"],
      minutes: 12,
    });
    expect(bank.questions.find(({ title }) => title.startsWith("How many"))).toMatchObject({
      wording: "\\# How many indexes does a table need?",
      levels: ["junior", "mid", "senior", "staff"],
    });
  });

  it("changes nothing a second time, also in another order, and when a file has been edited, renamed or broken", () => {
    const edited = first.files.map(({ path, text }, at) => ({
      path: at === 0 ? path.replace("/tell-", "/told-") : path,
      text:
        at === 1
          ? text.replace("Why is this table slow", "Why is it so slow")
          : at === 2
            ? text.replace("minutes:", "hours:")
            : text,
    }));
    const lines = foreign.split("\n");
    const reordered = [lines[0], lines[4], ...lines.slice(1, 4), ...lines.slice(6)].join("\n");
    for (const text of [foreign, reordered]) {
      const second = importText(text, "csv", withFiles(small, edited));
      expect(second.files).toEqual([]);
      expect(second.rows.map(({ action }) => action)).toEqual(
        Array.from({ length: 4 }, () => "there already"),
      );
    }
  });

  it("takes questions without a known category where it is told to", () => {
    const { rows } = importText("question,category\nWhat is your favourite colour?,Culture\n", "csv", small, {
      competency: "people",
    });
    expect(rows).toMatchObject([
      { action: "added", path: "questions/people/what-is-your-favourite-colour.md" },
    ]);
  });

  it("never takes an id or a path from outside into a file name", () => {
    const { files } = importText(
      JSON.stringify([
        { id: "../../up", question: "Why tables?", category: "storage" },
        { id: "CON:1", question: "Why indexes?", category: "../storage", tags: ["Indexes"] },
        {
          id: "3f2504e0-4f89-11d3-9a0c-0305e82c3301",
          question: "Why backups?",
          category: "storage",
          title: "../../x",
        },
      ]),
      "json",
    );
    expect(files.map(({ path }) => path)).toEqual([
      "questions/storage/why-tables.md",
      "questions/storage/why-indexes.md",
      "questions/storage/x.md",
    ]);
  });

  it("reads JSON and YAML lists, also of bare texts, and says where an entry stands that it cannot use", () => {
    const yaml =
      "questions:\n  - Why are tables slow?\n  - prompt: How do indexes age?\n    rubric: {1: Does not, 4: Does}\n  - [a list]\n  - tags: [Tables]\n";
    const { rows, findings, files } = importText(yaml, "yaml");
    expect(rows.map(({ row, path }) => [row, path])).toEqual([
      [1, "questions/storage/why-are-tables-slow.md"],
      [2, "questions/storage/how-do-indexes-age.md"],
    ]);
    expect(files[1]?.text).toContain("### 1 Poor\nDoes not\n\n### 2 Mixed\n[to fill in:");
    expect(findings.map(({ line, message }) => [line, message])).toEqual([
      [5, "row 3: expected a text, or keys and values"],
      [6, "row 4: no question stands in it"],
    ]);
    const broken = importText('[{"question": "a"},\n {"question": "b"', "json");
    expect(broken.rows).toEqual([]);
    expect(broken.findings).toMatchObject([{ line: 2, code: "unreadable-row" }]);
  });

  it("refuses a table without a column of questions", () => {
    expect(() => importText("a,b\n1,2\n", "csv")).toThrow(/no column with the questions; found: a, b/);
    expect(() => importText('{"a": 1}', "json")).toThrow(/no list of questions/);
  });
});

describe("words of other tools", () => {
  it.each([
    ["Senior, Staff+", ["senior", "staff"]],
    ["Intermediate", ["mid"]],
    ["easy", ["junior"]],
    ["Any", ["junior", "mid", "senior", "staff"]],
    ["blue", undefined],
  ])("level %s", (words, levels) => expect(levelsOf(words)).toEqual(levels));

  it.each([
    ["15", 15],
    ["15 min", 15],
    ["1 h 30", 90],
    ["0:20", 20],
    ["soon", undefined],
    ["900", undefined],
    ["", undefined],
  ])("minutes %s", (words, minutes) => expect(minutesOf(words)).toBe(minutes));

  it("each name one column only", () => {
    expect(new Set(columns).size).toBe(columns.length);
  });
});
