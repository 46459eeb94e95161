// In: a passage. Out: words that hurt or shut out, as retext-equality knows them, tuned to what this field says.
// Its rules are taken one by one: many of the others name ordinary words of the field (host, execute, master, dummy, simple).
import retextEquality from "retext-equality";
import { unified } from "unified";
import { VFile } from "vfile";
import { compareText } from "../document/diagnostic.js";
import { maskMarkdown } from "../document/sentences.js";
import { neededBy } from "../screen/kept-words.js";
import { screenOf } from "../screen/screen.js";

export interface InsensitiveMatch {
  words: string;
  /** What may be said instead, as the library proposes it. */
  instead: string[];
  offset: number;
}

/**
 * The library's rules that apply here, with the beginnings of the words that they look for. Left out on purpose:
 * terms of the field (master without slave, host, dummy, invalid, disabled, hang, kill, abort, special, native, hero, king);
 * filler that is a matter of style (just, easy, simple, obvious: what leads an answer is found by the rule "leading");
 * relatives and medical words, which the topics judge by context. Of the rules taken, some words are not looked for either: they are
 * ordinary elsewhere (nuts, totem, steward, waiter, janitor, small person, gender pronoun) or never written in a question.
 */
const takenRules: Readonly<Record<string, readonly string[]>> = {
  "blacklist whitelist": ["blacklist", "black list", "whitelist", "white list"],
  "blacklisted blacklisting whitelisted whitelisting": ["blacklist", "whitelist"],
  "slave slaves": ["slave"],
  "sanity-check sane nuts insanely bedlam madman madmen maniac schizo psychotic sociopath ocd": [
    ..."sanity,sane,crazy,insan,loony,luna,mentally ill,mental,mad,madm,madhouse,moron,deranged,batshit,psycho,delirious,bedlam,maniac,manic,schizo,sociopath,ocd,neurotic".split(
      ",",
    ),
  ],
  "lame dumb gimp retard retards spastic spaz cretin idiot wacko daft savage": [
    ..."lame,dumb,crippl,gimp,retard,spastic,spaz,cretin,idiot,imbecile,feeble,stupid,wacko,whacko,simpleton,daft,low iq,savage,primitive,stone age,short bus".split(
      ",",
    ),
  ],
  "deaf-to deafmute harelip senile dwarf": [
    "blind to",
    "blind eye",
    "blinded by",
    "deaf",
    "deafmute",
    "harelip",
    "hare lip",
    "senile",
    "demented",
    "midget",
    "dwarf",
  ],
  "wheelchair-bound handicapped handicapped-parking suffers-from-disabilities stroke-victim ablebodied intellectually-disabled learning-disabled hearing-impaired paraplegic quadriplegic epileptic":
    [
      "wheelchair",
      "handicap",
      "suffer from",
      "suffers from",
      "suffered from",
      "suffering from",
      "afflicted",
      "victim of",
      "victims of",
      "stroke victim",
      "ablebod",
      "able-bod",
      "intellectually",
      "learning disabled",
      "hearing impair",
      "paraplegic",
      "quadriplegic",
      "epileptic",
    ],
  "grandfather-clause grandfathered grandfathering": ["grandfather"],
  "powwow ghetto gyp eskimo eskimos oriental orientals off-reserve on-the-warpath too-many-chiefs totem natives-are-restless indian-give redskin nonwhite":
    [
      "powwow",
      "pow wow",
      "ghetto",
      "gyp",
      "gipsy",
      "eskimo",
      "oriental",
      "off reserve",
      "the reservation",
      "warpath",
      "circle the wagons",
      "chiefs",
      "spirit animal",
      "animal spirit",
      "natives are",
      "indian giv",
      "redskin",
      "nonwhite",
      "non white",
    ],
  "gals-man gal-guy": [
    "guys",
    "guy",
    "gals",
    "gal",
    "dudes",
    "dude",
    "ladies",
    "lads",
    "gentlemen",
    "gents",
    "chick",
    "babe",
    "bimbo",
    "bro",
  ],
  "he-she her-him herself-himself": [
    "he",
    "she",
    "he's",
    "she's",
    "he'd",
    "she'd",
    "he'll",
    "she'll",
    "him",
    "her",
    "his",
    "hers",
    "himself",
    "herself",
  ],
  "chairman-chairwoman chairmen-chairwomen spokesman-spokeswoman spokesmen-spokeswomen salaryman-salarywoman salarymen-salarywomen saleslady-salesman salesmen-saleswomen foreman-forewoman handyman-handywoman middleman-middlewoman middlemen-middlewomen layman-laywoman laymen-laywomen workman-workwoman workmen-workwomen workmanship repairman-repairwoman serviceman-servicewoman freshman freshmen-freshwomen fireman-firewoman chick-cop-policeman policemen-policewomen postman-postwoman cameraman-camerawoman watchman-watchwoman weatherman-weatherwoman janitors-janitresses janitor-janitress sportsmanship statesman-stateswoman ombudsman-ombudswoman":
    [
      "chairm",
      "chairw",
      "spokesm",
      "spokesw",
      "businessm",
      "businessw",
      "salesm",
      "salesw",
      "saleslad",
      "sales men",
      "sales wom",
      "salarym",
      "salarywo",
      "career girl",
      "career woman",
      "forem",
      "forew",
      "handym",
      "handyw",
      "craftsm",
      "craftsw",
      "middlem",
      "middlewo",
      "laym",
      "laywo",
      "workm",
      "workwo",
      "working man",
      "working woman",
      "repairm",
      "repairwo",
      "servicem",
      "servicewo",
      "freshm",
      "freshwo",
      "firem",
      "firewo",
      "policem",
      "policew",
      "postm",
      "postwo",
      "mailm",
      "mailwo",
      "cameram",
      "camerawo",
      "watchm",
      "watchwo",
      "weatherm",
      "weatherwo",
      "cleaning lad",
      "cleaning girl",
      "cleaning wom",
      "cleaning m",
      "cleaning boy",
      "janitress",
      "sportsman",
      "statesm",
      "stateswo",
      "ombudsm",
      "ombudswo",
    ],
  "manpower manhour manhours mankind manmade manned unmanned man-enough mansized-task man-the-fort man-a-desk man-the-phones oneupmanship brotherhood-of-man founding-father father-tongue-mother-tongue own-man-own-woman man-in-the-street ladylike unmanly-unwomanly like-a-man":
    [
      "manpower",
      "manhour",
      "man hour",
      "mankind",
      "manmade",
      "manned",
      "unmanned",
      "man ",
      "mansized",
      "oneupmanship",
      "brotherhood",
      "founding father",
      "mother tongue",
      "father tongue",
      "own man",
      "own woman",
      "ladylike",
      "unmanly",
      "like a man",
    ],
  "housewife housewives average-housewife calendar-girl office-girls housemaid working-wife waiter-waitress steward-stewardess":
    [
      "housew",
      "average housewife",
      "office girl",
      "housemaid",
      "working wife",
      "working mother",
      "waitress",
      "stewardess",
    ],
  "homosexual sexual-preference gender-pronoun transgendered transvestite tranny heshe gay-lifestyle gay-agenda fag sexchange sex-change-operation born-a-man born-a-woman":
    [
      "homosexual",
      "sexual preference",
      "preferred pronoun",
      "transgendered",
      "transvestite",
      "tranny",
      "she male",
      "shemale",
      "gay",
      "fag",
      "faggot",
      "homo ",
      "dyke",
      "sex change",
      "sexchange",
      "biologically",
      "genetically",
      "born a",
    ],
  "commit-suicide committed-suicide pull-the-trigger": ["suicide", "pull the trigger"],
};

