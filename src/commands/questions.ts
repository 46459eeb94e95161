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
import type { LoopUse } from "../pipeline/question-use.js";
import { openShelf, openShelfOf, type TeamShelf } from "../pipeline/shelf.js";
import { isBanned } from "../team/team.js";
import { readWorkspace } from "../workspace/workspace.js";
import { hasErrors, printFindings } from "./console.js";
import { rolesUsing, useLine } from "./show.js";
import { knownCompetency, statedSkills } from "./stated-names.js";

export interface QuestionsOptions {
  skill?: string;
  competency?: string;
  level?: QuestionLevel;
  kind?: QuestionKind;
  minutes?: number;
  status?: QuestionStatus;
  /** In the loop of this role. */
  role?: string;
  /** In no loop at all. */
  unused?: boolean;
  /** Say in which loops each one is. */
  used?: boolean;
  /** The bank and the loops of this team. */
  team?: string;
  plan?: string;
  stats?: boolean;
  json?: boolean;
}

/** Returns the exit code. `words` must all occur in a question's id, title, skills or texts, in whatever case. */
export async function questionsCommand(
  root: string,
  words: readonly string[],
  options: QuestionsOptions,
): Promise<number> {
  const shared = openShelf(await readWorkspace(root));
  const { shelf, findings } = openShelfOf(shared, options.team);
  if (!shelf) {
    printFindings(findings);
    return 1;
  }
  const wanted = { ...options, ...knownNames(shelf.bank, options) };
  // Planning every role takes a second or two: only when somebody asks.
  const uses =
    options.used || options.unused || options.role !== undefined
      ? await rolesUsing(root, shared, options)
      : undefined;
  if (uses && options.role !== undefined)
    checkName("role", options.role, [...new Set([...uses.values()].flat().map(({ role }) => role))]);
  const found = shelf.bank.questions.filter(
    (question) => matches(question, words, wanted) && isUsedAs(options, uses?.get(question.id) ?? []),
  );
  const say = (text: string) => process.stdout.write(`${text}\n`);
  if (options.stats) {
    const stats = countQuestions(shelf.bank, found);
    say(options.json ? JSON.stringify(stats, null, 2) : describe(stats));
  } else if (options.json) {
    const shown = found.map((one) => ({
      ...one,
      ...(shelf.team && { team: teamMarks(one, shelf.team) }),
      ...(uses && { loops: uses.get(one.id) ?? [] }),
    }));
    say(JSON.stringify(shown, null, 2));
  } else {
    for (const question of found)
      say(line(question, teamMarks(question, shelf.team), uses?.get(question.id)));
    process.stderr.write(`${found.length} of ${shelf.bank.questions.length} questions\n`);
  }
  const all = [...new Set([...shared.findings, ...findings])];
  printFindings(all);
  return hasErrors(all) ? 1 : 0;
}

/** The competency and skill as the bank writes them, from an id, a title, a name or an alias in any case. */
function knownNames(
  bank: QuestionBank,
  { skill, competency }: QuestionsOptions,
): Pick<QuestionsOptions, "skill" | "competency"> {
  return {
    ...(competency !== undefined && { competency: knownCompetency(bank, competency) }),
    ...(skill !== undefined && { skill: statedSkills(bank, [skill])[0]?.name ?? skill }),
  };
}

function checkName(what: string, name: string, known: readonly string[]): void {
  if (known.includes(name)) return;
  const close = nearest(name, known);
  throw new KitError(
    `unknown-${what}`,
    `no ${what} is called "${name}"`,
    close === undefined ? undefined : `Did you mean "${close}"?`,
  );
}

function isUsedAs({ role, unused }: QuestionsOptions, loops: readonly LoopUse[]): boolean {
  if (unused && loops.length > 0) return false;
  return role === undefined || loops.some((use) => use.role === role);
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

/** What a team makes of a question: "own", "own version", "pinned", "banned". */
function teamMarks(question: Question, team: TeamShelf | undefined): string[] {
  if (!team) return [];
  const { overlay, bank } = team;
  return [
    ...(bank.ownQuestions.includes(question.id) ? ["own"] : []),
    ...(bank.overrides.some(({ id }) => id === question.id) ? ["own version"] : []),
    ...(overlay.pins.some((pin) => pin.question === question.id) ? ["pinned"] : []),
    ...(overlay.bans.some((ban) => isBanned(question, ban)) ? ["banned"] : []),
  ];
}

function line(
  { id, competency, title, kind, levels, minutes, status, skills }: Question,
  marks: readonly string[],
  loops: readonly LoopUse[] = [],
): string {
  const mark = [...(status === "active" ? [] : [status]), ...marks]
    .map((one) => pc.yellow(` ${one}`))
    .join("");
  const used = loops.map((use) => `\n    in ${useLine(use)}`).join("");
  return `${pc.bold(id)}${mark}\n    ${title}\n    ${competency}, ${kind}, ${levels.join(" ")}, ${minutes} min; ${pc.cyan(skills.join(", "))}${used}`;
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
