// In: names of skills and competencies as a user typed them. Out: those of the bank, or a KitError that names the nearest.
import type { QuestionBank } from "../bank/question-bank.js";
import { KitError } from "../document/diagnostic.js";
import { nearest } from "../document/nearest.js";
import { example } from "./place-new.js";

/** The skills of these names or aliases, in any case. */
export function statedSkills(
  bank: QuestionBank,
  names: readonly string[],
): { name: string; competency: string }[] {
  const all = bank.competencies.flatMap(({ skills }) => skills);
  return names.map((stated) => {
    const found =
      all.find(({ name }) => name === stated) ??
      all.find(({ name, aliases }) =>
        [name, ...aliases].some((one) => one.toLowerCase() === stated.toLowerCase()),
      );
    if (found) return found;
    const close = nearest(
      stated,
      all.flatMap(({ name, aliases }) => [name, ...aliases]),
    );
    throw new KitError(
      "unknown-skill",
      `no competency lists the skill "${stated}"`,
      close === undefined ? "Add it to a competency.md first." : `Did you mean "${close}"?`,
    );
  });
}

/** The id of the competency of this id or title, in any case. */
export function knownCompetency(bank: QuestionBank, stated: string): string {
  const same = (name: string) => name.toLowerCase() === stated.toLowerCase();
  const found = bank.competencies.find(({ id, title }) => same(id) || same(title));
  if (found) return found.id;
  const words = stated
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 3);
  const alike = nearest(
    stated,
    bank.competencies.flatMap(({ id, title }) => [id, title]),
  );
  const close = [
    ...bank.competencies.filter(({ id, title }) => id === alike || title === alike),
    ...bank.competencies.filter(({ id, title }) =>
      words.some((word) => id.includes(word) || title.toLowerCase().includes(word)),
    ),
  ].map(({ id }) => id);
  throw new KitError(
    "unknown-competency",
    `no competency is called "${stated}"`,
    close.length > 0
      ? `Did you mean ${[...new Set(close)]
          .slice(0, 3)
          .map((name) => `"${name}"`)
          .join(" or ")}?`
      : `Add it first: ${example(`competency --title "${stated}" …`)}`,
  );
}
