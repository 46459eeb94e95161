// Names the skills of every statement, with what the whole document says about everyday words. In: statements. Out: the same, with matches.
import type { Skill } from "../bank/question-bank.js";
import { matchSkills, readSkills, type SkillMatch } from "../skills/match-skills.js";
import { looksProper } from "../skills/proper-names.js";
import type { SkillIndex } from "../skills/skill-index.js";
import type { MatchContext } from "../skills/text-reading.js";
import type { Block } from "./blocks.js";
import type { Statement } from "./statements.js";
import type { TitleFinding } from "./title.js";
import { isOffer, sentencesOf } from "./wording.js";

/** Matches skills in every demand; a second pass knows which everyday words this document means as skills. */
export function matchStatements(
  statements: readonly Statement[],
  index: SkillIndex,
  title: TitleFinding,
  blocks: readonly Block[],
): void {
  const established = new Set<Skill>();
  const company = companies(blocks);
  const competencies = new Set<string>();
  const note = (matches: readonly SkillMatch[]) => {
    for (const { skill, matched } of matches) {
      if (skill.matchCase || skill.everyday) established.add(skill);
      if (looksProper(matched)) competencies.add(skill.competency);
    }
  };
  note(matchSkills(title.title, index, { titleCase: true }));
  const contexts = statements.map((statement) => contextOf(statement, company));
  statements.forEach((statement, at) => {
    if (statement.idle !== undefined) return;
    const read = readSkills(statement.passage.text, index, contexts[at] ?? {});
    statement.matches = withoutOffers(read.matches, statement.passage.text);
    statement.undecided = read.undecided;
    note(statement.matches);
  });
  // An entry of a list of technologies is judged by its siblings, which are known only now.
  const lists = new Map<number, { total: number; proper: number }>();
  for (const { block, matches } of statements) {
    if (block.list === 0 || block.kind !== "item") continue;
    const list = lists.get(block.list) ?? { total: 0, proper: 0 };
    list.total++;
    const first = matches.find((match) => match.start === 0 || match.start === block.labelEnd);
    if (first && looksProper(first.skill.name)) list.proper++;
    lists.set(block.list, list);
  }
  statements.forEach((statement, at) => {
    if (statement.undecided.length === 0) return;
    const list = lists.get(statement.block.list);
    const amongTechnologies =
      list !== undefined && list.total > 1 && list.proper * 2 >= list.total - 1 && list.proper > 0;
    if (!amongTechnologies && !statement.undecided.some((skill) => established.has(skill))) return;
    const context = { ...contexts[at], established, competencies, amongTechnologies };
    statement.matches = withoutOffers(
      matchSkills(statement.passage.text, index, context),
      statement.passage.text,
    );
  });
}

function contextOf(statement: Statement, company: string | undefined): MatchContext {
  const { block, passage } = statement;
  const words = passage.text.match(/\p{L}{4,}/gu) ?? [];
  const capital = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  const context: MatchContext = {
    labelEnd: passage === block.passage ? block.labelEnd : 0,
    titleCase:
      block.kind === "heading" ||
      block.kind === "label" ||
      (words.length >= 3 && capital / words.length > 0.7),
    procedureStep: block.ordered,
    ownEntry: block.kind === "item" || block.kind === "row",
  };
  if (company !== undefined) context.company = company;
  return context;
}

/** "Acme is a fast-growing start-up", "About Acme": whoever hires is named by what it says of itself. */
const tellsEmployer =
  /(?:^|[.!?]\s)(?!(?:It|This|That|He|She|They|There|Here|You|Our|The)\s)(\p{Lu}[\p{L}\d.-]*(?:\s\p{Lu}[\p{L}\d.-]*)?)(?:,[^,.;]{2,40},)?\sis\s(?:a|an|one\sof\sthe)\s(?:(?!(?:must|plus|bonus|requirement|prerequisite|nice|in|at|for|of|our|your|that|which|we)\s)[^\s.;:!?]{1,30}[\s-]){0,8}?(?:company|start-?up|scale-?up|consultancy|agency|manufacturer|bank)(?!\p{L})(?!\s(?:(?:that|which|whose)\s)?(?:we|you)\s)/u;

/** The employer's name, where the document states it: its own name is no skill. */
function companies(blocks: readonly Block[]): string | undefined {
  for (const block of blocks) {
    const key = (block.key ?? block.label).toLowerCase();
    if (
      !/^(?:company|employer|organi[sz]ation|unternehmen|firma|entreprise|empresa|公司|会社名?)$/u.test(key)
    )
      continue;
    const value = block.passage.text.slice(block.key ? 0 : block.labelEnd).trim();
    if (value !== "" && value.length <= 60) return value;
  }
  for (const { kind, passage } of blocks) {
    const name = kind === "paragraph" ? tellsEmployer.exec(passage.text)?.[1] : undefined;
    if (name) return name;
  }
  return undefined;
}

/** Leaves out what stands in a sentence in which the employer tells what it gives. */
function withoutOffers(matches: SkillMatch[], text: string): SkillMatch[] {
  if (matches.length === 0) return matches;
  const offers = sentencesOf(text).filter(({ from, to }) => isOffer(text.slice(from, to).trim()));
  return offers.length === 0
    ? matches
    : matches.filter((match) => !offers.some(({ from, to }) => match.start >= from && match.end <= to));
}
