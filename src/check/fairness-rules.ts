// Rules about what is asked of people: the topics of rules/do-not-ask/, and words that hurt. Everything that is read aloud is looked at,
// and everything that answers are judged by.
import { type Diagnostic, diagnose } from "../document/diagnostic.js";
import { countries as allCountries, type Country } from "../fairness/countries.js";
import type { Topic } from "../fairness/read-topic.js";
import { type CheckContext, oncePerContext, type Rule } from "./context.js";
import { placeIn } from "./passages.js";
import { readings } from "./readings.js";

const countryNames: Record<Country, string> = { us: "US", uk: "UK", eu: "EU" };

/** The countries whose law or guidance a topic rests on, among those that count. */
export function countriesOf(topic: Topic, chosen: readonly Country[] = allCountries): Country[] {
  return allCountries.filter((country) => chosen.includes(country) && topic.countries[country]);
}

/** What asks about any topic, in order: few passages do. */
const topicMatches = oncePerContext((context: CheckContext) =>
  readings(context).flatMap(({ passage, topics }) => topics.map((match) => ({ passage, match }))),
);

/** One rule for each topic that some chosen country knows. */
export function topicRules({ topics = [], countries: chosen }: CheckContext): Rule[] {
  return topics.flatMap((topic) => {
    const where = countriesOf(topic, chosen);
    if (where.length === 0) return [];
    const subject = topic.title[0]?.toLowerCase() + topic.title.slice(1);
    return [
      {
        code: topic.code,
        name: `nothing is asked about ${subject}`,
        why: topic.why,
        source: topic.path,
        fix: `Leave it out, or ask instead: ${topic.instead.join(" / ")}`,
        check: (context: CheckContext): Diagnostic[] =>
          topicMatches(context)
            .filter(({ match }) => match.code === topic.code)
            .map(({ passage, match }) =>
              diagnose(
                topic.code,
                passage.path,
                placeIn(passage, match.offset),
                `the ${passage.part} asks about ${subject}: "${match.words}" (${where.map((one) => countryNames[one]).join(", ")})`,
                `Ask instead: ${topic.instead[0]}\nWhy, and the sources: interview-kit check --explain ${topic.code}`,
              ),
            ),
      },
    ];
  });
}

export const wordRules: readonly Rule[] = [
  {
    code: "insensitive-wording",
    name: "no word hurts or shuts out",
    why: "A candidate who winces has stopped listening; and a word that names a group for something bad tells others what is thought of it.",
    source: "retext-equality, its rules chosen one by one in src/fairness/find-insensitive.ts",
    fix: "Say what is meant: allow list, primary and replica, quick check, everyone.",
    check: (context) =>
      readings(context).flatMap(({ passage, insensitive }) =>
        insensitive.map(({ words, instead, offset }) =>
          diagnose(
            "insensitive-wording",
            passage.path,
            placeIn(passage, offset),
            `unexpected "${words}" in the ${passage.part}`,
            instead.length > 0 ? `Write ${instead.join(", or ")}.` : "Say it without this word.",
          ),
        ),
      ),
  },
];
