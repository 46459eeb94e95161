// In: the blocks of a document. Out: for each block the headings above it and what they announce.
// A heading holds for what is deeper; a label holds until the next label or heading; a lead-in holds for its list.
import type { Block } from "./blocks.js";
import { keyDemands } from "./front-matter-blocks.js";
import { levelOfTitle } from "./level.js";
import type { RoleLevel } from "./role-profile.js";
import { announce, isBareFact, isMetadataKey, type SectionKind } from "./section-words.js";
import { insistence } from "./wording.js";

/** Where a block stands. */
export interface Place {
  /** Headings above it, outermost first, joined by " › ". */
  section: string;
  kind: SectionKind | undefined;
  /** The heading, label or lead-in that decided the kind. */
  decidedBy: string;
  /** The level to which the section belongs, in a document with one section per level. */
  level?: RoleLevel;
}

interface Scope {
  depth: number;
  title: string;
  kind: SectionKind | undefined;
  decidedBy: string;
  level: RoleLevel | undefined;
}

/** Kinds that a deeper heading about a topic cannot change: the tools under "Nice to have" are nice to have. */
const sticky: ReadonlySet<SectionKind> = new Set(["nothing", "preferred", "required", "weak", "setting"]);

/** Places every block; `titleBlock` is left out of the sections, because it stands above everything. */
export function placeBlocks(blocks: readonly Block[], titleBlock: Block | undefined): Map<Block, Place> {
  const places = new Map<Block, Place>();
  const ladder = ladderHeadings(blocks, titleBlock);
  let headings: Scope[] = [];
  let label: Scope | undefined;
  let leadIn: { kind: SectionKind; decidedBy: string } | undefined;
  const parents: { depth: number; kind: SectionKind; decidedBy: string }[] = [];

  blocks.forEach((block, index) => {
    const text = block.passage.text;
    const outer = headings.at(-1);
    if (block.kind === "heading") {
      headings = headings.filter((scope) => scope.depth < block.depth);
      label = undefined;
      leadIn = undefined;
      parents.length = 0;
      const above = headings.at(-1);
      places.set(block, placeOf(headings, undefined, undefined));
      const scope = scopeOf(text, block.depth, above);
      scope.level = ladder.get(block) ?? above?.level;
      if (block === titleBlock) {
        // A title decides nothing, but what is deeper is still below it.
        scope.title = "";
        scope.kind = undefined;
      }
      headings.push(scope);
      return;
    }
    if (block.kind === "label") {
      leadIn = undefined;
      parents.length = 0;
      places.set(block, placeOf(headings, undefined, undefined));
      if (block === titleBlock) return;
      label = scopeOf(text, 7, outer);
      return;
    }
    if (block.key !== undefined && block.kind !== "row") {
      const isDemand = keyDemands(block.key) || (tellsSomething(text) && !isFact(block.key));
      const kind = isDemand ? keyKind(block.key) : "nothing";
      places.set(block, { section: `front matter › ${block.key}`, kind, decidedBy: block.key });
      return;
    }
    if (block.kind === "item") {
      while ((parents.at(-1)?.depth ?? 0) >= block.depth) parents.pop();
    } else {
      parents.length = 0;
      leadIn = undefined;
    }
    const place = placeOf(headings, label, parents.at(-1) ?? leadIn);
    places.set(block, place);
    const next = blocks[index + 1];
    if (block.kind === "item" && next?.kind === "item" && next.depth > block.depth) {
      const announced = announce(text) ?? (block.label === "" ? undefined : announce(block.label));
      if (announced)
        parents.push({ depth: block.depth, kind: announced.kind, decidedBy: text.replace(/[:：]$/, "") });
    }
    if (block.kind === "paragraph" && block.leadIn) {
      const lead = leadInKind(lastSentence(text));
      if (lead && place.kind !== "nothing") leadIn = { kind: lead, decidedBy: shortened(text) };
    }
  });
  return places;
}

function scopeOf(text: string, depth: number, above: Scope | undefined): Scope {
  const title = text.replace(/\s*[:：]\s*$/, "").replace(/^\d+(?:\.\d+)*[.)]\s*/, "");
  const found =
    announce(text) ?? (isMetadataKey(title) && !isBareFact(title) ? { kind: "nothing" as const } : undefined);
  const inherits =
    !found ||
    // "Development approach" under "Skills" is a topic of the skills, "Workflow management" under "Tools" one of the tools.
    ((above?.kind === "skills" || above?.kind === "tools") &&
      depth > above.depth &&
      (found.kind === "style" || found.kind === "overview")) ||
    (above?.kind !== undefined &&
      sticky.has(above.kind) &&
      !sticky.has(found.kind) &&
      depth > above.depth &&
      depth < 7) ||
    (above?.kind === "preferred" && depth === 7 && !sticky.has(found.kind));
  return inherits
    ? { depth, title, kind: above?.kind, decidedBy: above?.decidedBy ?? "", level: above?.level }
    : { depth, title, kind: found.kind, decidedBy: title, level: above?.level };
}

