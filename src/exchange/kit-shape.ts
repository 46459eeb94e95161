// The shapes of the files that are exported, kit.json first, for their JSON Schemas and for whoever reads them back.
// The types stand where the values are made; what is written here is held to them by the compiler.
import { z } from "zod";
import { families, questionKinds, questionLevels, questionStatuses } from "../bank/question-bank.js";
import type { Kit } from "../packet/kit.js";
import { kitSchema } from "../packet/kit.js";
import type { bankAsJson } from "./export-bank.js";
import { bankSchema } from "./export-bank.js";

const share = z.number().min(0).max(1);
const line = z.int().min(1);
/** 0 for what the team asks for, and no line of the role document. */
const lineOrTeam = z.int().min(0);

const anchorShape = z.strictObject({
  rating: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  label: z.string(),
  text: z.string(),
});

/** A question in full, as kit.json and an exported bank hold it. */
export const fullQuestionShape = z.strictObject({
  id: z.string(),
  competency: z.string(),
  title: z.string(),
  skills: z.array(z.string()).min(1),
  kind: z.enum(questionKinds),
  levels: z.array(z.enum(questionLevels)).min(1),
  minutes: z.int().min(1),
  status: z.enum(questionStatuses),
  enemies: z.array(z.string()),
  reviewed: z.string().optional(),
  owner: z.string().optional(),
  lang: z.string().optional(),
  reason: z.string().optional(),
  imported: z.string().optional(),
  wording: z.string(),
  exhibit: z.string().optional(),
  probes: z.array(z.string()),
  rubric: z.array(anchorShape).length(4),
  redFlags: z.array(z.string()),
  background: z.string(),
  path: z.string(),
  base: z.string().optional(),
});

const plannedShape = z.strictObject({
  id: z.string(),
  competency: z.string(),
  minutes: z.int().min(1),
  skills: z.array(z.string()),
  reason: z.string(),
  choice: z.string(),
});

/** kit.json. */
export const kitShape = z.strictObject({
  schema: z.strictObject({ name: z.literal(kitSchema.name), version: z.literal(kitSchema.version) }),
  role: z.string(),
  title: z.string(),
  team: z.strictObject({ id: z.string(), title: z.string() }).nullable(),
  source: z.string(),
  level: z.enum(questionLevels),
  levelReason: z.string(),
  kitVersion: z.string().regex(/^[0-9]{10}$/),
  plan: z.string(),
  planSource: z.string(),
  opening: z.string().nullable(),
  avoid: z.strictObject({ openings: z.array(z.string()), shared: z.array(z.string()) }).nullable(),
  date: z.string().nullable(),
  minutes: z.int().min(1),
  coverage: share,
  asked: share,
  twice: share,
  optimality: z.strictObject({
    status: z.enum(["optimal", "gap"]),
    objective: z.number(),
    bound: z.number(),
    gap: z.number(),
  }),
  stages: z
    .array(
      z.strictObject({
        id: z.string(),
        title: z.string(),
        minutes: z.int().min(1),
        competencies: z.array(z.string()),
        questions: z.array(plannedShape).min(1),
        alternates: z.array(plannedShape),
      }),
    )
    .min(1),
  competencies: z.array(
    z.strictObject({ id: z.string(), title: z.string(), weight: z.number(), stages: z.array(z.string()) }),
  ),
  unrated: z.array(z.string()),
  requirements: z.array(
    z.strictObject({
      line: lineOrTeam,
      text: z.string(),
      section: z.string(),
      importance: z.enum(["must", "should", "nice"]),
      skills: z.array(z.string()),
      questions: z.array(
        z.strictObject({ id: z.string(), title: z.string(), stage: z.string(), stageNumber: z.int().min(1) }),
      ),
      ratedIn: z.array(z.int().min(1)),
    }),
  ),
  unmapped: z.array(
    z.strictObject({
      line,
      text: z.string(),
      section: z.string(),
      why: z.enum(["no-skill", "not-a-demand"]),
      reason: z.string(),
      closest: z.array(z.string()).optional(),
    }),
  ),
  gaps: z.array(
    z.strictObject({
      line: lineOrTeam,
      text: z.string(),
      why: z.enum(["no-skill", "no-question", "credential"]),
      skills: z.array(z.string()),
      hint: z.string(),
    }),
  ),
  questions: z.array(fullQuestionShape),
});

/** An exported bank. */
export const bankShape = z.strictObject({
  schema: z.strictObject({ name: z.literal(bankSchema.name), version: z.literal(bankSchema.version) }),
  competencies: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      family: z.enum(families),
      definition: z.string(),
      levels: z.strictObject({ junior: z.string(), mid: z.string(), senior: z.string(), staff: z.string() }),
      skills: z.array(
        z.strictObject({
          name: z.string(),
          aliases: z.array(z.string()),
          matchCase: z.boolean(),
          everyday: z.array(z.string()).optional(),
          competency: z.string(),
        }),
      ),
      path: z.string(),
    }),
  ),
  questions: z.array(fullQuestionShape),
});

/** A key that the type gains has to be added above, or this does not compile. */
type Complete<T, Shape extends z.ZodObject> =
  Exclude<keyof T, keyof Shape["shape"]> extends never ? true : never;
true satisfies Complete<Kit, typeof kitShape>;
true satisfies Complete<Kit["questions"][number], typeof fullQuestionShape>;
true satisfies Complete<ReturnType<typeof bankAsJson>, typeof bankShape>;
