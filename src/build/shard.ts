// In: the jobs of a whole run. Out: those that one of several machines does. Every job falls to exactly one of them.

/** One share of several: 2/8 is index 2 of 8. */
export interface Shard {
  /** From 1. */
  index: number;
  count: number;
}

/** Every `count`-th job, so that neighbours, which are often alike in size, go to different machines. */
export function shareOf<Job>(jobs: readonly Job[], shard: Shard | undefined): Job[] {
  if (shard === undefined) return [...jobs];
  return jobs.filter((_, position) => position % shard.count === shard.index - 1);
}

/** Reads "2/8"; undefined where it is none. */
export function parseShard(text: string): Shard | undefined {
  const [, index, count] = /^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? [];
  if (index === undefined || count === undefined) return undefined;
  const shard = { index: Number(index), count: Number(count) };
  return shard.index >= 1 && shard.index <= shard.count ? shard : undefined;
}
