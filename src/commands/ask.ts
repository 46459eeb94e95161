// In: what a command needs to know and was not told. Out: the answers of whoever sits at the terminal.
// Where there is no terminal nothing is asked: what is missing is named, all at once.
import {
  autocomplete,
  autocompleteMultiselect,
  isCancel,
  log,
  multiselect,
  select,
  text,
} from "@clack/prompts";
import { KitError } from "../document/diagnostic.js";

/** One thing to ask: the flag that says it elsewhere, and how it is asked here. */
export type Question =
  | {
      flag: string;
      ask: string;
      kind: "text";
      check?: (value: string) => string | undefined;
      example?: string;
    }
  | { flag: string; ask: string; kind: "one"; from: readonly Choice[]; first?: string }
  | {
      flag: string;
      ask: string;
      kind: "some";
      from: readonly Choice[];
      first?: string;
      /** More are not taken: the question is asked again, with what was chosen. */
      most?: number;
    };

export interface Choice {
  value: string;
  label?: string;
  hint?: string;
}

/** More choices than this are searched, not scrolled. */
const fewChoices = 12;

/** Whether there is someone to ask. */
export function canAsk(): boolean {
  return process.stdin.isTTY === true && process.stdout.isTTY === true && process.env.CI === undefined;
}

/** Asks one question after another; keys are those of `questions`. Throws a KitError when nobody can answer, or somebody gives up. */
export async function askFor(
  questions: Readonly<Record<string, Question>>,
  example: string,
): Promise<Record<string, string | string[]>> {
  const open = Object.entries(questions);
  if (open.length > 0 && !canAsk()) {
    throw new KitError(
      "missing-option",
      `not stated: ${open.map(([, { flag, ask }]) => `${flag} (${ask.toLowerCase()})`).join(", ")}`,
      `Example: ${example}`,
    );
  }
  const answers: Record<string, string | string[]> = {};
  for (const [key, question] of open) {
    let answer = await pose(question);
    while (
      question.kind === "some" &&
      question.most !== undefined &&
      Array.isArray(answer) &&
      answer.length > question.most
    ) {
      log.warn(`${answer.length} are chosen, and at most ${question.most} may be: take some out.`);
      answer = await pose(question, answer);
    }
    if (isCancel(answer)) throw new KitError("given-up", "nothing was written");
    answers[key] = answer as string | string[];
  }
  return answers;
}

/** `chosen` are the answers of a former try. */
function pose(question: Question, chosen?: string[]): Promise<string | string[] | symbol> {
  if (question.kind === "text") {
    return text({
      message: question.ask,
      ...(question.example !== undefined && { placeholder: question.example }),
      validate: (value) =>
        (value ?? "").trim() === "" ? "Some words are needed." : question.check?.((value ?? "").trim()),
    });
  }
  const options = question.from.map(({ value, label, hint }) => ({
    value,
    label: label ?? value,
    ...(hint !== undefined && { hint }),
  }));
  const message = question.ask;
  if (question.kind === "one") {
    const shape = { message, options, ...(question.first !== undefined && { initialValue: question.first }) };
    return options.length > fewChoices ? autocomplete({ ...shape, maxItems: 10 }) : select(shape);
  }
  const first = chosen ?? (question.first === undefined ? undefined : [question.first]);
  const shape = { message, options, required: true, ...(first && { initialValues: first }) };
  return options.length > fewChoices
    ? autocompleteMultiselect({ ...shape, maxItems: 10 })
    : multiselect(shape);
}
