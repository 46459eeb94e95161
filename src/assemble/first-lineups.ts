// In: a loop by numbers, a goal and limits. Out: lineups that keep the limits, chosen stage by stage; nothing where this way leads to none.
// For when the time is over before the search came to any: takes milliseconds, is no more than good, and proves nothing.
import { type LineupPrices, lineupFinder } from "./best-lineups.js";
import { type Goal, judge, type Limits } from "./goal.js";
import type { IndexedLoop, IndexedStage } from "./indexed-loop.js";

type Finder = ReturnType<typeof lineupFinder>;

/** Stages are filled in turn; one that cannot be filled any more goes before all others, and all are filled anew. */
export function firstLineups(loop: IndexedLoop, goal: Goal, limits: Limits): number[][] | undefined {
  const finders = loop.stages.map((stage) => lineupFinder(loop, stage));
  const choice = loop.stages.map(({ groups }) => groups.flatMap(({ questions }) => questions).length);
  const order = choice.map((_, stage) => stage).sort((a, b) => (choice[a] ?? 0) - (choice[b] ?? 0) || a - b);
  for (const _ of loop.stages) {
    const filled = fillStages(loop, goal, limits, finders, order);
    if (typeof filled !== "number")
      return judge(loop, goal, limits, filled) === undefined ? undefined : filled;
    order.unshift(...order.splice(order.indexOf(filled), 1));
  }
  return undefined;
}

/** Lineups by stage, or the first stage in this order that cannot be filled. */
function fillStages(
  loop: IndexedLoop,
  goal: Goal,
  limits: Limits,
  finders: readonly Finder[],
  order: readonly number[],
): number[][] | number {
  const { questions, enemies } = loop;
  // No other price of a question makes up for this.
  const decisive = 2 * (goal.highest - goal.lowest + 1);
  const price = Float64Array.from(questions, (_, index) => {
    const pinned = loop.pins.includes(index) ? decisive : 0;
    const avoided = limits.avoided?.questions.has(index) ? decisive : 0;
    return (goal.question[index] ?? 0) + pinned - avoided;
  });
  const views = goal.competencies.map(() => 0);
  const levelled = new Set<number>();
  const asked = new Set<number>();
  const lineups: number[][] = loop.stages.map(() => []);
  const close = (index: number): void => {
    price[index] = Number.NEGATIVE_INFINITY;
  };

  for (const stage of order) {
    const bringing = Float64Array.from(questions, ({ skills }, index) =>
      skills.reduce(
        (sum, skill) => sum + (asked.has(skill) ? 0 : (goal.asked[skill] ?? 0)),
        price[index] ?? 0,
      ),
    );
    const left = loop.competenciesPerLoop - views.filter((times) => times > 0).length;
    const opened = new Set(
      dearestNew(loop.stages[stage] as IndexedStage, goal, bringing, views).slice(0, left),
    );
    for (const [index, { competency }] of questions.entries())
      if (views[competency] === 0 && !opened.has(competency)) bringing[index] = Number.NEGATIVE_INFINITY;
    const prices: LineupPrices = {
      question: bringing,
      competency: Float64Array.from(goal.competencies, (own, index) =>
        views[index] === 0 ? own.rated : views[index] === 1 ? own.secondView : 0,
      ),
      atLevel: Float64Array.from(goal.competencies, (own, index) => (levelled.has(index) ? 0 : own.atLevel)),
      ...(limits.conceded && { lacking: goal.lacking - decisive }),
    };
    const lineup = withoutEnemies(finders[stage] as Finder, prices, enemies);
    if (!lineup) return stage;
    lineups[stage] = lineup;
    for (const competency of new Set(lineup.map((index) => questions[index]?.competency ?? 0)))
      views[competency] = (views[competency] ?? 0) + 1;
    for (const index of lineup) {
      close(index);
      for (const pair of enemies) if (pair.includes(index)) pair.forEach(close);
      const { skills = [], competency = 0, atLevel = false } = questions[index] ?? {};
      for (const skill of skills) asked.add(skill);
      if (atLevel) levelled.add(competency);
    }
  }
  return lineups;
}

/** The competencies that no stage rates yet and this one can, the one that brings most with a single question first. */
function dearestNew(
  stage: IndexedStage,
  goal: Goal,
  bringing: Float64Array,
  views: readonly number[],
): number[] {
  return stage.groups
    .filter(({ competency }) => views[competency] === 0)
    .map(({ competency, questions }) => ({
      competency,
      brings:
        questions.reduce((most, index) => Math.max(most, bringing[index] ?? 0), Number.NEGATIVE_INFINITY) +
        (goal.competencies[competency]?.rated ?? 0),
    }))
    .sort((a, b) => b.brings - a.brings || a.competency - b.competency)
    .map(({ competency }) => competency);
}

/** The best lineup of a stage; of enemies in it the one that brings less is left out, and it is looked for again. */
function withoutEnemies(
  find: Finder,
  prices: LineupPrices,
  enemies: IndexedLoop["enemies"],
): number[] | undefined {
  for (;;) {
    const [found] = find(prices, 1);
    const pair = enemies.find((both) => both.every((index) => found?.questions.includes(index)));
    if (!pair) return found?.questions;
    const [one, other] = pair;
    const lesser = (prices.question[one] ?? 0) < (prices.question[other] ?? 0) ? one : other;
    prices.question[lesser] = Number.NEGATIVE_INFINITY;
  }
}
