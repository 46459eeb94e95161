// The browsers that this machine runs, as the system itself lists them. Linux only: elsewhere the tests that need it are skipped aloud.
import { readdirSync, readFileSync } from "node:fs";

export const canSeeProcesses = process.platform === "linux";

export interface SeenProcess {
  pid: number;
  parent: number;
  /** R, S, D, T, Z … as in proc(5). */
  state: string;
  command: string;
}

/** Every process that has not ended. */
export function processes(): SeenProcess[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const [, state = "", parent = "0"] =
          /^\d+ \(.*\) (\S) (\d+)/s.exec(readFileSync(`/proc/${name}/stat`, "utf8")) ?? [];
        const command = readFileSync(`/proc/${name}/cmdline`, "utf8").replaceAll("\0", " ").trim();
        return state === "Z" ? [] : [{ pid: Number(name), parent: Number(parent), state, command }];
      } catch {
        return [];
      }
    });
}

/** The browsers started by `parent`, without their helpers. */
export function browsersOf(parent: number): SeenProcess[] {
  return processes().filter((one) => one.parent === parent && one.command.includes("interview-kit-browser-"));
}

/** A process and all that descend from it. */
export function familyOf(pid: number): SeenProcess[] {
  const all = processes();
  const family = all.filter((one) => one.pid === pid);
  for (const one of family) family.push(...all.filter(({ parent }) => parent === one.pid));
  return family;
}

/** Sends a signal to a process that may have ended meanwhile. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It was faster.
  }
}

/** Waits until something holds, looking every 10 ms; false when it never does. */
export async function until(holds: () => boolean | Promise<boolean>, withinMs = 30_000): Promise<boolean> {
  const end = Date.now() + withinMs;
  while (Date.now() < end) {
    if (await holds()) return true;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return false;
}
