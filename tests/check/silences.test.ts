import { describe, expect, it } from "vitest";
import { nearDuplicates } from "../../src/bank/near-duplicates.js";
import { readBank } from "../../src/bank/read-bank.js";
import { type CheckContext, runRules } from "../../src/check/rules.js";
import { preparationIn, scriptsIn } from "../../src/check/spoken.js";
import { readDocument } from "../../src/document/document.js";
import { findTopics } from "../../src/fairness/find-topics.js";
import { readTopic } from "../../src/fairness/read-topic.js";
import { competency as competencyOf } from "../small-bank.js";

const topicText = `---
code: age-question
asOf: 2026-11
countries:
  us:
    - { name: A law, section: § 1, date: "1967-12-15", kind: law, url: "https://law.example/1" }
---
# Age

Why.

## Ask instead

- What have you used?
`;
const topic = (() => {
  const { document } = readDocument("rules/do-not-ask/age.md", Buffer.from(topicText));
  const read = document && readTopic(document);
  if (!read?.topic) throw new Error("the topic cannot be read");
  return read.topic;
})();

const competency = competencyOf("Data access", "[SQL]");

const question = (front: string, wording: string, seed = "") => `---
skills: [SQL]
kind: technical
levels: [mid]
minutes: 10
${front}---
# A slow list

${wording}

## Probes
- Where do you look${seed}?
- Who is told${seed}?

## Rubric
### 1 Poor
Guesses${seed}, and adds servers.
### 2 Mixed
Looks at one query${seed} only.
### 3 Good
Compares two plans${seed} before a change.
### 4 Excellent
Watches what${seed} follows for a week.

## Red flags
- Blames the network.

## Background
Facts${seed}.
`;

async function check(questions: string[], more: Partial<CheckContext> = {}) {
  const { bank, documents, findings } = readBank(
    [competency, ...questions].map((text, i) => ({
      path: `questions/data-access/${i === 0 ? "competency" : `q${i}`}.md`,
      bytes: Buffer.from(text),
    })),
  );
  expect(findings).toEqual([]);
  return (await runRules({ bank, documents, roles: [], topics: [topic], ...more }))
    .filter(({ code }) => code !== "thin-competency")
    .map(({ line, column, severity, code, silenced }) => ({
      at: `${line}:${column}`,
      severity,
      code,
      silenced,
    }));
}

describe("what is not asked", () => {
  it("is an error at the sentence that asks, in wording, probe or anchor", async () => {
    expect(await check([question("", "A list is slow. How old are you?")])).toEqual([
      { at: "9:17", severity: "error", code: "age-question", silenced: undefined },
    ]);
    expect(
      await check([question("", "Why is a list slow?").replace("Who is told", "When did you finish school")]),
    ).toEqual([{ at: "13:3", severity: "error", code: "age-question", silenced: undefined }]);
  });

  it("counts only where a country knows it", async () => {
    expect(await check([question("", "A list is slow. How old are you?")], { countries: ["uk"] })).toEqual(
      [],
    );
    expect(
      await check([question("", "A list is slow. How old are you?")], { countries: ["us", "uk"] }),
    ).toHaveLength(1);
  });

  it("is not looked for in questions that are retired or in another language", async () => {
    expect(
      (await check([question("status: retired\n", "How old are you?")])).map(({ code }) => code),
    ).toEqual(["orphan-skill"]);
    expect(await check([question("lang: de\n", "How old are you?")])).toEqual([]);
  });

  it("is looked for in scripts", async () => {
    const spoken = [
      { path: "x.yaml", part: "script" as const, text: "Hello. How old are you?", line: 7, column: 3 },
    ];
    expect(await check([question("", "Why is a list slow?")], { spoken })).toEqual([
      { at: "7:10", severity: "error", code: "age-question", silenced: undefined },
    ]);
  });
});

describe("allow", () => {
  const old = "A list is slow. How old are you?";

  it("turns a finding into a remark that carries the reason", async () => {
    const allow = "allow: [{ rule: age-question, reason: a test of the rule itself }]\n";
    expect(await check([question(allow, old)])).toEqual([
      { at: "10:17", severity: "info", code: "age-question", silenced: "a test of the rule itself" },
    ]);
  });

  it("reaches only findings with its words, when it names some", async () => {
    const allow = 'allow: [{ rule: age-question, text: "your age", reason: a test of the rule }]\n';
    expect((await check([question(allow, old)])).map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      "error age-question",
      "warning unused-silence",
    ]);
  });

  it("needs a reason, a rule that exists, and something to silence", async () => {
    const front = `allow:
  - rule: age-question
  - { rule: age-questoin, reason: a slip of the pen }
  - { rule: trivia, reason: nothing here is trivial }
`;
    expect(await check([question(front, old)])).toEqual([
      { at: "13:17", severity: "error", code: "age-question", silenced: undefined },
      { at: "7:11", severity: "error", code: "unexplained-silence", silenced: undefined },
      { at: "8:13", severity: "error", code: "unknown-rule", silenced: undefined },
      { at: "9:13", severity: "warning", code: "unused-silence", silenced: undefined },
    ]);
  });

  it("is not called unused for a rule that did not run", async () => {
    const allow = "allow: [{ rule: age-question, reason: needed where the law is other }]\n";
    expect(await check([question(allow, "Why is a list slow?")], { countries: ["uk"] })).toEqual([]);
    const review = "reviewed: 2020-01-31\nallow: [{ rule: stale-review, reason: nothing in it ages }]\n";
    expect(await check([question(review, "Why is a list slow?")])).toEqual([]);
  });
});

