// In: passages and questions, as they are read. Out: what the rules find in the passages, and the questions that are nearly the same:
// from worker threads where there are many, else from this one in short slices, so that a signal never waits long. The same with any number.
import { availableParallelism } from "node:os";
import { setImmediate as turn } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { type Compared, nearDuplicates, type Pair } from "../bank/near-duplicates.js";
import type { Question } from "../bank/question-bank.js";
import { copied } from "./bank-rules.js";
import type { Passage } from "./passages.js";
import { type Reading, readPassages } from "./readings.js";

/** Below so many questions each, a thread takes longer to start than it saves. */
const leastQuestionsPerThread = 1000;
const mostThreads = 8;
/** Megabytes of heap that a thread gets: some slices of a bank, or all of its questions once, with what is made of them. */
const heapMegabytes = 768;
/** Of these, for what is made and dropped while a passage is read: with less, half of it is copied before it is dropped. */
const youngMegabytes = 64;

/** How many threads read the passages of so many questions; 0 where this one does it alone. `wished` is what the user said. */
export function threadsFor(questions: number, wished?: number): number {
  const threads =
    wished ?? Math.min(mostThreads, availableParallelism(), Math.floor(questions / leastQuestionsPerThread));
  return threads < 2 ? 0 : threads;
}

/** Passages without their places: what is not needed need not be copied. */
export type ReadingRequest =
  | { passages: readonly Pick<Passage, "part" | "text">[] }
  | { compared: readonly Compared[] };
/** Of passages, only those in which something was found, by their number. */
export type ReadingAnswer = { found: [number, Omit<Reading, "passage">][] } | { pairs: Pair[] };

export interface ReadingPool {
  read(passages: readonly Passage[]): Promise<Reading[]>;
  compare(questions: readonly Question[]): Promise<Pair[]>;
}

/** Starts the threads, hands them to `use`, and ends them whatever happens. A fault in one is a fault of the run. */
export async function withReadingPool<Result>(
  threads: number,
  use: (pool: ReadingPool) => Promise<Result>,
): Promise<Result> {
  if (threads === 0) return use(alone);
  const lines = Array.from({ length: threads }, openLine);
  // Handed out at once, so that no thread waits for this one; by what each has got so far.
  const send = (request: ReadingRequest, weight: number): Promise<ReadingAnswer> => {
    const line = lines.reduce((a, b) => (b.weight < a.weight ? b : a));
    line.weight += weight;
    return line.ask(request);
  };
  try {
    return await use({
      read: async (passages) => {
        const words = passages.map(({ part, text }) => ({ part, text }));
        const answer = await send({ passages: words }, passages.length);
        const found = new Map("found" in answer ? answer.found : []);
        return passages.map((passage, at) => ({ passage, ...(found.get(at) ?? nothingFound) }));
      },
      compare: async (questions) => {
        const compared = questions.map(({ id, wording, probes, rubric, background }) => ({
          id,
          wording,
          probes,
          rubric,
          background,
        }));
        const answer = await send({ compared }, questions.length);
        return "pairs" in answer ? answer.pairs : [];
      },
    });
  } finally {
    await Promise.all(lines.map(({ worker }) => worker.terminate()));
  }
}

const alone: ReadingPool = {
  read: async (passages) => {
    await turn();
    return readPassages(passages);
  },
  compare: async (questions) => {
    await turn();
    return nearDuplicates(questions, copied);
  },
};

const nothingFound: Omit<Reading, "passage"> = {
  topics: [],
  insensitive: [],
  faults: [],
  vague: false,
  judged: undefined,
};

/** Whether a rule may pick anything from a reading. */
export function isEmpty({ topics, insensitive, faults, vague, judged }: Omit<Reading, "passage">): boolean {
  return [topics, insensitive, faults].every(({ length }) => length === 0) && !vague && judged === undefined;
}

interface Line {
  worker: Worker;
  weight: number;
  ask(request: ReadingRequest): Promise<ReadingAnswer>;
}

/** A thread that answers in the order in which it is asked. */
function openLine(): Line {
  const worker = new Worker(new URL("./reading-thread.js", import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes, maxYoungGenerationSizeMb: youngMegabytes },
  });
  const asked: { resolve(answer: ReadingAnswer): void; reject(error: unknown): void }[] = [];
  let failure: { error: unknown } | undefined;
  const fail = (error: unknown): void => {
    failure ??= { error };
    for (const { reject } of asked.splice(0)) reject(error);
  };
  worker.on("message", (answer: ReadingAnswer) => asked.shift()?.resolve(answer));
  worker.on("error", fail);
  worker.on("exit", (code) => fail(new Error(`a thread of the check ended with code ${code}`)));
  return {
    worker,
    weight: 0,
    ask: (request) =>
      new Promise((resolve, reject) => {
        if (failure) return reject(failure.error);
        asked.push({ resolve, reject });
        worker.postMessage(request);
      }),
  };
}
