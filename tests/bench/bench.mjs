// The scoreboard: each part prints figures beside what they are held to, and all of them go to out/bench.json.
//   npm run bench                   every part
//   npm run bench -- start again    these parts
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg, totalmem } from "node:os";
import { join } from "node:path";
import { root } from "./measure.mjs";

/** In order of how long they take. */
const parts = [
  "start",
  "reading",
  "plan",
  "again",
  "memory",
  "limit",
  "preview",
  "peers",
  "sentences",
  "scale",
];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !parts.includes(name));
if (unknown.length > 0)
  throw new Error(`no part is called ${unknown.join(", ")}: expected ${parts.join(", ")}`);

const machine = `${cpus()[0]?.model ?? "unknown"}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}, load ${loadavg()[0].toFixed(1)}`;
console.log(`machine: ${machine}`);

const board = join(root, "out", "bench.json");
const results = { machine, parts: formerParts() };
for (const name of parts.filter((one) => wanted.length === 0 || wanted.includes(one))) {
  console.log(`${name}:`);
  const { measure } = await import(`./parts/${name}.mjs`);
  results.parts[name] = { machine, figures: await measure() };
  mkdirSync(join(root, "out"), { recursive: true });
  writeFileSync(board, `${JSON.stringify(results, null, 2)}\n`);
}

/** What other runs measured stays, each part with the machine and load of its own run. */
function formerParts() {
  try {
    return wanted.length === 0 ? {} : JSON.parse(readFileSync(board, "utf8")).parts;
  } catch {
    return {};
  }
}
