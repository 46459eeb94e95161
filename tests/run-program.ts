// Runs the compiled program in a process of its own, as a user does: no colours, nobody at the terminal.
import { spawn } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

export const projectRoot = join(import.meta.dirname, "..");
export const cli = join(projectRoot, "dist", "cli.js");

export interface Run {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface RunOptions {
  /** The project itself, unless it is said. */
  cwd?: string;
  env?: Record<string, string>;
  /** Put before the command: unshare, setpriv. */
  through?: string[];
  /** Told as soon as it runs. */
  started?(pid: number): void;
  /** Told whatever stands on stderr, as soon as there is more of it. */
  said?(stderr: string): void;
}

/** `where` is the folder, or the folder with all else. */
export function run(args: readonly string[], where: string | RunOptions = {}): Promise<Run> {
  const options = typeof where === "string" ? { cwd: where } : where;
  const [command = process.execPath, ...rest] = [...(options.through ?? []), process.execPath, cli, ...args];
  return new Promise((resolve, reject) => {
    const child = spawn(command, rest, {
      cwd: options.cwd ?? projectRoot,
      env: { ...process.env, NO_COLOR: "1", CI: "1", ...options.env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    if (child.pid !== undefined) options.started?.(child.pid);
    let stdout = "";
    let stderr = "";
    child.stdout.on("data", (chunk) => {
      stdout += chunk;
    });
    child.stderr.on("data", (chunk) => {
      stderr += chunk;
      options.said?.(stderr);
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stdout, stderr }));
  });
}

/** Writes files below a folder, by path. */
export async function writeFiles(
  folder: string,
  contents: Record<string, string | Uint8Array>,
): Promise<void> {
  for (const [path, content] of Object.entries(contents)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}
