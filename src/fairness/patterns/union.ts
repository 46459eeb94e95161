// Asks about membership in, or views on, unions, works councils and strikes.
import type { TopicPattern } from "./topic-pattern.js";

const body =
  "(?:(?:trade |labou?r |workers'? |teachers'? )?unions?|works councils?|staff associations?|shop stewards?|employee representatives?)";

export const union: TopicPattern = {
  unless: [
    "(?:discriminated|tagged|credit|disjoint|set|soviet|european|student|sum) unions?",
    "unions? (?:types?|all|find|of|query|select|operator|clause|with|sets?|in (?:c|typescript|python|rust|sql|types?))|union-find",
  ],
  personal: [
    "trade unions?",
    "works councils?",
    "collective agreements?",
    "shop stewards?",
    "picket\\w*",
    "(?:in|join|joined|of|from|with|for|against) {1}(?:the|a|your|any) union(?=[?,.]|$| there| here| at)",
    "unions(?=[?,.]|$| here| at)",
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
    "grievances? {2}(?:with|through|via|by|against) {1}(?:a|the|your) (?:trade )?union|union grievance",
    "(?:members? of|belong\\w* to|join\\w*|joined) {1}(?:unite|unison|gmb|usdaw|prospect|ig metall|ig bce|ver\\.?di|dgb|cgt|cfdt|cgil|ccoo|ugt|fnv|the teamsters|teamsters|seiu|cwa|uaw|afl-cio)(?= |[?,.]|$)",
    "betriebsrat\\w*|personalrat\\w*|comite d'entreprise",
    "(?:ever|try|tried|trying|attempt\\w*|help\\w*) {2}(?:organi[sz]e|unioni[sz]e) (?:your |the |with )?(?:colleagues|co-?workers|workers|employees|staff|workplace|workforce)(?=[?,.]|$| at| there| into)",
    "(?:sit|sat|serve[d]?|served|elected) {2}(?:on|to) {2}(?:employee|works|staff|workers'?) (?:council|committee)",
    "(?:did|have|would|ever) you {2}walk(?:ed)? out(?= with| over| of| in|[?,.]|$)(?! of (?:the|a) meeting)|(?:who|what) represents you",
    "you {2}pay {1}(?:into|dues to|fees to) (?:a|the|your) union|the union's (?:man|woman|rep|person)",
    "union (?:man|woman|person|guy|type|supporter|family|household|shop|background|town)(?=[?,.]|$| or| before)",
    "you {3}(?:pay|paid|paying) {1}(?:union )?dues(?! (?:for|on) (?:the )?(?:book|library|invoice))|(?:labou?r|workers\\'?|employees?\\'?) (?:organi[sz]ations?|groups?|associations?|unions?|movement)(?=[?,.]|$| do| did| are| or| have)",
    "organi[sz](?:e|ed|ing) (?:your |the |with |fellow )?(?:colleagues|co-?workers|staff|workmates|employees|workforce) {1}(?:to (?:ask|demand|fight|strike|vote|bargain|protest|sign)|against|for (?:better|more|higher|fair))",
    "(?:with|in|at|of|join|joined) (?!(?<=in )unison)(?:ver\\.?di|ig metall|the teamsters|teamsters|unite|unison|gmb|seiu|afl-cio|dgb|cgt|cgil|fnv)(?=[?,.]|$| or| yourself| too)",
    "(?:staff|workers|colleagues|employees|co-?workers|workforce|union|everyone|others|drivers) {1}(?:walk(?:ed)? out|(?:went|go|gone|came out) on strike|down(?:ed)? tools|(?:started|start|tried|wanted|voted|want|vote) to (?:unioni[sz]e|organi[sz]e|strike)|unioni[sz]e[sd]?)",
    "(?:bargain|negotiate) (?:collectively )?for (?:them|you|us|the (?:staff|workers))(?=[?,.]|$)|collective(?:ly)? bargain\\w*",
    "you {2}(?:part|join|participat\\w*|involved|take part|took part) {1}(?:in|with) {1}(?:walk-?outs?|strikes?|pickets?|protests? at work|industrial action|staff council|employee council|works council|union)(?! type)",
    "(?:pro|anti)-union|(?:staff|employees?\\'?|workers\\'?) (?:council|committee|representatives?|body)(?=[?,.]|$| or| at| there| before)",
    "you {3}(?:sign\\w*|carry|carried|hold|have) {1}(?:a |any |your )?union|(?:husband|wife|partner|family|father|mother|parents) {2}in (?:a|the) union",
    "organi[sz]ed labou?r|(?:bring|brought|get|got|invite) {1}(?:a |the )union (?:in|into|here)|(?:shop steward|union rep\\w*) {2}(?:speak|spoke|spoken|acted|stood|act|stand|represent\\w*|defend\\w*)|(?:out|stood|stand) on (?:the|a) (?:picket )?line with|workers and management {1}(?:fight|clash|disagree|argue)",
  ],
};
