// In: the zod shapes by which documents are read, and perhaps a bank. Out: their JSON Schemas (draft 7), with a description of every key.
// With a bank, an editor can offer its skills, competencies and question ids by name.
import { z } from "zod";
import { planShape } from "../assemble/read-plan.js";
import type { QuestionBank } from "../bank/question-bank.js";
import { competencyShape } from "../bank/read-competency.js";
import { teamQuestionShape } from "../bank/read-question.js";
import { shapes as roleKeys } from "../role/corrections.js";
import { roleLevels } from "../role/role-profile.js";
import { teamShape } from "../team/read-team.js";
import { bankShape, kitShape } from "./kit-shape.js";

export const schemaNames = ["question", "competency", "plan", "role", "team", "kit", "bank"] as const;
export type SchemaName = (typeof schemaNames)[number];

/** Front matter of a role: corrections are read, other keys are the document's own. */
const roleShape = z.looseObject({
  title: roleKeys.title.optional(),
  level: roleKeys.level.optional(),
  skills: z.union([roleKeys.skills, z.unknown()]).optional(),
  weights: roleKeys.weights.optional(),
  ignore: roleKeys.ignore.optional(),
  teams: z.union([z.string(), z.array(z.string())]).optional(),
});

const shapes: Record<SchemaName, { shape: z.ZodType; title: string }> = {
  question: { shape: teamQuestionShape, title: "Front matter of questions/<competency>/<id>.md" },
  competency: { shape: competencyShape, title: "Front matter of questions/<competency>/competency.md" },
  plan: { shape: planShape, title: "Front matter of roles/plans/<id>.md" },
  role: { shape: roleShape, title: "Front matter of roles/<id>.md" },
  team: { shape: teamShape, title: "Front matter of questions/teams/<team>/team.md" },
  kit: { shape: kitShape, title: "kit.json: a role's loop with everything it was planned from" },
  bank: { shape: bankShape, title: "An exported question bank" },
};

