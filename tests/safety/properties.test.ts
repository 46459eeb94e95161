import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { readPlan } from "../../src/assemble/read-plan.js";
import { readCompetency } from "../../src/bank/read-competency.js";
import { readQuestion } from "../../src/bank/read-question.js";
import type { Diagnostic } from "../../src/document/diagnostic.js";
import { readDocument, type SourceDocument } from "../../src/document/document.js";
import { profileRole } from "../../src/pipeline/plan-role.js";
import { openShelf, planIds } from "../../src/pipeline/shelf.js";
import { readTeam } from "../../src/team/read-team.js";
import { lookOf, slugOf } from "../../src/workspace/slug.js";
import { readWorkspace } from "../../src/workspace/workspace.js";
import { seeded } from "./seed.js";

const shelf = openShelf(await readWorkspace(new URL("../..", import.meta.url).pathname));
const { bank } = shelf;
const plans = planIds(shelf.workspace);
const ids = bank.questions.map(({ id }) => id);
const skills = bank.competencies.flatMap((one) => one.skills.map(({ name }) => name));
const competencies = bank.competencies.map(({ id }) => id);

const { seed } = seeded("KIT_PROPERTY_SEED");
const many = { numRuns: 400, seed };

/** A value of the right kind, nearly right, or nothing of the sort. */
const odd = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.constantFrom(
      ...ids.slice(0, 20),
      ...competencies,
      ...skills.slice(0, 40),
      ...plans,
      "technical",
      "coding",
      "a4",
      "de",
      "mid",
    ),
  },
  fc.string(),
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom("__proto__", "constructor", "../../etc", "\u202E", "{{x}}", "#000", "#zzz"),
);
const value = fc.oneof(
  { maxDepth: 3 },
  odd,
  fc.array(odd, { maxLength: 4 }),
  fc.dictionary(
    fc.oneof(
      fc.constantFrom(
        ...skills.slice(0, 10),
        ...competencies.slice(0, 5),
        "standard",
        "min",
        "max",
        "add",
        "drop",
      ),
      fc.string({ maxLength: 8 }),
    ),
    fc.oneof(odd, fc.array(odd, { maxLength: 3 })),
    { maxKeys: 4 },
  ),
);
const frontMatter = (keys: readonly string[]) =>
  fc.dictionary(
    fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...keys) }, fc.string({ maxLength: 6 })),
    value,
    { maxKeys: 8 },
  );

function documentOf(
  data: object,
  body: string,
): { document?: SourceDocument; text: string; findings: Diagnostic[] } {
  const text = `---\n${stringify(data)}---\n${body}`;
  return { ...readDocument("x/y.md", Buffer.from(text)), text };
}

/** Findings stand where somebody can look: on a line of the file. */
function expectPlaces(findings: readonly Diagnostic[], text: string): void {
  const lines = text.split("\n").length;
  for (const { line, column, message } of findings) {
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(lines);
    expect(column).toBeGreaterThanOrEqual(1);
    expect(message).not.toMatch(/\[object Object\]|undefined is not|Cannot read/);
  }
}

const reads = (
  keys: readonly string[],
  read: (document: SourceDocument) => { findings: Diagnostic[] },
  body = "# Title\n\nText\n",
) =>
  fc.assert(
    fc.property(frontMatter(keys), (data) => {
      const { document, text, findings } = documentOf(data, body);
      if (!document) return;
      expectPlaces([...findings, ...read(document).findings], text);
    }),
    many,
  );

