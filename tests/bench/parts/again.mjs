// What a build costs where it was built before: nothing changed, and one question edited.
import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { absent, figure, kit, median, roles, root, withFolder } from "../measure.mjs";

const rounds = 7;

export const measure = () =>
  withFolder((own) => {
    for (const folder of ["questions", "roles"])
      cpSync(join(root, folder), join(own, folder), { recursive: true });
    const build = () => kit(["build", ...roles], { cwd: own });
    build();
    const runs = Array.from({ length: rounds }, build);
    if (!runs.every(({ stderr }) => stderr.includes("nothing changed") && !stderr.includes(" with ")))
      throw new Error(`built again, though nothing has changed\n${runs[0].stderr}`);
    return [
      figure("nothing changed, whole process, median", median(runs.map(({ ms }) => ms)) / 1000, "s", {
        most: 0.35,
      }),
      figure("nothing changed, processor time, median", median(runs.map(({ cpuMs }) => cpuMs)) / 1000, "s"),
      ...editedQuestion(own, build),
    ];
  });

/** A question that one of the two loops asks and the other does not. */
function editedQuestion(own, build) {
  const asked = roles.map((role) => {
    const { stages, questions } = JSON.parse(readFileSync(join(own, "out", role, "kit.json"), "utf8"));
    const shown = stages.flatMap(({ questions: chosen, alternates }) => [...chosen, ...alternates]);
    return new Map(shown.map(({ id }) => [id, questions.find((one) => one.id === id).path]));
  });
  const [path] = [...asked[0]].filter(([id]) => !asked[1].has(id)).map(([, file]) => file);
  if (path === undefined) return [absent("one question edited", "both loops ask the same questions")];
  const question = join(own, path);
  const text = readFileSync(question, "utf8");
  const folder = join(own, "out", roles[0]);
  const runs = Array.from({ length: 5 }, (_, round) => {
    const words = `Edition ${round} of it.`;
    writeFileSync(question, text.replace(/^(# .*\n\n)/m, `$1${words} `));
    const run = build();
    const made = [...run.stderr.matchAll(/^✓ .*?(?:; made again: (.*))?$/gm)].map(([, names]) =>
      names?.split(", "),
    );
    const documents = readdirSync(folder).filter((name) => name.endsWith(".html"));
    const showing = documents.filter((name) => readFileSync(join(folder, name), "utf8").includes(words));
    const whole = kit(["build", roles[0], "--fresh", "--out", "whole"], { cwd: own });
    return {
      ...run,
      kits: made.length,
      made: made.reduce((sum, names) => sum + (names ?? documents).length, 0),
      showing: showing.length,
      share: run.ms / whole.ms,
    };
  });
  return [
    figure(`one question edited, kits made again of ${roles.length}`, runs[0].kits, "", { most: 1 }),
    figure("one question edited, documents made again", runs[0].made, "", { most: runs[0].showing }),
    figure("one question edited, whole process, median", median(runs.map(({ ms }) => ms)) / 1000, "s"),
    figure("the same, processor time, median", median(runs.map(({ cpuMs }) => cpuMs)) / 1000, "s"),
    figure("the same beside that kit made afresh, median", median(runs.map(({ share }) => share)), "times"),
  ];
}
