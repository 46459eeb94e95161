// In: what one stage may ask, and a price for everything that asking brings. Out: its lineups that are worth most.
// A lineup is a set of questions that one stage can ask by itself: found exactly, by counting over minutes (a knapsack).
import type { IndexedLoop, IndexedQuestion, IndexedStage } from "./indexed-loop.js";

/** What a lineup is worth, in parts. Prices may be negative, and anything but whole. */
export interface LineupPrices {
  /** By question index; -Infinity: may not be asked here. */
  question: Float64Array;
  /** For rating a competency at all, by its index; once for a lineup. */
  competency: Float64Array;
  /** For rating it by a question written for the planned level, by its index; comes on top, and is never negative. */
  atLevel: Float64Array;
  /** For each question or core that the stage lacks; nothing: it may lack none. */
  lacking?: number;
}

export interface Lineup {
  /** Question indices, ascending. */
  questions: number[];
  value: number;
}

/** One of a stage's possible sizes: so many questions, competencies (where they are limited), and core or not. */
interface Block {
  start: number;
  count: number;
  competencies: number;
  core: boolean;
  /** The least and the most minutes of so many questions. */
  from: number;
  to: number;
}

/** Prepares a stage. The answer gives the best lineup first, then the best of other sizes; none if the stage cannot be filled. */
export function lineupFinder(
  loop: IndexedLoop,
  stage: IndexedStage,
): (prices: LineupPrices, howMany: number) => Lineup[] {
  const own = stage.groups.flatMap(({ questions }) => questions).map((index) => questionOf(loop, index));
  const shortest = Math.min(...own.map(({ minutes }) => minutes));
  const longest = Math.max(...own.map(({ minutes }) => minutes));
  const width = stage.minutes + 1;
  const limited = stage.competencies !== undefined;
  const hasCore = stage.core.size > 0;

  // Larger blocks first: a question moves a lineup to a block before its own, so that none is asked twice.
  const blocks: Block[] = [];
  const blockAt = new Map<string, Block>();
  const key = (count: number, competencies: number, core: boolean) => `${count} ${competencies} ${core}`;
  for (let count = stage.most; count >= 0; count--) {
    for (
      let competencies = limited ? Math.min(stage.competencies ?? 0, count) : 0;
      competencies >= 0;
      competencies--
    ) {
      if (limited && (competencies === 0) !== (count === 0)) continue;
      for (const core of hasCore && count > 0 ? [true, false] : [false]) {
        const block = {
          start: blocks.length * width,
          count,
          competencies,
          core,
          from: count * shortest,
          to: Math.min(stage.minutes, count * longest),
        };
        if (block.from > block.to) continue;
        blocks.push(block);
        blockAt.set(key(count, competencies, core), block);
      }
    }
  }
  const steps = blocks.map(({ start, from, to, count, competencies, core }) => {
    const after = (more: number, toCore: boolean) =>
      blockAt.get(key(count + 1, competencies + more, core || toCore))?.start ?? -1;
    return {
      start,
      from,
      to,
      within: [after(0, false), after(0, hasCore)] as const,
      opened: [after(limited ? 1 : 0, false), after(limited ? 1 : 0, hasCore)] as const,
    };
  });
  const lackIn = ({ count, core }: Block) => Math.max(0, stage.fewest - count) + (hasCore && !core ? 1 : 0);
  const ends = blocks.map((block) => ({ ...block, lack: lackIn(block) }));

  const size = blocks.length * width;
  const none = Number.NEGATIVE_INFINITY;
  const best = new Float64Array(size);
  const bestLink = new Int32Array(size);
  const groups = [0, 1].map(() => ({ value: new Float64Array(size), link: new Int32Array(size) }));
  // How each state was reached: a list of questions, shared by the states that continue it.
  let linkQuestion = new Int32Array(4096);
  let linkBefore = new Int32Array(4096);

  return (prices, howMany) => {
    let links = 0;
    const link = (question: number, before: number): number => {
      if (links === linkQuestion.length) {
        [linkQuestion, linkBefore] = [linkQuestion, linkBefore].map((old) => {
          const wider = new Int32Array(2 * links);
          wider.set(old);
          return wider;
        }) as [Int32Array<ArrayBuffer>, Int32Array<ArrayBuffer>];
      }
      linkQuestion[links] = question;
      linkBefore[links] = before;
      return links++;
    };
    best.fill(none);
    bestLink.fill(-1);
    best[blockAt.get(key(0, 0, false))?.start ?? 0] = 0;
    const [plain, levelled] = groups as [(typeof groups)[0], (typeof groups)[0]];

    for (const { competency, questions } of stage.groups) {
      const members = promising(loop, stage, prices, questions);
      if (members.length === 0) continue;
      const opening = prices.competency[competency] as number;
      const levelPrice = prices.atLevel[competency] as number;
      plain.value.fill(none);
      levelled.value.fill(none);
      for (const member of members) {
        const { minutes, atLevel } = questionOf(loop, member);
        const price = prices.question[member] as number;
        const extra = atLevel ? levelPrice : 0;
        const core = stage.core.has(member) ? 1 : 0;
        const into = atLevel ? levelled : plain;
        const { value: intoValue, link: intoLink } = into;
        for (const step of steps) {
          const within = step.within[core];
          const opened = step.opened[core];
          if (within < 0 && opened < 0) continue;
          const { start } = step;
          const to = Math.min(step.to, stage.minutes - minutes);
          for (let used = step.from; used <= to; used++) {
            const state = start + used;
            if (within >= 0) {
              const target = within + used + minutes;
              const has = levelled.value[state] as number;
              if (has + price > (levelled.value[target] as number)) {
                levelled.value[target] = has + price;
                levelled.link[target] = link(member, levelled.link[state] as number);
              }
              const lower = (plain.value[state] as number) + price + extra;
              if (lower > (intoValue[target] as number)) {
                intoValue[target] = lower;
                intoLink[target] = link(member, plain.link[state] as number);
              }
            }
            if (opened >= 0) {
              const target = opened + used + minutes;
              const first = (best[state] as number) + price + opening + extra;
              if (first > (intoValue[target] as number)) {
                intoValue[target] = first;
                intoLink[target] = link(member, bestLink[state] as number);
              }
            }
          }
        }
      }
      for (const { value, link: reached } of groups) {
        for (const { start, from, to } of blocks) {
          for (let state = start + from; state <= start + to; state++) {
            if ((value[state] as number) > (best[state] as number)) {
              best[state] = value[state] as number;
              bestLink[state] = reached[state] as number;
            }
          }
        }
      }
    }

    const priceOfLack = prices.lacking ?? none;
    return ends
      .flatMap(({ start, from, to, lack }) => {
        if (lack > 0 && priceOfLack === none) return [];
        let top = start + from;
        for (let state = top + 1; state <= start + to; state++) {
          if ((best[state] as number) > (best[top] as number)) top = state;
        }
        if (best[top] === none) return [];
        const value = (best[top] as number) + (lack > 0 ? lack * priceOfLack : 0);
        return [{ value, last: bestLink[top] as number }];
      })
      .sort((a, b) => b.value - a.value)
      .slice(0, howMany)
      .map(({ value, last }) => {
        const questions: number[] = [];
        for (let at = last; at >= 0; at = linkBefore[at] as number)
          questions.push(linkQuestion[at] as number);
        return { questions: questions.sort((a, b) => a - b), value };
      });
  };
}

/**
 * The questions of a competency that a best lineup may need. A lineup has `most` questions, so one that is no shorter and no
 * dearer than `most` others which serve all that it serves is never needed: one of those is free, and can take its place.
 */
function promising(
  loop: IndexedLoop,
  stage: IndexedStage,
  prices: LineupPrices,
  questions: readonly number[],
): number[] {
  const kept: { minutes: number; serves: number }[] = [];
  return questions
    .filter((question) => prices.question[question] !== Number.NEGATIVE_INFINITY)
    .sort((a, b) => (prices.question[b] as number) - (prices.question[a] as number) || a - b)
    .filter((question) => {
      const { atLevel, minutes } = questionOf(loop, question);
      const serves = (atLevel ? 2 : 0) + (stage.core.has(question) ? 1 : 0);
      let better = 0;
      for (const one of kept) if (one.minutes <= minutes && (one.serves & serves) === serves) better++;
      if (better >= stage.most) return false;
      kept.push({ minutes, serves });
      return true;
    });
}

function questionOf(loop: IndexedLoop, index: number): IndexedQuestion {
  return loop.questions[index] as IndexedQuestion;
}
