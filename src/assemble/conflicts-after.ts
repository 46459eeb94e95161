// In: a demand, a plan, the candidates and the choice. Out: every wish that the loop found does not keep, and why not.
// "Infeasible" is never said: each finding names the stage, the questions and the minutes that a person can change.
import { type Diagnostic, diagnose } from "../document/diagnostic.js";
import type { Demand, EligibleQuestion } from "../match/demand.js";
import { type Candidates, enemyPairs, matchesStage } from "./candidates.js";
import { competenciesOf, count, minutesOf, placeOf, widen } from "./conflicts.js";
import type { LoopPlan, StagePlan } from "./interview-plan.js";
import type { Choice, Solution } from "./solve.js";

// A stage that uses less than this share of its question minutes is reported.
const leastUse = 0.65;

/** What had to be given up, and what stays unused, in the loop that was found. `named` are the findings made before. */
export function conflictsAfter(
  demand: Demand,
  plan: LoopPlan,
  candidates: Candidates,
  choice: Choice & Pick<Solution, "hurried">,
  named: readonly Diagnostic[],
): Diagnostic[] {
  const findings: Diagnostic[] = [];
  const byStage = plan.stages.map((_, index) =>
    choice.placements.filter((placed) => placed.stage === index).map((placed) => placed.question),
  );
  for (const question of choice.pinsLeftOut) {
    const own = candidates.pins.find((pin) => pin.question === question)?.stage;
    const stages = candidates.stages.filter(({ stage }, index) =>
      own === undefined ? matchesStage(question, stage) : index === own,
    );
    const room = stages.map(({ stage }) => {
      const used = minutesOf(byStage[plan.stages.indexOf(stage)] ?? []);
      return `${stage.id} has ${stage.split.questions - used} of ${stage.split.questions} minutes left`;
    });
    const { path, at } = placeOf(plan, own === undefined ? undefined : plan.stages[own], [question.id]);
    findings.push(
      diagnose(
        "conflicting-plan",
        path,
        at,
        `the pinned question ${question.id} (${count(question.minutes, "minute")}) is left out: ${choice.hurried ? "the time was over before a loop with it was found" : "it cannot be asked beside the other pins"}`,
        room.length === 0 ? "Delete the pin." : `Beside what is asked, ${room.join(", ")}.`,
      ),
    );
  }
  candidates.stages.forEach(({ stage, questions }, index) => {
    const chosen = byStage[index] ?? [];
    if (questions.length === 0) return;
    const lacking = choice.shortfalls[index] ?? 0;
    const before = named.some(
      (finding) => finding.code === "thin-stage" && finding.message.startsWith(`stage ${stage.id} `),
    );
    if (chosen.length === 0) {
      findings.push(
        diagnose(
          "empty-stage",
          plan.path,
          stage.at,
          `stage ${stage.id} is left out: ${whyNotMore(plan, stage, questions, chosen, choice)}`,
          widen(demand, stage),
        ),
      );
      return;
    }
    if (lacking > 0 && !before) {
      findings.push(
        diagnose(
          "thin-stage",
          plan.path,
          stage.at,
          `stage ${stage.id} wants at least ${count(stage.questions.min, "question")} and gets ${chosen.length}: ${whyNotMore(plan, stage, questions, chosen, choice)}`,
          widen(demand, stage),
        ),
      );
    }
    if (choice.coreless[index]) {
      findings.push(
        diagnose(
          "coreless-stage",
          plan.path,
          stage.at,
          `stage ${stage.id} asks no ${stage.core.join(" or ")} question: none ${choice.hurried ? "was found in the time there was" : "fits beside the pins and the other stages"}`,
          widen(demand, stage),
        ),
      );
    }
    const used = minutesOf(chosen);
    if (used < leastUse * stage.split.questions) {
      const full = chosen.length >= stage.questions.max;
      findings.push(
        diagnose(
          "underused-stage",
          plan.path,
          stage.at,
          `stage ${stage.id} uses ${used} of ${stage.split.questions} minutes: ${
            full
              ? `its plan allows at most ${count(stage.questions.max, "question")}`
              : whyNotMore(plan, stage, questions, chosen, choice)
          }`,
          full
            ? "Allow more questions, or make the stage shorter."
            : `${widen(demand, stage)} Or make the stage shorter.`,
        ),
      );
    }
  });
  return findings;
}

/** What becomes of the stage's other candidates, counted by the first reason that holds for each. */
function whyNotMore(
  plan: LoopPlan,
  stage: StagePlan,
  questions: readonly EligibleQuestion[],
  chosen: readonly EligibleQuestion[],
  choice: Choice,
): string {
  const asked = choice.placements.map((placed) => placed.question);
  const left = stage.split.questions - minutesOf(chosen);
  const rated = competenciesOf(asked);
  const here = competenciesOf(chosen);
  const reasons = new Map<string, number>();
  for (const question of questions) {
    if (chosen.includes(question)) continue;
    const reason = asked.includes(question)
      ? "asked in another stage"
      : enemyPairs([question, ...asked]).some((pair) => pair.includes(question))
        ? "an enemy of a question that is asked"
        : question.minutes > left
          ? `longer than the ${left} minutes left`
          : !rated.includes(question.competency) && rated.length >= plan.competenciesPerLoop
            ? `about a competency beyond the ${plan.competenciesPerLoop} that the loop may rate`
            : !here.includes(question.competency) && here.length >= plan.competenciesPerStage
              ? `about a competency beyond the ${plan.competenciesPerStage} that a stage may rate`
              : "worth less than what is asked instead";
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  if (reasons.size === 0) return "no other eligible question fits its kinds and focus";
  const list = [...reasons].map(([reason, number]) => `${number} ${reason}`).join(", ");
  return `of the other eligible questions ${list}`;
}