function placeOf(
  headings: readonly Scope[],
  label: Scope | undefined,
  inner: { kind: SectionKind; decidedBy: string } | undefined,
): Place {
  const section = [...headings, ...(label ? [label] : [])]
    .map((scope) => scope.title)
    .filter((title) => title !== "")
    .join(" › ");
  const scope = label ?? headings.at(-1);
  const level = headings.at(-1)?.level;
  const place: Place = {
    section,
    kind: inner?.kind ?? scope?.kind,
    decidedBy: inner?.decidedBy ?? scope?.decidedBy ?? "",
  };
  if (level !== undefined) place.level = level;
  return place;
}

/** The sentence that leads into a list; what stands before it tells of something else. */
function lastSentence(text: string): string {
  return text.split(/(?<=[.!?。！？])\s+/).at(-1) ?? text;
}

function shortened(text: string): string {
  const last = lastSentence(text.replace(/\s*[:：]\s*$/, ""));
  return last.length <= 60 ? last : `${last.slice(0, 59).replace(/\s+\S*$/, "")} …`;
}

/** What a sentence that ends with a colon announces for the list below it. */
function leadInKind(text: string): SectionKind | undefined {
  const tone = insistence(text);
  if (tone?.importance === "nice") return "preferred";
  const short = announce(text);
  if (short) return short.kind;
  if (
    /\b(?:require\w*|must|need|qualifications?|looking for|anforderungen|qualifikationen|fähigkeiten|profil|exig\w+|requisitos)\b/iu.test(
      text,
    )
  )
    return "required";
  if (/\b(?:skills?|knowledge|experience|proficien\w+|kenntnisse)\b/iu.test(text)) return "skills";
  if (/\b(?:responsib\w+|you will|you'll|duties|tasks|aufgaben|verantwort\w+)\b/iu.test(text))
    return "duties";
  return undefined;
}

/** Whether a key is known to hold a fact about the opening, or what the employer gives. */
function isFact(keys: string): boolean {
  return keys.split(" › ").some((key) => isMetadataKey(key) || announce(key)?.kind === "nothing");
}

/** A sentence or phrase speaks for itself under a key that nobody knows; a name, an address or a tag does not. */
function tellsSomething(text: string): boolean {
  return text.split(/\s+/).length >= 4 && !/^\S*:\/\/|#\p{L}/u.test(text);
}

function keyKind(keys: string): SectionKind | undefined {
  for (const key of keys.split(" › ").reverse()) {
    const found = announce(key);
    if (found) return found.kind;
  }
  return undefined;
}

/** Headings that only name a level, when siblings name others: the document is a career ladder. */
function ladderHeadings(blocks: readonly Block[], titleBlock: Block | undefined): Map<Block, RoleLevel> {
  const byDepth = new Map<number, Map<Block, RoleLevel>>();
  for (const block of blocks) {
    if (block.kind !== "heading" || block === titleBlock) continue;
    const found = levelOfTitle(block.passage.text);
    // "Senior Engineer (L4)" names a level; "Mentoring junior developers" is about people.
    if (
      !found ||
      block.passage.text.split(/\s+/).length > 6 ||
      !/^[\W\d]*(?:L\d\W*)?(?:the )?/iu.test(block.passage.text)
    )
      continue;
    if (!startsWithLevel(block.passage.text, found.words)) continue;
    const group = byDepth.get(block.depth) ?? new Map<Block, RoleLevel>();
    group.set(block, found.level);
    byDepth.set(block.depth, group);
  }
  for (const depth of [...byDepth.keys()].sort()) {
    const group = byDepth.get(depth);
    if (group && new Set(group.values()).size >= 2) return group;
  }
  return new Map();
}

/** A level stands first, or last after a role ("Developer II"). */
function startsWithLevel(text: string, words: string): boolean {
  const bare = text.replace(/^[\s\d.)(:#–—-]*(?:L(?:evel )?\d+\s*[:–—-]?\s*)?/iu, "");
  return (
    bare.toLowerCase().startsWith(words.toLowerCase()) ||
    text.trim().toLowerCase().endsWith(words.toLowerCase())
  );
}
