// Spellings that follow from a name: verbs for nouns of action, halves of compounds, Latin letters among Chinese and Japanese characters.
import { expect, test } from "vitest";
import { matchSkills } from "../../src/skills/match-skills.js";
import { buildSkillIndex } from "../../src/skills/skill-index.js";

const skill = (name: string, aliases: string[] = [], matchCase = false) => ({
  name,
  aliases,
  matchCase,
  competency: "x",
});

const index = buildSkillIndex([
  skill("Incident management"),
  skill("API design"),
  skill("Data analysis", ["Datenanalyse"]),
  skill("Unit testing", ["Unittests"]),
  skill("Integration testing", ["Integrationstests"]),
  skill("Front-end development", ["Frontendentwicklung"]),
  skill("Back-end development", ["Backendentwicklung"]),
  skill("Agile development"),
  skill("Team management"),
  skill("Requirements gathering", ["gather requirements"]),
  skill("Go", [], true),
  skill("Shell", [], true),
  skill("Kafka"),
]);

const found = (text: string) =>
  matchSkills(text, index).map(({ skill: { name }, matched }) => `${name} [${matched}]`);

test.each<[string, string[]]>([
  ["Manage incidents", ["Incident management [Manage incidents]"]],
  ["managing major production incidents", ["Incident management [managing major production incidents]"]],
  ["the management of all incidents", ["Incident management [management of all incidents]"]],
  ["design clean APIs", ["API design [design clean APIs]"]],
  ["analyse and present the data", []],
  ["analysing large data", ["Data analysis [analysing large data]"]],
  ["gather requirements", ["Requirements gathering [gather requirements]"]],
  // Whoever acts there is not the person; a comma or a preposition begins something else.
  ["they manage incidents for you", []],
  ["design, build and sell APIs", []],
  ["design of things with an API", []],
  // What the verb could not act on says how.
  ["develop agile habits", []],
  ["manage a team calendar", []],
])("a noun of action and its verb: %s", (text, skills) => {
  expect(found(text)).toEqual(skills);
});

test.each<[string, string[]]>([
  ["Unit- und Integrationstests", ["Unit testing [Unit]", "Integration testing [Integrationstests]"]],
  [
    "Front- und Backend-Entwicklung",
    ["Front-end development [Front]", "Back-end development [Backend-Entwicklung]"],
  ],
  ["Unit-/Integrationstests", ["Unit testing [Unit]", "Integration testing [Integrationstests]"]],
  ["Vor- und Nachteile von Kafka", ["Kafka [Kafka]"]],
  ["Unit- und Lagerverwaltung", []],
])("half a compound takes its end from the whole one: %s", (text, skills) => {
  expect(found(text)).toEqual(skills);
});

test.each<[string, string[]]>([
  ["熟悉shell与go", ["Shell [shell]", "Go [go]"]],
  ["Go の経験", ["Go [Go]"]],
  ["熟悉 go to market 策略", []],
])("letters alone among characters are a name: %s", (text, skills) => {
  expect(found(text)).toEqual(skills);
});
