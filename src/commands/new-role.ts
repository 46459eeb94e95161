// `interview-kit new role`, `new plan` and `new team`: ask for what was not stated, and write a document that `check` accepts
// but for the words to fill in.
import { planText, roleText, teamText } from "../authoring/document-text.js";
import { idOf } from "../authoring/identifier.js";
import { KitError } from "../document/diagnostic.js";
import { nearest } from "../document/nearest.js";
import { openShelf, planIds } from "../pipeline/shelf.js";
import { roleLevels } from "../role/role-profile.js";
import { readWorkspace } from "../workspace/workspace.js";
import { askFor } from "./ask.js";
import { example, idFor, type NewOptions, type Open, ownFolder, place, titleQuestion } from "./place-new.js";
import { statedSkills } from "./stated-names.js";

/** Writes `roles/<id>.md`. Returns the exit code. */
export async function newRoleCommand(root: string, options: NewOptions): Promise<number> {
  const workspace = await readWorkspace(root);
  const { bank } = openShelf(workspace);
  const open: Open = {};
  if (options.title === undefined) open.title = titleQuestion("Title of the role", "Platform Engineer");
  if (options.level === undefined)
    open.level = {
      flag: "--level",
      ask: "Level",
      kind: "one",
      from: roleLevels.map((value) => ({ value })),
      first: "mid",
    };
  if (options.skill === undefined)
    open.skills = {
      flag: "--skill",
      ask: "Skills that it cannot do without",
      kind: "some",
      from: bank.competencies.flatMap(({ title, skills }) =>
        skills.map(({ name }) => ({ value: name, hint: title })),
      ),
    };
  const answers = await askFor(
    open,
    example('role --title "Platform Engineer" --level senior --skill Kubernetes --skill Terraform'),
  );
  const title = options.title ?? String(answers.title);
  const skills = options.skill
    ? statedSkills(bank, options.skill).map(({ name }) => name)
    : (answers.skills as string[]);
  const level = options.level ?? String(answers.level);
  const id = idFor(title, options.id);
  await place(root, `roles/${id}.md`, roleText({ title, level, skills }), `Then: interview-kit build ${id}`);
  return 0;
}

/** Writes `roles/plans/<id>.md`. Returns the exit code. */
export async function newPlanCommand(root: string, options: NewOptions): Promise<number> {
  await ownFolder(root, "roles/plans", "plans");
  const open: Open = {};
  if (options.title === undefined) open.title = titleQuestion("Title of the plan", "Two short interviews");
  if (options.stage === undefined)
    open.stages = {
      flag: "--stage",
      ask: "Stages with their minutes, with commas between",
      kind: "text",
      example: "Coding=60, Working together=45",
      check: (value) => {
        try {
          readStages(value.split(","));
          return undefined;
        } catch (error) {
          return error instanceof Error ? error.message : String(error);
        }
      },
    };
  const answers = await askFor(
    open,
    example('plan --title "Two short interviews" --stage Coding=60 --stage "Working together=45"'),
  );
  const title = options.title ?? String(answers.title);
  const stages = readStages(options.stage ?? String(answers.stages).split(","));
  const id = idFor(title, options.id);
  await place(
    root,
    `roles/plans/${id}.md`,
    planText({ title, stages }),
    `Then: interview-kit build --plan ${id}`,
  );
  return 0;
}

/** Writes `questions/teams/<id>/team.md`. Returns the exit code. */
export async function newTeamCommand(root: string, options: NewOptions): Promise<number> {
  const workspace = await readWorkspace(root);
  const plans = planIds(workspace);
  if (options.plan !== undefined && !plans.includes(options.plan)) {
    const close = nearest(options.plan, plans);
    const hint = close === undefined ? `Known: ${plans.join(", ")}` : `Did you mean "${close}"?`;
    throw new KitError("missing-plan", `there is no plan "${options.plan}"`, hint);
  }
  const open: Open = {};
  if (options.title === undefined) open.title = titleQuestion("Name of the team", "Payments");
  const answers = await askFor(open, example("team --title Payments"));
  const title = options.title ?? String(answers.title);
  if (title.length > 40)
    throw new KitError("invalid-title", `a team's name has ${title.length} characters, expected at most 40`);
  const id = idFor(title, options.id);
  const text = teamText({ title, ...(options.plan !== undefined && { plan: options.plan }) });
  const next = `Then: interview-kit build --team ${id}`;
  await place(root, `questions/teams/${id}/team.md`, text, next);
  return 0;
}

/** "Coding=60" → a stage of 60 minutes. */
function readStages(stated: readonly string[]): { title: string; minutes: number }[] {
  const stages = stated.map((one) => {
    const [, title = "", minutes = ""] = /^\s*(.*?)\s*=\s*(\d+)\s*$/.exec(one) ?? [];
    const length = Number(minutes);
    if (title.length < 3 || title.length > 60 || idOf(title) === "" || length < 15 || length > 240)
      throw new KitError(
        "invalid-stage",
        `"${one.trim()}" is no stage, expected a title and 15 to 240 minutes`,
        "Write Coding=60.",
      );
    return { title, minutes: length };
  });
  const twice = stages.find(
    ({ title }, at) => stages.findIndex((one) => idOf(one.title) === idOf(title)) !== at,
  );
  if (twice) throw new KitError("invalid-stage", `two stages are called "${twice.title}"`);
  return stages;
}
