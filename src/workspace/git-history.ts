// In: a folder and names of objects. Out: what git keeps under these names, if the folder is in a repository. Only ever reads:
// no shell, no hooks, no filters, no network; a repository that is not there, or no git, is an empty history.
import { spawn } from "node:child_process";

const longestMs = 20_000;

/** The bytes of blobs, by hash; those that git does not have are absent. */
export async function readBlobs(root: string, hashes: readonly string[]): Promise<Map<string, Uint8Array>> {
  const blobs = new Map<string, Uint8Array>();
  const output = await git(root, ["cat-file", "--batch"], hashes);
  let at = 0;
  for (const hash of hashes) {
    const end = output.indexOf(10, at);
    if (end < 0) break;
    const [, type, size] = output.subarray(at, end).toString("utf8").split(" ");
    at = end + 1;
    // "<name> missing" and "<name> ambiguous" have no content.
    if (size === undefined || !/^\d+$/.test(size)) continue;
    if (type === "blob") blobs.set(hash, output.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
  return blobs;
}

/** The hashes of files as they are committed at HEAD, by path from `root`; files that are not committed are absent. */
export async function committedHashes(root: string, paths: readonly string[]): Promise<Map<string, string>> {
  // A line is a request: a path with a line break in it cannot be asked for.
  const asked = paths.filter((path) => !/[\r\n]/.test(path));
  const output = await git(
    root,
    ["cat-file", "--batch-check"],
    asked.map((path) => `HEAD:./${path}`),
  );
  const lines = output.toString("utf8").split("\n");
  return new Map(
    asked.flatMap((path, index) => {
      const [hash, type] = (lines[index] ?? "").split(" ");
      return hash !== undefined && type === "blob" ? [[path, hash] as const] : [];
    }),
  );
}

function git(root: string, args: readonly string[], lines: readonly string[]): Promise<Buffer> {
  if (lines.length === 0) return Promise.resolve(Buffer.alloc(0));
  return new Promise((resolve) => {
    const child = spawn("git", args, {
      cwd: root,
      // A partial clone would fetch what it lacks.
      env: { ...process.env, GIT_NO_LAZY_FETCH: "1", GIT_OPTIONAL_LOCKS: "0", GIT_TERMINAL_PROMPT: "0" },
      stdio: ["pipe", "pipe", "ignore"],
      timeout: longestMs,
    });
    const chunks: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.on("error", () => resolve(Buffer.alloc(0)));
    child.on("close", () => resolve(Buffer.concat(chunks)));
    // It may have ended already, for want of a repository.
    child.stdin.on("error", () => {});
    child.stdin.end(`${lines.join("\n")}\n`);
  });
}
