// In: a role document and the catalogue of skills. Out: a RoleProfile and findings. Pure: same document, same profile.
// Every statement ends in `requirements` (it names skills) or in `unmapped` (it names none, or nothing is demanded there).
import type { Skill } from "../bank/question-bank.js";
import { type Diagnostic, diagnose } from "../document/diagnostic.js";
import type { SourceDocument } from "../document/document.js";
import { applyCorrections } from "./apply-corrections.js";
import { type Block, readBlocks } from "./blocks.js";
import { closestSkills } from "./closest-skills.js";
import { type Corrections, readCorrections } from "./corrections.js";
import { frontMatterBlocks } from "./front-matter-blocks.js";
import { weighMentions } from "./importance.js";
import { cellsForLevel, columnLevels, ladderLevels, pickLevel } from "./ladder.js";
import {
  isLevelKey,
  type LevelFinding,
  levelOfTitle,
  levelOfYears,
  plannedLevelOf,
  yearsAsked,
} from "./level.js";
import { looksProper, type MatchContext, matchSkills, readSkills, type SkillMatch } from "./match-skills.js";
import { lineAt, type Passage } from "./passage.js";
import type { Requirement, RoleLevel, RoleProfile, SkillMention, UnmappedLine } from "./role-profile.js";
import { announce, isMetadataKey } from "./section-words.js";
import { type Place, placeBlocks } from "./sections.js";
import { asksForDegree, isKindOfTechnology } from "./skill-context.js";
import { buildSkillIndex, isSkillIndex, type SkillIndex } from "./skill-index.js";
import { findTitle, type TitleFinding } from "./title.js";
import { demands, insistence, isInvitation, isOffer, sentencesOf } from "./wording.js";

export interface ReadRoleOptions {
  /** Reads and plans the role at this level, whatever the document says. */
  level?: RoleLevel;
}

/** One block with everything that decides its fate. */
interface Statement {
  block: Block;
  place: Place;
  passage: Passage;
  /** Why nothing is demanded here; undefined for a demand. */
  idle: string | undefined;
  matches: SkillMatch[];
  /** Everyday words were left out that other statements may explain. */
  undecided: boolean;
}

/** Reads a role document: title, level, and every demand with its line. */
export function readRole(
  document: SourceDocument,
  skills: readonly Skill[] | SkillIndex,
  options: ReadRoleOptions = {},
): { profile: RoleProfile; findings: Diagnostic[] } {
  const index = isSkillIndex(skills) ? skills : buildSkillIndex(skills);
  const { corrections, findings } = readCorrections(document, index);
  const body = readBlocks(document);
  const front = frontMatterBlocks(document);
  const title = titleOf(document, body, corrections);
  const blocks = [...front, ...body];
  const places = placeBlocks(blocks, title.block);

  const own = levelOf(title, blocks, places, corrections);
  const ladder = ladderLevels(blocks, places);
  const level = chosenLevel(own, options.level, ladder, document, findings);
  const picked = pickLevel(ladder, options.level, own.level);

  const statements = blocks.map((block) => statementOf(block, places, title, picked));
  const usedIgnores = applyIgnores(statements, corrections);
  matchAll(statements, index, title, blocks);
  withoutDescriptions(statements);
  withoutAnnouncements(statements);
  withoutCircumstances(statements);
  withoutKinds(statements);

  const profile: RoleProfile = {
    path: document.path,
    title: title.title,
    titleReason: title.reason,
    ...(title.line > 0 && { titleLine: title.line }),
    level: level.level,
    levelReason: level.reason,
    plannedLevel: plannedLevelOf(level.level === "unspecified" ? (picked ?? "unspecified") : level.level),
    requirements: [],
    unmapped: [],
  };
  addTitleDemand(profile, title, index);
  for (const statement of statements) addStatement(profile, statement, index, title);
  applyCorrections(profile, corrections, document.path, usedIgnores, findings);
  profile.requirements.sort((a, b) => a.line - b.line);
  profile.unmapped.sort((a, b) => a.line - b.line);
  findings.push(...aboutDemand(document, profile, blocks));
  return { profile, findings };
}

