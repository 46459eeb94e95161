// In: a Demand and a LoopPlan. Out: the InterviewPlan with its reasons and numbers, and a finding for each wish not kept.
// The wiring of this folder: candidates → prices → programme → solver → order, spares, figures. Touches no disk.
import { compareText, type Diagnostic, diagnose, sortDiagnostics } from "../document/diagnostic.js";
import type { Demand, EligibleQuestion } from "../match/demand.js";
import { findAlternates } from "./alternates.js";
import { candidatesFor } from "./candidates.js";
import { conflictsAfter, conflictsBefore } from "./conflicts.js";
import type { InterviewPlan, LoopPlan, Optimality, PlannedQuestion, PlannedStage } from "./interview-plan.js";
import { modelLoop, type Placement } from "./model.js";
import { settleTies } from "./settle-ties.js";
import { type Solution, solve } from "./solve.js";
import { worthOf } from "./worth.js";

export interface AssembleOptions {
  /**
   * After this the best loop found so far is returned with its proven gap. Generous by default: what a slow or busy machine
   * cuts off is the one thing that can differ between two runs.
   */
  timeLimitMs?: number;
  alternatesPerStage?: number;
}

/** Plans one role's loop. Without a `plan`, an error among the findings says why. */
export async function assembleLoop(
  demand: Demand,
  plan: LoopPlan,
  { timeLimitMs = 20_000, alternatesPerStage = 2 }: AssembleOptions = {},
): Promise<{ plan?: InterviewPlan; findings: Diagnostic[] }> {
  const candidates = candidatesFor(demand, plan);
  const before = conflictsBefore(demand, plan, candidates);
  if (candidates.stages.every(({ questions }) => questions.length === 0)) {
    const message = `no question of the bank may be asked in any stage for this role at level ${demand.level}`;
    const hint = "Add questions about what the role demands, or use a plan with wider stages.";
    return {
      findings: sortDiagnostics([...before, diagnose("unplanned-loop", plan.path, undefined, message, hint)]),
    };
  }

  const worth = worthOf(demand, plan);
  const model = modelLoop(candidates, plan, worth);
  const solution = await solve(model.programme, timeLimitMs);
  if (!solution) {
    const message = `no loop was found within ${timeLimitMs / 1000} s`;
    return {
      findings: sortDiagnostics([
        ...before,
        diagnose("unplanned-loop", plan.path, undefined, message, "Allow more time."),
      ]),
    };
  }
  const choice = model.read(solution.values);
  const placements = settleTies(choice.placements, candidates, worth);
  const after = conflictsAfter(demand, plan, candidates, { ...choice, placements }, before);
  const optimality = optimalityOf(solution);
  if (optimality.status === "gap") {
    const percent = (optimality.gap * 100).toFixed(2);
    const message = `the loop is the best found in ${timeLimitMs / 1000} s; no loop is more than ${percent} % better`;
    after.push(diagnose("unproven-plan", plan.path, undefined, message));
  }

  const alternates = findAlternates(placements, candidates, plan, worth, alternatesPerStage);
  const explain = explainer(demand, plan, candidates.pins);
  const stages = plan.stages.flatMap((stage, index): PlannedStage[] => {
    const chosen = placements.filter((placed) => placed.stage === index).map((placed) => placed.question);
    if (chosen.length === 0) return [];
    const competencies = byWeight(
      demand,
      chosen.map((question) => question.competency),
    );
    return [
      {
        id: stage.id,
        title: stage.title,
        minutes: stage.minutes,
        questions: explain.stage(inOrder(chosen, demand)),
        alternates: (alternates[index] ?? []).map((question) => explain.spare(question, competencies)),
        competencies,
      },
    ];
  });
  return {
    plan: { plan: plan.id, stages, optimality, ...figures(demand, placements) },
    findings: sortDiagnostics([...before, ...after]),
  };
}

function optimalityOf({ objective, bound, proven }: Solution): Optimality {
  return {
    status: proven ? "optimal" : "gap",
    objective,
    bound,
    gap: bound === 0 ? 0 : (bound - objective) / bound,
  };
}

/**
 * The order in which a stage's questions are asked. The shortest comes first: a candidate settles on a small task, and
 * a stage with one long task (coding, design) opens with a short one. Then competency by competency, heaviest demand first, so
 * that what an interview that runs late loses is what the role needs least.
 */
