// In: work that ends by itself, as far as anybody knows. Out: its result, or undefined when it takes longer than allowed.
// The last wall behind limits of size and depth: a regular expression that somebody found a bad text for does not hold the program.
import { Script } from "node:vm";

/** How long one document may take to be read. Real ones take milliseconds, the largest that are allowed some seconds. */
export const readingMs = 20_000;

const workName = Symbol.for("interview-kit/work");
const script = new Script(`globalThis[Symbol.for("interview-kit/work")]()`);

/** Runs `work`, which may not await anything. Undefined: its time ran out, and nothing of it counts. */
export function withinTime<T extends object>(work: () => T, limitMs = readingMs): T | undefined {
  const world = globalThis as unknown as Record<symbol, (() => unknown) | undefined>;
  const outer = world[workName];
  world[workName] = work;
  try {
    // Only a script of its own can be stopped from outside, loops and regular expressions included.
    return script.runInThisContext({ timeout: limitMs }) as T;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ERR_SCRIPT_EXECUTION_TIMEOUT")
      return undefined;
    throw error;
  } finally {
    world[workName] = outer;
  }
}
