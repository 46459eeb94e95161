// In: the words that each of many patterns needs. Out: for a text, the patterns that are worth trying on it.
// One walk over the text's words, whatever the number of patterns; it never passes over one that matches.
import type { NeededWords } from "./needed-words.js";

/** The numbers of the patterns that a text may hold, in order. The text is in lower case. The list is overwritten by the next call. */
type Screen = (text: string) => readonly number[];

/** At the end of a stem: patterns that are worth trying where all of the words stand around it. */
interface Gate {
  words: string;
  /** Where the stem begins in them. */
  at: number;
  patterns: number[];
}

/** 1 to 26 for a to z, 27 to 36 for digits, 0 for whatever stands between words. */
const letters = new Uint8Array(2 ** 16);
for (let letter = 0; letter < 26; letter++) letters[97 + letter] = 1 + letter;
for (let digit = 0; digit < 10; digit++) letters[48 + digit] = 27 + digit;
const width = 37;

/** Makes a screen; a pattern whose needed words are unknown is always worth trying. */
export function screenOf(patterns: readonly (readonly NeededWords[] | undefined)[]): Screen {
  const { tree, gates } = treeOf(patterns);
  const always = patterns.flatMap((needs, pattern) => (needs ? [] : [pattern]));
  // The call in which a pattern was last let through.
  const passed = new Uint32Array(patterns.length);
  let call = 0;
  const found: number[] = [];

  const letThrough = (gate: Gate): void => {
    for (const pattern of gate.patterns) {
      if (passed[pattern] === call) continue;
      passed[pattern] = call;
      // In order as they come: a text lets few through, and those of a topic lie close together.
      let at = found.length;
      for (; at > 0 && (found[at - 1] as number) > pattern; at--) found[at] = found[at - 1] as number;
      found[at] = pattern;
    }
  };
  return (text) => {
    call++;
    found.length = 0;
    for (const pattern of always) found.push(pattern);
    let node = 0;
    let start = 0;
    let isOpen = true;
    for (let i = 0; i < text.length; i++) {
      const letter = letters[text.charCodeAt(i)] as number;
      if (letter === 0) {
        node = 0;
        start = i + 1;
        isOpen = true;
      } else if (isOpen) {
        node = tree[node * width + letter] as number;
        isOpen = node !== 0;
        const here = gates[node];
        if (here) for (const gate of here) if (text.startsWith(gate.words, start - gate.at)) letThrough(gate);
      }
    }
    return found;
  };
}

/** All stems as a tree, a step for each letter: nodes one behind the other, the root first; 0 is no node. */
function treeOf(patterns: readonly (readonly NeededWords[] | undefined)[]): {
  tree: Int32Array;
  gates: (Gate[] | undefined)[];
} {
  const steps: Map<number, number>[] = [new Map()];
  const gates: (Gate[] | undefined)[] = [undefined];
  patterns.forEach((needs, pattern) => {
    for (const { stem, text: words, at } of needs ?? []) {
      let node = 0;
      for (let i = 0; i < stem.length; i++) {
        const letter = letters[stem.charCodeAt(i)] as number;
        const from = steps[node] as Map<number, number>;
        node = from.get(letter) ?? steps.length;
        if (node < steps.length) continue;
        from.set(letter, node);
        steps.push(new Map());
        gates.push(undefined);
      }
      gates[node] ??= [];
      const here = gates[node] as Gate[];
      const known = here.find((gate) => gate.words === words && gate.at === at);
      if (known) known.patterns.push(pattern);
      else here.push({ words, at, patterns: [pattern] });
    }
  });
  const tree = new Int32Array(width * steps.length);
  for (const [node, from] of steps.entries())
    for (const [letter, next] of from) tree[node * width + letter] = next;
  return { tree, gates };
}
