// In: the anchors of one rubric. Out: what keeps two people from rating alike: nothing to observe, a person instead of an answer, two anchors that say the same.
// Compares words only; whether an anchor is right about its subject is for people.
import { sentencesOf } from "../document/sentences.js";
import { neededBy } from "../screen/kept-words.js";
import { screenOf } from "../screen/screen.js";

/** Words of praise and blame: they say how good, never what. */
const quality = new Set(
  "experienced knowledgeable skilled thoughtful superb lacking some good great excellent outstanding strong solid deep thorough comprehensive complete insightful clear correct right sound adequate average fair basic limited weak poor bad superficial shallow incomplete wrong incorrect vague unclear special nice brilliant exceptional impressive perfect advanced expert proficient competent detailed precise accurate partial minimal sufficient insufficient satisfactory unsatisfactory acceptable high low little some much very extremely highly fairly quite rather really truly too well fully partially mostly mainly generally only just more less better best worse worst convincing confident fluent full broad rich mature appropriate reasonable decent okay ok effective efficient relevant above below beyond expected".split(
    " ",
  ),
);
/** What praise is given to when nothing was observed. */
const abstract = new Set(
  "reply replies gap gaps prompting impression understanding knowledge grasp answer answers response responses explanation explanations skill skills ability abilities experience communication level depth breadth command mastery awareness insight expectation expectations requirement requirements performance thinking reasoning quality expertise familiarity concept concepts topic subject area areas matter problem-solving competence competency competencies capability capabilities aptitude potential detail details point points material idea ideas overall problem solving technical analytical verbal theoretical practical nothing everything things".split(
    " ",
  ),
);
const function_ = new Set(
  "communicates speaks articulates performs covers reaches a an the and or but of in on at to for with about by as from into than no not all any is are was were be been has have had shows show showing demonstrates demonstrate displays display exhibits possesses gives give provides provide offers makes does do did can could would knows know meets meet exceeds exceed lacks lack fails understands understand candidate they their it its this that these those there which who".split(
    " ",
  ),
);

/** Also as it is done: "confidently", "impressively". */
function isQuality(word: string): boolean {
  return quality.has(word) || (word.endsWith("ly") && quality.has(word.slice(0, -2)));
}

/** Whether an anchor only praises or blames: no word of it could be heard or seen. */
export function isVague(anchor: string): boolean {
  return sentencesOf(anchor).every(({ text }) =>
    text
      .toLowerCase()
      .split(/[.;:,()]/)
      .every(isVagueClause),
  );
}

