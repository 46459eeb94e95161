// In: the id that a user typed. Out: the question, or a KitError that names the nearest one.
import type { Question, QuestionBank } from "../bank/question-bank.js";
import { KitError } from "../document/diagnostic.js";
import { nearest } from "../document/nearest.js";

/** The question of this id, or of a path that ends in it. */
export function findQuestion(bank: QuestionBank, name: string): Question {
  const id = name.replace(/^.*[/\\]/, "").replace(/\.md$/, "");
  const found = bank.questions.find((question) => question.id === id);
  if (found) return found;
  const close = nearest(
    id,
    bank.questions.map((question) => question.id),
  );
  throw new KitError(
    "unknown-question",
    `no readable question has the id "${id}"`,
    close === undefined ? `Search with: interview-kit questions ${id}` : `Did you mean "${close}"?`,
  );
}
