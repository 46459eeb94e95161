// In: a demand, a plan and the candidates. Out: every wish that contradicts another before anything is solved, named with its numbers.
// "Infeasible" is never said: each finding names the stage, the questions and the minutes that a person can change.
import { type Diagnostic, type DiagnosticCode, diagnose, type Position } from "../document/diagnostic.js";
import type { Demand, EligibleQuestion } from "../match/demand.js";
import { type Candidates, enemyPairs, matchesStage } from "./candidates.js";
import type { LoopPlan, StagePlan } from "./interview-plan.js";

/** What contradicts itself before anything is solved. */
export function conflictsBefore(demand: Demand, plan: LoopPlan, candidates: Candidates): Diagnostic[] {
  const findings: Diagnostic[] = [];
  const report: ReportStage = (code, stage, message, hint, pins = []) => {
    const { path, at } = placeOf(plan, stage, pins);
    findings.push(diagnose(code, path, at, message, hint));
  };

  const eligible = new Set(demand.questions.map((question) => question.id));
  const banned = new Set(plan.bans);
  const stageOf = new Map<string, StagePlan>();
  const wishes: { id: string; stage?: StagePlan }[] = [
    ...plan.stages.flatMap((stage) => stage.pins.map((id) => ({ id, stage }))),
    ...plan.pins.map((id) => ({ id })),
  ];
  const seen = new Set<string>();
  for (const { id, stage } of wishes) {
    const first = stageOf.get(id);
    if (stage && first && first !== stage) {
      report(
        "conflicting-plan",
        stage,
        `${id} is pinned in the stages ${first.id} and ${stage.id}, but is asked once in a loop`,
        `It is asked in ${first.id}. Delete one of the pins.`,
        [id],
      );
    }
    if (stage && !first) stageOf.set(id, stage);
    if (seen.has(id)) continue;
    seen.add(id);
    if (banned.has(id)) {
      report(
        "conflicting-plan",
        stage,
        `${id} is pinned and banned`,
        "The ban holds. Delete one of the two.",
        [id],
      );
    } else if (!eligible.has(id)) {
      report(
        "ineligible-pin",
        stage,
        `the pinned question ${id} may not be asked for this role at level ${demand.level}`,
        "It is not active, written for another level, or about nothing that the role demands. Delete the pin, or change the question.",
        [id],
      );
    }
  }

  const pinned = candidates.pins.map((pin) => pin.question);
  for (const [one, other] of enemyPairs(pinned)) {
    report(
      "conflicting-plan",
      stageOf.get(other.id) ?? stageOf.get(one.id),
      `the pinned questions ${one.id} and ${other.id} are enemies: one gives the other away`,
      "Only one is asked. Delete one of the pins.",
      [one.id, other.id],
    );
  }
  const inLoop = competenciesOf(pinned);
  if (inLoop.length > plan.competenciesPerLoop) {
    report(
      "conflicting-plan",
      undefined,
      `the pins rate ${inLoop.length} competencies, the loop may rate ${plan.competenciesPerLoop}`,
      `Delete pins, or write competenciesPerLoop: ${inLoop.length}`,
      idsOf(pinned),
    );
  }
  candidates.stages.forEach(({ stage, questions }, index) => {
    const pins = candidates.pins.filter((pin) => pin.stage === index).map((pin) => pin.question);
    pinsOfStage(plan, stage, pins, report);
    fewQuestions(demand, stage, questions, report);
  });
  for (const { question, stage } of candidates.pins) {
    if (stage !== undefined || candidates.stages.some(({ questions }) => questions.includes(question)))
      continue;
    const open = plan.stages.filter((one) => matchesStage(question, one));
    report(
      "conflicting-plan",
      undefined,
      open.length === 0
        ? `the pinned question ${question.id} (${question.kind}, ${question.competency}) fits the kinds and focus of no stage`
        : `the pinned question ${question.id} needs ${question.minutes} minutes, the longest stage that it fits has ${Math.max(...open.map((one) => one.split.questions))}`,
      "Pin it in one stage, widen that stage, or delete the pin.",
      [question.id],
    );
  }
  return findings;
}

