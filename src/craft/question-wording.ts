// In: a question's wording or one of its probes. Out: faults of asking: what makes answers short, steered, or not comparable.
// Looks at the words alone; where they stand and how they may be silenced is check/'s business.
import { sentencesOf } from "../document/sentences.js";
import { neededBy } from "../screen/kept-words.js";
import { screenOf } from "../screen/screen.js";
import { findDoubleBarrel } from "./double-barrel.js";
import { idioms } from "./idioms.js";

export type WordingCode =
  | "double-barrelled"
  | "leading"
  | "yes-no"
  | "trivia"
  | "riddle"
  | "culture-fit"
  | "idiom";

export interface WordingFault {
  code: WordingCode;
  /** The words that show it. */
  words: string;
  offset: number;
}

/** All faults of a wording. A probe follows an answer, so it may ask for yes or no and may lean on what was said before. */
export function findWordingFaults(passage: string, kind: "wording" | "probe"): WordingFault[] {
  const sentences = sentencesOf(passage).map(({ text, offset }) => ({ text: plain(text), offset }));
  const faults: WordingFault[] = sentences.flatMap(({ text, offset }) =>
    screen(text).flatMap((at) => {
      const { code, when, unless } = single[at] as Pattern;
      const found = when.exec(text);
      return found && !unless?.test(text) ? [{ code, words: found[0].trim(), offset }] : [];
    }),
  );
  if (kind === "wording") {
    const closed = findClosed(sentences);
    if (closed) faults.push({ code: "yes-no", words: closed.text, offset: closed.offset });
    const defined = findDefinition(sentences);
    if (defined && !faults.some(({ code }) => code === "trivia"))
      faults.push({ code: "trivia", words: defined.text, offset: defined.offset });
  }
  const double = findDoubleBarrel(sentences, kind);
  if (double) faults.push({ code: "double-barrelled", ...double });
  return faults;
}