/** What an editor shows beside each key. */
const descriptions: Partial<Record<SchemaName, Record<string, string>>> = {
  question: {
    skills: "Names from any competency.md, the main one first; one to four.",
    kind: "What the candidate does: tell a past case, decide a given one, explain, write code, read code, design.",
    levels: "Where the same anchors are a fair bar.",
    minutes: "Talking and listening, all probes included.",
    enemies: "Ids of questions that give this one away; each names the other.",
    status: "Only active questions are asked; active if absent.",
    reason: "Why it is no longer asked.",
    reviewed: "The day on which somebody else last read it as an interviewer: 2026-01-31.",
    owner: "Who looks after it.",
    lang: "The language of its words, such as de; English if absent.",
    base: "In a team's own version of a shared question: the version that it started from.",
    imported: "By what a second import knows this question; written by the import.",
  },
  competency: {
    title: "What a scorecard calls the ability.",
    family: "The group that plans can name; credentials are checked on paper and never asked about.",
    skills: "The finest tags, by which role documents are recognised; each under one competency only.",
    name: "The skill as it is printed.",
    aliases: "Other words for it in role documents.",
    match: "exact-case for names that are ordinary words too, such as Go.",
    everyday:
      "Further spellings that are ordinary words, or belong to other skills too: they count in exact case and fitting company.",
  },
  plan: {
    competenciesPerStage: "How many competencies one interviewer may rate.",
    competenciesPerLoop: "How many competencies the whole loop may rate.",
    secondViews: "How many of the heaviest competencies are rated in two stages.",
    pins: "Ids of questions that must be asked.",
    bans: "Ids of questions that must not be asked.",
    stages: "The interviews of a loop, in their order.",
    id: "A short name such as system-design; it names the printed files.",
    title: "What the interview is called.",
    purpose: "What this interview finds out.",
    minutes: "The whole interview, opening and closing included.",
    split: "How the minutes are split; they add up to the interview's.",
    opening: "Minutes before the first question.",
    questions: "How many questions at least and at most; in split: their minutes.",
    candidate: "Minutes for the candidate's questions.",
    closing: "Minutes after that.",
    min: "At least so many.",
    max: "At most so many.",
    kinds: "Kinds of questions that may be asked; all if empty.",
    core: "Kinds of which at least one question is asked.",
    focus: "Competencies (folders of questions/) or families; all if empty.",
    interviewer: "Who holds it.",
    prepare: "What the candidate is told about it.",
  },
  role: {
    title: "What the role is called, if its first heading does not say so.",
    level: `One of ${roleLevels.join(", ")}.`,
    skills: "Skills to add to the reading, and skills to drop from it.",
    add: "Skills that the document demands though it does not name them.",
    drop: "Skills that it names but does not demand.",
    weights: "How much a skill or competency counts, 1 to 100; a line that says must weighs 60.",
    ignore: "Titles of sections, or words of lines, that demand nothing.",
    teams: "Teams that hire for it; each gets a kit of its own.",
  },
  team: {
    title: "What the team is called in print.",
    plan: "The plan that its loops follow, if not the usual one.",
    minutes: "Minutes of single stages, by their ids.",
    pins: "Questions that must be asked, perhaps in a stage, with the reason.",
    bans: "Questions, skills or competencies that are never asked, with the reason.",
    weights: "How much a skill or competency counts for this team.",
    weight: "1 to 500; a line of a role that says must weighs 60.",
    skills: "Skills that every role of this team demands.",
    levels: "The level of questions that a stated level of role means here.",
    branding: "What its pages look like.",
    name: "The name beside the logo.",
    logo: "An SVG or PNG file in the team's folder.",
    accent: "A colour such as #0b3d91.",
    locale: "The language of its pages.",
    paper: "Its paper size.",
    question: "The id of a question.",
    stage: "The id of a stage of the plan.",
    skill: "A skill of the bank.",
    competency: "A folder of questions/.",
    importance: "How much the team insists on it.",
    reason: "Why; printed where the choice is explained.",
    ...Object.fromEntries(roleLevels.map((level) => [level, `What a ${level} is asked here.`])),
  },
};

/** One JSON Schema. With a bank, names that exist in it are listed where they belong. */
export function jsonSchema(name: SchemaName, bank?: QuestionBank): Record<string, unknown> {
  const { shape, title } = shapes[name];
  const known = bank ? namesIn(bank) : undefined;
  const schema = z.toJSONSchema(shape, {
    target: "draft-7",
    // What people write, before defaults are filled in.
    io: "input",
    override: ({ jsonSchema: node }) => {
      for (const [key, value] of Object.entries(node.properties ?? {})) {
        const property = value as Record<string, unknown>;
        const description = descriptions[name]?.[key];
        // A shape that several documents share describes itself.
        if (description !== undefined) property.description ??= description;
        const names = known?.[name]?.[key];
        const items = property.items as Record<string, unknown> | undefined;
        if (names && items?.type === "string") property.items = { type: "string", enum: names };
      }
    },
  });
  const { $schema, ...rest } = schema as Record<string, unknown>;
  return { $schema, $id: `urn:interview-kit:${name}:1`, title, ...rest };
}

type NamesByKey = Partial<Record<SchemaName, Record<string, string[]>>>;

function namesIn(bank: QuestionBank): NamesByKey {
  const skills = bank.competencies.flatMap((competency) => competency.skills.map(({ name }) => name));
  const questions = bank.questions.map(({ id }) => id);
  const families = [...new Set(bank.competencies.map(({ family }) => family))].filter(
    (family) => family !== "credentials",
  );
  const focus = [...families, ...bank.competencies.map(({ id }) => id)];
  return {
    question: { skills, enemies: questions },
    plan: { pins: questions, bans: questions, focus },
    role: { add: skills, drop: skills },
  };
}