type ReportStage = (
  code: DiagnosticCode,
  stage: StagePlan | undefined,
  message: string,
  hint: string,
  /** The pinned questions that it is about. */
  pins?: readonly string[],
) => void;

/** A team's pin is mended in the team's file, whatever stage it is in; everything else in the plan. */
export function placeOf(
  plan: LoopPlan,
  stage: StagePlan | undefined,
  pins: readonly string[],
): { path: string; at: Position | undefined } {
  const { overlay } = plan;
  // Of several the one that was written last: before it, all was well.
  const own = pins.flatMap((id) => overlay?.pins[id] ?? []).sort((a, b) => b.line - a.line)[0];
  return overlay && own ? { path: overlay.path, at: own } : { path: plan.path, at: stage?.at };
}

function pinsOfStage(plan: LoopPlan, stage: StagePlan, pins: EligibleQuestion[], report: ReportStage): void {
  const minutes = minutesOf(pins);
  if (minutes > stage.split.questions) {
    report(
      "conflicting-plan",
      stage,
      `the pins of stage ${stage.id} need ${minutes} of ${stage.split.questions} minutes`,
      `Delete a pin (${pins.map((pin) => `${pin.id}: ${pin.minutes}`).join(", ")}), or give the stage more minutes.`,
      idsOf(pins),
    );
  }
  if (pins.length > stage.questions.max) {
    report(
      "conflicting-plan",
      stage,
      `stage ${stage.id} has ${pins.length} pins, at most ${stage.questions.max} questions may be asked in it`,
      `Delete a pin, or write max: ${pins.length}`,
      idsOf(pins),
    );
  }
  const competencies = competenciesOf(pins);
  if (competencies.length > plan.competenciesPerStage) {
    report(
      "conflicting-plan",
      stage,
      `the pins of stage ${stage.id} rate ${competencies.length} competencies, a stage may rate ${plan.competenciesPerStage}`,
      `Delete a pin, or write competenciesPerStage: ${competencies.length}`,
      idsOf(pins),
    );
  }
}

function fewQuestions(
  demand: Demand,
  stage: StagePlan,
  questions: readonly EligibleQuestion[],
  report: ReportStage,
): void {
  const { min } = stage.questions;
  if (
    questions.length > 0 &&
    stage.core.length > 0 &&
    !questions.some(({ kind }) => stage.core.includes(kind))
  ) {
    report(
      "coreless-stage",
      stage,
      `stage ${stage.id} asks no ${stage.core.join(" or ")} question: none is eligible that fits its focus and minutes`,
      widen(demand, stage),
    );
  }
  if (questions.length === 0) {
    report(
      "empty-stage",
      stage,
      `stage ${stage.id} is left out: no eligible question fits its kinds, focus and ${stage.split.questions} minutes`,
      widen(demand, stage),
    );
  } else if (questions.length < min) {
    report(
      "thin-stage",
      stage,
      `stage ${stage.id} wants at least ${count(min, "question")}, only ${questions.length} eligible ${questions.length === 1 ? "question fits" : "questions fit"} its kinds and focus`,
      widen(demand, stage),
    );
  } else {
    const shortest = questions.map((question) => question.minutes).sort((a, b) => a - b);
    const least = shortest.slice(0, min).reduce((sum, minutes) => sum + minutes, 0);
    if (least > stage.split.questions) {
      report(
        "thin-stage",
        stage,
        `stage ${stage.id} wants at least ${count(min, "question")}, its ${min} shortest eligible ones need ${least} of ${stage.split.questions} minutes`,
        "Give the stage more minutes, ask for fewer questions, or add shorter ones.",
      );
    }
  }
}

export function widen(demand: Demand, stage: StagePlan): string {
  const about = stage.focus.length === 0 ? "anything the role demands" : stage.focus.join(", ");
  return `Add questions for ${demand.level} about ${about}, or widen the stage's kinds or focus.`;
}

export function competenciesOf(questions: readonly EligibleQuestion[]): string[] {
  return [...new Set(questions.map((question) => question.competency))];
}

function idsOf(questions: readonly EligibleQuestion[]): string[] {
  return questions.map(({ id }) => id);
}

export function minutesOf(questions: readonly EligibleQuestion[]): number {
  return questions.reduce((sum, question) => sum + question.minutes, 0);
}

export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
