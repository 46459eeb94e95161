// A workspace of 1,000 roles, 10,000 questions and 20 teams: reading, checking, planning and rendering all of it, and how time grows.
// Takes minutes, so that each figure is of one run.
import { join } from "node:path";
import { generateWorkspace } from "../generate-workspace.mjs";
import { figure, kit, root, timed, withFolder } from "../measure.mjs";

const size = { roles: 1000, questions: 10_000, teams: 20, seed: 1 };
const few = 100;

export const measure = () =>
  withFolder(async (own) => {
    await generateWorkspace(own, size);
    const read = timed(process.execPath, [join(root, "tests/bench/read-workspace.mjs"), own], {
      memory: true,
    });
    const { questions, kits, errors } = JSON.parse(read.stdout);
    if (questions !== size.questions || kits !== size.roles || errors > 0)
      throw new Error(`the workspace is not the one that was meant: ${read.stdout}`);
    const figures = [
      figure("read and validate 1,000 roles, 10,000 questions, 20 teams", read.ms / 1000, "s", { most: 15 }),
      figure("the same, processor time", read.cpuMs / 1000, "s"),
    ];

    const checked = kit(["check", nameOf(1)], { cwd: own, memory: true, codes: [0, 1] });
    figures.push(
      figure("check 10,000 questions and one role", checked.ms / 1000, "s", { most: 10 }),
      figure("the same, processor time", checked.cpuMs / 1000, "s"),
    );

    const html = ["build", "--format", "html", "--quiet", "--fresh"];
    const some = Array.from({ length: few }, (_, at) => nameOf(at + 1));
    const small = kit([...html, ...some, "--out", join(own, "some")], { cwd: own, memory: true });
    const whole = kit(html, { cwd: own, memory: true });
    if (!whole.stderr.includes(`${size.roles} of ${size.roles} roles`))
      throw new Error(whole.stderr.slice(-2000));
    // From 100 to 1,000, n log n grows by ten times log 1,000 / log 100.
    const most = Math.round((size.roles / few) * (Math.log(size.roles) / Math.log(few)));
    return [
      ...figures,
      figure("plan and render 100 roles as HTML", small.ms / 1000, "s"),
      figure("plan and render 1,000 roles as HTML", whole.ms / 1000, "s", { most: 300 }),
      figure("the same, processor time", whole.cpuMs / 1000, "s"),
      figure("1,000 roles beside 100", whole.cpuMs / Math.max(1, small.cpuMs), "times", { most }),
      figure("memory with all threads, worst", Math.max(small.megabytes, whole.megabytes), "MB", {
        most: 1536,
        digits: 0,
      }),
    ];
  });

const nameOf = (number) => `role-${String(number).padStart(4, "0")}`;