function inOrder(questions: readonly EligibleQuestion[], demand: Demand): EligibleQuestion[] {
  const competencies = byWeight(
    demand,
    questions.map((question) => question.competency),
  );
  const weights = skillWeights(demand);
  const weight = (question: EligibleQuestion) =>
    question.skills.reduce((sum, skill) => sum + (weights.get(skill) ?? 0), 0);
  const sorted = [...questions].sort(
    (a, b) =>
      competencies.indexOf(a.competency) - competencies.indexOf(b.competency) ||
      weight(b) - weight(a) ||
      compareText(a.id, b.id),
  );
  const shortest = Math.min(...questions.map((question) => question.minutes));
  // Of several shortest the least weighty, which is the last.
  const warmUp = sorted.findLast((question) => question.minutes === shortest);
  return warmUp ? [warmUp, ...sorted.filter((question) => question !== warmUp)] : sorted;
}

/** Words for each question's place. Remembers what earlier stages have rated and asked. */
function explainer(demand: Demand, plan: LoopPlan, pins: readonly { question: EligibleQuestion }[]) {
  const titles = new Map(demand.competencies.map(({ competency, title }) => [competency, title]));
  const title = (competency: string) => titles.get(competency) ?? competency.replaceAll("-", " ");
  const pinned = new Set(pins.map((pin) => pin.question.id));
  const pinnedBy = (id: string) =>
    plan.overlay && Object.hasOwn(plan.overlay.pins, id)
      ? "pinned by the team"
      : `pinned by the plan ${plan.id}`;
  const views = new Map<string, number>();
  const asked = new Set<string>();
  const planned = (question: EligibleQuestion, choice: string): PlannedQuestion => ({
    id: question.id,
    competency: question.competency,
    minutes: question.minutes,
    skills: question.skills,
    reason: question.reason,
    choice,
  });
  return {
    stage(questions: readonly EligibleQuestion[]): PlannedQuestion[] {
      const here = new Set<string>();
      return questions.map((question) => {
        const { competency } = question;
        const words = pinned.has(question.id) ? [pinnedBy(question.id)] : [];
        const view = views.get(competency) ?? 0;
        if (here.has(competency)) words.push(`more evidence on ${title(competency)}`);
        else {
          const which = ["rates", "a second view of", "a further view of"][Math.min(view, 2)];
          words.push(`${which} ${title(competency)}`);
          here.add(competency);
          views.set(competency, view + 1);
        }
        const fresh = question.skills.filter((skill) => !asked.has(skill));
        for (const skill of fresh) asked.add(skill);
        if (fresh.length > 0) words.push(`first to ask about ${fresh.join(", ")}`);
        return planned(question, words.join("; "));
      });
    },
    spare(question: EligibleQuestion, competencies: readonly string[]): PlannedQuestion {
      const same = competencies.includes(question.competency);
      return planned(
        question,
        `spare: ${same ? "also rates" : "would rate"} ${title(question.competency)}${same ? "" : " instead"}`,
      );
    },
  };
}

/** The shares of the demanded weight that the loop measures. */
function figures(
  demand: Demand,
  placements: readonly Placement[],
): Pick<InterviewPlan, "coverage" | "asked" | "twice" | "unrated"> {
  const stagesOf = new Map<string, Set<number>>();
  for (const { question, stage } of placements) {
    stagesOf.set(question.competency, (stagesOf.get(question.competency) ?? new Set()).add(stage));
  }
  const askedSkills = new Set(placements.flatMap((placed) => placed.question.skills));
  const weights = skillWeights(demand);
  const share = (weight: number) => (demand.totalWeight === 0 ? 0 : weight / demand.totalWeight);
  const ratedBy = (views: number) =>
    sum(
      demand.competencies
        .filter(({ competency }) => (stagesOf.get(competency)?.size ?? 0) >= views)
        .map(({ weight }) => weight),
    );
  return {
    coverage: share(ratedBy(1)),
    asked: share(sum([...askedSkills].map((skill) => weights.get(skill) ?? 0))),
    twice: share(ratedBy(2)),
    unrated: byWeight(
      demand,
      demand.competencies.map(({ competency }) => competency).filter((id) => !stagesOf.has(id)),
    ),
  };
}

function skillWeights(demand: Demand): Map<string, number> {
  const skills = demand.competencies.flatMap((competency) => competency.skills);
  return new Map(skills.map(({ skill, weight }) => [skill, weight]));
}

/** Each competency once, heaviest demand first, then by id. */
function byWeight(demand: Demand, competencies: readonly string[]): string[] {
  const weights = new Map(demand.competencies.map(({ competency, weight }) => [competency, weight]));
  return [...new Set(competencies)].sort(
    (a, b) => (weights.get(b) ?? 0) - (weights.get(a) ?? 0) || compareText(a, b),
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
