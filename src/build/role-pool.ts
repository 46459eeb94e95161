// In: the shelf and wishes of a run. Out: worker threads that draft its roles, each with the bank in hand once; and how many are worth their start.
// A fault in a thread is a fault of the run; what is wrong with a document comes back as its findings. Threads write nothing.
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { KitError } from "../document/diagnostic.js";
import type { Shelf } from "../pipeline/shelf.js";
import type { BuildEvents } from "./build-settings.js";
import type { OutputPlace, RoleDraft, RoleJob } from "./draft-role.js";
import type { BuildWishes } from "./open-workshop.js";
import type { DraftedAnswer, DraftRequest, ThreadData } from "./role-thread.js";

/** A thread has to read the program and the bank's skills before its first role: below so many roles each, that is not worth it. */
const leastRolesPerThread = 8;
/** Each thread holds the bank, so that many more would fill the memory of a large machine. */
const mostThreads = 8;

/** Megabytes of heap that a thread gets along with the ten times of its documents that they take when read: enough for one role's pages. */
const heapBesideBank = 400;

/** How many threads draft so many roles; 0 where this one does it alone. `wished` is what the user said. */
export function threadsFor(jobs: number, wished?: number): number {
  const threads =
    wished ?? Math.min(mostThreads, availableParallelism(), Math.floor(jobs / leastRolesPerThread));
  return threads < 2 ? 0 : Math.min(threads, jobs);
}

interface Task {
  request: DraftRequest;
  resolve(draft: RoleDraft): void;
  reject(error: unknown): void;
}

export interface RolePool {
  threads: number;
  draft(job: RoleJob, events?: BuildEvents): Promise<RoleDraft>;
}

/** Starts the threads, hands them to `use`, and ends them whatever happens. */
export async function withRolePool<Result>(
  threads: number,
  { workspace, bank }: Shelf,
  wishes: BuildWishes,
  place: OutputPlace,
  use: (pool: RolePool) => Promise<Result>,
): Promise<Result> {
  const data: ThreadData = { workspace, bank, wishes, place };
  const waiting: Task[] = [];
  const idle: Worker[] = [];
  const busy = new Map<Worker, Task>();
  let failure: { error: unknown } | undefined;

  const next = (): void => {
    while (idle.length > 0 && waiting.length > 0) {
      const [worker, task] = [idle.pop(), waiting.shift()];
      if (!worker || !task) return;
      busy.set(worker, task);
      worker.postMessage(task.request);
    }
  };
  const fail = (error: unknown): void => {
    failure ??= { error };
    for (const task of [...busy.values(), ...waiting.splice(0)]) task.reject(error);
    busy.clear();
  };
  const bytes = [workspace.questions, workspace.plans]
    .flat()
    .reduce((sum, file) => sum + file.bytes.length, 0);
  // Without a limit a thread collects its garbage only when a quarter of the machine's memory is full of it.
  const resourceLimits = { maxOldGenerationSizeMb: heapBesideBank + Math.ceil((10 * bytes) / 2 ** 20) };
  const workers = Array.from({ length: threads }, () => {
    const worker = new Worker(new URL("./role-thread.js", import.meta.url), {
      workerData: data,
      resourceLimits,
    });
    idle.push(worker);
    worker.on("message", (answer: DraftedAnswer) => {
      const task = busy.get(worker);
      busy.delete(worker);
      idle.push(worker);
      if ("draft" in answer) task?.resolve(answer.draft);
      else task?.reject("refused" in answer ? refusal(answer.refused) : answer.fault);
      next();
    });
    worker.on("error", fail);
    worker.on("exit", (code) => {
      if (busy.has(worker)) fail(new Error(`a thread of the build ended with code ${code}`));
    });
    return worker;
  });
  try {
    return await use({
      threads,
      draft: async ({ file, slug, folder, workshop }, events = {}) => {
        const team = workshop.settings.team?.id;
        const request = { file, slug, folder, ...(team !== undefined && { team }) };
        const draft = await new Promise<RoleDraft>((resolve, reject) => {
          if (failure) reject(failure.error);
          else waiting.push({ request, resolve, reject });
          next();
        });
        const made = draft.made?.documents ?? [];
        events.expect?.(made.length);
        for (const { name } of made) events.made?.(`${folder}/${name}`);
        return draft;
      },
    });
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

function refusal({ code, message, hint }: { code: string; message: string; hint?: string }): KitError {
  return new KitError(code, message, hint);
}