/** A sentence in lower case with plain quotes: what stands in quotes is said by someone else, and taken out. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[“”]/g, '"')
    .replace(/"[^"]*"?/g, (quoted) => (/[?.!,]$/.test(quoted.slice(0, -1)) ? "__." : "__"))
    .replace(/\s+/g, " ");
}

interface Pattern {
  code: WordingCode;
  when: RegExp;
  unless?: RegExp;
}

const said =
  /\b(?:says?|said|claims?|tells?|told|writes?|wrote|argues?|thinks?|believes?|insists?|colleague|manager|customer) that\b/;

const single: readonly Pattern[] = [
  {
    code: "leading",
    when: /^(?:but |so |and )?(?:don't|wouldn't|isn't (?:it (?:true|better|best|right|obvious|the case|important)|[\w.+# -]{2,30} (?:the|an?) (?:obvious|best|better|right|only|natural|wrong|worst|bad|good) \w+)|shouldn't (?:we|you|one|everyone|every)|aren't you|didn't you|haven't you|can't you|won't you)\b.*\?/,
    unless: /^(?:isn't it better than)/,
  },
  {
    code: "leading",
    when: /, (?:right|correct|no|yes|agreed|okay)\?$|, (?:don't|do|won't|would|wouldn't|isn't|aren't|didn't|can't|haven't|couldn't|shouldn't|will|are|is|did|have|can) (?:you|it|we|they|that|one|there)\?$/,
    unless:
      /\b(?:is|are|was|were|be) (?:\w+ ){0,4}(?:right|correct|okay|yes|no)\?$|\b(?:or|which|what|who|whether|why|say|answer|get|it) (?:\w+ )?(?:right|correct|no|yes|okay)\?$/,
  },
  {
    code: "leading",
    when: /^(?:well, |and |but |so )?(?:obviously|surely|clearly|of course|naturally|needless to say|as (?:we all|everyone|everybody) knows?|everyone knows|everybody knows|it is (?:well known|obvious|clear) that|you (?:surely|certainly|of course|obviously|will agree|must agree|must have|must be|must know))\b|\b(?:you'd agree|would you agree that|you agree that|do you agree that|i (?:assume|suppose|guess|take it|trust|bet|am sure|expect) (?:that )?you|i'm sure you|you (?:would|'d) never|as you (?:surely|certainly|of course) know|any (?:good|decent|serious|real) (?:engineer|developer|programmer|tester))\b/,
    unless: said,
  },
  {
    code: "leading",
    when: /\bas (?:a|any|every) (?:good|great|real|serious|true|professional|responsible) (?:engineer|developer|programmer|tester|manager|designer|colleague|team player|lead)\b|\bhow (?:much|strongly|deeply) do you (?:love|like|enjoy|hate|dislike|value)\b|\bhow (?:important|vital|essential|crucial) (?:is|are) .* to you\b/,
  },
  {
    code: "leading",
    when: /^how much (?:better|worse|cleaner|nicer) (?:is|are) |\bi hope\?$|^why (?:is|are) (?:[\w.+#-]+ ){1,4}?(?:the best|the only|the right|so (?:much )?(?:good|great|bad|popular|superior)|better than|superior to|worse than|overrated|a (?:bad|terrible|great|good) (?:idea|choice|way|language))\b/,
    unless: /\b(?:here|this|these|in this case|in the exhibit)\b/,
  },
  {
    code: "trivia",
    when: /\bstands? for\?|\bwho (?:invented|created|wrote|designed|founded|coined|came up with|first (?:described|proposed))\b(?! (?:it|this|that|them|these|the (?:code|test|ticket|change|module|commit|function|service|bug)))|\b(?:in )?(?:which|what) year (?:was|were|did)\b|\bdefault port\b|\b(?:how many|which) (?:\w+ )?(?:keywords|layers|pillars|reserved words|data types|primitive types) (?:does|do|are|has|have)\b|\bwhen was [\w.+#-]+ (?:\d[\w.]* )?(?:released|invented|created|introduced|founded)\b/,
    unless: /\byou\b.*\bcould\b/,
  },
  {
    code: "trivia",
    when: /^(?:please )?(?:name|list|recite|enumerate) (?:all |the |all the )?(?:\w+ )?(?:two|three|four|five|six|seven|eight|nine|ten|twelve|http|solid|acid|osi|main|basic|different)\b[^,]*[.?!]$|^(?:please )?(?:list|recite|enumerate) (?:all )?(?:of )?the [\w -]{3,40}[.?!]$/,
    unless: /\b(?:you|your|this|these|here|exhibit|would)\b/,
  },
  {
    code: "trivia",
    when: /^(?:which|what) (?!if )(?:\w+ ){0,2}(?:flag|option|switch|command|keyword|annotation|status code|shortcut|function|method|module) (?:of |in |for )?(?:[\w.+#-]+ ){0,2}?(?:shows?|lists?|prints?|returns?|does|is|displays?|sorts?|counts?|removes?|creates?|means?|deletes?|gives?)\b/,
    unless: /\b(?:you|your|this|these|here|it|exhibit|whose|ours)\b/,
  },
  {
    code: "riddle",
    when: /\bhow many (?:[\w-]+ )?(?:golf balls|tennis balls|ping[- -]pong balls|balls|piano tuners|windows|petrol stations|gas stations|hairdressers|pizzas|jelly ?beans|coins|marbles|cows|barbers|basketballs|elephants|people|dogs|lamp ?posts|traffic lights|haircuts|diapers|bananas|grains|bricks|aeroplanes|airplanes|cars|trees) (?:\w+ ){0,2}(?:fit|are (?:there )?(?:in|on|sold)|would (?:fit|it take)|does it take|exist|do(?:es)? [\w ]+ (?:eat|use|sell|buy))/,
    unless: /\b(?:cache|queue|pool|memory|table|database|service|request|window size|sliding)\b/,
  },
  {
    code: "riddle",
    when: /\bmanhole|\b(?:superpower|super power|superhero|desert island|time machine|time travel)\b|\bif you (?:were|could be) (?:an? |any )(?:[\w-]+ )?(?:animal|tree|fruit|vegetable|colou?r|car|kitchen (?:utensil|appliance)|utensil|superhero|cartoon|fictional character|movie|film|song|book|dinosaur|bird|dog|pizza|sandwich|biscuit|flower|shape|planet|season|tool in a (?:shed|box)|piece of furniture|salad|crayon|box of cereal|spoon|fork)\b|\bfictional character would you\b|\bwhat (?:animal|tree|colou?r|fruit|vegetable) (?:are|would) you\b/,
  },
  {
    code: "riddle",
    when: /\b(?:prisoners?|dwarfs?|gnomes?|missionaries|cannibals|truth-?tellers?|liars?|knights?|knaves?|logicians?|pirates)\b.*\b(?:hats?|guess|boat|river|door|lie|truth|colou?rs?|gold|light ?bulb|switch|escape)\b|\b(?:two|2) (?:ropes?|fuses|doors|eggs|hourglasses|sand ?glasses|jugs)\b|\b(?:three|3) (?:light ?)?switches\b.*\b(?:bulb|lamp|room|go in once)|\b(?:three|3) (?:light ?)?bulbs\b|\b\d* ?(?:horses|balls|coins|marbles|pills) .*\b(?:heavier|lighter|balance|scales?|weigh(?:ing)?s?|races?|track|fastest)\b|\bshrunk\b|\b(?:poison(?:ed)?) (?:\w+ )?(?:bottle|wine|pill|barrel)s?\b|\bcross(?:ing)? (?:a|the) (?:bridge|river) .*\b(?:torch|flashlight|lantern|boat|goat|wolf)\b|\bmove (?:a|the|this) (?:mountain|mount)|\bmount fuji\b|\bangle between the (?:hour|hands)|\b(?:burns?|burning) for an hour\b|\bweigh (?:a|an) (?:elephant|plane|airplane|aeroplane|jumbo)\b|\bmonty hall\b|^sell me (?:this|that|a|your) (?:pen|pencil)|\bpiano tuners\b|\btower of hanoi\b|\b\d+ (?:doors|lockers|floors)\b.*\b(?:eggs?|toggle|open(?:ed)?)\b/,
    unless: /\b(?:endpoint|server|request|api|schema|thread|process|store|table|model the|database|code)\b/,
  },
  {
    code: "culture-fit",
    when: /\b(?:cultur(?:e|al)[- ]fit|team[- ]fit|fit (?:in )?(?:with|into) (?:our|the|us)(?: \w+)? ?(?:culture|team|company|people|us)?(?=[?,.]|$| and)|fit in (?:here|with us|around here|at our)|(?:good|right|great|best|poor|bad) fit (?:for|with|in|to) (?:us|our|the team|the company|this team|this company)|our kind of (?:person|people|engineer|developer)|one of us\b|(?:right|good|same|team) vibe|have a (?:beer|drink|pint|coffee) with|having a (?:beer|drink|pint) with|(?:add|bring|contribute) to our culture|work hard,? (?:and )?play hard|(?:beer|drink|pint|coffee) with (?:you|us)\b|match(?:es)? (?:our|the company'?s?|with our) (?:company )?(?:culture|values|dna)|company dna|(?:feel|be) at home with us|get along with us)/,
    unless:
      /\b(?:curve|model|data|screen|memory|network|service|table|line|schema|api)\b(?!.*\b(?:company|us|our)\b)/,
  },
  { code: "idiom", when: idioms },
];
const screen = screenOf(single.map(({ when }) => neededBy(when)));

const polite =
  /^(?:[\w ,]+, )?(?:please )?(?:can|could|would|will|may) (?:you|i|we) (?:please |also |briefly |now |kindly )*(?:tell|describe|explain|walk|show|give|share|talk|take|outline|sketch|compare|draw|write|name|say|list|think of|recall|summari[sz]e|help|lead|go|run|read|present|argue|ask|hear|imagine|point|state|put|demonstrate|trace|guide|elaborate|expand|break|illustrate)\b/;
const auxiliary =
  /^(?:[^,?]{3,60}, )?(?:so |and |but |now |then |or |also )?(?:do|does|did|have|has|had|are|is|was|were|can|could|would|will|should|may|might|must|shall|am|haven't|didn't|aren't) (?:the|a|an|you|your|i|it|this|that|these|those|there|they|we|he|she|one|every|any|all|two|both|each|its|their|someone|anyone|python|java|\w+)\b.*\?$/;
const asks =
  /\?$|^(?:please |then |now |also |and |if (?:so|not|yes|no),? )*(?:tell|describe|explain|walk|show|give|say|write|design|sketch|draw|name|list|compare|review|implement|find|state|outline|share|talk|take|choose|decide|read|fix|improve|plan|propose|rate|order|rank|put|add|change|make|build|model|test|extend|think|work|look|go|judge|argue|prove|justify|estimate|suggest|complete|rewrite|refactor|convert|turn|return)\b|\b(?:tell me|i would like|i'd like|explain|say) (?:what|why|how|about|which|who|where|to (?:hear|know|see))\b|\bwhy\?/;

interface Plain {
  text: string;
  offset: number;
}

/** The question, when yes or no answers all of the wording. */
function findClosed(sentences: readonly Plain[]): Plain | undefined {
  const asking = sentences.filter(({ text }) => asks.test(text));
  const first = asking[0];
  if (!first) return undefined;
  const closed = asking.every(
    ({ text }) =>
      auxiliary.test(text) &&
      !polite.test(text) &&
      !/ or |,? (?:and|but) (?:why|how|what|when|where|which|who)\b|: /.test(text),
  );
  return closed ? first : undefined;
}

