// In: a role document and the catalogue of skills. Out: a RoleProfile and findings. Pure: same document, same profile.
// Every statement ends in `requirements` (it names skills) or in `unmapped` (it names none, or nothing is demanded there).
import type { Skill } from "../bank/question-bank.js";
import { type Diagnostic, diagnose } from "../document/diagnostic.js";
import type { SourceDocument } from "../document/document.js";
import { closestSkills } from "../skills/closest-skills.js";
import { matchSkills, type SkillMatch } from "../skills/match-skills.js";
import { asksForDegree, statesFigure } from "../skills/shadows.js";
import { buildSkillIndex, isSkillIndex, type SkillIndex } from "../skills/skill-index.js";
import { applyCorrections } from "./apply-corrections.js";
import { type Block, readBlocks } from "./blocks.js";
import { cleanTitle } from "./clean-title.js";
import { type Corrections, readCorrections } from "./corrections.js";
import { frontMatterBlocks } from "./front-matter-blocks.js";
import { weighMentions } from "./importance.js";
import { ladderLevels, pickLevel } from "./ladder.js";
import { plannedLevelOf } from "./level.js";
import { matchStatements } from "./match-statements.js";
import { withoutMereMentions } from "./mere-mentions.js";
import { lineAt } from "./passage.js";
import { chosenLevel, levelOf } from "./role-level.js";
import type { Requirement, RoleLevel, RoleProfile, SkillMention, UnmappedLine } from "./role-profile.js";
import { announce } from "./section-words.js";
import { type Place, placeBlocks } from "./sections.js";
import { applyIgnores, type Statement, statementOf } from "./statements.js";
import { findTitle, type TitleFinding } from "./title.js";
import { demands, isInvitation, isOffer } from "./wording.js";

export interface ReadRoleOptions {
  /** Reads and plans the role at this level, whatever the document says. */
  level?: RoleLevel;
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
  matchStatements(statements, index, title, blocks);
  withoutMereMentions(statements);

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

/** Keys of front matter that hold the title when `title` does not. */
const titlePaths: string[][] = [
  ...["role", "position", "job_title", "jobTitle", "job title", "job-title", "job", "name"].map((key) => [
    key,
  ]),
  ...["job", "role", "position"].flatMap((key) => [
    [key, "title"],
    [key, "name"],
  ]),
];

function titleOf(document: SourceDocument, body: readonly Block[], corrections: Corrections): TitleFinding {
  let stated = corrections.title;
  // Pages in several languages hold a key of their translations there, and templates a blank; the body has the words.
  if (stated && isKeyOfText(stated.text)) stated = undefined;
  for (const path of titlePaths) {
    const value = path.reduce<unknown>(
      (data, key) => (typeof data === "object" && data !== null ? Reflect.get(data, key) : undefined),
      document.data,
    );
    if (!stated && typeof value === "string" && value.trim() !== "" && !isKeyOfText(value))
      stated = { text: value, line: document.valueAt(path).line };
  }
  const finding = findTitle(body, stated, document.path);
  if (finding.block || !stated) return finding;
  // A heading that repeats the title of the front matter is the title too, not a section.
  const { text } = stated;
  const same = body.find((block) => block.kind === "heading" && block.passage.text === text.trim());
  return same ? { ...finding, block: same } : finding;
}

/** "jobs.titles.frontend", "{{ page.title }}": where the title is, not what it is. */
function isKeyOfText(text: string): boolean {
  return /^\s*(?:\p{Ll}[\p{L}\p{N}_-]*(?:\.\p{Ll}[\p{L}\p{N}_-]*){2,}|\{\{.*\}\}|\$\{.*\}|<%.*%>)\s*$/u.test(
    text,
  );
}

function addTitleDemand(profile: RoleProfile, title: TitleFinding, index: SkillIndex): void {
  const inBody =
    title.block &&
    (title.block.kind === "paragraph" || title.block.kind === "item" || title.block.kind === "row");
  if (title.line === 0 || inBody) return;
  const raw = title.block?.passage.text ?? title.raw ?? title.title;
  // "Persona: Go Developer": what names the kind of document is no skill.
  const kind = cleanTitle(raw).taken.filter((note) => note.includes("(a kind of document)"));
  const named = matchSkills(raw, index, { titleCase: true }).filter(
    ({ matched }) => !kind.some((note) => note.includes(matched)),
  );
  const mentions = mentionsOf(named, () => title.line);
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
      ...(match.uncatalogued && { uncatalogued: true }),
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
  if (statesFigure(text))
    return { ...base, why: "not-a-demand", reason: "a figure by which the work is measured" };
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
