// In: the output folder of a run. Out: the folder, writable and for this run alone until it is released, without what a killed run left.
// Two builds into one folder take turns. Touches nothing but its own lock and the staging folders of place-output.ts.
import { readFileSync, rmSync } from "node:fs";
import { readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { KitError } from "../document/diagnostic.js";
import { isWithin, leadsOutOf } from "./links.js";
import { mendOutput, prepareOutput } from "./place-output.js";

export interface OutputClaim {
  /** Lets the next build in. Never throws. */
  release(): Promise<void>;
}

export interface ClaimOptions {
  /** Called once, when another build has to be waited for. */
  waiting?(owner: string): void;
  /** How long to wait for it. */
  waitMs?: number;
}

interface Owner {
  pid: number;
  host: string;
  /** Tells two runs of one process apart. */
  claim: number;
}

const lockName = ".lock";
const lookAgainMs = 100;
/** A lock without words is being written; after so long, its writer is gone. */
const writingMs = 5_000;
let claims = 0;

/**
 * Makes the output folder and claims it. Throws a KitError: it cannot be written, another build does not end, or a link takes it out of the
 * workspace in which it seems to stand.
 */
export async function claimOutput(
  out: string,
  root: string,
  options: ClaimOptions = {},
): Promise<OutputClaim> {
  const outside = isWithin(root, out) ? await leadsOutOf([root], out) : undefined;
  if (outside !== undefined)
    throw new KitError(
      "foreign-link",
      `${out} is a link that leads out of the workspace, to ${outside}`,
      `Name that folder itself: --out ${outside}`,
    );
  await prepareOutput(out);
  const lock = join(out, lockName);
  const own: Owner = { pid: process.pid, host: hostname(), claim: ++claims };
  const words = JSON.stringify(own);
  const giveUp = Date.now() + (options.waitMs ?? 600_000);
  for (let said = false; !(await takeLock(lock, words)); ) {
    const owner = await ownerOf(lock);
    if (owner === undefined) continue;
    if (owner === "gone") {
      await clearLock(lock);
      continue;
    }
    const who = owner.host === own.host ? `process ${owner.pid}` : `process ${owner.pid} on ${owner.host}`;
    if (Date.now() > giveUp)
      throw new KitError(
        "busy-output",
        `${who} is still building into ${out}`,
        `Choose another folder with --out; if no build runs, delete ${lock}`,
      );
    if (!said) options.waiting?.(who);
    said = true;
    await new Promise((resolve) => setTimeout(resolve, lookAgainMs));
  }
  const onExit = () => {
    try {
      if (readFileSync(lock, "utf8") === words) rmSync(lock);
    } catch {
      // It is gone, with its folder.
    }
  };
  process.on("exit", onExit);
  await clearAsides(out);
  await mendOutput(out);
  return {
    release: async () => {
      process.off("exit", onExit);
      onExit();
    },
  };
}

async function takeLock(lock: string, words: string): Promise<boolean> {
  try {
    await writeFile(lock, words, { flag: "wx" });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
  // Whoever found the lock of a dead process at the same moment may just have cleared ours in its stead.
  return (await readFile(lock, "utf8").catch(() => "")) === words;
}

/** Who holds the lock; "gone" when that process has ended, undefined when there is no lock any more. */
async function ownerOf(lock: string): Promise<Owner | "gone" | undefined> {
  try {
    const text = await readFile(lock, "utf8");
    const owner = asOwner(text);
    if (!owner)
      return Date.now() - (await stat(lock)).mtimeMs > writingMs ? "gone" : { pid: 0, host: "", claim: 0 };
    return owner.host === hostname() && !isRunning(owner.pid) ? "gone" : owner;
  } catch {
    return undefined;
  }
}

function asOwner(text: string): Owner | undefined {
  try {
    const value = JSON.parse(text) as Partial<Owner> | null;
    return typeof value?.pid === "number" && typeof value.host === "string" ? (value as Owner) : undefined;
  } catch {
    return undefined;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** Moves it away before deleting, so that of two that clear it only one deletes. */
async function clearLock(lock: string): Promise<void> {
  const aside = `${lock}-${process.pid}-${++claims}`;
  const moved = await rename(lock, aside).then(
    () => true,
    () => false,
  );
  if (moved) await rm(aside, { force: true });
}

/** Locks that were moved away by builds that were killed before they deleted them. Whoever is about to, finds it done. */
async function clearAsides(out: string): Promise<void> {
  for (const entry of await readdir(out))
    if (asidePattern.test(entry)) await rm(join(out, entry), { force: true });
}

const asidePattern = /^\.lock-\d+-\d+$/;