function titleOf(document: SourceDocument, body: readonly Block[], corrections: Corrections): TitleFinding {
  let stated = corrections.title;
  for (const key of ["role", "position", "job_title", "jobTitle", "job title", "name"]) {
    const value = document.data[key];
    if (!stated && typeof value === "string" && value.trim() !== "")
      stated = { text: value, line: document.valueAt([key]).line };
  }
  const finding = findTitle(body, stated, document.path);
  if (finding.block || !stated) return finding;
  // A heading that repeats the title of the front matter is the title too, not a section.
  const { text } = stated;
  const same = body.find((block) => block.kind === "heading" && block.passage.text === text.trim());
  return same ? { ...finding, block: same } : finding;
}

/** The document's own level: corrected, else from the title, else stated, else from the years it asks for. */
function levelOf(
  title: TitleFinding,
  blocks: readonly Block[],
  places: ReadonlyMap<Block, Place>,
  corrections: Corrections,
): LevelFinding {
  if (corrections.level)
    return { level: corrections.level.level, reason: `front matter (line ${corrections.level.line})` };
  const raw =
    title.block && !title.reason.startsWith("first sentence") ? title.block.passage.text : title.title;
  const inTitle = levelOfTitle(raw.length < 100 ? raw : title.title);
  if (inTitle)
    return {
      level: inTitle.level,
      reason: `"${inTitle.words}" in the title${title.line > 0 ? ` (line ${title.line})` : ""}`,
    };
  for (const block of blocks) {
    const key = block.key && !block.label ? block.key : block.label;
    if (!key || !isLevelKey(key)) continue;
    const value = block.passage.text.slice(block.key && !block.label ? 0 : block.labelEnd);
    const found = levelOfTitle(value);
    if (found && value.split(/\s+/).length <= 6)
      return { level: found.level, reason: `"${block.label || key}: ${value}" (line ${block.line})` };
  }
  let most: { years: number; words: string; line: number } | undefined;
  for (const block of blocks) {
    const place = places.get(block);
    if (!place || place.kind === "nothing" || place.kind === "preferred") continue;
    if (
      block.kind === "heading" ||
      block.kind === "aside" ||
      insistence(block.passage.text)?.importance === "nice"
    )
      continue;
    const asked = yearsAsked(`${place.kind === "required" ? "experience: " : ""}${block.passage.text}`);
    if (asked && (!most || asked.years > most.years)) most = { ...asked, line: block.line };
  }
  if (most) {
    const { level, reason } = levelOfYears(most.years);
    return { level, reason: `"${most.words}" of experience (line ${most.line}); ${reason} is ${level}` };
  }
  return { level: "unspecified", reason: "the document states no level; planned as mid" };
}

function chosenLevel(
  own: LevelFinding,
  asked: RoleLevel | undefined,
  ladder: ReadonlySet<RoleLevel>,
  document: SourceDocument,
  findings: Diagnostic[],
): LevelFinding {
  if (asked === undefined) return own;
  if (ladder.size > 0 && !ladder.has(asked)) {
    findings.push(
      diagnose(
        "missing-level",
        document.path,
        undefined,
        `no column or section for the level ${asked}, found ${[...ladder].join(", ")}`,
        `Choose one of them: --level ${[...ladder][0]}`,
      ),
    );
  }
  const said = own.level === "unspecified" ? "the document states none" : `the document says ${own.level}`;
  return { level: asked, reason: `asked for with --level; ${said}` };
}

function statementOf(
  block: Block,
  places: ReadonlyMap<Block, Place>,
  title: TitleFinding,
  picked: RoleLevel | undefined,
): Statement {
  const place = places.get(block) ?? { section: "", kind: undefined, decidedBy: "" };
  const isColumns = picked !== undefined && columnLevels(block.columns).length > 0;
  const passage = isColumns ? cellsForLevel(block, picked) : block.passage;
  return {
    block,
    place,
    passage,
    idle: idleReason(block, place, title, picked),
    matches: [],
    undecided: false,
  };
}

