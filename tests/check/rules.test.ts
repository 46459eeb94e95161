import { describe, expect, it } from "vitest";
import { readBank } from "../../src/bank/read-bank.js";
import { runRules } from "../../src/check/rules.js";
import { competency as competencyOf, question as questionOf, sql } from "../small-bank.js";

const competency = competencyOf("Data access", "[SQL, MySQL]");
const question = (change: (text: string) => string = (text) => text) => change(questionOf(sql));

async function findings(...questions: string[]) {
  const files = {
    "competency.md": competency,
    ...Object.fromEntries(questions.map((text, i) => [`q${i}.md`, text])),
  };
  const {
    bank,
    documents,
    findings: own,
  } = readBank(
    Object.entries(files).map(([name, text]) => ({
      path: `questions/data-access/${name}`,
      bytes: Buffer.from(text),
    })),
  );
  expect(own).toEqual([]);
  // The questions here are copies of one another; tests/check/silences.test.ts looks at that rule.
  const found = (await runRules({ bank, documents, roles: [] })).filter(
    ({ code }) => code !== "near-duplicate",
  );
  return found.map(({ line, severity, code, message }) => ({
    line,
    severity,
    code,
    message,
  }));
}

const words = (count: number) => Array.from({ length: count }, (_, i) => `word${i}`).join(" ");

describe("runRules", () => {
  it("says nothing about sound questions but that a skill has none", async () => {
    expect(await findings(question(), question(), question())).toEqual([
      { line: 4, severity: "info", code: "orphan-skill", message: "no active question asks about MySQL" },
    ]);
  });

  it("finds what is too long, each at its section", async () => {
    const long = question((text) =>
      text
        .replace("Why is it slow?", words(91))
        .replace("First?", "x".repeat(96))
        .replace("three\n", `${words(46)}\n`)
        .replace("Facts.", words(111)),
    );
    const found = (await findings(long, question(), question())).filter(
      ({ severity }) => severity === "warning",
    );
    expect(found.map(({ line, code }) => `${line} ${code}`)).toEqual([
      "17 uneven-anchors",
      "7 too-long",
      "11 too-long",
      "20 too-long",
      "28 background-too-long",
    ]);
    expect(found[1]?.message).toBe("the wording has 91 words, expected at most 90");
  });

  it("accepts exactly the limits", async () => {
    const just = question((text) => text.replace("Why is it slow?", words(90)).replace("Facts.", words(110)));
    expect(
      (await findings(just, question(), question())).filter(({ severity }) => severity === "warning"),
    ).toEqual([]);
  });

  it("finds minutes that do not fit the kind, exhibits that do not fit the page, and too many flags", async () => {
    const odd = question((text) =>
      text
        .replace("minutes: 10", "minutes: 40")
        .replace("## Probes", `## Exhibit\n\`\`\`python\n${"x = 1\n".repeat(46)}\`\`\`\n\n## Probes`)
        .replace("- Guesses.", "- a\n- b\n- c\n- d\n- e"),
    );
    expect((await findings(odd, question(), question())).map(({ code }) => code)).toEqual([
      "too-many-red-flags",
      "exhibit-too-large",
      "unusual-minutes",
      "orphan-skill",
    ]);
  });

  it("finds a competency with too few questions to vary a loop", async () => {
    expect((await findings(question())).map(({ code }) => code)).toContain("thin-competency");
  });
});
