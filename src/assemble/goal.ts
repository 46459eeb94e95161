// In: a loop by numbers. Out: what a loop is to be good at, as prices; how good given lineups are, counted from the rules.
// Goals are reached one after the other; what one has reached is a limit for the next.
import type { IndexedLoop, IndexedQuestion, IndexedStage } from "./indexed-loop.js";

/** Whole prices for everything that a loop does; the sum is to be as large as possible. */
export interface Goal {
  /** By question index: for asking it. */
  question: number[];
  /** By competency index. */
  competencies: { rated: number; atLevel: number; secondView: number }[];
  /** By skill index: for asking about it. */
  asked: number[];
  /** For each pin that is left out, and for each question or core that a stage lacks. */
  pinLeftOut: number;
  lacking: number;
  /** No loop's sum is below or above these. */
  lowest: number;
  highest: number;
}

/** What may be conceded. Nothing at all where there is no `conceded`. */
export interface Limits {
  conceded?: { pinsLeftOut: number; lacking: number };
  /** Question indices of which at most so many may be asked. */
  avoided?: { questions: ReadonlySet<number>; most: number };
}

/** The most worth. */
export function worthiest(loop: IndexedLoop): Goal {
  const { competencies, skills, questions, stages } = loop;
  const dearest = questions.reduce((most, { value }) => Math.max(most, value), 0);
  return {
    question: questions.map(({ value }) => value),
    competencies,
    asked: skills.map(({ asked }) => asked),
    pinLeftOut: 0,
    lacking: 0,
    lowest: 0,
    highest:
      competencies.reduce((sum, { rated, atLevel, secondView }) => sum + rated + atLevel + secondView, 0) +
      skills.reduce((sum, { asked }) => sum + asked, 0) +
      stages.reduce((sum, { most }) => sum + most * dearest, 0),
  };
}

/** The fewest pins left out, then the fewest questions and cores lacking. */
export function fewestConcessions(loop: IndexedLoop): Goal {
  const mostLacking = loop.stages.reduce((sum, { fewest }) => sum + fewest + 1, 0);
  const pinLeftOut = -(mostLacking + 1);
  return { ...nothing(loop), pinLeftOut, lacking: -1, lowest: pinLeftOut * loop.pins.length - mostLacking };
}

/** As few of these questions as possible, by index. */
export function fewestAvoided(loop: IndexedLoop, avoided: ReadonlySet<number>): Goal {
  return {
    ...nothing(loop),
    question: loop.questions.map((_, index) => (avoided.has(index) ? -1 : 0)),
    lowest: -loop.stages.reduce((sum, { most }) => sum + most, 0),
  };
}

function nothing(loop: IndexedLoop): Goal {
  return {
    question: loop.questions.map(() => 0),
    competencies: loop.competencies.map(() => ({ rated: 0, atLevel: 0, secondView: 0 })),
    asked: loop.skills.map(() => 0),
    pinLeftOut: 0,
    lacking: 0,
    lowest: 0,
    highest: 0,
  };
}

/** How many questions and cores a lineup lacks. */
export function lacking(stage: IndexedStage, lineup: readonly number[]): number {
  const core = stage.core.size === 0 || lineup.some((index) => stage.core.has(index));
  return Math.max(0, stage.fewest - lineup.length) + (core ? 0 : 1);
}

/** The pins, by question index, that no lineup asks. */
export function pinsLeftOut(loop: IndexedLoop, lineups: readonly (readonly number[])[]): number[] {
  const asked = new Set(lineups.flat());
  return loop.pins.filter((pin) => !asked.has(pin));
}

/** How well lineups, one for each stage, reach a goal; nothing where they break a rule that stages share, or a limit. */
export function judge(
  loop: IndexedLoop,
  goal: Goal,
  limits: Limits,
  lineups: readonly (readonly number[])[],
): number | undefined {
  const all = lineups.flat();
  const asked = new Set(all);
  const { conceded = { pinsLeftOut: 0, lacking: 0 }, avoided } = limits;
  const left = pinsLeftOut(loop, lineups).length;
  const lack = loop.stages.reduce((sum, stage, index) => sum + lacking(stage, lineups[index] ?? []), 0);
  const stages = lineups.map(
    (lineup) => new Set(lineup.map((index) => loop.questions[index]?.competency ?? 0)),
  );
  const rated = new Set(stages.flatMap((stage) => [...stage]));
  const broken =
    asked.size < all.length ||
    left > conceded.pinsLeftOut ||
    lack > conceded.lacking ||
    rated.size > loop.competenciesPerLoop ||
    loop.enemies.some(([one, other]) => asked.has(one) && asked.has(other)) ||
    (avoided !== undefined && all.filter((index) => avoided.questions.has(index)).length > avoided.most);
  if (broken) return undefined;
  const questions = all.map((index) => loop.questions[index] as IndexedQuestion);
  let sum = goal.pinLeftOut * left + goal.lacking * lack;
  for (const index of all) sum += goal.question[index] ?? 0;
  for (const skill of new Set(questions.flatMap(({ skills }) => skills))) sum += goal.asked[skill] ?? 0;
  for (const index of rated) {
    const prices = goal.competencies[index];
    if (!prices) continue;
    sum += prices.rated;
    if (questions.some((one) => one.competency === index && one.atLevel)) sum += prices.atLevel;
    if (stages.filter((stage) => stage.has(index)).length > 1) sum += prices.secondView;
  }
  return sum;
}
