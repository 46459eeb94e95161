// How long the program takes to begin, beside Node itself: alternating runs of one and the other.
import { cli, figure, median, timed } from "../measure.mjs";

const rounds = 21;

export function measure() {
  const runs = { node: [], help: [] };
  for (let round = 0; round <= rounds; round++) {
    const node = timed(process.execPath, ["-e", "0"]);
    const help = timed(process.execPath, [cli, "--help"]);
    // The first round warms the disk up.
    if (round === 0) continue;
    runs.node.push(node);
    runs.help.push(help);
  }
  const ratio = (key) =>
    median(runs.help.map((run) => run[key])) / Math.max(1, median(runs.node.map((run) => run[key])));
  return [
    figure("--help beside node -e 0, on the wall", ratio("ms"), "times", { most: 1.5 }),
    figure("--help beside node -e 0, processor time", ratio("cpuMs"), "times", { most: 1.5 }),
  ];
}
