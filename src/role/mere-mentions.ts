// Takes back matches that only describe, announce or frame what is demanded elsewhere. In: statements with matches. Out: the same, fewer.
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

/** Pain points, the work environment: the technologies named there are at hand, the rest is no demand. */
function withoutCircumstances(statements: readonly Statement[]): void {
  for (const statement of statements) {
    if (statement.place.kind !== "setting" || statement.matches.length === 0) continue;
    statement.matches = statement.matches.filter(
      (match) => looksProper(match.skill.name) && looksProper(match.matched),
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
 * "databases, queues and APIs" where the document names PostgreSQL: a bare kind of technology adds nothing to its members. It stays where
 * the document names none of them, and where the statement would say nothing without it.
 */
function withoutKinds(statements: readonly Statement[]): void {
  const named = new Set<string>();
  for (const { idle, matches } of statements) {
    if (idle !== undefined) continue;
    for (const match of matches)
      if (looksProper(match.skill.name) && !isKindOfTechnology(match.skill.name, match.skill.name))
        named.add(match.skill.competency);
  }
  for (const statement of statements) {
    const kept = statement.matches.filter(
      (match) =>
        /\p{Ll}\p{Lu}|\p{Lu}{2}|\d/u.test(match.skill.name) ||
        !isKindOfTechnology(match.matched, match.skill.name) ||
        !named.has(match.skill.competency),
    );
    if (kept.length > 0) statement.matches = kept;
  }
}

function endsSection(heading: Block, next: Block): boolean {
  if (next.kind === "heading") return heading.kind === "label" || next.depth <= heading.depth;
  return next.kind === "label" && heading.kind === "label";
}
