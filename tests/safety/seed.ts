// Random numbers that can be had again: the seed is printed, and taken from the environment when it stands there. Without it a run takes
// the same numbers as every other, so that what fails was broken by the change at hand; "random" looks elsewhere.

const usualSeed = 20_260_101;

/** Numbers from 0 up to 1. `variable` names the environment variable that replays a run. */
export function seeded(variable: string): { next(): number; seed: number } {
  const given = process.env[variable];
  const seed = given === "random" ? Date.now() % 2 ** 31 : Number(given ?? usualSeed);
  console.info(`${variable}=${seed}`);
  return { next: seededFrom(seed), seed };
}

/** Numbers from 0 up to 1, always the same for one seed (mulberry32, after mixing seeds that are neighbours). */
export function seededFrom(seed: number): () => number {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
