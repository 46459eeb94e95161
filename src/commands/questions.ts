// `interview-kit questions`: lists and searches the bank, or counts it with --stats.
import pc from "picocolors";
import type {
  Question,
  QuestionBank,
  QuestionKind,
  QuestionLevel,
  QuestionStatus,
} from "../bank/question-bank.js";
import { questionKinds, questionLevels } from "../bank/question-bank.js";
import { KitError } from "../document/diagnostic.js";
import { nearest } from "../document/nearest.js";
import { openShelf } from "../pipeline/shelf.js";
import { readWorkspace } from "../workspace/workspace.js";
import { hasErrors, printFindings } from "./console.js";

export interface QuestionsOptions {
  skill?: string;
  competency?: string;
  level?: QuestionLevel;
  kind?: QuestionKind;
  minutes?: number;
  status?: QuestionStatus;
  stats?: boolean;
  json?: boolean;
}

/** Returns the exit code. `words` must all occur in a question's id, title, skills or texts, in whatever case. */
export async function questionsCommand(
  root: string,
  words: readonly string[],
  options: QuestionsOptions,
): Promise<number> {
  const shelf = openShelf(await readWorkspace(root));
  checkNames(shelf.bank, options);
  const found = shelf.bank.questions.filter((question) => matches(question, words, options));
  const say = (text: string) => process.stdout.write(`${text}\n`);
  if (options.stats) {
    const stats = countQuestions(shelf.bank, found);
    say(options.json ? JSON.stringify(stats, null, 2) : describe(stats));
  } else if (options.json) {
    say(JSON.stringify(found, null, 2));
  } else {
    for (const question of found) say(line(question));
    process.stderr.write(`${found.length} of ${shelf.bank.questions.length} questions\n`);
  }
  printFindings(shelf.findings);
  return hasErrors(shelf.findings) ? 1 : 0;
}

function checkNames(bank: QuestionBank, { skill, competency }: QuestionsOptions): void {
  const unknown = (what: string, name: string, known: string[]): void => {
    if (known.includes(name)) return;
    const close = nearest(name, known);
    throw new KitError(
      `unknown-${what}`,
      `no ${what} is called "${name}"`,
      close === undefined ? undefined : `Did you mean "${close}"?`,
    );
  };
  if (competency !== undefined)
    unknown(
      "competency",
      competency,
      bank.competencies.map(({ id }) => id),
    );
  if (skill !== undefined) {
    unknown(
      "skill",
      skill,
      bank.competencies.flatMap(({ skills }) => skills.map(({ name }) => name)),
    );
  }
}

function matches(question: Question, words: readonly string[], options: QuestionsOptions): boolean {
  const { skill, competency, level, kind, minutes, status } = options;
  if (skill !== undefined && !question.skills.includes(skill)) return false;
  if (competency !== undefined && question.competency !== competency) return false;
  if (level !== undefined && !question.levels.includes(level)) return false;
  if (kind !== undefined && question.kind !== kind) return false;
  if (minutes !== undefined && question.minutes > minutes) return false;
  if (status !== undefined && question.status !== status) return false;
  const anchors = question.rubric.map(({ text }) => text);
  const parts = [question.id, question.title, question.wording, question.background, question.exhibit ?? ""];
  const text = [...parts, ...question.skills, ...question.probes, ...anchors, ...question.redFlags]
    .join("\n")
    .toLowerCase();
  return words.every((word) => text.includes(word.toLowerCase()));
}

function line({ id, competency, title, kind, levels, minutes, status, skills }: Question): string {
  const mark = status === "active" ? "" : pc.yellow(` ${status}`);
  return `${pc.bold(id)}${mark}\n    ${title}\n    ${competency}, ${kind}, ${levels.join(" ")}, ${minutes} min; ${pc.cyan(skills.join(", "))}`;
}

interface Stats {
  questions: number;
  kinds: Record<string, number>;
  levels: Record<string, number>;
  competencies: {
    id: string;
    questions: number;
    levels: Record<string, number>;
    skills: Record<string, number>;
  }[];
}

function countQuestions(bank: QuestionBank, questions: readonly Question[]): Stats {
  const levelsOf = (some: readonly Question[]) =>
    Object.fromEntries(
      questionLevels.map((level) => [level, some.filter(({ levels }) => levels.includes(level)).length]),
    );
  return {
    questions: questions.length,
    kinds: Object.fromEntries(
      questionKinds.map((kind) => [kind, questions.filter((question) => question.kind === kind).length]),
    ),
    levels: levelsOf(questions),
    competencies: bank.competencies.map(({ id, skills }) => {
      const own = questions.filter(({ competency }) => competency === id);
      return {
        id,
        questions: own.length,
        levels: levelsOf(own),
        // A skill is counted wherever it is asked about, also in questions of other competencies.
        skills: Object.fromEntries(
          skills.map(({ name }) => [
            name,
            questions.filter((question) => question.skills.includes(name)).length,
          ]),
        ),
      };
    }),
  };
}

function describe(stats: Stats): string {
  const pairs = (counts: Record<string, number>) =>
    Object.entries(counts)
      .map(([name, count]) => `${name} ${count}`)
      .join(", ");
  const asked = stats.competencies.filter(({ questions }) => questions > 0);
  const silent = stats.competencies.filter(({ questions }) => questions === 0);
  const lines = [
    `${pc.bold(String(stats.questions))} questions over ${asked.length} competencies`,
    pairs(stats.kinds),
    pairs(stats.levels),
  ];
  for (const { id, questions, levels, skills } of asked) {
    const ordered = Object.fromEntries(Object.entries(skills).sort((a, b) => b[1] - a[1]));
    lines.push("", `${pc.bold(id)} ${questions}: ${pairs(levels)}`, `    ${pairs(ordered)}`);
  }
  if (silent.length > 0)
    lines.push("", `Recognised in roles, no question yet: ${silent.map(({ id }) => id).join(", ")}`);
  return lines.join("\n");
}
