// In: phrases in a small notation. Out: a compiled topic that finds the sentences which ask about it.
// A phrase is a regular expression in which a space is any space, {2} is up to two words, and {gap} is a stretch within the sentence.
import { alternativesOf, neededBy } from "../../screen/kept-words.js";
import type { NeededWords } from "../../screen/needed-words.js";

/** What a topic's file says: what asks about it, and what only seems to. */
export interface TopicPattern {
  asks: readonly string[];
  /**
   * Words of private life. They ask where the candidate answers with yes or no ("Do you …?", "Is there …?", "Any …?"), and where they are
   * the candidate's own ("your …"); how somebody would build something for others is asked in other forms.
   */
  personal?: readonly string[];
  /** Uses of the same words in the field; what they cover is taken out before `asks` is tried. */
  unless?: readonly string[];
}

/** One way to ask. Only a text with one of the words that it needs can hold it; nothing: any text can. */
export interface Phrase {
  pattern: RegExp;
  needs: readonly NeededWords[] | undefined;
}

export interface CompiledTopic {
  phrases: readonly Phrase[];
  unless: RegExp | undefined;
  /** What a text needs for `unless` to find anything in it. */
  unlessNeeds: readonly NeededWords[] | undefined;
}

/** People close to someone, as they are asked about. */
export const kin =
  "(?:husband|wife|spouse|fiancee?|kids?|child(?:ren)?|sons?|daughters?|bab(?:y|ies)|toddlers?|family|parents?|mother|father|mum|mom|dad|siblings?|brothers?|sisters?|in-laws|relatives|grandparents?|grand(?:mother|father|children))";

/** What follows a word of kinship when it is a term of the field. */
const fieldNoun =
  "(?:process|class|component|node|team|compan|service|api|system|module|package|director|folder|commit|element|object|function|type|table|record|row|key|field|thread|task|job|span|trace|scope|branch|repo|organi[sz]ation|project|product|engineer|developer|institution|bank|network|account|schema|index|window|view|page|document|tree|container|pod|cluster|workflow|ticket|issue|theme|template|context|route|block|frame|state|widget|selector|pipeline|stack|test|store|of )";

/** Countries as they are named in questions about where someone lives or comes from. */
export const country =
  "(?:(?:this|the|our|that) country|the (?:u\\.?s\\.?a?|uk|u\\.k\\.|eu|states|united states|united kingdom|netherlands|country)|america|europe|britain|england|scotland|ireland|wales|germany|france|spain|italy|poland|portugal|austria|switzerland|sweden|norway|denmark|finland|belgium|greece|romania|hungary|canada|mexico|brazil|india|pakistan|china|japan|turkey|ukraine|russia|israel|nigeria|kenya|egypt|australia|new zealand)";

const word = "[a-z0-9_'/-]+";

export function compileTopic(pattern: TopicPattern): CompiledTopic {
  const { personal = [] } = pattern;
  const unless = pattern.unless && asWords(union(pattern.unless));
  const asks = [...pattern.asks, ...(personal.length > 0 ? aboutOneself(personal) : [])];
  return {
    phrases: alternativesOf(union(asks)).map(({ source, needs }) => ({ pattern: asWords(source), needs })),
    unless,
    unlessNeeds: unless ? neededBy(unless) : [],
  };
}

function aboutOneself(words: readonly string[]): string[] {
  const any = `(?:${words.join("|")})`;
  return [
    `(?<!(?:how|what|when|where|why) )(?:do|does|did|are|is|were|was|have|has|had|will) (?:you|your ${word}|(?:there )?any(?:one|body|thing)?|(?:there )?some(?:one|body|thing))(?= )[^.?!;:]{0,60}? ${any}`,
    `your {2}${any}(?![ -]{field})`,
    `(?<=^(?:and |so |or )?)any {1}${any}`,
  ];
}

function union(phrases: readonly string[]): string {
  return phrases
    .map((phrase) =>
      phrase
        .replaceAll("{gap}", "[^.?!;:]{0,40}?")
        .replaceAll("{kin}", kin)
        .replaceAll("{field}", fieldNoun)
        .replaceAll("{country}", country)
        .replace(/\{(\d)\}/g, `(?:${word} ){0,$1}`)
        .replaceAll("  ", " "),
    )
    .join("|");
}

function asWords(source: string): RegExp {
  return new RegExp(`(?<![a-z0-9_-])(?:${source})(?![a-z0-9_])`, "g");
}

/** A sentence in the form that patterns are written for: lower case, single spaces, no accents, and the candidate addressed as you. */
export function plainForm(sentence: string): string {
  let text = sentence.toLowerCase().replace(/\s+/g, " ");
  if (/[\u00c0-\u024f]/.test(text)) text = text.normalize("NFD").replace(/\p{M}/gu, "");
  if (text.includes("'"))
    text = text
      .replace(/\byou're\b/g, "you are")
      .replace(/\byou've\b/g, "you have")
      .replace(/\b(what|where|how|when|that)'s\b/g, "$1 is");
  // An indirect question asks as much as a direct one: whether you are, where you live.
  if (text.includes(" you "))
    text = text
      .replace(
        /\b(whether|if|where|when|why|how (?:old|tall|long|many \w+)|(?:what|which) (?!(?:do|does|did|are|is|were|was|can|could|will|would|has|have|had|should|might) )\w+) you (are|were|do|did|can|could|would|will)\b/g,
        "$1 $2 you",
      )
      .replace(/\b(whether|where) you (?=[a-z]+)/g, "$1 do you ");
  // What is said of the candidate is read as if said to them: an anchor may judge what no question may ask.
  if (/candidate|applicant|interviewee/.test(text))
    text = text
      .replace(/\b(?:the|a|this|our|every) (?:candidate|applicant|interviewee)'s\b/g, "your")
      .replace(/\b(?:the|a|this|our|every) (?:candidate|applicant|interviewee)\b/g, "you");
  return text;
}

/** The words of a sentence, in plain form, that ask about the topic by one of the phrases: the first of them, and of two at one place the earlier phrase. */
export function findAsked(
  { unless }: Pick<CompiledTopic, "unless">,
  phrases: readonly Phrase[],
  text: string,
): string | undefined {
  const asked = unless ? text.replace(unless, ";") : text;
  let first: RegExpExecArray | undefined;
  for (const { pattern } of phrases) {
    pattern.lastIndex = 0;
    const match = pattern.exec(asked);
    if (match && (first === undefined || match.index < first.index)) first = match;
  }
  return first?.[0].trim();
}
