// In: a SkillIndex, or one that was packed before with the skills of which it was made. Out: plain lists that JSON can hold, or the same
// index again, whose tree is unpacked where somebody looks. The same whether packed or compiled. Touches no disk.
import type { Skill } from "../bank/question-bank.js";
import type { Entry, IndexNode, SkillIndex } from "./skill-index.js";

/** Words stand once, and are named by their number; so are skills, by their place among those of the index. */
export interface PackedIndex {
  words: string[];
  tree: PackedNode;
  byName: number[];
  byWord: number[][];
}

/** The entries, three numbers each (skill, form, spelling), and then word and node in turns. */
type PackedNode = [number[], ...(number | PackedNode)[]];

const forms = ["name", "verb", "split", "short", "none"] as const satisfies readonly Entry["form"][];
const weakBit = 8;
const exactBit = 16;

export function packIndex({ root, skills, byName, byWord }: SkillIndex): PackedIndex {
  const places = new Map(skills.map((skill, at) => [skill, at]));
  const placeOf = (skill: Skill): number => places.get(skill) ?? -1;
  const numbers = new Map<string, number>();
  const numberOf = (word: string): number => {
    const known = numbers.get(word);
    if (known !== undefined) return known;
    numbers.set(word, numbers.size);
    return numbers.size - 1;
  };
  const entryOf = ({ skill, form, spelling, weak, exact }: Entry): number[] => [
    placeOf(skill),
    forms.indexOf(form) + (weak ? weakBit : 0) + (exact ? exactBit : 0),
    numberOf(spelling),
  ];
  const nodeOf = ({ entries, next }: IndexNode): PackedNode => [
    entries.flatMap(entryOf),
    ...[...next].flatMap(([word, node]) => [numberOf(word), nodeOf(node)]),
  ];
  const tree = nodeOf(root);
  const names = [...byName].flatMap(([name, skill]) => [numberOf(name), placeOf(skill)]);
  const lists = [...byWord].map(([word, found]) => [numberOf(word), ...found.map(placeOf)]);
  return { words: [...numbers.keys()], tree, byName: names, byWord: lists };
}

/** The index again; `skills` are those of which it was made, in the same order. */
export function unpackIndex(
  { words, tree, byName, byWord }: PackedIndex,
  skills: readonly Skill[],
): SkillIndex {
  const at = <Value>(list: readonly Value[], place: number | undefined): Value => {
    const value = list[place ?? -1];
    if (value === undefined) throw new RangeError("a packed index names what it does not hold");
    return value;
  };
  const names = new Map<string, Skill>();
  for (let place = 0; place < byName.length; place += 2)
    names.set(at(words, byName[place]), at(skills, byName[place + 1]));
  const lists = new Map(
    byWord.map(([word, ...found]) => [at(words, word), found.map((place) => at(skills, place))]),
  );
  const entriesOf = ([packed]: PackedNode): Entry[] => {
    const entries: Entry[] = [];
    for (let place = 0; place < packed.length; place += 3) {
      const bits = packed[place + 1] ?? 0;
      entries.push({
        skill: at(skills, packed[place]),
        form: at(forms, bits % weakBit),
        spelling: at(words, packed[place + 2]),
        weak: (bits & weakBit) !== 0,
        ...((bits & exactBit) !== 0 && { exact: true }),
      });
    }
    return entries;
  };
  return { root: new LazyNode(tree, words, entriesOf), skills, byName: names, byWord: lists };
}

/** A document looks at few of the tree's many nodes. */
class LazyNode implements IndexNode {
  private opened: Map<string, IndexNode> | undefined;
  private unpacked: Entry[] | undefined;

  constructor(
    private readonly packed: PackedNode,
    private readonly words: readonly string[],
    private readonly entriesOf: (packed: PackedNode) => Entry[],
  ) {}

  get next(): Map<string, IndexNode> {
    if (this.opened) return this.opened;
    this.opened = new Map();
    for (let at = 1; at < this.packed.length; at += 2)
      this.opened.set(
        this.words[this.packed[at] as number] ?? "",
        new LazyNode(this.packed[at + 1] as PackedNode, this.words, this.entriesOf),
      );
    return this.opened;
  }

  get entries(): Entry[] {
    this.unpacked ??= this.entriesOf(this.packed);
    return this.unpacked;
  }
}
