// In: the bank, its documents, and the roles with their loops. Out: findings that no single file shows.
// Each rule is a name and a function; to add one, add it to the array. Never changes anything.

import type { InterviewPlan } from "../assemble/interview-plan.js";
import type { Anchor, Question, QuestionBank, QuestionKind } from "../bank/question-bank.js";
import { type Diagnostic, diagnose, type Position } from "../document/diagnostic.js";
import type { SourceDocument } from "../document/document.js";
import type { Demand } from "../match/demand.js";
import type { RoleProfile } from "../role/role-profile.js";

export interface CheckedRole {
  profile: RoleProfile;
  demand: Demand;
  plan?: InterviewPlan;
}

export interface CheckContext {
  bank: QuestionBank;
  documents: ReadonlyMap<string, SourceDocument>;
  roles: readonly CheckedRole[];
}

interface Rule {
  name: string;
  check(context: CheckContext): Diagnostic[];
}

/** Limits of the printed page and of what can be read aloud; reasons stand in questions/README.md. */
const limits = {
  wordingWords: 90,
  probeCharacters: 95,
  anchorWords: 45,
  backgroundWords: 110,
  redFlags: 4,
  titleCharacters: 60,
  exhibitLines: 45,
  exhibitColumns: 88,
} as const;

/** Minutes that a question of a kind takes, from experience in the design's loops: least and most. */
const usualMinutes: Record<QuestionKind, readonly [number, number]> = {
  behavioral: [8, 15],
  situational: [8, 15],
  technical: [8, 15],
  "code-review": [12, 20],
  coding: [15, 30],
  design: [20, 40],
};

/** Fewer active questions than this and two loops share most of a competency. */
const fewQuestions = 3;

/** A loop that rates less than this share of the demand is worth a second look. */
const lowCoverage = 0.5;

const rules: readonly Rule[] = [
  { name: "wording can be read aloud", check: eachQuestion(checkWording) },
  { name: "probes and red flags are one line each", check: eachQuestion(checkLists) },
  { name: "anchors can be read while listening", check: eachQuestion(checkAnchors) },
  { name: "background fits beside the notes", check: eachQuestion(checkBackground) },
  { name: "exhibits fit the candidate's page", check: eachQuestion(checkExhibit) },
  { name: "minutes fit the kind", check: eachQuestion(checkMinutes) },
  { name: "every skill has a question", check: checkOrphanSkills },
  { name: "competencies have enough questions", check: checkThinCompetencies },
  { name: "every requirement can be asked about", check: checkGaps },
  { name: "loops measure what the role demands", check: checkCoverage },
];

/** Runs every rule; findings come in the order of the rules. */
export function runRules(context: CheckContext): Diagnostic[] {
  return rules.flatMap((rule) => rule.check(context));
}

type Place = (section: string) => Position;

function eachQuestion(check: (question: Question, place: Place) => Diagnostic[]) {
  return ({ bank, documents }: CheckContext): Diagnostic[] =>
    bank.questions.flatMap((question) => {
      const sections = documents.get(question.path)?.sections ?? [];
      const place: Place = (name) => {
        const section = sections.find((one) => one.title.toLowerCase().startsWith(name.toLowerCase()));
        return { line: section?.line ?? 1, column: 1 };
      };
      return check(question, place);
    });
}

function checkWording(question: Question, place: Place): Diagnostic[] {
  const findings: Diagnostic[] = [];
  const words = countWords(question.wording);
  if (words > limits.wordingWords) {
    findings.push(
      tooLong(
        question,
        place(question.title),
        `the wording has ${words} words, expected at most ${limits.wordingWords}`,
      ),
    );
  }
  if (question.title.length > limits.titleCharacters) {
    findings.push(
      tooLong(
        question,
        place(question.title),
        `the title has ${question.title.length} characters, expected at most ${limits.titleCharacters}`,
      ),
    );
  }
  return findings;
}

function checkLists(question: Question, place: Place): Diagnostic[] {
  const findings: Diagnostic[] = [];
  for (const probe of question.probes) {
    if (probe.length <= limits.probeCharacters) continue;
    findings.push(
      tooLong(
        question,
        place("Probes"),
        `a probe has ${probe.length} characters, expected one line of at most ${limits.probeCharacters}: "${probe.slice(0, 40)}…"`,
      ),
    );
  }
  if (question.redFlags.length > limits.redFlags) {
    findings.push(
      diagnose(
        "too-many-red-flags",
        question.path,
        place("Red flags"),
        `found ${question.redFlags.length} red flags, expected at most ${limits.redFlags}`,
      ),
    );
  }
  return findings;
}