function isVagueClause(clause: string): boolean {
  const all = clause.match(/[\p{L}_][\p{L}\p{N}_'-]*/gu) ?? [];
  // "knowledge of indexes": the topic of an abstract noun is no observation.
  let topic = false;
  return all.every((word, index) => {
    const before = all[index - 1];
    if (/^(?:of|in|about|with|on|for)$/.test(word) && before !== undefined && abstract.has(before))
      topic = true;
    else if (/^(?:and|but|or)$/.test(word)) topic = false;
    if (topic && index > 4 + all.findIndex((one) => abstract.has(one))) topic = false;
    return topic || function_.has(word) || isQuality(word) || abstract.has(word);
  });
}

const traits =
  "(?:lazy|arrogant|nervous|anxious|passionate|enthusiastic|energetic|charismatic|introvert(?:ed)?|extrovert(?:ed)?|like?able|unlikeable|bright|smart|clever|intelligent|unintelligent|immature|mature|emotional|confident|insecure|unsure of (?:themselves|himself|herself)|shy|timid|quiet|stubborn|incompetent|stupid|brilliant|talented|gifted|boring|unfriendly|friendly|pleasant|humble|dull|ambitious|motivated|unmotivated|hard-working|hardworking|weird|odd|awkward|cold|warm|charming|cocky|pushy|bossy|abrasive|feisty|articulate|well-spoken|polished|hungry|dynamic|dishonest|honest person|careless|sloppy|slow-witted|sharp|a? ?(?:genius|natural|rock ?star|ninja|guru|star|winner|loser|team player|keeper|superstar|weirdo|people person|go-getter|self-starter|10x \\w+))";
const personNoun =
  "(?:engineer|developer|programmer|leader|thinker|person|communicator|worker|colleague|learner|performer|coder|architect|manager|guy|hire|candidate|fit|beginner|employee|tester|analyst|personality|attitude|character)";
const judging =
  "quick|slow|sharp|good|bad|great|poor|weak|strong|slow|fast|natural|born|difficult|nice|brilliant|mediocre|terrible|incompetent|lousy|excellent|typical|talented|gifted|bright|smart|lazy|capable|decent|solid|average|toxic|weird|problem|team";
const opening =
  "(?:the candidate |candidate |they |he |she |this person |person )?(?:is |are |was |seems? |appears? |looks? |sounds? |acts? |comes? across as |came across as |feels? |would be |not |too |very |rather |quite |a bit |a |an |the |real |really |true |truly |clearly |somewhat |overly |generally )*";
const person = [
  new RegExp(
    `^${opening}${traits}(?=[.;,]|$| and | or | but | about | enough| for | who | in (?:the|this) (?:room|interview)| person| individual| candidate| to work)`,
  ),
  new RegExp(
    `^(?:the candidate |candidate |they |this is |would be )?(?:is |are |not |clearly |really |a |an |real |true |very |quite |as )+(?:(?:${judging}) ){1,2}${personNoun}(?=[.;,]|$| who| whom| with| that| and| for| at)`,
  ),
  new RegExp(`^an? (?:(?:${judging}) ){1,2}${personNoun}(?=[.;,]|$| who| whom| with| and)`),
  /\b(?:senior|junior|staff|leadership|management|manager|hiring) material\b|\btoo (?:shy|timid|quiet|nervous|arrogant|proud|lazy|emotional|immature|stubborn|insecure|friendly) to\b/,
  /\b(?:great|good|bad|poor|weak|strong|pleasant|difficult|positive|negative|wrong|right|winning|nice) (?:personality|attitude|character|vibe|presence|aura|mindset person|charisma)\b|\b(?:eye contact|body language|handshake|smiles a lot|smiles|well dressed|appearance|good looking|sense of humou?r|iq)\b/,
  /\black(?:s|ing) (?:\w+ )?(?:intelligence|drive|passion|motivation|energy|confidence|maturity|personality|character|charisma|enthusiasm|talent|ambition|charm|self-confidence)\b/,
  /\b(?:should(?: not|n't)? be hired|would(?: not|n't)? (?:hire|fit in|fit our|speak up)|do not hire|never hire|behaves like (?:a|an) |not (?:senior|junior|smart|bright|good|clever) enough (?:for|to be)|not one of us|waste of time)\b/,
  /\b(?:has|have|shows?|had) (?:a |an )?(?:weak|strong|bad|good|difficult|great|real|true|natural)? ?(?:character|personality|charisma|talent|passion|drive|charm|attitude problem|ego)\b(?! (?:set|string|class|code|encoding|limit|arrays?|by))/,
];
const screen = screenOf(person.map(neededBy));

/** The words of an anchor or a red flag that judge who someone is, not what was said or done. */
export function personJudged(text: string): string | undefined {
  for (const { text: sentence } of sentencesOf(text)) {
    const clauses = sentence
      .toLowerCase()
      .split(/[;:,]| (?:and|but|or) (?=(?:is|seems|a|an|very|too|not|comes|appears|would|lacks|has|makes)\b)/)
      .map((clause) => clause.trim());
    for (const clause of clauses) {
      for (const at of screen(clause)) {
        const found = person[at]?.exec(clause);
        if (found) return found[0].trim();
      }
    }
  }
  return undefined;
}

const nearlyEqual = 0.7;

/** Whether two anchors say the same, or differ in words of praise only. */
export function saySame(one: string, other: string): boolean {
  const [a, b] = [contentOf(one), contentOf(other)];
  if (a.size === 0 || b.size === 0) return false;
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return shared / (a.size + b.size - shared) >= nearlyEqual;
}

function contentOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}_][\p{L}\p{N}_'-]*/gu) ?? [];
  return new Set(words.filter((word) => !function_.has(word) && !quality.has(word)));
}

/** Why four anchors cannot be compared across the page, if they cannot: one addresses someone else, or one is a fraction of another. */
export function whyUneven(anchors: readonly { rating: number; text: string }[]): string | undefined {
  const voices = anchors.map(({ rating, text }) => ({ rating, voice: voiceOf(text) }));
  const count = (one: string) => voices.filter(({ voice }) => voice === one).length;
  const most = voices
    .map(({ voice }) => voice)
    .reduce((a, b) => (count(b) > count(a) ? b : a), "about the answer");
  const odd = voices.filter(({ voice }) => voice !== most);
  if (odd.length > 0)
    return `${odd.map(({ rating }) => rating).join(" and ")} ${odd.length === 1 ? "is" : "are"} written ${odd[0]?.voice}, the others ${most}`;
  const lengths = anchors.map(({ rating, text }) => ({ rating, words: text.split(/\s+/).length }));
  const shortest = lengths.reduce((a, b) => (b.words < a.words ? b : a));
  const longest = lengths.reduce((a, b) => (b.words > a.words ? b : a));
  if (shortest.words < 8 && longest.words >= 4 * shortest.words)
    return `${shortest.rating} has ${shortest.words} words, ${longest.rating} has ${longest.words}`;
  return undefined;
}

function voiceOf(text: string): string {
  const start = text.trimStart().toLowerCase();
  if (/^(?:[-*+]|\d+[.)]) /.test(start)) return "as a list";
  if (/^you(?:r|'ve)?\b/.test(start)) return "to the candidate";
  if (/^i\b/.test(start)) return "in the first person";
  return "about the answer";
}
