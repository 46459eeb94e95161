// The catalogue of skills, compiled once for many documents: a tree over words, from every name, alias and inflection to its skill.
// In: skills. Out: a SkillIndex. Nothing here looks at a document.
import type { Skill } from "../bank/question-bank.js";
import { phrasesOfAction, withoutGap } from "./action-phrases.js";
import {
  camelParts,
  formsWithGap,
  gapKey,
  keysOf,
  otherMeanings,
  shortName,
  variantsOf,
} from "./spellings.js";
import { foldWord } from "./word-forms.js";

/** One way in which a skill may be written. */
export interface Entry {
  skill: Skill;
  /**
   * `name`: a name, alias or plural; `verb`: a base or third person, which counts only where a verb can stand;
   * `split`: "Cloud Formation" for CloudFormation, in the same capitals; `short`: "Lambda" for AWS Lambda, in the vendor's company;
   * `none`: a phrase that holds a skill's name and means something else.
   */
  form: "name" | "verb" | "split" | "short" | "none";
  /** The spelling in the catalogue, for rules that look at case. */
  spelling: string;
  /** An everyday word as well: it needs its exact case or technical company. */
  weak: boolean;
  /** Counts in exactly these capitals only: "SAFe" is a framework, "safe" is a word. */
  exact?: boolean;
}

/** A place in the tree: the words that may follow, and what has been spelled out when one comes here. */
export interface IndexNode {
  next: Map<string, IndexNode>;
  entries: Entry[];
}

// Most nodes are the last of their spelling: none of them has a map of its own.
const leadsNowhere = new Map<string, IndexNode>();
const newNode = (): IndexNode => ({ next: leadsNowhere, entries: [] });

/** The compiled catalogue. */
export interface SkillIndex {
  root: IndexNode;
  skills: readonly Skill[];
  /** Canonical names, aliases too, in lower case. */
  byName: ReadonlyMap<string, Skill>;
  /** Words of names and aliases, for the nearest skills of a line that names none. */
  byWord: ReadonlyMap<string, readonly Skill[]>;
}

export function isSkillIndex(value: readonly Skill[] | SkillIndex): value is SkillIndex {
  return "root" in value;
}

/** Compiles the catalogue. Earlier skills keep a spelling that later ones claim too. */
export function buildSkillIndex(skills: readonly Skill[]): SkillIndex {
  const root = newNode();
  const byName = new Map<string, Skill>();
  const byWord = new Map<string, Skill[]>();
  const spellings = skills.map((skill) => ({
    skill,
    names: [...new Set([skill.name.replace(/\s*\([^)]*\)$/, ""), skill.name, ...skill.aliases])],
  }));

  // Each is needed by several of the steps below.
  const known = new Map<string, readonly string[]>();
  const keysFor = (name: string): readonly string[] => {
    const keys = known.get(name) ?? keysOf(name);
    known.set(name, keys);
    return keys;
  };

  const add = (keys: readonly string[], entry: Entry): void => {
    if (keys.length === 0) return;
    let node = root;
    for (const key of keys) {
      let next = node.next.get(key);
      if (!next) {
        next = newNode();
        if (node.next === leadsNowhere) node.next = new Map();
        node.next.set(key, next);
      }
      node = next;
    }
    const same = (other: Entry) =>
      other.skill === entry.skill && other.form === entry.form && other.spelling === entry.spelling;
    if (node.entries.length === 0) node.entries = [entry];
    else if (!node.entries.some(same)) node.entries.push(entry);
  };

  for (const { skill, names } of spellings)
    for (const name of names) {
      const lower = name.toLowerCase();
      if (!byName.has(lower)) byName.set(lower, skill);
    }
  // Exact spellings first: an inflection or a variant never takes a spelling that is somebody's own name.
  for (const { skill, names } of spellings) {
    for (const name of names) {
      if (name !== skill.name && joinsSkills(name, byName)) continue;
      const weak = isEverydayWord(skill, name);
      add(keysFor(name), { skill, form: "name", spelling: name, weak });
    }
    for (const name of skill.everyday ?? []) {
      const exact = hasOwnCapitals(name) || /^\p{Lu}{2,}$/u.test(name);
      add(keysFor(name), { skill, form: "name", spelling: name, weak: !exact, ...(exact && { exact }) });
    }
  }
  for (const { skill, names } of spellings) {
    for (const name of names) {
      for (const word of keysFor(name)) {
        if (word.length < 3) continue;
        const list = byWord.get(word);
        if (!list) byWord.set(word, [skill]);
        // A skill's names come one after the other.
        else if (list.at(-1) !== skill) list.push(skill);
      }
      if (name.includes(gapKey)) {
        for (const keys of formsWithGap(name))
          add(keys, { skill, form: "name", spelling: name, weak: false });
        continue;
      }
      if (isEverydayWord(skill, name) || (name !== skill.name && joinsSkills(name, byName))) continue;
      for (const variant of variantsOf(name, keysFor(name))) {
        if (!taken(root, variant.keys))
          add(variant.keys, { skill, form: variant.form, spelling: variant.spelling ?? name, weak: false });
      }
    }
  }
  // What only follows from a name comes after all that stands in the catalogue.
  for (const { skill, names } of spellings) {
    for (const name of names) {
      if (name.includes(gapKey) || isEverydayWord(skill, name)) continue;
      for (const keys of phrasesOfAction(keysFor(name)))
        if (!taken(root, keys) && !taken(root, withoutGap(keys)))
          add(keys, { skill, form: "name", spelling: name, weak: false });
    }
  }
  for (const { skill, names } of spellings) {
    const short = shortName(names[0] ?? "");
    if (!short) continue;
    if (!taken(root, keysOf(short)))
      add(keysOf(short), { skill, form: "short", spelling: short, weak: true });
    const parts = camelParts(short);
    if (parts && !taken(root, parts.map(foldWord)))
      add(parts.map(foldWord), { skill, form: "split", spelling: parts.join(" "), weak: false });
  }
  for (const phrase of otherMeanings) {
    const [skill] = skills;
    if (skill && !taken(root, keysOf(phrase)))
      add(keysOf(phrase), { skill, form: "none", spelling: phrase, weak: false });
  }
  return { root, skills, byName, byWord };
}

/** "AWS/Azure/GCP" and "HTML/CSS" name several skills: as an alias of one they would hide the others. */
function joinsSkills(name: string, byName: ReadonlyMap<string, Skill>): boolean {
  if (!name.includes("/")) return false;
  const parts = name.split("/").map((part) => byName.get(part.trim().toLowerCase()));
  return parts.every((part) => part !== undefined) && new Set(parts).size > 1;
}

/** Capitals inside a word are nobody's habit: "SAFe", "LeSS", "ReAct". */
function hasOwnCapitals(name: string): boolean {
  return /^\S*(?:\p{Ll}\p{Lu}|\p{Lu}{2}\p{Ll})\S*$/u.test(name);
}

/** "Hypothesis" is an everyday word too; its aliases "hypothesis library" and "RESTful" are not, nor is "泛型", in a script without capitals. */
function isEverydayWord(skill: Skill, name: string): boolean {
  return (
    skill.matchCase &&
    !/[\s\d._+#-]|\p{Ll}\p{Lu}|\p{Lu}{2}\p{Ll}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(
      name.trim(),
    )
  );
}

function taken(root: IndexNode, keys: readonly string[]): boolean {
  let node: IndexNode | undefined = root;
  for (const key of keys) node = node?.next.get(key);
  return (node?.entries.length ?? 0) > 0;
}
