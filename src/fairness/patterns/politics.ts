// Asks for political opinions, parties or votes.
import type { TopicPattern } from "./topic-pattern.js";

export const politics: TopicPattern = {
  stems:
    "club,social,societ,lodge,fratern,politic,vote,voted,voting,party,democrat,republican,tory,labour,conservative,liberal,socialist,communist,left-wing,right-wing,brexit,election,president,feminist,activis".split(
      ",",
    ),
  unless: [
    "(?:professional|technical|open[ -]source|standards|learned|scientific) (?:clubs?|societies|associations?|organi[sz]ations?)|(?:office|company|internal|team) politics",
    "third[ -]part(?:y|ies)|part(?:y|ies) (?:api|library|service)|leader election|voting (?:machine|system|app)s?",
  ],
  asks: [
    "(?:what|which|any) (?:\\w+ )?(?:\\w+ )?(?:clubs?|social organi[sz]ations?|societies|lodges|fraternal organi[sz]ations?)(?: or \\w+(?: \\w+)?)? {1}(?:do|does|are|have|did) you {2}(?:belong|member|active|join\\w*|part)",
    "your (?:own |personal )?(?:political \\w+|politics|party membership)",
    "(?:are|is|were) you {2}(?:an? )?(?:democrat|republican|tory|conservative|liberal|socialist|communist|left-wing|right-wing|politically active|political|feminist|political activist)(?! (?:with|about|in your))",
    "(?:who|whom|which (?:party|candidate)|what party) {3}(?:did|do|will|would|are|have) you {2}(?:vote|voted|voting)|how (?:did|do|will) you vote(?=[?,.]|$| in the (?:last|next|general|election))|(?:did|do|will) you vote (?:for|in the)|(?:what|which) (?:political )?party {1}(?:do|are|did) you",
    "(?:member|support\\w*|active|donat\\w*|belong\\w*|volunteer\\w*) {3}(?:a|any|the|which) {1}(?:political (?:party|group|campaign|organi[sz]ation)|party)(?=[?,.]|$| or)",
    "you {4}(?:think|feel|view|opinion|stand) {2}(?:of|about|on) {2}(?:the (?:president|prime minister|election|government)|brexit|abortion|immigration policy|gun control)",
  ],
};
