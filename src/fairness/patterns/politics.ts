// Asks for political opinions, parties or votes.
import type { TopicPattern } from "./topic-pattern.js";

export const politics: TopicPattern = {
  unless: [
    "(?:professional|technical|open[ -]source|standards|learned|scientific) (?:clubs?|societies|associations?|organi[sz]ations?)|(?:office|company|internal|team) politics",
    "third[ -]part(?:y|ies)|part(?:y|ies) (?:api|library|service)|leader election|voting (?:machine|system|app)s?",
  ],
  personal: [
    "politic\\w+ (?:views?|opinions?|leanings?|beliefs?|affiliations?|part(?:y|ies)|activity)",
    "protesters?",
    "activists?",
    "party members?",
    "brexit",
    "the tories",
    "the greens",
    "the far (?:right|left)",
  ],
  asks: [
    "(?:what|which|any) (?:\\w+ )?(?:\\w+ )?(?:clubs?|social organi[sz]ations?|societies|lodges|fraternal organi[sz]ations?)(?: or \\w+(?: \\w+)?)? {1}(?:do|does|are|have|did) you {2}(?:belong|member|active|join\\w*|part)",
    "your (?:own |personal )?(?:political \\w+|politics|party membership)",
    "(?:are|is|were) you {2}(?:an? )?(?:democrat|republican|tory|conservative|liberal|socialist|communist|left-wing|right-wing|politically active|political|feminist|political activist)(?! (?:with|about|in your))",
    "(?:who|whom|which (?:party|candidate)|what party) {3}(?:did|do|will|would|are|have) you {2}(?:vote|voted|voting)|how (?:did|do|will) you vote(?=[?,.]|$| in the (?:last|next|general|election))|(?:did|do|will) you vote (?:for|in the)|(?:what|which) (?:political )?party {1}(?:do|are|did) you",
    "(?:member|support\\w*|active|donat\\w*|belong\\w*|volunteer\\w*) {3}(?:a|any|the|which) {1}(?:political (?:party|group|campaign|organi[sz]ation)|party)(?=[?,.]|$| or)",
    "you {4}(?:think|feel|view|opinion|stand) {2}(?:of|about|on) {2}(?:the (?:president|prime minister|election|government)|brexit|abortion|immigration policy|gun control)",
    "you {4}(?:think|feel|view|opinion|stand|make|reckon|say) {2}(?:of|about|on|to) {1}(?:brexit|trump|putin|biden|the (?:president|prime minister|chancellor|government|greens|tories|democrats|republicans|conservatives|liberals|afd|far right|far left|monarchy|war(?=[?,.]|$| in)|border|refugees|protests?)|immigration|abortion|gun (?:control|laws)|gaza|palestine|climate (?:activists|protests?)|vaccine mandates|gay marriage|capital punishment|net zero)",
    "your (?:views?|opinions?|position|stance|thoughts|feelings) (?:is |are )?(?:on|of|about) {1}(?:brexit|trump|immigration|abortion|gun (?:control|laws)|the (?:war(?=[?,.]|$| in)|government|election|president|prime minister|chancellor|monarchy)|refugees|taxation|gay marriage|gaza)",
    "are you {1}(?:(?:politically|more|on the) )?(?:left|right)(?:-wing)? or (?:left|right)|you {2}politically(?! (?:correct|charged|easy|hard))",
    "you {2}(?:go|went|gone|been|march\\w*|take part|taken part|join\\w*) {1}(?:to|in|at|on) {1}(?:\\w+ )?(?:march(?:es)?|demonstrations?|rall(?:y|ies)|protests?)(?= on| for| against| in| last| this|[?,.]|$)",
    "you {1}(?:follow|into|interested in|care about|talk about|discuss) politics",
    "(?:say|call|consider|describe|think) (?:that )?(?:you are|yourself|you lean|of yourself as) {2}(?:conservative|liberal|progressive|socialist|left-wing|right-wing|left|right|feminist|political)(?=[?,.]|$)",
    "(?:which|what) (?:news ?papers?|paper|news channel|news station) (?:do|does) you {1}(?:read|watch|follow|get)",
    "you {1}(?:ever )?donat\\w* {1}(?:to|for) {2}(?:campaign|party|candidate|political \\w+)(?=[?,.]|$| last| this)",
    "you {1}vote[d]? (?:remain|leave|labour|tory|conservative|green|democrat|republican|trump|biden|yes|no|for)(?=[?,.]|$| in| or)|which way {2}you (?:lean|vote)",
    "(?:are|were) you {1}on the (?:political )?(?:left|right)(?=[?,.]|$)|(?:were|was) you {1}at the (?:demonstration|march|rally|protests?)(?=[?,.]|$| on| against| for| in)",
    "what are your politics|government {3}(?:a good job|well|badly|right|wrong){gap}(?:your view|you think|your opinion)",
    "(?:like|want|hope|wish) {3}(?:win|wins|won) the election|agree with {3}(?:the government|the president|the prime minister|the opposition)",
    "(?:who|which party) {1}(?:gets|got|has|had|will get) your vote",
  ],
};