/** Uses of those words that the field cannot do without. */
const fieldUses =
  /\b(?:master's|masters? (?:degree|thesis)|primitive (?:type|value|obsession|operation|data)s?|savage garden|(?:data|language|drawing|synchroni[sz]ation|concurrency|cryptographic) primitives?|mental models?|mental arithmetic|power of (?:his|her) )\b/gi;

const taken = new Set(Object.keys(takenRules).flatMap((ids) => ids.split(" ")));
/** Short words that are the beginning of many others, and are meant as they stand. */
const wholeWords =
  /^(?:s?he|him|hers?|his|guys?|gals?|bro|babe|mad|sane|lads|gents|dudes?|chick|ocd|lame|dumb|gimp|spaz|daft|deaf|fag|gay|dwarf)$/;
/** One look for all of them, in lower case: most passages hold none. */
const triggers = new RegExp(
  `(?<![a-z0-9])(?:${[...new Set(Object.values(takenRules).flat())]
    .map((stem) => (wholeWords.test(stem) ? `${stem}(?![a-z0-9])` : stem))
    .join("|")})`,
);
const screen = screenOf([neededBy(triggers)]);
const equality = unified().use(retextEquality).freeze();

/** Forms that the library lacks. */
const further: readonly { when: RegExp; instead: string[] }[] = [
  {
    when: /\b(?:suffer(?:s|ed|ing)?\s+from|afflicted\s+with|victims?\s+of)\s+(?:an?\s+)?(?:\w+\s+)?(?:disabilit\w+|impairments?|blindness|deafness|autism|dyslexia|dementia)\b/gi,
    instead: ["has a disability"],
  },
];

/** A match with what orders those at one place. */
interface RuleMatch extends InsensitiveMatch {
  rule: string;
}

/** Of each passage its phrases, each once, in order of the text. Many at once are much faster than one by one: the library prepares its whole list for every tree that it walks. */
export function findInsensitive(passages: readonly string[]): InsensitiveMatch[][] {
  const found: RuleMatch[][] = passages.map(() => []);
  const bySentence = new Map<unknown, RuleMatch[]>();
  passages.forEach((passage, at) => {
    const masked = maskMarkdown(passage);
    // Only a passage with a word that can matter costs more than one look.
    if (screen(lookedAt(masked)).length === 0) return;
    const text = masked.replace(fieldUses, (use) => "_".repeat(use.length));
    if (!triggers.test(lookedAt(text))) return;
    const matches = found[at] as RuleMatch[];
    bySentence.set(sentenceOf(text), matches);
    for (const { when, instead } of further)
      for (const { 0: words, index } of text.matchAll(when))
        matches.push({ words, instead, offset: index, rule: lastRule });
  });
  for (const { ruleId, actual, expected, place, ancestors } of messagesOn([...bySentence.keys()])) {
    if (!ruleId || !taken.has(ruleId) || !actual || !place || !("start" in place)) continue;
    // "men" or "women" as such say nothing ill of anyone; a salutation does.
    if (/^(?:wo)?m[ae]n$|^girls?$|^boys?$|^lady$|^fellow$/i.test(actual)) continue;
    const match = { words: actual, instead: (expected ?? []).slice(0, 3), offset: place.start.offset ?? 0 };
    bySentence.get(ancestors?.[0])?.push({ ...match, rule: ruleId });
  }
  return found.map((matches) =>
    matches
      .sort((a, b) => a.offset - b.offset || compareText(a.rule, b.rule))
      .map(({ rule: _, ...match }) => match),
  );
}

/** In lower case with single spaces: of a broken line or a mark there are more, and the library minds none. */
const lookedAt = (text: string): string => text.toLowerCase().replace(/\s{2,}/g, " ");

/** Behind the names of all rules. */
const lastRule = "~";

function messagesOn(sentences: readonly unknown[]): VFile["messages"] {
  const file = new VFile();
  const children = [{ type: "ParagraphNode", children: sentences }];
  if (sentences.length > 0) equality.runSync({ type: "RootNode", children } as unknown as Tree, file);
  return file.messages;
}

type Tree = Parameters<typeof equality.runSync>[0];

/** The passage as the one sentence that the library walks: words, spaces, punctuation. Its own parser takes ten times as long. */
function sentenceOf(text: string): unknown {
  const children = [...text.matchAll(/[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*|\s+|[^\p{L}\p{N}\s]/gu)].map(
    ({ 0: value, index }) => {
      const point = (offset: number) => ({ line: 1, column: offset + 1, offset });
      const position = { start: point(index), end: point(index + value.length) };
      if (/^\s/.test(value)) return { type: "WhiteSpaceNode", value, position };
      if (!/^[\p{L}\p{N}]/u.test(value)) return { type: "PunctuationNode", value, position };
      // A word has its letters in a node of its own, which nothing here asks for.
      return { type: "WordNode", value, position };
    },
  );
  return { type: "SentenceNode", children };
}
