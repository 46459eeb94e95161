// In: the bank, or a kit. Out: it as JSON, CSV or Markdown. What is exported can be imported again without a change.
import { type Question, type QuestionBank, type Rating, ratingLabels } from "../bank/question-bank.js";
import type { Kit } from "../packet/kit.js";
import { type Column, columns } from "./columns.js";
import { writeCsv } from "./csv.js";

export const bankSchema = { name: "interview-kit/bank", version: 1 } as const;

/** The bank as data: competencies with skills and levels, and questions in full. */
export function bankAsJson(bank: QuestionBank): { schema: typeof bankSchema } & QuestionBank {
  return { schema: bankSchema, competencies: bank.competencies, questions: bank.questions };
}

/** One row per question, in the columns that an import knows. */
export function questionsAsCsv(questions: readonly Question[]): string {
  return writeCsv([
    [...columns],
    ...questions.map((question) => columns.map((column) => cell(question, column))),
  ]);
}

/** One row per question of a loop, asked or in reserve, with its stage before the usual columns. */
export function kitAsCsv(kit: Kit): string {
  const byId = new Map(kit.questions.map((question) => [question.id, question]));
  const rows = kit.stages.flatMap((stage, at) =>
    [...stage.questions, ...stage.alternates].flatMap((planned, index) => {
      const question = byId.get(planned.id);
      const use = index < stage.questions.length ? "asked" : "alternate";
      return question
        ? [
            [
              String(at + 1),
              stage.title,
              use,
              planned.reason,
              ...columns.map((column) => cell(question, column)),
            ],
          ]
        : [];
    }),
  );
  return writeCsv([["stage", "stage title", "use", "asked for by", ...columns], ...rows]);
}

function cell(question: Question, column: Column): string {
  if (/^\d/.test(column))
    return question.rubric.find(({ rating }) => rating === Number(column[0]))?.text ?? "";
  const cells: Partial<Record<Column, string>> = {
    question: question.wording,
    kind: question.kind,
    levels: question.levels.join("; "),
    skills: question.skills.join("; "),
    minutes: String(question.minutes),
    enemies: question.enemies.join("; "),
    probes: question.probes.join("\n"),
    "red flags": question.redFlags.join("\n"),
  };
  return cells[column] ?? String(question[column as "id"] ?? "");
}

/** The bank to be read: competencies in order, with their questions below. */
export function bankAsMarkdown(bank: QuestionBank, questions: readonly Question[]): string {
  const parts = ["# Question bank"];
  for (const competency of bank.competencies) {
    const own = questions.filter((question) => question.competency === competency.id);
    if (own.length === 0) continue;
    parts.push(`## ${competency.title}`, competency.definition, ...own.map(questionAsMarkdown));
  }
  return `${parts.join("\n\n")}\n`;
}

/** A kit to be read: its stages in order, with their questions in full. */
export function kitAsMarkdown(kit: Kit): string {
  const byId = new Map(kit.questions.map((question) => [question.id, question]));
  const facts = `${kit.level}, ${kit.minutes} min, rates ${Math.round(kit.coverage * 100)} % of the demand, kit ${kit.kitVersion}`;
  const parts = [`# ${kit.title}`, facts];
  kit.stages.forEach((stage, at) => {
    parts.push(`## ${at + 1}. ${stage.title}, ${stage.minutes} min`);
    for (const { id } of stage.questions) parts.push(...[byId.get(id) ?? []].flat().map(questionAsMarkdown));
    if (stage.alternates.length === 0) return;
    parts.push("**Alternates**, if a question is known already:");
    for (const { id } of stage.alternates) parts.push(...[byId.get(id) ?? []].flat().map(questionAsMarkdown));
  });
  if (kit.gaps.length > 0)
    parts.push("## Not asked about", kit.gaps.map(({ line, text }) => `- line ${line}: ${text}`).join("\n"));
  return `${parts.join("\n\n")}\n`;
}

function questionAsMarkdown(question: Question): string {
  const { title, id, kind, minutes, levels, skills, status, wording, exhibit, probes, redFlags, background } =
    question;
  const facts = [
    `\`${id}\``,
    kind,
    `${minutes} min`,
    levels.join(" "),
    skills.join(", "),
    ...(status === "active" ? [] : [status]),
  ];
  const anchor = (rating: Rating) =>
    question.rubric.find((one) => one.rating === rating)?.text.replace(/\n+/g, " ") ?? "";
  return [
    `### ${title}`,
    facts.join(" · "),
    wording,
    ...(exhibit === undefined ? [] : [exhibit]),
    `**Probes**\n\n${probes.map((probe) => `- ${probe}`).join("\n")}`,
    ([1, 2, 3, 4] as const)
      .map((rating) => `- **${rating} ${ratingLabels[rating]}**: ${anchor(rating)}`)
      .join("\n"),
    `**Red flags**\n\n${redFlags.map((flag) => `- ${flag}`).join("\n")}`,
    `**Background**: ${background}`,
  ].join("\n\n");
}
