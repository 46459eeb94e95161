// In: the id that a user typed. Out: the question, or a KitError that names the nearest one, or the team that has it.
import type { Question } from "../bank/question-bank.js";
import { KitError } from "../document/diagnostic.js";
import { nearest } from "../document/nearest.js";
import type { Shelf } from "../pipeline/shelf.js";

/** The question of this id on a shelf, or of a path that ends in it. */
export function findQuestion({ bank, workspace }: Shelf, name: string): Question {
  const id = name.replace(/^.*[/\\]/, "").replace(/\.md$/, "");
  const found = bank.questions.find((question) => question.id === id);
  if (found) return found;
  const owner = workspace.teams.find(({ questions }) =>
    questions.some(({ path }) => path.endsWith(`/${id}.md`)),
  );
  const close = nearest(
    id,
    bank.questions.map((question) => question.id),
  );
  throw new KitError(
    "unknown-question",
    `no readable question has the id "${id}"`,
    owner
      ? `The team ${owner.id} has it: add --team ${owner.id}`
      : close === undefined
        ? `Search with: interview-kit questions ${id}`
        : `Did you mean "${close}"?`,
  );
}