describe("whatever stands in front matter, it is read or refused at its line", () => {
  it("of an overlay", () => {
    const keys = [
      "title",
      "pins",
      "bans",
      "weights",
      "minutes",
      "levels",
      "skills",
      "branding",
      "locale",
      "paper",
      "plan",
      "competencies",
      "drop",
      "stages",
    ];
    reads(keys, (document) => readTeam("y", document, { bank, plans, pictures: [] }));
  });

  it("of a plan", () => {
    const keys = ["competenciesPerStage", "competenciesPerLoop", "secondViews", "pins", "bans", "stages"];
    reads(keys, (document) => readPlan(document, bank));
    const stage = frontMatter([
      "id",
      "title",
      "purpose",
      "minutes",
      "split",
      "kinds",
      "core",
      "focus",
      "questions",
      "interviewer",
      "pins",
      "prepare",
    ]);
    fc.assert(
      fc.property(fc.array(stage, { maxLength: 4 }), (stages) => {
        const { document, text, findings } = documentOf({ stages }, "# Plan\n\nBrief\n");
        if (document) expectPlaces([...findings, ...readPlan(document, bank).findings], text);
      }),
      many,
    );
  });

  it("of a question and a competency", () => {
    reads(
      ["skills", "kind", "levels", "minutes", "enemies", "status", "reviewed", "owner"],
      (document) => readQuestion("y", "x", document),
      "# Question\n\nWhat?\n\n## Probes\n- a\n- b\n",
    );
    reads(
      ["title", "family", "skills", "levels"],
      (document) => readCompetency("x", document),
      "# Competency\n\nIs.\n\n## Junior\na\n",
    );
  });

  it("of a role", () => {
    const keys = [
      "title",
      "level",
      "skills",
      "ignore",
      "weights",
      "teams",
      "requirements",
      "description",
      "name",
    ];
    fc.assert(
      fc.property(frontMatter(keys), (data) => {
        const text = `---\n${stringify(data)}---\n# Python Developer\n\n- Python\n`;
        expectPlaces(profileRole({ path: "roles/x.md", bytes: Buffer.from(text) }, shelf).findings, text);
      }),
      { ...many, numRuns: 200 },
    );
  });
});

describe("a list of requirements", () => {
  it("becomes one requirement per line that names a skill, whatever stands between", () => {
    const line = fc.record({
      skill: fc.constantFrom("Python", "PostgreSQL", "Kubernetes", "Terraform", "pytest"),
      before: fc.constantFrom("", "Experience with ", "Deep knowledge of ", "You have used "),
      after: fc.constantFrom("", " in production", " (must)", "."),
    });
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 12 }),
        fc.constantFrom("-", "*", "1."),
        fc.constantFrom("\n", "\r\n", "\n\n"),
        (wanted, mark, end) => {
          const head = ["# Developer", "", "## Requirements", ""].join(end.replace("\n\n", "\n"));
          const text = `${head}${end}${wanted.map(({ before, skill, after }) => `${mark} ${before}${skill}${after}`).join(end)}\n`;
          const { profile } = profileRole({ path: "roles/x.md", bytes: Buffer.from(text) }, shelf);
          const lines = text.split(/\r\n|\n/);
          const found = (profile?.requirements ?? []).map(({ line: at, skills: named }) => [
            at,
            named.map(({ skill }) => skill),
          ]);
          const expected = lines.flatMap((one, at) =>
            wanted
              .filter(({ skill }) => one.startsWith(mark) && one.includes(skill))
              .slice(0, 1)
              .map(({ skill }) => [at + 1, [skill]]),
          );
          expect(found).toEqual(expected);
        },
      ),
      { ...many, numRuns: 150 },
    );
  });
});

describe("the name of a folder", () => {
  it("stays in out/ on every file system, whatever the file is called", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.constantFrom(
            "..",
            "CON",
            "nul.",
            "a\u0000b",
            "~",
            "aux.txt.md",
            "\\\\server\\x",
            "C:evil",
            " ",
            "-",
            "teams",
            ".git",
          ),
        ),
        (name) => {
          const slug = slugOf(`roles/${name}.md`);
          expect(slug).toMatch(/^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*$/u);
          expect(Buffer.byteLength(slug)).toBeLessThan(140);
          expect(slug).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d|teams|openings)$/);
          expect(slugOf(`roles/${slug}.md`)).toBe(slug);
        },
      ),
      { ...many, numRuns: 2000 },
    );
  });

  it("has the look of its twin in another alphabet, and of no other name", () => {
    expect(lookOf("рауments")).toBe(lookOf("payments"));
    expect(lookOf("ｐayments")).toBe(lookOf("payments"));
    for (const [one, two] of [
      ["für", "fur"],
      ["role-1", "role-l"],
      ["python", "pytho"],
      ["кот", "кит"],
    ] as const)
      expect(lookOf(one)).not.toBe(lookOf(two));
  });
});
