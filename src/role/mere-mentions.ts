// Takes back matches that only describe, announce or frame what is demanded elsewhere. In: statements with matches. Out: the same, fewer.
import type { Skill } from "../bank/question-bank.js";
import { looksProper } from "../skills/proper-names.js";
import { isKindOfTechnology } from "../skills/skill-context.js";
import type { Block } from "./blocks.js";
import type { Statement } from "./statements.js";
import { insistence } from "./wording.js";

/** Takes back what no statement demands. */
export function withoutMereMentions(statements: readonly Statement[]): void {
  withoutDescriptions(statements);
  withoutAnnouncements(statements);
  withoutCircumstances(statements);
  withoutKinds(statements);
  withoutParts(statements);
  withoutSynonyms(statements);
  withoutSteps(statements);
}

/**
 * "**Celery**: Distributed task queue" in a list of tools: the words behind a tool describe it. A list behind it
 * ("**AWS**: Lambda, S3") names more of the same, and stays.
 */
function withoutDescriptions(statements: readonly Statement[]): void {
  for (const statement of statements) {
    const { block, place, passage, matches } = statement;
    if (place.kind !== "tools" || block.label === "" || matches.length < 2) continue;
    const { labelEnd } = block;
    const label = matches.filter((match) => match.end <= labelEnd);
    if (label.length === 0 || !label.some((match) => looksProper(match.skill.name))) continue;
    const left = label.reduce(
      (text, match) => text.replace(match.matched, ""),
      passage.text.slice(0, labelEnd),
    );
    if (/\p{L}{3}/u.test(left)) continue;
    const named = matches.filter((match) => match.start >= labelEnd && looksProper(match.matched));
    const rest = passage.text.slice(labelEnd);
    // "数据库与ORM:精通MySQL": what asks for mastery demands, and does not describe.
    if (insistence(rest)) continue;
    const elements = rest.split(/[,;/()]|\s(?:and|or|und|et|y)\s/iu).map((element) => element.trim());
    const filled = elements.filter((element) => named.some((match) => match.matched === element));
    if (filled.length * 2 > elements.filter((element) => element !== "").length) continue;
    statement.matches = label;
  }
}

/**
 * A heading only announces what stands below it. It demands something of its own where nothing below names a skill, or where it names a
 * technology that nothing below repeats: then it counts once.
 */
function withoutAnnouncements(statements: readonly Statement[]): void {
  statements.forEach((statement, at) => {
    const { block, matches } = statement;
    if ((block.kind !== "heading" && block.kind !== "label") || matches.length === 0) return;
    const below = new Set<string>();
    for (let next = at + 1; next < statements.length; next++) {
      const other = statements[next];
      if (!other || endsSection(block, other.block)) break;
      if (other.idle !== undefined || other.block.kind === "heading" || other.block.kind === "label")
        continue;
      for (const match of other.matches) below.add(match.skill.name);
    }
    if (below.size === 0) return;
    statement.matches = matches.filter(
      (match) =>
        !isKindOfTechnology(match.matched, match.skill.name) &&
        looksProper(match.skill.name) &&
        looksProper(match.matched) &&
        !below.has(match.skill.name),
    );
  });
}

/**
 * Pain points, the work environment: what is named there is at hand, or hard. A technology that nothing else names is worth knowing; the rest
 * is no demand.
 */
function withoutCircumstances(statements: readonly Statement[]): void {
  const elsewhere = new Set<Skill>();
  for (const { place, idle, matches } of statements)
    if (idle === undefined && place.kind !== "setting")
      for (const match of matches) elsewhere.add(match.skill);
  for (const statement of statements) {
    if (statement.place.kind !== "setting" || statement.matches.length === 0) continue;
    statement.matches = statement.matches.filter(
      (match) => looksProper(match.skill.name) && looksProper(match.matched) && !elsewhere.has(match.skill),
    );
    if (
      statement.matches.length === 0 &&
      statement.idle === undefined &&
      insistence(statement.passage.text)?.importance !== "must"
    )
      statement.idle = `under "${statement.place.decidedBy}", which tells of circumstances`;
  }
}

/**
 * "languages, frameworks and libraries" where the document names Django: a bare kind of technology adds nothing to its members. It stays where
 * the document names none of them, and where the statement would say nothing without it. Databases are a subject of their own, so that
 * only the line that names one says it again.
 */
