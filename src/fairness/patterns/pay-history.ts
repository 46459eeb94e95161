// Asks what someone earns or has earned. What they expect may be asked; what they had may not.
import type { TopicPattern } from "./topic-pattern.js";

const pay =
  "(?:salar(?:y|ies)|pay|wages?|compensation|earnings|income|remuneration|pay package|package|bonus(?:es)?|day rate|daily rate|hourly rate|rate|base(?: pay| salary)?|total comp|comp|stock (?:options|grants?)|equity|ctc|take-home|pay rise|pay raise|raise|overtime pay)";

export const payHistory: TopicPattern = {
  unless: [
    "how (?:do|would|could|should) you {2}(?:show|send|store|print|share|provide|test|build|design|generate) {4}(?:pay ?slips?|salar\\w+|wages)",
    "earn (?:trust|the trust|their|its|that|credibility|respect|back)",
    "salary (?:data|field|figures|reports?)",
    "(?:salary|pay|compensation|wage|income) (?:expectations?|requirements?|range|band|table|field|column|schema|history table|slip service)s?",
    "(?:expected|desired|target|hoped-for|minimum) (?:salary|pay|compensation|rate|wage)s?",
    "rates? of (?!pay)\\w+|(?:error|hit|request|sample|sampling|frame|refresh|click|failure|growth|conversion|bit) rates?",
  ],
  personal: ["earn(?! back)", "earning", "salary", "wages?", "pay ?slips?", "take-home pay"],
  asks: [
    `your (?:(?:current|present|last|previous|past|prior|former|most recent|existing|old|actual|annual|monthly|gross|net|base|basic|starting|final|total|yearly) )*(?:salar(?:y|ies)|wages?|compensation|earnings|remuneration|pay(?: package| history| check| grade)?|bonus(?:es)?|day rate|daily rate|hourly rate|income|ctc|pay rise|pay raise|stock (?:options|grants?)|take-home)(?! (?:for|from) (?:this|the) (?:role|job|post))`,
    `your (?:current|present|last|previous|past|prior|former|most recent|existing|old) (?:\\w+ )?${pay}`,
    `(?:current|present|last|previous|past|prior|former|most recent|last drawn|existing) (?:annual |monthly |base |total |gross )*(?:salary|wage|ctc|compensation|pay|bonus) (?:do|did|are|were|is|was|have|at|in|with|from|\\?)`,
    "how much (?:do|does|did|are|is|were|was|have|will) you {2}(?:earn\\w*(?! back)|mak(?:e|ing)(?! (?:use|of|sense))|get(?:ting)? (?:paid|now|there|at|a|in)|paid|being paid|take home|taking home|on(?=[?,.]|$| now| at| there| currently)|gross\\w*|bill\\w*|charge\\w*(?= (?:a|per|your|now)))",
    "what (?:\\w+ )?(?:salary|pay|rate|package|wage|bonus) (?:are|were|do|did|was|is) you {1}(?:on|earn\\w*|get|getting|paid|have|making)",
    "how much {gap}you (?:earned|made in your|were paid|are paid|were on|got paid)",
    "what (?:do|does|did|are|is|were|was|have) you {2}(?:earn\\w*|making(?=[?,.]|$| now| currently| there| at| in your| per| today)|make(?=[?,.]|$| now| there| currently| per| an? (?:year|month|hour|day)| in your| at your)|paid|being paid|get(?:ting)? paid|on(?= now| at the moment| currently| there))",
    "what you (?:\\w+ )?(?:earn|earned|are earning|were earning|are paid|were paid|make now|are making|made (?:there|in your last)|are on(?= now|[?,.]|$| at| there| currently)|get(?= now| today| there| at the moment| currently| paid)|currently (?:get|earn|make|have))",
    "(?:what|how much|how well) {1}(?:did|does|do|is|are|was|were|has|have) (?:your {2}(?:employers?|company|boss|job|firm|role|team)|they|it|the (?:job|company|role)) {2}(?:pay|paid|paying|pays|give you|offer you)(?! (?:for|down|back|off|attention)) ?(?:you)?",
    "(?:pay ?slips?|pay-slips?|pay ?stubs?|pay ?checks?|w-?2s?|p60|p45|tax returns?|salary (?:statement|certificate|proof|slip)s?) {gap}(?:you|your|please|last|recent|month|\\?)|(?:show|bring|send|see|share|provide|attach) {4}(?:pay ?slips?|pay-slips?|pay ?stubs?|w-?2s?|p60|tax returns?|salary (?:statement|proof|slip)s?)|proof of {2}(?:salary|pay|income|earnings)",
    "(?:salary|pay|wage|compensation|earnings|bonus) history(?! (?:table|record|service|field|is kept|of the employees))",
    "(?:raise|rise|increase|bonus) {1}(?:did|do|have|were) you {2}(?:get|got|receive\\w*|last|given)|(?:when|how much) {1}was your last (?:raise|rise|pay rise|increase)|you {3}(?:last )?(?:get|got|receive\\w*|had) a (?:pay )?(?:raise|rise|bonus)",
    "(?:you {2}(?:being |getting )?(?:underpaid|well paid|overpaid)|paid (?:enough|well|fairly) (?:there|now|at your))",
    "(?:beat|match|top|exceed|compare\\w* (?:with|to)|more than|less than|above|below) (?:what|than) you",
    "(?:what|how much) {2}we {1}(?:have|need) to (?:beat|match|top)(?=[?,.]|$)|(?:six|five|seven)[- ]figures?(?= |[?,.]|$)(?! (?:of|per|requests|rows))",
    "(?:step|move|jump|drop|cut|rise) (?:up |down |back )?in (?:money|pay|salary|income|earnings) for you|pay (?:cut|rise) for you|(?:more|less) (?:money )?than you (?:get|have|earn|earned|are on|make)(?= now| today| there|[?,.]|$)",
    "(?:what|how much) (?:is|was|were) your base(?=[?,.]|$| in| at| there| before)",
    "(?:last|latest|previous) (?:pay )?(?:raise|rise) {1}you|(?:pay )?raise (?:that )?you (?:got|had|received|were given)",
    "how (?:many|much) (?:euros|dollars|pounds|k|grand|thousand|money) {2}you {1}(?:get|make|earn|bring home|take home|pull in)",
    "(?:lowest|least|highest|most) (?:that )?you {1}(?:worked|work|been paid|earned|got) for?",
  ],
};
