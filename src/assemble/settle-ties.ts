// In: a best solution and the candidates. Out: an equally good one in which ties went to the smaller id.
// Only exchanges questions that nobody could tell apart by what the planner knows, so no limit or price is touched.
import { compareText } from "../document/diagnostic.js";
import type { EligibleQuestion } from "../match/demand.js";
import type { Candidates } from "./candidates.js";
import type { Placement } from "./solve.js";
import type { Worth } from "./worth.js";

/** Replaces each chosen question by its first unused twin. Pins stay, and so does everything that has an enemy. */
export function settleTies(
  placements: readonly Placement[],
  candidates: Candidates,
  worth: Worth,
  avoid: ReadonlySet<string> = new Set(),
): Placement[] {
  const fixed = new Set(candidates.pins.map((pin) => pin.question.id));
  for (const question of candidates.questions) {
    if (question.enemies.length > 0) for (const id of [question.id, ...question.enemies]) fixed.add(id);
  }
  const used = new Set(placements.map((placed) => placed.question.id));
  return [...placements]
    .sort((a, b) => a.stage - b.stage || compareText(a.question.id, b.question.id))
    .map(({ question, stage }) => {
      if (fixed.has(question.id)) return { question, stage };
      const mark = markOf(question, worth);
      const twin = candidates.stages[stage]?.questions.find(
        (other) =>
          compareText(other.id, question.id) < 0 &&
          !used.has(other.id) &&
          !fixed.has(other.id) &&
          avoid.has(other.id) === avoid.has(question.id) &&
          markOf(other, worth) === mark,
      );
      if (!twin) return { question, stage };
      used.delete(question.id);
      used.add(twin.id);
      return { question: twin, stage };
    });
}

function markOf(question: EligibleQuestion, worth: Worth): string {
  const { competency, minutes, skills } = question;
  return JSON.stringify([competency, minutes, worth.question(question), [...skills].sort(compareText)]);
}
