// In: nothing. Out: a private temporary folder for what a browser writes while it runs, removed with it, however this program ends.
// What a kill -9 left behind is removed by a later run. Touches no folder that is not of this name.
import { rmSync } from "node:fs";
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface BrowserProfile {
  folder: string;
  /** To be called when the browser runs: at the program's end its own listener comes first, or it would write what was just removed. */
  removeLast(): void;
  /** Removes it. Never throws. */
  remove(): Promise<void>;
}

const prefix = "interview-kit-browser-";
/** No build takes so long: whoever made an older folder is gone. */
const abandonedMs = 24 * 60 * 60 * 1000;

/** Makes the folder; readable by its owner only. */
export async function makeProfile(): Promise<BrowserProfile> {
  await removeAbandoned();
  const folder = await mkdtemp(join(tmpdir(), prefix));
  const options = { recursive: true, force: true, maxRetries: 5, retryDelay: 20 } as const;
  const onExit = () => {
    try {
      rmSync(folder, options);
    } catch {
      // The next run tries again.
    }
  };
  process.on("exit", onExit);
  return {
    folder,
    removeLast: () => {
      process.off("exit", onExit);
      process.on("exit", onExit);
    },
    remove: async () => {
      process.off("exit", onExit);
      await rm(folder, options).catch(() => undefined);
    },
  };
}

async function removeAbandoned(): Promise<void> {
  const entries = await readdir(tmpdir()).catch(() => []);
  for (const entry of entries.filter((name) => name.startsWith(prefix))) {
    const path = join(tmpdir(), entry);
    const made = await stat(path).catch(() => undefined);
    const own = made?.uid === process.getuid?.();
    if (made && own && Date.now() - made.mtimeMs > abandonedMs)
      await rm(path, { recursive: true, force: true }).catch(() => undefined);
  }
}
