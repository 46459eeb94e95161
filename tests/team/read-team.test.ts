import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { formatDiagnostic } from "../../src/document/diagnostic.js";
import { readDocument } from "../../src/document/document.js";
import { readTeam } from "../../src/team/read-team.js";
import { expectedFindings } from "../expected-findings.js";
import { shared } from "../small-bank.js";

const path = "questions/teams/payments/team.md";

function read(text: string, pictures: string[] = []) {
  const { document, findings } = readDocument(path, Buffer.from(text));
  if (!document) throw new Error(findings.map(formatDiagnostic).join("\n"));
  return readTeam("payments", document, { bank: shared.bank, plans: ["standard"], pictures });
}

describe("readTeam", () => {
  it("reads every key, in its short and its long form", () => {
    const { team, findings } = read(
      `---
title: Payments
plan: standard
minutes: { depth: 75 }
pins: [slow-list, { question: lost-file, stage: intro, reason: Ours. }]
bans: [{ skill: mysql, reason: Not used. }]
weights: { Postgres: { weight: 60, reason: Daily. }, ownership: { weight: 90, reason: Nights. } }
skills: [sql, { skill: Initiative, importance: nice, reason: Alone at night. }]
levels: { lead: staff }
branding: { name: Pay, logo: art/mark.svg, accent: "#0b3d91" }
locale: de
paper: letter
---
# Payments

For **interviewers**.
`,
      ["art/mark.svg"],
    );
    expect(findings).toEqual([]);
    expect(team).toEqual({
      id: "payments",
      title: "Payments",
      path,
      plan: "standard",
      minutes: [{ stage: "depth", minutes: 75, at: { line: 4, column: 12 } }],
      pins: [
        { question: "slow-list", at: { line: 5, column: 8 } },
        { question: "lost-file", stage: "intro", reason: "Ours.", at: { line: 5, column: 31 } },
      ],
      bans: [{ what: "skill", name: "MySQL", reason: "Not used.", at: { line: 6, column: 17 } }],
      weights: [
        { name: "PostgreSQL", weight: 60, reason: "Daily." },
        { name: "ownership", weight: 90, reason: "Nights." },
      ],
      skills: [
        { skill: "SQL", competency: "data-access", importance: "must" },
        { skill: "Initiative", competency: "ownership", importance: "nice", reason: "Alone at night." },
      ],
      levels: { lead: "staff" },
      branding: { name: "Pay", logo: "art/mark.svg", accent: "#0b3d91" },
      locale: "de",
      paper: "letter",
      brief: "For **interviewers**.",
    });
  });

  it("finds every unknown name and contradiction at its own line, with the nearest name", () => {
    const fixture = readFileSync(join(import.meta.dirname, "../fixtures/teams/names.md"), "utf8");
    const { expected, cleaned } = expectedFindings(fixture);
    const { team, findings } = read(cleaned);
    expect(team).toBeUndefined();
    expect(findings.map(({ line, code }) => `${line} ${code}`)).toEqual(expected);
    const text = findings.map(formatDiagnostic).join("\n");
    expect(text).toContain(
      `${path}:7:5 error unknown-question no question has the id "slow-lst"\n    Write slow-list`,
    );
    expect(text).toContain("slow-list is pinned on line 8 already");
    expect(text).toContain("dear-index is pinned, and banned on line 14 by the skill MySQL");
    expect(text).toContain(`Write data-access`);
    expect(text).toContain(`Write standard`);
    expect(text).toContain("found no SVG or PNG file");
  });

  it("names the faults of the form that was written, and unknown keys with the nearest", () => {
    const { findings } = read(`---
title: Payments
minute: { coding: 60 }
pins:
  - question: slow-list
    stag: depth
bans:
  - skill: MySQL
    competency: data-access
weights:
  SQL: 60
levels: { head: staff }
---
`);
    expect(findings.map((finding) => `${finding.line} ${finding.code} ${finding.message}`)).toEqual([
      expect.stringContaining('3 unknown-key unknown key "minute"'),
      '6 unknown-key unknown key "stag"',
      expect.stringMatching(/^8 invalid-value bans\.0 is .*expected one of question, skill or competency$/),
      "11 invalid-value weights.SQL is 60, expected a group of keys",
      expect.stringContaining("12 "),
    ]);
  });
});