const defining =
  /^(?:so,? )?(?:what (?:is|are|does) (?:an? |the (?:concept|meaning|definition|purpose|role) of )?(?!the |your |my |this |that |it\b|wrong|missing|left|next|first|there|going|happening|good|best|worst|most|more|less|different|special|new|known|still)[\w.+#/' -]{2,40}?(?: in (?:python|java|javascript|go|rust|c|c\+\+|sql|programming|git|react|kubernetes|software|databases?|networking|oop|object-oriented programming|computing))?(?: mean)?\?$|define [\w.+#/' -]{2,40}[.?!]?$|(?:can you |could you )?(?:explain|describe) (?:what (?:an? )?[\w.+#/'-]+(?: [\w.+#/'-]+)? (?:is|are|means?)|the concept of [\w -]{2,30}|the term [\w -]{2,30})[.?!]$|what (?:is|are) the differences? between (?:an? |the )?[\w.+#/'-]+(?: [\w.+#/'-]+)? and (?:an? |the )?[\w.+#/'-]+(?: [\w.+#/'-]+)?(?: in \w+)?\?$|what does [\w.+#/' -]{2,30} mean\?$)/;

/** The question, when the whole wording asks for a definition. */
function findDefinition(sentences: readonly Plain[]): Plain | undefined {
  const [only, second] = sentences;
  if (!only || second) return undefined;
  const own = /\b(?:you|your|this|these|those|here|would|its?|they)\b/;
  return defining.test(only.text) && !own.test(only.text.replace(/^(?:can|could) you /, ""))
    ? only
    : undefined;
}
