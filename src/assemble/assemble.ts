// In: a Demand and a LoopPlan. Out: the InterviewPlan with its reasons and numbers, and a finding for each wish not kept.
// The wiring of this folder: candidates → prices → programme → solver → order, spares, figures. Touches no disk.
import { compareText, type Diagnostic, diagnose, sortDiagnostics } from "../document/diagnostic.js";
import type { Demand } from "../match/demand.js";
import { findAlternates } from "./alternates.js";
import { candidatesFor } from "./candidates.js";
import { conflictsBefore } from "./conflicts.js";
import { conflictsAfter } from "./conflicts-after.js";
import { describeLoop, inOrder } from "./describe-loop.js";
import type { InterviewPlan, LoopPlan, Optimality } from "./interview-plan.js";
import { settleTies } from "./settle-ties.js";
import { type Solution, solve } from "./solve.js";
import { worthOf } from "./worth.js";

export interface AssembleOptions {
  /**
   * After this the best loop found so far is returned with its proven gap; where there is none yet, after half as long again and at
   * least 10 s more. Generous by default: what a slow or busy machine cuts off is the one thing that can differ between two runs.
   */
  timeLimitMs?: number;
  /**
   * After so many parts of the search, a loop that is at most half a percent below the proven bound is good enough. Counted, so that every
   * machine ends at the same loop; only a search that takes several seconds gets there.
   */
  patience?: number;
  alternatesPerStage?: number;
  /**
   * Ids of questions that other openings ask. As few of them as possible are chosen, however much that costs in worth; but no pin is
   * given up for it, and no stage falls short.
   */
  avoid?: ReadonlySet<string>;
}

/** Plans one role's loop. Without a `plan`, an error among the findings says why. */
export async function assembleLoop(
  demand: Demand,
  plan: LoopPlan,
  { timeLimitMs = 20_000, patience = 300, alternatesPerStage = 2, avoid = new Set() }: AssembleOptions = {},
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
  const solution = await solve(candidates, plan, worth, avoid, { timeLimitMs, patience });
  if (!solution) {
    const message = `no loop was found within ${timeLimitMs / 1000} s`;
    return {
      findings: sortDiagnostics([
        ...before,
        diagnose("unplanned-loop", plan.path, undefined, message, "Allow more time."),
      ]),
    };
  }
  const placements = settleTies(solution.placements, candidates, worth, avoid);
  const after = conflictsAfter(demand, plan, candidates, { ...solution, placements }, before);
  const optimality = optimalityOf(solution);
  if (optimality.status === "gap") {
    const percent = (optimality.gap * 100).toFixed(2);
    const message = solution.hurried
      ? "the loop is the best that was found in the time there was; one that leaves out less of the plan may exist"
      : `the loop is the best that was found; it is proven that none is more than ${percent} % better`;
    after.push(diagnose("unproven-plan", plan.path, undefined, message));
  }

  const alternates = findAlternates(placements, candidates, plan, worth, alternatesPerStage, avoid);
  const chosen = plan.stages.map((stage, index) => ({
    stage: stage.id,
    questions: inOrder(
      placements.filter((placed) => placed.stage === index).map((placed) => placed.question),
      demand,
    ),
    spares: alternates[index] ?? [],
  }));
  const pinned = new Set(candidates.pins.map((pin) => pin.question.id));
  const described = describeLoop(demand, plan, chosen, pinned, optimality);
  const shared = placements.map(({ question }) => question.id).filter((id) => avoid.has(id));
  return {
    plan: { ...described, ...(avoid.size > 0 && { shared: shared.sort(compareText) }) },
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
