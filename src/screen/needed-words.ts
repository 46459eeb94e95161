// In: a pattern. Out: beginnings of words, one of which stands in every text that the pattern matches.
// A text without any of them need not be tried. Nothing is guessed: where no such words can be told, the answer is nothing.
import { type AST, RegExpParser } from "@eslint-community/regexpp";

/** Letters that a matching text holds. */
export interface NeededWords {
  text: string;
  /** The rarest of its words, or what is known of it, which stands at the beginning of a word. */
  stem: string;
  /** Where the stem begins in `text`. */
  at: number;
}

/** Words that stand in every other sentence: rather any others. */
const common = new Set(
  "a about all an and any are as at be been but by can check could did do does ever for from get had has have how i if in is it make many much new not of old on or over part right say see so some take than that the there they this time to too use was were what when where which who why will with work would you your".split(
    " ",
  ),
);

/** How seldom a text is met: its letters, of which those of common words count for little. */
function rarityOf(text: string): number {
  return text.split(" ").reduce((sum, word) => sum + rarityOfWord(word), 0);
}

const rarityOfWord = (word: string) => word.length * (common.has(word) ? 0.1 : 1);

const parser = new RegExpParser();

/** One list of words for each alternative of a pattern, with the alternative itself; for a text in lower case with single spaces. */
export function alternativesOf(pattern: string): { source: string; needs: NeededWords[] | undefined }[] {
  return parser
    .parsePattern(pattern)
    .alternatives.map((one) => ({ source: one.raw, needs: neededIn(one.elements, true).needs }));
}

/** One list of words for a whole pattern, which may begin within a word. */
export function neededBy({ source }: RegExp): NeededWords[] | undefined {
  const needs = parser.parsePattern(source).alternatives.map((one) => neededIn(one.elements, false).needs);
  return needs.every((one) => one !== undefined) ? withoutSurplus(needs.flat()) : undefined;
}

interface Found {
  needs: NeededWords[] | undefined;
  /** Whether what follows stands at the beginning of a word, if it begins with a letter. */
  atStart: boolean;
}

/** Ways to write one stretch of a pattern that are told apart; with more, the stretch ends. */
const mostSpellings = 128;

/** The rarest words that the elements, one after the other, cannot do without. */
function neededIn(elements: readonly AST.Element[], atStart: boolean): Found {
  let best: NeededWords[] | undefined;
  const offer = (needs: NeededWords[] | undefined): void => {
    if (needs && rarityOfAny(needs) > (best ? rarityOfAny(best) : 0)) best = needs;
  };
  // All spellings of the stretch of letters that is being read.
  let run = [""];
  let start = atStart;
  const endRun = (): void => {
    offer(neededOf(run, start));
    start = run.every((one) => (one === "" ? start : !/[a-z0-9]$/.test(one)));
    run = [""];
  };
  for (const element of elements) {
    if (run.every((one) => one === "") && beginsWord(element)) start = true;
    const spellings = spellingsOf(element);
    if (spellings && spellings.length * run.length <= mostSpellings) {
      run = run.flatMap((one) => spellings.map((more) => one + more));
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

/** Whether an assertion says that no letter stands before it. */
function beginsWord(element: AST.Element): boolean {
  if (element.type !== "Assertion") return false;
  if (element.kind === "start" || (element.kind === "word" && !element.negate)) return true;
  if (element.kind !== "lookbehind" || !element.negate) return false;
  const [only, ...others] = element.alternatives;
  return others.length === 0 && /^\[(?:\\w|a-z0-9)[^\]^]*\]$/.test(only?.raw ?? "");
}

/** All that an element can stand for, when it is a few texts; nothing, when it is more. */
function spellingsOf(element: AST.Element): string[] | undefined {
  switch (element.type) {
    case "Character":
      return [String.fromCodePoint(element.value)];
    case "CharacterClass": {
      const letters = element.elements.flatMap((one) =>
        one.type === "Character" ? [String.fromCodePoint(one.value)] : [],
      );
      return !element.negate && letters.length === element.elements.length ? letters : undefined;
    }
    case "Assertion":
      return [""];
    case "Quantifier": {
      const inner = element.max === 1 ? spellingsOf(element.element) : undefined;
      return inner && (element.min === 0 ? ["", ...inner] : inner);
    }
    case "Group":
    case "CapturingGroup": {
      const all = element.alternatives.map(({ elements }) => {
        let texts: string[] | undefined = [""];
        for (const one of elements) {
          const spellings: string[] | undefined = texts && spellingsOf(one);
          texts = spellings && texts?.flatMap((text) => spellings.map((more) => text + more));
          if ((texts?.length ?? 0) > mostSpellings) return undefined;
        }
        return texts;
      });
      return all.every((one) => one !== undefined) ? all.flat() : undefined;
    }
    default:
      return undefined;
  }
}

/** Needed words of a stretch with these spellings; nothing, where one of them has no beginning of a word. */
function neededOf(spellings: readonly string[], atStart: boolean): NeededWords[] | undefined {
  const needs = spellings.map((spelling) => {
    const text = (atStart ? spelling : spelling.replace(/^[a-z0-9]+/, "")).trimStart();
    const words = [...text.matchAll(/[a-z0-9]+/g)].map(({ 0: stem, index: at }) => ({ text, stem, at }));
    return words.sort((a, b) => rarityOfWord(b.stem) - rarityOfWord(a.stem))[0];
  });
  return needs.every((one) => one !== undefined) ? withoutSurplus(needs) : undefined;
}

/** Leaves out what is met only where another one is met as well. */
function withoutSurplus(needs: readonly NeededWords[]): NeededWords[] {
  const covers = (one: NeededWords, other: NeededWords): boolean =>
    other.stem.startsWith(one.stem) &&
    other.at >= one.at &&
    other.text.startsWith(one.text, other.at - one.at);
  return needs.filter(
    (one, at) =>
      !needs.some(
        (other, index) => index !== at && covers(other, one) && (index < at || !covers(one, other)),
      ),
  );
}

function neededInOne(element: AST.Element, atStart: boolean): Found {
  switch (element.type) {
    case "Assertion":
      return { needs: undefined, atStart: atStart || beginsWord(element) };
    case "Quantifier": {
      const { needs } = neededInOne(element.element, atStart);
      // Whatever stands before the last time.
      const { atStart: afterwards } = neededInOne(element.element, false);
      return element.min > 0
        ? { needs, atStart: afterwards }
        : { needs: undefined, atStart: atStart && afterwards };
    }
    case "Group":
    case "CapturingGroup": {
      const all = element.alternatives.map((one) => neededIn(one.elements, atStart));
      const needs = all.map((one) => one.needs);
      return {
        needs: needs.every((one) => one !== undefined) ? withoutSurplus(needs.flat()) : undefined,
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
