// What a whole build of both roles takes from a cold process: time, pages and the memory of the Node process.
import { figure, kit, median, roles, withFolder } from "../measure.mjs";

const rounds = 5;

export const measure = () =>
  withFolder((out) => {
    const runs = Array.from({ length: rounds }, () =>
      kit(["build", ...roles, "--out", out, "--fresh"], { memory: true }),
    );
    return [
      figure("both roles, HTML and PDF, cold process, median", median(runs.map(({ ms }) => ms)) / 1000, "s"),
      figure(
        "the same, processor time with the browser's",
        median(runs.map(({ cpuMs }) => cpuMs)) / 1000,
        "s",
      ),
      figure("memory of the Node process, worst", Math.max(...runs.map(({ megabytes }) => megabytes)), "MB", {
        most: 400,
        digits: 0,
      }),
    ];
  });
