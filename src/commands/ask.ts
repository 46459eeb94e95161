// In: what a command needs to know and was not told. Out: the answers of whoever sits at the terminal.
// Where there is no terminal nothing is asked: what is missing is named, all at once.
import { autocomplete, autocompleteMultiselect, isCancel, multiselect, select, text } from "@clack/prompts";
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
  | { flag: string; ask: string; kind: "one" | "some"; from: readonly Choice[]; first?: string };

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
    const answer = await pose(question);
    if (isCancel(answer)) throw new KitError("given-up", "nothing was written");
    answers[key] = answer as string | string[];
  }
  return answers;
}

function pose(question: Question): Promise<string | string[] | symbol> {
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
  const shape = { message, options, required: true };
  return options.length > fewChoices
    ? autocompleteMultiselect({ ...shape, maxItems: 10 })
    : multiselect({
        ...shape,
        ...(question.first !== undefined && { initialValues: [question.first] }),
      });
}
