// Asks how or why someone left military service, or what duties remain.
import type { TopicPattern } from "./topic-pattern.js";

const forces =
  "(?:military|army|navy|air force|marines|marine corps|armed forces|forces|coast guard|bundeswehr|armed services|service)";

export const discharge: TopicPattern = {
  unless: [
    "military[- ]grade|army of|armies",
    "discharge (?:curve|rate|current|letter|summar\\w+|voltage|cycle)s?",
  ],
  personal: [
    "army",
    "navy",
    "air force",
    "marine corps",
    "marines",
    "military",
    "armed forces",
    "bundeswehr",
    "national guard",
    "conscription",
    "national service",
  ],
  asks: [
    "(?:honou?rabl[ey]|dishonou?rabl[ey]|medical(?:ly)?|general|bad conduct) discharged?|(?:were|was|are) you {2}discharged (?:honou?rably|dishonou?rably|medically|from|by|early|why)",
    "(?:type|kind|sort|date|reason|character|terms|circumstances|status) (?:of|for|and \\w+ of) {2}discharge(?! (?:curve|rate|current))|discharge (?:papers?|status|certificate)|your (?:military )?discharge|dd-? ?214",
    `(?:why|when|how) (?:did|have|were|was) you {2}(?:leave|left|quit|get out of|exit|discharged from|released from|end your time in) the (?:\\w+ )?(?:military|army|navy|air force|marines|marine corps|armed forces|forces|coast guard|bundeswehr)`,
    "why (?:did|have) you {1}(?:leave|left) the service(?=[?,.]|$)",
    "(?:are|is|were) you {3}(?:in|of|with) the (?:\\w+ )?(?:reserves?|national guard|territorial army|army reserve|guard|air guard)|(?:are|is) you {2}(?:a )?(?:reservist|on active duty|in the military|national guard\\w*|active duty)",
    "you {4}(?:deployed|called up|called back|called to active|recalled|activated|mobili[sz]ed)(?: \\w+){0,3} (?:with your unit|again|to active duty|for service|by the (?:army|military|guard|reserves?)|overseas with)|(?:reserve|guard|weekend drill) (?:duty|duties|training|obligations?|commitments?|weekends?)",
    "(?:military|reserve|national guard) (?:obligations?|duty|duties|commitments?|service obligations?|leave|status|record)(?= |[?,.]|$){gap}(?:you|your|left|affect|interfere|conflict|work|outstanding|remaining|\\?)",
    "you {4}military (?:obligations?|commitments?|duties|duty)|your military (?:record|status|rank at|obligations?|service record)",
    `you {2}(?:serve|served|fought|fight|enlist\\w*) {4}(?:${forces}) (?:of|for|in) (?:another|a foreign|any other|which|what|your home) (?:country|state|nation)|foreign (?:army|military|armed forces)`,
    "you {5}(?:serve|join|enlist\\w*|rejoin|leave for|called for) {2}(?:in )?the (?:military|army|navy|air force|marines|armed forces|reserves|national guard)",
    "court-?martial(?:l?ed)?|(?:why|how come) {2}you {2}(?:not|avoid\\w*|never) {2}(?:serve|military service|conscripted)|(?:did|have) you {2}(?:kill (?:any(?:one|body)|some(?:one|body)|people)|see combat|ptsd|do your military service|refuse military service|dodge the draft)",
    "you {2}(?:do|did|done|doing|finish\\w*|complet\\w*|refuse\\w*|avoid\\w*|skip\\w*|perform\\w*) {2}(?:national|military|compulsory|civilian|alternative) service|your (?:national|compulsory) service|conscientious objector",
    "(?:did|have) you (?:ever )?serve[d]?(?=[?,.]|$)",
    "(?:did|do|have|were|done|your|you) {3}(?:zivildienst|wehrdienst|bundeswehr|conscription)",
    "(?:could|can|might|may|will|would|are) you {2}(?:called up|drafted|conscripted|mobili[sz]ed|in the draft)(?=[?,.]|$)",
    `rank {4}(?:you )?{2}(?:leave|left|hold|held|have|reach\\w*) {2}${forces}|what rank (?:did|were|was|do) you(?! (?:the|these|those|results))`,
    "(?:kicked|thrown|dismissed|discharged|drummed) (?:out of|from) the (?:military|army|navy|air force|marines|armed forces|forces|service|guard)|why (?:did|have) you {1}(?:get|got|quit|come) (?:out of )?the service(?=[?,.]|$)",
    "(?:are|is) you {1}a (?:military |war |combat |army |disabled )?veteran(?=[?,.]|$| and how| with)",
    "you {1}(?:leave|left|quit|exit) the (?:\\w+ )?(?:military|army|navy|air force|marines|armed forces|bundeswehr|reserves|forces)|(?:did|have) you {1}desert(?:ed)?(?=[?,.]|$)",
    "you {1}(?:exempt|excused|freed|deferred) from {1}(?:service|serving|the draft|duty)(?=[?,.]|$)",
    "(?:army|navy|air force|marines|military|forces) {1}(?:throw|threw|kick|kicked|dismiss\\w*|discharge\\w*|let) you|liable for the draft|your (?:time|years|days) in the (?:army|navy|air force|marines|military|forces)|your service {1}(?:cut short|end early)",
    "(?:while|when|before|after) you (?:served|were serving|were in (?:uniform|the service)|enlisted|re-?enlisted)(?=[?,.]|$| in| with| at)",
    "your (?:commanding officer|sergeant|regiment|platoon|barracks|drill instructor|tour of duty|tours? (?:in|of)|unit commander|enlistment|conscription|deployment to (?!prod|staging|test|the |a |kubernetes|aws|azure|gcp|our |your )|military|active duty)",
    "(?:finish\\w*|complet\\w*|cut short|end\\w*) {1}your {1}(?:tour|tour of duty|enlistment|service term|conscription)|(?:send|sent|sending) you home(?= early|[?,.]|$)|you {1}sent home",
    "(?:why|how come) {2}(?:did|have|not|didn\\'t|you) {2}re-?enlist\\w*|you {2}re-?enlist\\w*|you {3}(?:go|went|gone|been|ever) {1}awol|awol(?=[?,.]|$)",
    "rank {2}(?:did|were|was|have|had) you {2}(?:lose|lost|stripped|demoted|busted|reduced)|strip\\w* you of your rank|your rank (?:in|when|at)",
    "discharge {2}(?:general|honou?rabl[ey]|dishonou?rabl[ey]|other than|medical)|an? (?:honou?rable|dishonou?rable|general|medical|bad conduct|early) discharge",
    "(?:kick\\w*|throw\\w*|threw|push\\w*|drum\\w*|bounc\\w*) {1}out {2}(?:the )?(?:military|army|navy|air force|marines|marine corps|armed forces|forces|coast guard|bundeswehr|reserves|guard|legion)|(?:terms|reason|reasons|circumstances|date) {1}(?:of|for) your (?:release|separation|leaving) {2}(?:active duty|service|the (?:army|navy|forces|military|service|marines))",
    "(?:did|have|were|was) you {2}(?:see|saw|seen|in|under) (?:combat|active service|action overseas|enemy fire)|(?:military|national|compulsory) service {1}(?:behind you|done|still|or get out)|you {2}(?:drafted|conscripted)(?=[?,.]|$| into| or)",
    "you {2}(?:deserted?|dodge\\w* the draft|get out of (?:the draft|serving|national service|military service))(?=[?,.]|$)|disciplined {2}(?:in|while|by) {1}(?:the )?(?:military|army|navy|air force|marines|marine corps|armed forces|forces|coast guard|bundeswehr|reserves|guard|legion|you served)",
    "your (?:military |army |old )?(?:service record|sergeant|lieutenant|captain|colonel)(?! (?:api|table|field|in the (?:log|database)))|(?:out of|end of) your service (?:early|before)|(?:you and|part(?:ed)? (?:from|with)) the (?:army|navy|forces|military|marines|air force)",
  ],
};
