// Rules about the bank as a whole and the loops that it leads to: what is missing, what is too much, what nobody can use.

import { nearDuplicates } from "../bank/near-duplicates.js";
import type { Question } from "../bank/question-bank.js";
import { type Diagnostic, diagnose } from "../document/diagnostic.js";
import { type CheckContext, ownQuestions, type Rule } from "./context.js";

/** Fewer active questions than this and two loops share most of a competency. */
const fewQuestions = 3;

/** A loop that rates less than this share of the demand is worth a second look. */
const lowCoverage = 0.5;

/** Tools and platforms change; facts that nobody has looked at for so long may have become wrong. */
const freshMonths = 24;

/** Two questions that share a third of their runs of three words are one question, or a copy that drifts. Different ones share less than a tenth. */
export const copied = 0.33;

export const bankRules: readonly Rule[] = [
  {
    code: "orphan-skill",
    name: "every skill has a question",
    why: "A role that demands it gets a gap.",
    source: "the design: every line of a role is accounted for",
    fix: "Write a question about it, or tag one that asks about it.",
    check: checkOrphanSkills,
  },
  {
    code: "thin-competency",
    name: "competencies have enough questions",
    why: "With fewer than three, two loops share most of what is asked, and answers get around.",
    source: "the design: questions rotate between openings",
    fix: "Write another question for it.",
    check: checkThinCompetencies,
  },
  {
    code: "unusable-question",
    name: "every question can be used by a plan",
    why: "A question that no stage of any plan admits is kept up for nobody.",
    source: "the plans in roles/plans/",
    fix: "Widen the focus, kinds or minutes of a stage, or retire the question.",
    check: checkUsable,
  },
  {
    code: "stale-review",
    name: "reviewed questions were reviewed within two years",
    why: "Versions change, and an anchor that rewards yesterday's answer is unfair.",
    source: "questions/README.md, the bar",
    fix: "Read it as an interviewer, mend what has changed, and write the new date.",
    check: checkReviews,
  },
  {
    code: "near-duplicate",
    name: "no two questions are nearly the same",
    why: "A loop could ask both, and a change to one misses the other.",
    source: "overlap of word triples over wording, probes, anchors and background",
    fix: "Merge them, or make one the other's enemy and let them differ.",
    check: checkDuplicates,
  },
  {
    code: "uncovered-requirement",
    name: "every requirement can be asked about",
    why: "What a hiring manager wrote must not be dropped in silence.",
    source: "the design: every line of a role is accounted for",
    fix: "Add a skill, a question, or a correction in the role's front matter.",
    check: checkGaps,
  },
  {
    code: "poorly-covered-demand",
    name: "loops measure what the role demands",
    why: "A decision that rests on less than half of the demand rests on luck.",
    source: "job analysis, the first component of structure (Campion, Palmer and Campion 1997)",
    fix: "Add questions, widen a stage's focus, or correct the role's weights.",
    check: checkCoverage,
  },
];

/** The competencies that are looked at for themselves. */
const ownCompetencies = ({ bank, only = () => true }: CheckContext) =>
  bank.competencies.filter(({ path }) => only(path));

function checkOrphanSkills(context: CheckContext): Diagnostic[] {
  const { bank, documents } = context;
  const competencies = ownCompetencies(context);
  if (competencies.length === 0) return [];
  const asked = new Set(
    bank.questions.filter((question) => question.status === "active").flatMap((question) => question.skills),
  );
  const inUse = new Set(bank.questions.map((question) => question.competency));
  return competencies.flatMap((competency) => {
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

function checkThinCompetencies(context: CheckContext): Diagnostic[] {
  const competencies = ownCompetencies(context);
  if (competencies.length === 0) return [];
  const active = new Map<string, number>();
  for (const { competency, status } of context.bank.questions)
    if (status === "active") active.set(competency, (active.get(competency) ?? 0) + 1);
  return competencies.flatMap((competency) => {
    const count = active.get(competency.id) ?? 0;
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

function checkUsable({ bank, plans, documents }: CheckContext): Diagnostic[] {
  if (!plans || plans.length === 0) return [];
  const families = new Map(bank.competencies.map(({ id, family }) => [id, family]));
  const usable = (question: Question): boolean =>
    plans.some(
      (plan) =>
        !plan.bans.includes(question.id) &&
        plan.stages.some((stage) => {
          if (question.minutes > stage.split.questions) return false;
          if (stage.pins.includes(question.id)) return true;
          const kind = stage.kinds.length === 0 || stage.kinds.includes(question.kind);
          const focus =
            stage.focus.length === 0 ||
            stage.focus.includes(question.competency) ||
            stage.focus.includes(families.get(question.competency) ?? "");
          return kind && focus;
        }),
    );
  return bank.questions
    .filter((question) => question.status === "active" && !usable(question))
    .map((question) =>
      diagnose(
        "unusable-question",
        question.path,
        documents.get(question.path)?.keyAt(["kind"]),
        `no stage of ${plans.map(({ id }) => id).join(", ")} takes a ${question.kind} question about ${question.competency} of ${question.minutes} minutes`,
        "Add the competency or the kind to a stage, or set status: retired.",
      ),
    );
}

function checkReviews(context: CheckContext): Diagnostic[] {
  const { today, documents } = context;
  if (today === undefined) return [];
  const since = monthsBefore(today, freshMonths);
  return ownQuestions(context).flatMap((question) => {
    const { reviewed, status } = question;
    if (reviewed === undefined || status === "retired" || (reviewed >= since && reviewed <= today)) return [];
    return [
      diagnose(
        "stale-review",
        question.path,
        documents.get(question.path)?.valueAt(["reviewed"]),
        reviewed > today
          ? `reviewed ${reviewed}, which is after ${today}`
          : `reviewed ${reviewed}, expected ${since} or later`,
      ),
    ];
  });
}

/** The day so many months earlier, as YYYY-MM-DD; days that a month lacks are kept, since only order counts. */
function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1] = day.split("-").map(Number);
  const count = year * 12 + (month - 1) - months;
  const two = (value: number) => String(value).padStart(2, "0");
  return `${Math.floor(count / 12)}-${two((count % 12) + 1)}-${day.slice(8)}`;
}

function checkDuplicates(context: CheckContext): Diagnostic[] {
  // The shared questions were compared before: a team without any of its own has nothing to be compared.
  if (!ownQuestions(context).some(isAsked)) return [];
  const asked = context.bank.questions.filter(isAsked);
  const paths = new Map(asked.map((question) => [question.id, question.path]));
  return (context.ahead?.pairs ?? nearDuplicates(asked, copied)).map(({ one, other, similarity }) =>
    diagnose(
      "near-duplicate",
      paths.get(one) ?? one,
      undefined,
      `shares ${Math.round(similarity * 100)} % of its words with ${other}, expected less than ${copied * 100} %`,
      `Compare it with ${paths.get(other)}`,
    ),
  );
}

/** Drafts share the marks for what is still to be written. */
export const isAsked = ({ status }: Question) => status === "active";

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
        `${unrated.length > 0 ? `Not rated: ${unrated.join(", ")}` : "The rest of its lines names no ability of the bank"}. Add questions, widen a stage's focus, or correct weights in the role's front matter.`,
      ),
    ];
  });
}
