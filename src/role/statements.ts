// Each block of a document as a statement: where it stands, what of it holds for the level, and why it demands nothing, if so.
// In: blocks, places, title, corrections. Out: statements without skills; match-statements.ts names those.
import type { Skill } from "../bank/question-bank.js";
import type { SkillMatch } from "../skills/match-skills.js";
import type { Block } from "./blocks.js";
import type { Corrections } from "./corrections.js";
import { cellsForLevel, columnLevels } from "./ladder.js";
import type { Passage } from "./passage.js";
import type { RoleLevel } from "./role-profile.js";
import { announce, isMetadataKey } from "./section-words.js";
import type { Place } from "./sections.js";
import type { TitleFinding } from "./title.js";

/** One block with everything that decides its fate. */
export interface Statement {
  block: Block;
  place: Place;
  passage: Passage;
  /** Why nothing is demanded here; undefined for a demand. */
  idle: string | undefined;
  matches: SkillMatch[];
  /** Skills of everyday words that were left out; other statements may explain them. */
  undecided: readonly Skill[];
}

/** Places a block; of a ladder's row, only the cells of the level are read. */
export function statementOf(
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
    undecided: [],
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
  if (
    /^\s*(?:https?:\/\/\S+|[\w./-]+\.(?:md|markdown|txt|pdf|docx?|html?|png|jpe?g|svg))\s*$/iu.test(
      block.passage.text,
    )
  )
    return "only a file name or an address";
  const label = block.label.replace(/^\d+[.)]\s*/, "");
  if (block.kind === "heading" || block.kind === "label") {
    // "Communication style" announces a section; "Python skills" announces one and names a skill.
    const kind = announce(block.passage.text)?.kind;
    return kind === "style" || kind === "duties" || kind === "overview" || kind === "nothing"
      ? "announces a section"
      : undefined;
  }
  // "Bonus: 10 %" is pay, "Bonus: experience with Kafka" is a demand.
  const isExtra = announce(label)?.kind === "preferred" && !/\d\s*(?:%|k\b)|[$€£]/iu.test(block.passage.text);
  if (label !== "" && isMetadataKey(label) && !isExtra) return `"${label}" is a fact about the opening`;
  const announced = label === "" ? undefined : announce(label);
  if (announced?.kind === "nothing" && announced.words.length >= label.length - 2)
    return `"${label}" demands nothing`;
  return undefined;
}

/** Takes what the front matter ignores out of the demand; gives the texts that stood in the document. */
export function applyIgnores(statements: readonly Statement[], corrections: Corrections): Set<string> {
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
