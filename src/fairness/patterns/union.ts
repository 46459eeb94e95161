// Asks about membership in, or views on, unions, works councils and strikes.
import type { TopicPattern } from "./topic-pattern.js";

const body =
  "(?:(?:trade |labou?r |workers'? |teachers'? )?unions?|works councils?|staff associations?|shop stewards?|employee representatives?)";

export const union: TopicPattern = {
  stems:
    "union,works,strik,walkout,walk-out,walked,picket,collective,organi,labor,labour,staff,steward,shop,industrial,bargain".split(
      ",",
    ),
  unless: [
    "(?:discriminated|tagged|credit|disjoint|set|soviet|european|student|sum) unions?",
    "unions? (?:types?|all|find|of|query|select|operator|clause|with|sets?|in (?:c|typescript|python|rust|sql|types?))|union-find",
  ],
  asks: [
    `(?:member|members|membership|belong\\w*|join\\w*|part|support\\w*|vot\\w+|active|involved|leader|official|organi[sz]\\w*|start\\w*|form\\w*|represent\\w*|pay\\w* dues|sympath\\w*|elected|sat|served|position|role|were you|been) {3}(?:of|to|in|for|a|an|any|the|by|with|on|as) {3}${body}(?=[?,.]|$| or| and| at| in| there| before| card| dues| rep| activit| election| drive| campaign| here| if| yourself)`,
    "(?:are|is|were) you {2}in (?:a|the|any) (?:trade |labou?r )?union(?=[?,.]|$| now| at| or)",
    "union (?:cards?|members?|membership|dues|rep|reps|representatives?|activit(?:y|ies)|activists?|organi[sz]\\w*|elections?|votes?|drives?|campaigns?|meetings?|contract|background|sympath\\w*)",
    `(?:feel|think|opinions?|views?|stance|attitude|thoughts|position|say|experience) {2}(?:about|of|on|toward|towards|with) {2}(?:unions|trade unions?|labou?r unions?|organi[sz]ed labou?r|strikes|striking|collective bargaining|works councils?|unioni[sz]\\w+|a union|the union|industrial action)`,
    "(?:would|will|have|did|do|are|were|ever|been) {1}you {4}(?:on|a|to|in|for|join|go|gone|call|went|support|organi[sz]e|take part in|the) {2}(?:strike|strikes|striking|walkouts?|walk-outs?|picket lines?|industrial action|wildcat strike)(?! (?:a|price|zone))",
    "you {6}(?:collective bargaining|works council|picket line|labou?r dispute|industrial action|unioni[sz]\\w*)",
    "(?:last|previous|current|former|your|old) (?:workplace|employer|company|job|office|shop|place|firm|colleagues) {4}(?:a |the |any )?(?:union(?:i[sz]ed)?|trade union|works council)(?=[?,.]|$| and| or| shop)",
    "you {3}(?:pro|anti|for|against)[- ]?(?: )?(?:the )?unions?(?=[?,.]|$)|unioni[sz]ed (?:workplace|shop|company)",
  ],
};