/** Why a block demands nothing, in words that can be printed. */
function idleReason(
  block: Block,
  place: Place,
  title: TitleFinding,
  picked: RoleLevel | undefined,
): string | undefined {
  if (block.kind === "aside") return "no statement: a comment, code, or a list mark without words";
  if (block === title.block && block.kind !== "paragraph" && block.kind !== "item") return "the title";
  if (place.kind === "nothing") return `under "${place.decidedBy}"`;
  if (picked !== undefined && place.level !== undefined && place.level !== picked)
    return `for the level ${place.level}`;
  const label = block.label.replace(/^\d+[.)]\s*/, "");
  if (block.kind === "heading" || block.kind === "label") {
    // "Communication style" announces a section; "Python skills" announces one and names a skill.
    const kind = announce(block.passage.text)?.kind;
    return kind === "style" || kind === "duties" || kind === "overview" || kind === "nothing"
      ? "announces a section"
      : undefined;
  }
  if (label !== "" && isMetadataKey(label)) return `"${label}" is a fact about the opening`;
  const announced = label === "" ? undefined : announce(label);
  if (announced?.kind === "nothing" && announced.words.length >= label.length - 2)
    return `"${label}" demands nothing`;
  return undefined;
}

function applyIgnores(statements: readonly Statement[], corrections: Corrections): Set<string> {
  const used = new Set<string>();
  for (const { text } of corrections.ignore) {
    const wanted = text.trim().toLowerCase();
    for (const statement of statements) {
      const { block, place } = statement;
      const sections = place.section.toLowerCase().split(" › ");
      const own = block.passage.text.toLowerCase();
      const inSection = sections.includes(wanted) || place.section.toLowerCase() === wanted;
      if (!inSection && own !== wanted && !(wanted.length >= 12 && own.includes(wanted))) continue;
      statement.idle = "ignored in front matter";
      used.add(text);
    }
  }
  return used;
}

/** Matches skills in every demand; a second pass knows which everyday words this document means as skills. */
function matchAll(
  statements: readonly Statement[],
  index: SkillIndex,
  title: TitleFinding,
  blocks: readonly Block[],
): void {
  const established = new Set<Skill>();
  const company = companies(blocks);
  const note = (matches: readonly SkillMatch[]) => {
    for (const match of matches) if (match.skill.matchCase) established.add(match.skill);
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
    if (!statement.undecided) return;
    const list = lists.get(statement.block.list);
    const amongTechnologies =
      list !== undefined && list.total > 1 && list.proper * 2 >= list.total - 1 && list.proper > 0;
    if (!amongTechnologies && established.size === 0) return;
    const context = { ...contexts[at], established, amongTechnologies };
    statement.matches = withoutOffers(
      matchSkills(statement.passage.text, index, context),
      statement.passage.text,
    );
  });
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
  };
  if (company !== undefined) context.company = company;
  return context;
}

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

function addTitleDemand(profile: RoleProfile, title: TitleFinding, index: SkillIndex): void {
  const inBody =
    title.block &&
    (title.block.kind === "paragraph" || title.block.kind === "item" || title.block.kind === "row");
  if (title.line === 0 || inBody) return;
  const raw = title.block?.passage.text ?? title.title;
  const mentions = mentionsOf(matchSkills(raw, index, { titleCase: true }), () => title.line);
  if (mentions.length === 0) return;
  profile.requirements.push({
    line: title.line,
    text: title.title,
    section: "",
    importance: "must",
    importanceReason: "the title names it",
    skills: mentions,
  });
}

function mentionsOf(matches: readonly SkillMatch[], lineOf: (offset: number) => number): SkillMention[] {
  const mentions: SkillMention[] = [];
  for (const match of matches) {
    const line = lineOf(match.start);
    if (mentions.some((mention) => mention.skill === match.skill.name && mention.line === line)) continue;
    mentions.push({
      skill: match.skill.name,
      competency: match.skill.competency,
      matched: match.matched,
      line,
    });
  }
  return mentions;
}

function addStatement(
  profile: RoleProfile,
  statement: Statement,
  index: SkillIndex,
  title: TitleFinding,
): void {
  const { block, place, passage, idle, matches } = statement;
  const { text } = passage;
  const structure =
    block.kind === "heading" || block.kind === "label" || (block.kind === "row" && block.key === "head");
  if (block === title.block && idle === "the title") {
    return;
  }
  if (idle === undefined && matches.length > 0) {
    const mentions = mentionsOf(matches, (offset) => lineAt(passage, offset));
    const { importance, reason } = weighMentions(mentions, matches, text, place);
    const requirement: Requirement = {
      line: block.line,
      text,
      section: place.section,
      importance,
      importanceReason: reason,
      skills: mentions,
    };
    const ways = alternativesOf(text, matches);
    if (ways.length > 0) requirement.alternatives = ways;
    profile.requirements.push(requirement);
    return;
  }
  // Headings and labels give structure: without a skill they demand nothing, and what stands below them speaks for itself.
  if (structure) return;
  // Facts in front matter are data, not statements; only its lists are accounted for line by line.
  if (block.key !== undefined && block.kind !== "row" && idle !== undefined && block.kind !== "item") return;
  profile.unmapped.push(unmappedLine(block, place, text === "" ? block.passage.text : text, idle, index));
}

