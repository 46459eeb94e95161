// In: the chosen placements and the candidates. Out: for every stage, spare questions in order of preference.
// A spare is for the case that a candidate knows a question already: it can take the place of at least one chosen question.
import { compareText } from "../document/diagnostic.js";
import type { EligibleQuestion } from "../match/demand.js";
import { type Candidates, enemyPairs } from "./candidates.js";
import type { LoopPlan } from "./interview-plan.js";
import type { Placement } from "./solve.js";
import type { Worth } from "./worth.js";

/** Spares per stage of the plan, by its index. No spare is asked, or spare, elsewhere, nor an enemy of any of these. */
export function findAlternates(
  placements: readonly Placement[],
  candidates: Candidates,
  plan: LoopPlan,
  worth: Worth,
  perStage: number,
  avoid: ReadonlySet<string> = new Set(),
): EligibleQuestion[][] {
  const enemies = new Map<string, Set<string>>();
  for (const [one, other] of enemyPairs(candidates.questions)) {
    enemies.set(one.id, (enemies.get(one.id) ?? new Set()).add(other.id));
    enemies.set(other.id, (enemies.get(other.id) ?? new Set()).add(one.id));
  }
  const taken = new Set(placements.map((placed) => placed.question.id));
  const rated = new Set(placements.map((placed) => placed.question.competency));
  const spares: EligibleQuestion[][] = candidates.stages.map(() => []);
  const ranked = candidates.stages.map(({ stage, questions }, index) => {
    const chosen = placements.filter((placed) => placed.stage === index).map((placed) => placed.question);
    const left = stage.split.questions - chosen.reduce((sum, question) => sum + question.minutes, 0);
    const here = new Set(chosen.map((question) => question.competency));
    const rank = (spare: EligibleQuestion): number | undefined => {
      const replaces = chosen.filter((question) => spare.minutes <= left + question.minutes);
      // Rating the same competency keeps the debrief's table whole; anything else only if no limit is passed.
      if (replaces.some((question) => question.competency === spare.competency)) return 0;
      if (replaces.length === 0) return undefined;
      if (here.has(spare.competency)) return 1;
      const room = here.size < plan.competenciesPerStage;
      const known = rated.has(spare.competency) || rated.size < plan.competenciesPerLoop;
      return room && known ? 2 : undefined;
    };
    return questions
      .filter((question) => !taken.has(question.id))
      .flatMap((question) => {
        const place = rank(question);
        const value =
          worth.question(question) +
          question.skills.reduce((sum, skill) => sum + (worth.asked.get(skill) ?? 0), 0);
        const avoided = avoid.has(question.id) ? 1 : 0;
        return place === undefined ? [] : [{ question, avoided, place, value }];
      })
      .sort(
        (a, b) =>
          a.avoided - b.avoided ||
          a.place - b.place ||
          b.value - a.value ||
          compareText(a.question.id, b.question.id),
      )
      .map(({ question }) => question);
  });
  // One round per spare, so that an early stage does not take the second-best of a later one.
  for (let round = 0; round < perStage; round++) {
    ranked.forEach((questions, index) => {
      const next = questions.find(
        (question) =>
          !taken.has(question.id) && ![...(enemies.get(question.id) ?? [])].some((id) => taken.has(id)),
      );
      if (!next) return;
      taken.add(next.id);
      spares[index]?.push(next);
    });
  }
  return spares;
}
