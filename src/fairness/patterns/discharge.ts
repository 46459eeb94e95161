// Asks how or why someone left military service, or what duties remain.
import type { TopicPattern } from "./topic-pattern.js";

const forces =
  "(?:military|army|navy|air force|marines|marine corps|armed forces|forces|coast guard|bundeswehr|armed services|service)";

export const discharge: TopicPattern = {
  stems:
    "discharg,honou?r,honor,honour,dishonor,dishonour,militar,army,navy,air,marine,armed,force,coast,bundeswehr,service,reserv,guard,deploy,unit,court-martial,court,veteran,dd,dd-214,dd214,draft,conscript,called,active,combat,war,ptsd,regiment,served,serve".split(
      ",",
    ),
  unless: ["discharge (?:curve|rate|current|letter|summar\\w+|voltage|cycle)s?"],
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
    "you {5}(?:serve|join|enlist\\w*|rejoin|leave for|called for) {2}(?:in )?the (?:military|army|navy|air force|marines|armed forces|reserves?|national guard)",
    "court-?martial(?:l?ed)?|(?:why|how come) {2}you {2}(?:not|avoid\\w*|never) {2}(?:serve|military service|conscripted)|(?:did|have) you {2}(?:kill|see combat|ptsd|do your military service|refuse military service|dodge the draft)",
  ],
};
