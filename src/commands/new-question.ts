// `interview-kit new question` and `new competency`: ask for what was not stated, and write a draft that `check` accepts
// but for the words to fill in.
import { competencyText } from "../authoring/document-text.js";
import { questionText, usualMinutes } from "../authoring/question-text.js";
import {
  type Family,
  families,
  type QuestionKind,
  type QuestionLevel,
  questionKinds,
  questionLevels,
} from "../bank/question-bank.js";
import { KitError } from "../document/diagnostic.js";
import { openShelf } from "../pipeline/shelf.js";
import { askFor } from "./ask.js";
import { example, idFor, type NewOptions, type Open, ownFolder, place, titleQuestion } from "./place-new.js";
import { knownCompetency, statedSkills } from "./stated-names.js";

/** A question about more would be about none. */
const mostSkills = 4;

/** Writes `questions/<competency>/<id>.md`. Returns the exit code. */
export async function newQuestionCommand(root: string, options: NewOptions): Promise<number> {
  const workspace = await ownFolder(root, "questions", "bank");
  const { bank } = openShelf(workspace);
  const stated = statedSkills(bank, options.skill ?? []);
  const competency =
    options.competency === undefined ? stated[0]?.competency : knownCompetency(bank, options.competency);
  const open: Open = {};
  if (options.title === undefined)
    open.title = titleQuestion(
      "Title, neutral: it must not give the answer away",
      "A report that doubles its rows",
    );
  if (options.kind === undefined)
    open.kind = { flag: "--kind", ask: "Kind", kind: "one", from: questionKinds.map((value) => ({ value })) };
  if (options.levels === undefined)
    open.levels = {
      flag: "--level",
      ask: "Levels for which the same anchors are a fair bar",
      kind: "some",
      from: questionLevels.map((value) => ({ value })),
      first: "mid",
    };
  if (competency === undefined)
    open.competency = {
      flag: "--skill, or --competency with --skill",
      ask: "Competency that it rates",
      kind: "one",
      from: bank.competencies
        .filter(({ family }) => family !== "credentials")
        .map(({ id, title }) => ({ value: id, label: title, hint: id })),
    };
  const answers = await askFor(
    open,
    example(
      'question --title "A report that doubles its rows" --skill PostgreSQL --kind technical --level mid',
    ),
  );
  const rated = competency ?? String(answers.competency);
  const ofRated = bank.competencies.find(({ id }) => id === rated)?.skills ?? [];
  const skills =
    stated.length > 0
      ? stated.map(({ name }) => name)
      : ((
          await askFor(
            {
              skills: {
                flag: "--skill",
                ask: "Skills that it asks about, the main one first (one to four)",
                kind: "some",
                most: mostSkills,
                from: ofRated.map(({ name, aliases }) => ({
                  value: name,
                  hint: aliases.slice(0, 3).join(", "),
                })),
              },
            },
            example(`question --competency ${rated} --skill "${ofRated[0]?.name ?? ""}" …`),
          )
        ).skills as string[]);
  if (skills.length > mostSkills)
    throw new KitError(
      "too-many-skills",
      `${skills.length} skills, expected one to four`,
      "Keep those that an answer must show.",
    );
  const title = options.title ?? String(answers.title);
  const kind = options.kind ?? (answers.kind as QuestionKind);
  const id = idFor(title, options.id);
  const taken = bank.questions.find((question) => question.id === id);
  if (taken)
    throw new KitError("taken-id", `the id "${id}" is taken by ${taken.path}`, "Choose another with --id.");
  const wanted = options.levels ?? (answers.levels as QuestionLevel[]);
  const { text } = questionText({
    title,
    skills,
    kind,
    levels: questionLevels.filter((level) => wanted.includes(level)),
    minutes: options.minutes ?? usualMinutes[kind],
    // A draft is in no loop until its words are there.
    status: "draft",
    ...(options.owner !== undefined && { owner: options.owner }),
  });
  await place(
    root,
    `questions/${rated}/${id}.md`,
    text,
    "Then delete the line status: draft, and have someone else read it as an interviewer.",
  );
  return 0;
}

/** Writes `questions/<id>/competency.md`. Returns the exit code. */
export async function newCompetencyCommand(root: string, options: NewOptions): Promise<number> {
  const workspace = await ownFolder(root, "questions", "bank");
  const { bank } = openShelf(workspace);
  const open: Open = {};
  if (options.title === undefined)
    open.title = titleQuestion("Title of the ability that is rated", "Payment systems");
  if (options.family === undefined)
    open.family = {
      flag: "--family",
      ask: "Family",
      kind: "one",
      from: families.map((value) => ({ value })),
    };
  if (options.skill === undefined)
    open.skills = {
      flag: "--skill",
      ask: "Skills, as role documents name them, with commas between",
      kind: "text",
      example: "card payments, chargebacks, ledger",
    };
  const answers = await askFor(
    open,
    example(
      'competency --title "Payment systems" --family technical --skill "card payments" --skill chargebacks',
    ),
  );
  const title = options.title ?? String(answers.title);
  const skills =
    options.skill ??
    String(answers.skills)
      .split(",")
      .map((name) => name.trim())
      .filter((name) => name !== "");
  const owners = new Map(
    bank.competencies.flatMap(({ id, skills: known }) =>
      known.flatMap(({ name, aliases }) =>
        [name, ...aliases].map((one) => [one.toLowerCase(), { name, id }] as const),
      ),
    ),
  );
  const clashes = skills.flatMap((skill) => {
    const owner = owners.get(skill.toLowerCase());
    return owner ? [`"${skill}" belongs to ${owner.name} in ${owner.id}`] : [];
  });
  if (clashes.length > 0)
    throw new KitError(
      "taken-skill",
      clashes.join("; "),
      "A skill stands under one competency only: use that one, or take the skill out of it.",
    );
  const id = idFor(title, options.id);
  const family = options.family ?? (answers.family as Family);
  await place(
    root,
    `questions/${id}/competency.md`,
    competencyText({ title, family, skills }),
    `Then: ${example(`question --competency ${id} --skill "${skills[0] ?? ""}" …`)}`,
  );
  return 0;
}
