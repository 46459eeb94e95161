// `interview-kit check --explain [rule]`: a rule as people read it: what it means, why, where it comes from, and what to do instead.
import { rulesFor } from "../check/rules.js";
import { catalogue, KitError } from "../document/diagnostic.js";
import { nearest } from "../document/nearest.js";
import { type Country, countries } from "../fairness/countries.js";
import type { Topic, TopicSource } from "../fairness/read-topic.js";

const countryNames: Record<Country, string> = {
  us: "United States",
  uk: "United Kingdom",
  eu: "European Union",
};

/** The text of one rule, or the list of all. An unknown name is a KitError with the nearest one. */
export function explainRule(name: string | true, topics: readonly Topic[]): string {
  const rules = rulesFor({
    bank: { competencies: [], questions: [] },
    documents: new Map(),
    roles: [],
    topics,
  });
  if (name === true) {
    const width = Math.max(...rules.map(({ code }) => code.length));
    return rules
      .map(({ code, name }) => `${code.padEnd(width)}  ${catalogue[code][0].padEnd(7)}  ${name}\n`)
      .join("");
  }
  const found = rules.filter(({ code }) => code === name);
  if (found.length === 0) {
    const close = nearest(name, new Set(rules.map(({ code }) => code)));
    throw new KitError(
      "unknown-rule",
      `no rule has the name "${name}"`,
      close === undefined ? "interview-kit check --explain lists them." : `Did you mean ${close}?`,
    );
  }
  const topic = topics.find(({ code }) => code === name);
  return found
    .map(({ code, name, why, source, fix }) =>
      [
        `${code} (${catalogue[code][0]}): ${name}`,
        catalogue[code][1],
        "",
        ...paragraph("Why", why),
        ...(topic ? lawOf(topic) : [...paragraph("Source", source), ...paragraph("Instead", fix)]),
        `To let it stand: allow: [{ rule: ${code}, reason: … }] in the file's front matter\n`,
      ].join("\n"),
    )
    .join("\n\n");
}

function paragraph(label: string, text: string): string[] {
  return [`${label}: ${text}`, ""];
}

function lawOf(topic: Topic): string[] {
  const line = ({ name, section, date, kind, url }: TopicSource) =>
    `    ${name}, ${section} (${kind}, ${date})\n      ${url}`;
  return [
    "Ask instead:",
    ...topic.instead.map((one) => `    ${one}`),
    "",
    `Sources, stated as of ${topic.asOf}; states, cities and member states may go further:`,
    ...countries.flatMap((country) => {
      const sources = topic.countries[country];
      return sources ? [`  ${countryNames[country]}`, ...sources.map(line)] : [];
    }),
    "",
    "The kit supports structured practice; it does not make a process lawful.",
    "",
  ];
}
