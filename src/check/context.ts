// What the rules look at, and what a rule is: data that a person can read, and one function.
import type { InterviewPlan, LoopPlan } from "../assemble/interview-plan.js";
import type { Pair } from "../bank/near-duplicates.js";
import type { Question, QuestionBank } from "../bank/question-bank.js";
import type { Diagnostic, DiagnosticCode } from "../document/diagnostic.js";
import type { SourceDocument } from "../document/document.js";
import type { Country } from "../fairness/countries.js";
import type { Topic } from "../fairness/read-topic.js";
import type { Demand } from "../match/demand.js";
import type { RoleProfile } from "../role/role-profile.js";
import type { Passage } from "./passages.js";
import type { Reading } from "./readings.js";

export interface CheckedRole {
  profile: RoleProfile;
  demand: Demand;
  plan?: InterviewPlan;
}

export interface CheckContext {
  bank: QuestionBank;
  /** Documents as read, by path, with their places: those of the bank, of plans, and of whatever else may silence a rule. */
  documents: ReadonlyMap<string, SourceDocument>;
  roles: readonly CheckedRole[];
  plans?: readonly LoopPlan[];
  /** What is not asked, from rules/do-not-ask/; without it those rules do not run. */
  topics?: readonly Topic[];
  /** Whose law counts; all when absent. */
  countries?: readonly Country[];
  /** Words that candidates hear or read beside questions: scripts, briefs, what to prepare. */
  spoken?: readonly Passage[];
  /** Files that are looked at for themselves; all when absent. The others were looked at before, without a team. */
  only?: (path: string) => boolean;
  /** What was found before the rules ran: in the passages of the bank's questions, by path, and which of them are nearly the same. */
  ahead?: { readings: ReadonlyMap<string, readonly Reading[]>; pairs: readonly Pair[] };
  /** The day on which reviews are judged, as YYYY-MM-DD. The clock is never asked: without it no review is stale. */
  today?: string;
}

/** A rule, as `check --explain` shows it. Its severity, and what it means, stand in the catalogue under its code. */
export interface Rule {
  code: DiagnosticCode;
  name: string;
  why: string;
  /** Where the rule comes from: a law, a study, a limit of the page. */
  source: string;
  fix: string;
  check(context: CheckContext): Diagnostic[];
}

/** Computes once what several rules share. */
export function oncePerContext<T>(compute: (context: CheckContext) => T): (context: CheckContext) => T {
  const known = new WeakMap<CheckContext, { value: T }>();
  return (context) => {
    const before = known.get(context);
    if (before) return before.value;
    const value = compute(context);
    known.set(context, { value });
    return value;
  };
}

/** The questions that are looked at for themselves. */
export const ownQuestions = oncePerContext(({ bank, only }: CheckContext): readonly Question[] =>
  only ? bank.questions.filter(({ path }) => only(path)) : bank.questions,
);