function checkAnchors(question: Question, place: Place): Diagnostic[] {
  return question.rubric.flatMap((anchor: Anchor) => {
    const words = countWords(anchor.text);
    if (words <= limits.anchorWords) return [];
    return [
      tooLong(
        question,
        place(String(anchor.rating)),
        `the anchor for ${anchor.rating} has ${words} words, expected at most ${limits.anchorWords}`,
      ),
    ];
  });
}

function checkBackground(question: Question, place: Place): Diagnostic[] {
  const words = countWords(question.background);
  if (words <= limits.backgroundWords) return [];
  return [
    diagnose(
      "background-too-long",
      question.path,
      place("Background"),
      `the background has ${words} words, expected at most ${limits.backgroundWords}`,
    ),
  ];
}

function checkExhibit(question: Question, place: Place): Diagnostic[] {
  const lines = (question.exhibit ?? "").split("\n").filter((line) => !line.startsWith("```"));
  const widest = Math.max(0, ...lines.map((line) => line.length));
  if (lines.length <= limits.exhibitLines && widest <= limits.exhibitColumns) return [];
  return [
    diagnose(
      "exhibit-too-large",
      question.path,
      place("Exhibit"),
      `the exhibit has ${lines.length} lines of up to ${widest} characters, expected at most ${limits.exhibitLines} of ${limits.exhibitColumns}`,
    ),
  ];
}

function checkMinutes(question: Question): Diagnostic[] {
  const [least, most] = usualMinutes[question.kind];
  if (question.minutes >= least && question.minutes <= most) return [];
  return [
    diagnose(
      "unusual-minutes",
      question.path,
      { line: 1, column: 1 },
      `${question.minutes} minutes for a ${question.kind} question, expected ${least} to ${most}`,
    ),
  ];
}

function checkOrphanSkills({ bank, documents }: CheckContext): Diagnostic[] {
  const asked = new Set(
    bank.questions.filter((question) => question.status === "active").flatMap((question) => question.skills),
  );
  const inUse = new Set(bank.questions.map((question) => question.competency));
  return bank.competencies.flatMap((competency) => {
    if (!inUse.has(competency.id)) {
      const count = competency.skills.length;
      return [
        diagnose(
          "unasked-competency",
          competency.path,
          undefined,
          `its ${count} skills are recognised in roles, but no question asks about them`,
        ),
      ];
    }
    return competency.skills.flatMap((skill, index) => {
      if (asked.has(skill.name)) return [];
      const place = documents.get(competency.path)?.valueAt(["skills", index, "name"]);
      return [
        diagnose("orphan-skill", competency.path, place, `no active question asks about ${skill.name}`),
      ];
    });
  });
}

function checkThinCompetencies({ bank }: CheckContext): Diagnostic[] {
  return bank.competencies.flatMap((competency) => {
    const count = bank.questions.filter(
      (question) => question.competency === competency.id && question.status === "active",
    ).length;
    // None at all is another matter: see checkOrphanSkills.
    if (count === 0 || count >= fewQuestions) return [];
    return [
      diagnose(
        "thin-competency",
        competency.path,
        undefined,
        `found ${count} active questions, expected at least ${fewQuestions}`,
      ),
    ];
  });
}

function checkGaps({ roles }: CheckContext): Diagnostic[] {
  return roles.flatMap(({ profile, demand }) =>
    demand.gaps
      .filter(({ why }) => why !== "credential")
      .map((gap) => {
        const what =
          gap.why === "no-skill" ? "no known skill in it" : `no question about ${gap.skills.join(", ")}`;
        return diagnose(
          "uncovered-requirement",
          profile.path,
          { line: gap.line, column: 1 },
          `${what}: "${gap.text.slice(0, 60)}"`,
          gap.hint,
        );
      }),
  );
}

function checkCoverage({ roles }: CheckContext): Diagnostic[] {
  return roles.flatMap(({ profile, plan, demand }) => {
    if (!plan || plan.coverage >= lowCoverage) return [];
    const unrated = plan.unrated
      .slice(0, 4)
      .map((id) => demand.competencies.find((one) => one.competency === id)?.title ?? id);
    return [
      diagnose(
        "poorly-covered-demand",
        profile.path,
        undefined,
        `the loop rates ${Math.round(plan.coverage * 100)} % of the demand, expected at least ${lowCoverage * 100} %`,
        `Not rated: ${unrated.join(", ")}. Add questions, widen a stage's focus, or correct weights in the role's front matter.`,
      ),
    ];
  });
}

function tooLong(question: Question, position: Position, message: string): Diagnostic {
  return diagnose("too-long", question.path, position, message);
}

function countWords(markdown: string): number {
  return markdown.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
