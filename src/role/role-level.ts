// At which level a role is read. In: title, blocks, corrections, the level asked for. Out: a level with a reason that can be printed.
// The document's own level comes from the title, then from a line that states it, then from the years it asks for.
import { type Diagnostic, diagnose } from "../document/diagnostic.js";
import type { SourceDocument } from "../document/document.js";
import type { Block } from "./blocks.js";
import type { Corrections } from "./corrections.js";
import { isLevelKey, type LevelFinding, levelOfTitle, levelOfYears, yearsAsked } from "./level.js";
import type { RoleLevel } from "./role-profile.js";
import type { Place } from "./sections.js";
import { soughtIn, type TitleFinding } from "./title.js";
import { insistence } from "./wording.js";

/** Found sooner than the whole sentence is tried everywhere. */
const statesPosition = /position|role|opening|job|opportunity|stelle|poste|puesto/i;
/** "This is a mid-level position". */
const statedLevel =
  /(?:\b(?:this|it|the (?:role|position)) is|dies ist|c['’]est|es) (?!not\b|kein|pas\b|no\b)(?:an? |eine? |une? |una? )?([\p{L} -]{3,30}?)[- ](?:position|role|opening|job|opportunity|stelle|poste|puesto)\b/iu;

/** The document's own level: corrected, else from the title, else stated, else from the years it asks for. */
export function levelOf(
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
  const titled: LevelFinding | undefined = inTitle && {
    level: inTitle.level,
    reason: `"${inTitle.words}" in the title${title.line > 0 ? ` (line ${title.line})` : ""}`,
  };
  // A number is a rung of some ladder, and every ladder is another: a line that names the level in words knows better.
  if (titled && !/(?:^|\s)(?:[IVX]+|\d)$/.test(inTitle?.words ?? "")) return titled;
  for (const [at, block] of blocks.entries()) {
    const { key, value } = factOf(block, blocks[at - 1]);
    if (!key || !isLevelKey(key)) continue;
    const found = levelOfTitle(value);
    if (found && value.split(/\s+/).length <= 6)
      return { level: found.level, reason: `"${key}: ${value}" (line ${block.line})` };
  }
  if (titled) return titled;
  for (const block of blocks) {
    if (places.get(block)?.kind === "nothing" || (block.kind !== "paragraph" && block.kind !== "item"))
      continue;
    const { text } = block.passage;
    const stated = statesPosition.test(text) ? statedLevel.exec(text)?.[1] : undefined;
    const words = stated ?? soughtIn(text);
    const found = words === undefined ? undefined : levelOfTitle(words);
    if (found && words)
      return { level: found.level, reason: `"${words.trim()}" in the text (line ${block.line})` };
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

/** What a block states of the opening: a key of the front matter or of a key line, or the line above that is nothing but a key. */
function factOf(block: Block, above: Block | undefined): { key: string; value: string } {
  const { text } = block.passage;
  // The head of a table of two columns is a fact like its rows.
  if (block.key === "head" && block.cells.length === 2)
    return { key: block.cells[0]?.text ?? "", value: block.cells[1]?.text ?? "" };
  if (block.label) return { key: block.label, value: text.slice(block.labelEnd) };
  if (block.key) return { key: block.key, value: text };
  const isKey = above?.kind === "label" || above?.kind === "heading";
  return { key: isKey ? above.passage.text.replace(/\s*[:：]\s*$/u, "") : "", value: text };
}

/** The level to read and plan at: the one asked for wins; in a ladder without it, that is an error. */
export function chosenLevel(
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
