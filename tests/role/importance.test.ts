// How much each skill of a statement matters: the section, the sentence, and "ideally".
import { expect, test } from "vitest";
import { roleOf } from "./role-of.js";

const weights = (text: string) =>
  roleOf(text).profile.requirements.flatMap((line) =>
    line.skills.map((mention) => `${mention.skill} ${mention.importance ?? line.importance}`),
  );

test.each([
  ["## Requirements\n\n- Docker\n", ["Docker must"]],
  ["## Nice to have\n\n- Deep knowledge of Docker\n", ["Docker nice"]],
  ["## Nice to have\n\n### Tools\n\n- Docker\n", ["Docker nice"]],
  // Understanding and knowledge stand in one list without a difference: the section decides. Familiarity is less.
  [
    "## Requirements\n\n- Familiarity with Docker\n- Understanding of Git\n- Knowledge of SQL\n",
    ["Docker should", "Git must", "SQL must"],
  ],
  ["## Requirements\n\n- Basic familiarity with Docker\n", ["Docker should"]],
  ["Familiarity with Docker\n", ["Docker should"]],
  ["You must know SQL. Kafka is a plus.\n", ["SQL must", "Apache Kafka nice"]],
  ["## Skills\n\n- Python, ideally with FastAPI\n", ["Python must", "FastAPI nice"]],
  [
    "## Skills\n\nIt would be nice to have:\n\n- Docker\n\nAnd always:\n\n- Git\n",
    ["Docker nice", "Git must"],
  ],
])("%j", (text, expected) => {
  expect(weights(text)).toEqual(expected);
});
