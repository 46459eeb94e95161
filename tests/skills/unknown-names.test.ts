// Names of technologies that no competency lists: found in a list of technologies, nowhere else.
import { expect, test } from "vitest";
import { matchSkills } from "../../src/skills/match-skills.js";
import { buildSkillIndex } from "../../src/skills/skill-index.js";

const skill = (name: string, competency: string) => ({ name, aliases: [], matchCase: false, competency });

const index = buildSkillIndex([
  skill("Kafka", "streaming"),
  skill("Flink", "streaming"),
  skill("Redis", "data"),
  skill("Database design", "data"),
  skill("Networking", "networks"),
]);

const found = (text: string) =>
  matchSkills(text, index)
    .filter((match) => match.uncatalogued)
    .map((match) => `${match.matched} (${match.skill.competency})`);

test.each<[string, string[]]>([
  ["Kafka, Flink, Foobase and Redis", ["Foobase (streaming)"]],
  ["You know Kafka, Redis or FooMQ", ["FooMQ (data)"]],
  ["Tools: FooMQ, BarDB 2, Kafka, Redis", ["FooMQ (streaming)", "BarDB 2 (streaming)"]],
  ["Kafka/Flink/Foo Bar", ["Foo Bar (streaming)"]],
  ["(Redis, Foobase, Kafka)", ["Foobase (data)"]],
])("a name among technologies is one: %s", (text, names) => {
  expect(found(text)).toEqual(names);
});

test.each([
  // One neighbour, no list, another sentence, no name.
  "Kafka, Foobase",
  "Foobase is used here. Kafka, Redis",
  "Kafka, Redis, and offices in Foobase",
  "Kafka, Redis, great people",
  "Kafka, Redis, Others",
  // Words of other names, and what is said of papers and people.
  "Kafka, Redis, Databases",
  "Kafka, Redis, MSc",
  "a degree in Kafka, Redis, Foobase",
  "Kafka, Redis, 2024",
  "Kafka, Redis und Anpassungen",
  // What stands before a bracket says of which kind its contents are.
  "Foobase (Kafka, Redis)",
])("nothing else is: %s", (text) => {
  expect(found(text)).toEqual([]);
});
