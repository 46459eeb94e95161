// How the benches measure: child processes with their time and memory, medians, and lines of the scoreboard.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));
export const cli = join(root, "dist/cli.js");
export const roles = ["python-developer", "senior-python-developer"];

export const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];

/** Told on exit, so that a child says what it took. */
const probe = `data:text/javascript,${encodeURIComponent(
  `process.on("exit",()=>process.stderr.write("\\nmost memory "+process.resourceUsage().maxRSS+"\\n"))`,
)}`;

/** Runs a program to its end. `ms` is the time on the wall; `cpuMs` the processor's for it and all that it started, where the system tells; `megabytes` the most that a Node process held. */
export function timed(command, args, { cwd = root, env = {}, memory = false, codes = [0] } = {}) {
  const before = childrenMs();
  const started = performance.now();
  const run = spawnSync(command, memory ? ["--import", probe, ...args] : args, {
    cwd,
    encoding: "utf8",
    // A peer that is handed an open stdin waits for words from it.
    stdio: ["ignore", "pipe", "pipe"],
    maxBuffer: 1e9,
    env: { ...process.env, NO_COLOR: "1", ...env },
  });
  const ms = performance.now() - started;
  if (!codes.includes(run.status)) throw new Error(`${command} ${args.join(" ")}\n${run.stderr}`);
  const megabytes = Number(/most memory (\d+)/.exec(run.stderr)?.[1] ?? 0) / 1024;
  return { ...run, ms, cpuMs: childrenMs() - before, megabytes };
}

/** Our own program, compiled. */
export const kit = (args, options) => timed(process.execPath, [cli, ...args], options);

/** Processor time of all children that have ended; 0 where the system does not say. */
function childrenMs() {
  if (!existsSync("/proc/self/stat")) return 0;
  const fields = readFileSync("/proc/self/stat", "utf8").split(") ")[1].split(" ");
  return (Number(fields[13]) + Number(fields[14])) * 10;
}

/** A temporary folder for as long as `use` takes. */
export async function withFolder(use) {
  const folder = mkdtempSync(join(tmpdir(), "interview-kit-bench-"));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One figure of the scoreboard; with `most` or `least` it is judged. */
export function figure(what, value, unit, { most, least, digits = 2 } = {}) {
  const rounded = Number(value.toFixed(digits));
  const limit = most ?? least;
  const holds = limit === undefined ? undefined : most !== undefined ? value <= most : value >= least;
  const judged =
    limit === undefined
      ? ""
      : ` (${most !== undefined ? "at most" : "at least"} ${limit}: ${holds ? "holds" : "MISSED"})`;
  console.log(`  ${what}: ${rounded}${unit === "" ? "" : ` ${unit}`}${judged}`);
  return {
    what,
    value: rounded,
    unit,
    ...(most !== undefined && { most }),
    ...(least !== undefined && { least }),
    ...(holds !== undefined && { holds }),
  };
}

/** Something that was not measured, and why. */
export function absent(what, why) {
  console.log(`  ${what}: not measured, ${why}`);
  return { what, absent: why };
}
