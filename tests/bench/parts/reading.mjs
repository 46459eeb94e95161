// How long role documents take to read against all skills of the shipped bank.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openShelf, readDocument, readRole, readWorkspace } from "../../../dist/index.js";
import { figure, median, root } from "../measure.mjs";

export async function measure() {
  const { skills } = openShelf(await readWorkspace(root));
  const senior = readFileSync(join(root, "roles/senior-python-developer.md"), "utf8").split("\n");
  const long = Buffer.from([...senior, ...senior.slice(8)].slice(0, 250).join("\n"));
  const times = [];
  for (let role = 0; role < 1000; role++) {
    const started = performance.now();
    readRole(readDocument("roles/long.md", long).document, skills);
    times.push(performance.now() - started);
  }
  const all = times.reduce((sum, one) => sum + one, 0);
  return [
    figure(`1,000 roles of 250 lines, ${skills.skills.length} skills`, all / 1000, "s", { most: 10 }),
    figure("one role of 250 lines, median", median(times), "ms", { most: 20 }),
  ];
}