function unmappedLine(
  block: Block,
  place: Place,
  text: string,
  idle: string | undefined,
  index: SkillIndex,
): UnmappedLine {
  const base = { line: block.line, text, section: place.section };
  if (idle !== undefined) return { ...base, why: "not-a-demand", reason: idle };
  const inDemand = place.kind !== undefined && place.kind !== "overview";
  if (
    isInvitation(text) &&
    (block.kind === "paragraph" || !inDemand || /^(?:apply|send|submit|join)\b/iu.test(text))
  )
    return { ...base, why: "not-a-demand", reason: "an invitation, not a demand" };
  if (block.leadIn) return { ...base, why: "not-a-demand", reason: "introduces the list below it" };
  if (block.kind === "paragraph") {
    if (isOffer(text)) return { ...base, why: "not-a-demand", reason: "tells what the employer gives" };
    if (!demands(text) && !(inDemand && block.label !== ""))
      return { ...base, why: "not-a-demand", reason: "tells, but demands nothing" };
  }
  if (asksForDegree(text))
    return { ...base, why: "not-a-demand", reason: "a degree: papers show it, no interview does" };
  const closest = closestSkills(text, index);
  const line: UnmappedLine = { ...base, why: "no-skill", reason: "names no skill of the catalogue" };
  if (closest.length > 0) line.closest = closest;
  return line;
}

/** Groups of skills that a list joins by "or": one demand with several ways to meet it. */
function alternativesOf(text: string, matches: readonly SkillMatch[]): string[][] {
  const groups: string[][] = [];
  let run: string[] = [];
  let sawOr = false;
  const close = () => {
    const names = [...new Set(run)];
    if (sawOr && names.length > 1) groups.push(names);
    run = [];
    sawOr = false;
  };
  matches.forEach((match, at) => {
    run.push(match.skill.name);
    const next = matches[at + 1];
    const between = next ? text.slice(match.end, next.start) : "";
    if (
      next &&
      /^\s*(?:[\d.+x]+\s*)?\)?\s*,?\s*(?:and\/or|or|oder|ou|o)\s+(?:an? |with |in )?\(?$/iu.test(between)
    )
      sawOr = true;
    else if (!next || !/^\s*[,/]\s*$/.test(between)) close();
  });
  return groups;
}

/** Says what was seen when nothing is demanded, and when no heading could be read. */
function aboutDemand(document: SourceDocument, profile: RoleProfile, blocks: readonly Block[]): Diagnostic[] {
  const count = (kind: Block["kind"], word: string): string => {
    const number = blocks.filter((block) => block.kind === kind).length;
    return `${number} ${word}${number === 1 ? "" : "s"}`;
  };
  const place = { line: document.bodyLine, column: 1 };
  if (profile.requirements.length === 0) {
    const open = profile.unmapped.filter((line) => line.why === "no-skill").map((line) => line.line);
    const seen = `saw ${count("heading", "heading")}, ${count("item", "list item")}, ${count("row", "table row")} and ${count("paragraph", "paragraph")}`;
    const lines =
      open.length === 0
        ? "none of them demands anything"
        : `none names a skill of the catalogue (line${open.length === 1 ? "" : "s"} ${open.slice(0, 8).join(", ")}${open.length > 8 ? ", …" : ""})`;
    return [
      diagnose(
        "no-demand",
        document.path,
        place,
        `${seen}; ${lines}`,
        "Name what the job demands, or add it in front matter: skills: {add: [Python]}",
      ),
    ];
  }
  const headings = blocks.filter(
    (block) => (block.kind === "heading" || block.kind === "label") && block.passage.text !== "",
  );
  if (headings.length >= 3 && !headings.some((block) => announce(block.passage.text)))
    return [
      diagnose(
        "unknown-sections",
        document.path,
        { line: headings[0]?.line ?? 1, column: 1 },
        `none of ${headings.length} headings says what stands below it; skills were found by their names alone`,
      ),
    ];
  return [];
}
