// In: the sentences of one wording, in lower case. Out: the second of two questions that do not belong together, if there are two.
// A follow-up leans on what stands before it (it, that, why, the same words) or on a case that was told; a second question does not.
import { neededBy } from "../screen/kept-words.js";
import { screenOf } from "../screen/screen.js";

interface Plain {
  text: string;
  offset: number;
}

/** Words that say nothing about the subject of a question. */
const empty = new Set(
  "a an the and or but also so then now what which who whom whose when where why how do does did is are was were be been being have has had having can could would will should may might must shall you your yours i me my we our us to of in on at for from with by about as into over under up out off if not no yes more most much many few some any all each every other others another one two three time times when tell describe explain say give name show talk walk share think make made do done doing get got go went come came take took way ways thing things something anything nothing case example last first best biggest greatest hardest proudest worst favourite favorite next still just only even ever never again please sure hope part role result results outcome outcomes reason reasons learn learnt learned lesson different differently differ change changed fix begin start look find tried try check know decide decided choose chose happen happened happens need want would like use used work works worked working would steps step trade-off trade-offs expect see notice noticed measure tell else long well often soon".split(
    " ",
  ),
);
const leaning =
  /\b(?:it|its|that|this|these|those|they|them|their|there|then|here|so|such|ones?|same|each|both|either|neither|former|latter|instead|otherwise|afterwards|meanwhile|else|again|now|too|her|his|him|she|he|first|next|more|others?)\b/;
const clauseStart =
  "(?:what|which|who|whom|when|where|why|how|do you|did you|are you|have you|would you|can you|could you|is there|tell me|describe|explain|name|say|give|walk|talk|share|show)";
const imperative =
  /^(?:and |also |then |please )*(?:tell|describe|explain|name|say|give|walk|talk|share|show)\b/;
const story = /\b(?:tell me about|describe|talk about|give (?:me )?an example of|share)\b/;
const clauseEnd = new RegExp(`(?:,|;)? (?:and|but) (?:also )?(?=${clauseStart}\\b)|; |(?<=\\?) `);
const asking = new RegExp(`^(?:[^,?]{0,70}, )?(?:and |but |also |then |so )*${clauseStart}\\b`);

/** Two ends of one scale, or two occasions, in one question. */
const pairs =
  /\bstrengths? and (?:your )?(?:\w+ )?weakness(?:es)?\b|\b(?:likes and dislikes|successes and failures|highs and lows|achievements? and (?:your )?(?:\w+ )?(?:failures?|mistakes?|regrets?))\b|\b(?:your|a) (?:proudest|biggest|greatest|best|hardest|worst|favou?rite|most \w+) [\w ]{3,30}? and (?:your |the )?(?:proudest|biggest|greatest|best|hardest|worst|favou?rite|most \w+) |\b(?:tell|talk to) (?:me|us) (?:about |how |what |why )[^?]{3,60} and about (?:your|how|a|the)\b|\ba time when [^?]{3,90} and (?:also )?(?:about )?a time (?:when|that|you)\b/;
const screen = screenOf([neededBy(pairs)]);

/** A probe follows an answer, which holds its questions together: only opposites and second occasions count there. */
export function findDoubleBarrel(
  sentences: readonly Plain[],
  kind: "wording" | "probe",
): { words: string; offset: number } | undefined {
  for (const { text, offset } of sentences) {
    const pair = screen(text).length > 0 && pairs.exec(text);
    if (pair) return { words: pair[0], offset };
  }
  if (kind === "probe") return undefined;
  const clauses = sentences.flatMap(({ text, offset }) =>
    text
      .split(clauseEnd)
      .map((clause) => ({ text: clause, offset, asks: text.endsWith("?") || imperative.test(clause) })),
  );
  const firstAsk = clauses.findIndex(({ text, asks }) => asks && asking.test(text));
  if (firstAsk < 0) return undefined;
  // A told case holds its questions together; what they share need not be said again.
  const told = sentences.some(
    ({ text, offset }) =>
      offset < (clauses[firstAsk]?.offset ?? 0) && !text.endsWith("?") && !imperative.test(text),
  );
  const exhibited = /\b(?:this|these|here)\b/.test(clauses[firstAsk]?.text ?? "");
  let before = new Set(clauses.slice(0, firstAsk + 1).flatMap(({ text }) => contentOf(text)));
  let opener = clauses[firstAsk]?.text ?? "";
  for (const clause of clauses.slice(firstAsk + 1)) {
    if (!clause.asks || !asking.test(clause.text)) continue;
    const content = contentOf(clause.text);
    const secondStory =
      story.test(clause.text) &&
      /\b(?:a time|an occasion|how you|a \w+ (?:that|when|where|with)|someone|your)\b/.test(clause.text);
    const shared = content.some((word) => before.has(word));
    // After "tell me about a time", questions in the past follow the story.
    const follows =
      (story.test(opener) || /\b(?:did|were|was|had) you\b/.test(opener)) &&
      /\b(?:did|was|were|had|came|became|went|took|made|felt|gave|could|changed)\b/.test(clause.text);
    const leans = leaning.test(clause.text.replace(/^(?:and |but |also |then |so )+/, ""));
    const linked = secondStory
      ? leans && !/\ba time\b/.test(clause.text)
      : told || exhibited || shared || follows || leans || content.length === 0;
    if (!linked) return { words: clause.text.trim(), offset: clause.offset };
    before = new Set([...before, ...content]);
    opener = story.test(clause.text) ? clause.text : opener;
  }
  return undefined;
}

/** The words of a clause that name its subject, cut to a common beginning so that plural and past meet. */
function contentOf(clause: string): string[] {
  return (clause.match(/[\p{L}_][\p{L}\p{N}_'-]*/gu) ?? [])
    .filter((word) => !empty.has(word) && word.length > 2)
    .map((word) => word.slice(0, 5));
}