function withoutKinds(statements: readonly Statement[]): void {
  const membersIn = (matches: Statement["matches"]) =>
    new Set(
      matches
        .filter(({ skill }) => looksProper(skill.name) && !isKindOfTechnology(skill.name, skill.name))
        .map(({ skill }) => skill.competency),
    );
  let named: Set<string> | undefined;
  for (const statement of statements) {
    const { labelEnd } = statement.block;
    const kinds = statement.matches.filter(
      ({ skill, matched, end }) =>
        // "Cloud & Container: Docker, Kubernetes": as a label the word only names the field.
        (end <= labelEnd && /^containers?$/iu.test(matched)) ||
        (isKindOfTechnology(matched, skill.name) && !/\p{Ll}\p{Lu}|\p{Lu}{2}|\d/u.test(skill.name)),
    );
    if (kinds.length === 0) continue;
    named ??= membersIn(statements.flatMap(({ idle, matches }) => (idle === undefined ? matches : [])));
    const all = named;
    const beside = membersIn(statement.matches);
    const empty = kinds.filter(({ skill, matched }) =>
      (/database|datenbank|container/iu.test(matched) ? beside : all).has(skill.competency),
    );
    const kept = statement.matches.filter((match) => !empty.includes(match));
    if (kept.length > 0) statement.matches = kept;
  }
}

/** Practices that are named in one breath with a broader one, of which they are a part. */
const parts: readonly { whole: RegExp; part: RegExp }[] = [
  { whole: /^code[- ]reviews?$/iu, part: /feedback$/iu },
  {
    whole: /monitor|observab/iu,
    part: /^(?:alert(?:s|ing)?(?: \p{L}+)?|(?:application |system |service )?metrics|health checks?)$/iu,
  },
  { whole: /^observability$/iu, part: /^(?:logs?|logging|traces?|tracing)$/iu },
  {
    whole: /circuit breaker|fault tolerance|fault-tolerant|resilien/iu,
    part: /^(?:retr(?:y|ies)|time-?outs?|bulkheads?|back-?offs?)(?: \p{L}+)?$/iu,
  },
];

/** "monitoring and alerting", "**Observability**: metrics, logging, health checks": the parts add nothing to the whole beside them. */
function withoutParts(statements: readonly Statement[]): void {
  for (const statement of statements) {
    if (statement.matches.length < 2) continue;
    const named = statement.matches;
    statement.matches = named.filter(
      (match) =>
        looksProper(match.skill.name) ||
        !parts.some(
          ({ whole, part }) =>
            part.test(match.matched) && named.some((other) => other !== match && whole.test(other.matched)),
        ),
    );
  }
}

const softSection =
  /(?<!\p{L})(?:soft|personal|people|interpersonal|social|behaviou?rs?|behaviou?ral|character|attitude|persönliche|soziale|überfachliche|savoir[- ]être|humaines|personales|blandas)(?!\p{L})/iu;

/**
 * "**Problem-Solving**: Strong analytical thinking" among the soft skills: the label is the demand, and what is said behind it in other words of
 * the same competency only explains it. A list ("**Communication**: presenting, negotiating") names more, and stays.
 */
function withoutSynonyms(statements: readonly Statement[]): void {
  for (const statement of statements) {
    const { block, place, passage, matches } = statement;
    if (block.label === "" || !softSection.test(place.section) || matches.length < 2) continue;
    const { labelEnd } = block;
    const label = new Set(
      matches.filter((match) => match.end <= labelEnd).map((match) => match.skill.competency),
    );
    const entries = passage.text.slice(labelEnd).split(/[,;/]|\s(?:and|or|und|oder|et|ou|y|o)\s/iu);
    if (entries.length > 1 && entries.every((entry) => entry.trim().split(/\s+/).length <= 3)) continue;
    statement.matches = matches.filter(
      (match) =>
        match.end <= labelEnd ||
        !label.has(match.skill.competency) ||
        looksProper(match.skill.name) ||
        // "willingness to learn new technologies" is an act of its own.
        /(?<!\p{L})(?:to|zu|de|à|a)\s$/u.test(passage.text.slice(0, match.start)),
    );
  }
}

/**
 * "6. Deploy: Production deployment with monitoring and rollback" in a numbered procedure tells how the work goes. Technologies and what stands as
 * a label by itself are demanded; an ability counts where some other statement names it too, or where the step would say nothing without it.
 */
function withoutSteps(statements: readonly Statement[]): void {
  const isStep = ({ block, place, idle }: Statement) =>
    idle === undefined && block.ordered && block.label !== "" && place.kind === "style";
  const elsewhere = new Set<Skill>();
  for (const statement of statements) {
    if (statement.idle !== undefined || isStep(statement)) continue;
    for (const match of statement.matches) elsewhere.add(match.skill);
  }
  for (const statement of statements) {
    if (!isStep(statement) || statement.matches.length === 0) continue;
    const { block, matches } = statement;
    const kept = matches.filter(
      (match) =>
        elsewhere.has(match.skill) ||
        (looksProper(match.skill.name) && looksProper(match.matched)) ||
        match.matched === block.label,
    );
    if (kept.length > 0) statement.matches = kept;
  }
}

function endsSection(heading: Block, next: Block): boolean {
  if (next.kind === "heading") return heading.kind === "label" || next.depth <= heading.depth;
  return next.kind === "label" && heading.kind === "label";
}
