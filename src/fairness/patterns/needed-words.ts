// In: a pattern. Out: beginnings of words, one of which stands in every text that the pattern matches.
// A sentence without any of them need not be tried. Nothing is guessed: where no such words can be told, the answer is nothing.
import { type AST, RegExpParser } from "@eslint-community/regexpp";

/** Letters that a matching text holds: `text` as a whole, and its first word at the beginning of a word. */
export interface NeededWords {
  stem: string;
  text: string;
}

/** Words that stand in every other sentence: rather any others. */
const common = new Set(
  "a an and any are as at be been can could did do does ever for from had has have how i if in is it many much of on or so some than that the there this to was were what when where which who why will with would you your".split(
    " ",
  ),
);

/** How seldom a text is met: its letters, of which those of common words count for little. */
function rarityOf(text: string): number {
  return text.split(" ").reduce((sum, word) => sum + word.length * (common.has(word) ? 0.1 : 1), 0);
}

const parser = new RegExpParser();

/** One list of words for each alternative of a pattern, with the alternative itself; for a text in lower case with single spaces. */
export function alternativesOf(pattern: string): { source: string; needs: NeededWords[] | undefined }[] {
  return parser
    .parsePattern(pattern)
    .alternatives.map((one) => ({ source: one.raw, needs: neededIn(one.elements, true).needs }));
}

interface Found {
  needs: NeededWords[] | undefined;
  /** Whether what follows stands at the beginning of a word. */
  atStart: boolean;
}

/** The rarest words that the elements, one after the other, cannot do without. */
function neededIn(elements: readonly AST.Element[], atStart: boolean): Found {
  let best: NeededWords[] | undefined;
  const offer = (needs: NeededWords[] | undefined): void => {
    if (needs && rarityOfAny(needs) > (best ? rarityOfAny(best) : 0)) best = needs;
  };
  let run = "";
  let runAtStart = atStart;
  const endRun = (): void => {
    const words = runAtStart ? run : run.slice(run.indexOf(" ") + 1 || run.length);
    const text = words.trim();
    const stem = /^[a-z0-9]+/.exec(text)?.[0];
    if (stem !== undefined) offer([{ stem, text }]);
    run = "";
  };
  let start = atStart;
  for (const element of elements) {
    if (element.type === "Character") {
      if (run === "") runAtStart = start;
      const letter = String.fromCodePoint(element.value);
      run += letter;
      start = letter === " ";
      continue;
    }
    endRun();
    const found = neededInOne(element, start);
    offer(found.needs);
    start = found.atStart;
  }
  endRun();
  return { needs: best, atStart: start };
}

function neededInOne(element: AST.Element, atStart: boolean): Found {
  switch (element.type) {
    case "Assertion":
      return { needs: undefined, atStart };
    case "Quantifier": {
      const inner = neededInOne(element.element, atStart);
      if (element.min > 0) return { ...inner, atStart: inner.atStart };
      return { needs: undefined, atStart: atStart && inner.atStart };
    }
    case "Group":
    case "CapturingGroup": {
      const all = element.alternatives.map((one) => neededIn(one.elements, atStart));
      const needs = all.map((one) => one.needs);
      return {
        needs: needs.every((one) => one !== undefined) ? needs.flat() : undefined,
        atStart: all.every((one) => one.atStart),
      };
    }
    case "Character":
      return neededIn([element], atStart);
    default:
      return { needs: undefined, atStart: false };
  }
}

function rarityOfAny(needs: readonly NeededWords[]): number {
  return Math.min(...needs.map(({ text }) => rarityOf(text)));
}