describe("the bank", () => {
  it("has stale reviews only on a stated day", async () => {
    const text = question("reviewed: 2024-11-30\n", "Why is a list slow?");
    expect(await check([text])).toEqual([]);
    expect(await check([text], { today: "2026-11-30" })).toEqual([]);
    expect((await check([text], { today: "2026-12-01" })).map(({ code }) => code)).toEqual(["stale-review"]);
    expect((await check([text], { today: "2024-11-29" })).map(({ code }) => code)).toEqual(["stale-review"]);
  });

  it("has no two questions that are nearly the same", async () => {
    const first = question("", "Why is a list of orders slow on Monday morning?", " in the shop");
    const other = question("", "Which locks does this hold at night?", " when nobody is there to see it");
    expect((await check([first, other, first.replace("Monday", "Friday")])).map(({ code }) => code)).toEqual([
      "near-duplicate",
    ]);
    expect(await check([first, other])).toEqual([]);
  });

  it("names questions that no plan can take", async () => {
    const plan = {
      id: "short",
      bans: [],
      stages: [{ kinds: ["coding"], focus: ["technical"], pins: [], split: { questions: 40 } }],
    };
    const plans = [plan] as unknown as NonNullable<CheckContext["plans"]>;
    expect((await check([question("", "Why is a list slow?")], { plans })).map(({ code }) => code)).toEqual([
      "unusable-question",
    ]);
  });
});

describe("nearDuplicates", () => {
  it("finds what comparing every pair finds", async () => {
    const words = "a b c d e f g h i j k l m n o p q r s t u v w x y z".split(" ");
    let seed = 7;
    const next = (below: number) => {
      seed = (seed * 48271) % 2147483647;
      return seed % below;
    };
    const texts = Array.from({ length: 60 }, () =>
      Array.from({ length: 30 }, () => words[next(26)]).join(" "),
    );
    texts.forEach((text, i) => {
      if (i % 3 === 0)
        texts.push(
          text
            .split(" ")
            .map((one, at) => (at === i % 30 ? "other" : one))
            .join(" "),
        );
    });
    const questions = texts.map((wording, i) => ({
      id: `q${String(i).padStart(3, "0")}`,
      wording,
      probes: [],
      rubric: [],
      background: "",
    })) as unknown as Parameters<typeof nearDuplicates>[0];
    const found = nearDuplicates(questions, 0.5).map(({ one, other }) => `${other} ${one}`);
    expect(found).toEqual(
      Array.from({ length: 20 }, (_, i) => `q${String(i * 3).padStart(3, "0")} q0${60 + i}`),
    );
  });

  it("knows the same words in a text of plain letters and in one with others", () => {
    const question = (id: string, wording: string) => ({
      id,
      wording,
      probes: [],
      rubric: [],
      background: "",
    });
    const plain = "Why doesn't HTTP/2 push 10 files, and what's used instead?";
    const others = nearDuplicates([question("a", plain), question("b", `${plain} –`)], 0.9);
    expect(others).toEqual([{ one: "b", other: "a", similarity: 1 }]);
    // One word is another: it stands in three of the nine triples of each.
    const café = nearDuplicates([question("a", plain), question("b", plain.replace("files", "cafés"))], 0.5);
    expect(café).toEqual([{ one: "b", other: "a", similarity: 6 / 12 }]);
  });
});

describe("what is read aloud beside questions", () => {
  it("is taken from English scripts, with their lists, and from plans and teams", async () => {
    const locale = `script:
  hello: "Hello. How old are you?"
candidate:
  expectItems:
    - Bring a pen.
    - Please attach a photograph of yourself to your application.
never:
  items: [Are you married?]
`;
    const files = [
      { path: "templates/locales/en.yaml", bytes: Buffer.from(locale) },
      { path: "templates/locales/de.yaml", bytes: Buffer.from(locale) },
    ];
    const plan = `---
stages:
  - id: one
    prepare: >-
      Tell us before whether you are married.
---
# Plan

Do you have children? Never ask that.
`;
    const { document } = readDocument("roles/plans/p.md", Buffer.from(plan));
    const spoken = [...scriptsIn(files), ...(document ? preparationIn(document) : [])];
    const codes = spoken.flatMap(({ path, line, text }) =>
      findTopics(text).map(({ code }) => `${path}:${line} ${code}`),
    );
    expect(codes).toEqual([
      "templates/locales/en.yaml:2 age-question",
      "templates/locales/en.yaml:5 photograph-request",
      "roles/plans/p.md:4 family-question",
      "roles/plans/p.md:7 family-question",
    ]);
  });
});
