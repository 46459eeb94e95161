// In: the questions chosen for each stage, and their spares. Out: the InterviewPlan: their order, their reasons, and the figures.
// Chooses nothing: the same for a loop that was just planned and for one that was frozen long ago.
import { compareText } from "../document/diagnostic.js";
import type { Demand, EligibleQuestion } from "../match/demand.js";
import type { InterviewPlan, LoopPlan, Optimality, PlannedQuestion, PlannedStage } from "./interview-plan.js";

/** What is asked in one stage, and what could be asked instead. */
export interface ChosenStage {
  /** The stage's id in the plan. */
  stage: string;
  questions: EligibleQuestion[];
  spares: EligibleQuestion[];
}

/** Describes a loop whose questions stand in the order in which they are asked. Stages without any are left out. */
export function describeLoop(
  demand: Demand,
  plan: LoopPlan,
  chosen: readonly ChosenStage[],
  pinned: ReadonlySet<string>,
  optimality: Optimality,
): InterviewPlan {
  const explain = explainer(demand, plan, pinned);
  const stages = plan.stages.flatMap((stage): PlannedStage[] => {
    const own = chosen.find((one) => one.stage === stage.id);
    if (!own || own.questions.length === 0) return [];
    const competencies = byWeight(
      demand,
      own.questions.map((question) => question.competency),
    );
    return [
      {
        id: stage.id,
        title: stage.title,
        minutes: stage.minutes,
        questions: explain.stage(own.questions),
        alternates: own.spares.map((question) => explain.spare(question, competencies)),
        competencies,
      },
    ];
  });
  return { plan: plan.id, stages, optimality, ...figures(demand, chosen) };
}

/**
 * The order in which a stage's questions are asked. The shortest comes first: a candidate settles on a small task, and
 * a stage with one long task (coding, design) opens with a short one. Then competency by competency, heaviest demand first, so
 * that what an interview that runs late loses is what the role needs least.
 */
export function inOrder(questions: readonly EligibleQuestion[], demand: Demand): EligibleQuestion[] {
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
function explainer(demand: Demand, plan: LoopPlan, pinned: ReadonlySet<string>) {
  const titles = new Map(demand.competencies.map(({ competency, title }) => [competency, title]));
  const title = (competency: string) => titles.get(competency) ?? competency.replaceAll("-", " ");
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
  chosen: readonly ChosenStage[],
): Pick<InterviewPlan, "coverage" | "asked" | "twice" | "unrated"> {
  const stagesOf = new Map<string, Set<string>>();
  for (const { stage, questions } of chosen) {
    for (const { competency } of questions)
      stagesOf.set(competency, (stagesOf.get(competency) ?? new Set()).add(stage));
  }
  const askedSkills = new Set(chosen.flatMap(({ questions }) => questions.flatMap(({ skills }) => skills)));
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
