// Asks for arrests, charges, convictions or dealings with the police.
import type { TopicPattern } from "./topic-pattern.js";

export const conviction: TopicPattern = {
  stems:
    "complain,charge,police,trouble,clean,fined,drink,dui,court,locked,fine,record,done,point,dbs,crb,fuhrungszeugnis,certificate,night,cell,caught,anything,licen,arrest,convict,jail,prison,incarcerat,detain,prosecut,indict,charg,sentenc,caution,probation,parole,bail,crim,felon,misdemean,offen,law,stolen,steal,background,drunk,custod,handcuff,check".split(
      ",",
    ),
  unless: [
    "(?:workers?|process\\w*|container|app|service|server|build)\\w* in an? jail",
    "probation period|police (?:report|system|app|records? system)",
    "convictions? that|with conviction|chroot jails?|background (?:jobs?|tasks?|workers?|threads?|process\\w*|colou?rs?)",
  ],
  personal: [
    "prison",
    "jail",
    "arrest\\w*",
    "police",
    "crimes?",
    "felon(?:y|ies)",
    "convicted",
    "probation officer",
    "parole",
    "shoplift\\w*",
    "misdemeanou?rs?",
    "charges? {1}against you",
    "restraining order",
    "drink-?driving",
    "drunk driving",
  ],
  asks: [
    "(?:have|has|had|were|was|are|did|do|is|ever) you {4}(?:been )?(?:arrested|convicted|jailed|imprisoned|incarcerated|prosecuted|indicted|sentenced|handcuffed|taken into custody|in custody|detained by|cautioned by|fined by|charged (?:with|for)|held by the police|accused of (?:a|any) (?:crime|offen[cs]e|theft))",
    "(?:have|has|had|did|were|are|been|ever) you {5}(?:in|to|at|from) (?:prison|jail|court|custody|trouble with (?:the )?(?:law|police|authorities))",
    "(?:trouble|dealings|contact|run-ins?|problems?|brush(?:es)?|difficulties|history) with the (?:police|law|authorities|courts?)",
    "you {4}(?:commit\\w*|done) {2}(?:crimes?|offen[cs]es?|felon(?:y|ies)|illegal|fraud|theft)|you {3}(?:broke\\w*|break) the law|you {3}(?:stole|stolen|steal) (?:anything|from|something|money)|you {3}(?:serve[d]?|done|did) time(?=[?,.]|$| in)",
    "(?:you {2}(?:have|had|got|hold)|your|disclose|declare|with|any|about) {2}(?:criminal|police|arrest) (?:records?|histor(?:y|ies)|background|convictions?|past|offen[cs]es?|charges?)",
    "(?:spent|unspent|any|prior|previous|past|pending|your|earlier) (?:\\w+ )?(?:convictions|cautions|arrests|felon(?:y|ies)|misdemeanou?rs?|criminal \\w+|charges against you|court cases)",
    "(?:do|does|have|any) {3}(?:a|any) (?:felony|spent|unspent|drunk driving|dui|criminal) (?:conviction|charge|offen[cs]e|record)s?",
    "(?:are|were|been|was|is) you {2}(?:on|out on|under) (?:probation|parole|bail|house arrest)",
    "(?:background|criminal|police|dbs|crb|criminal records?) checks? (?:on you|show|reveal|find|turn up|bring up|come back|come up|pass)|(?:anything|something|what|nothing|surprises?) {5}(?:background|criminal|police|dbs|crb) (?:records? )?check|(?:come up|find|turn up|see) {4}(?:background|criminal|police) (?:records? )?check|(?:pass|object to|mind|consent to|worried about) {2}(?:background|criminal|police|dbs|crb|criminal records?) checks?",
    "(?:sex|registered|ex-?) ?-?offenders?|an ex-?con(?:vict)?|your (?:criminal|police|arrest|driving) record|you {3}(?:driving under the influence|drunk driving|a dui)",
    "the police {2}(?:called|come|came) {2}(?:on|to|for) you",
    "(?:have|has|had|did|ever) you {1}(?:ever )?(?:done|served|did|do|serve) (?:any |some )?time(?=[?,.]|$| in (?:prison|jail))|(?:points|endorsements|ban) on your (?:driving )?licen[cs]e",
    "(?:anything|something|what|nothing|surprises?|find|come up|turn up|show up){gap}(?:your |a |the )?(?:dbs|crb|criminal|police|background)(?: records?)? check|fuhrungszeugnis|certificate of (?:good )?conduct|your (?:dbs|crb|police) (?:check|certificate|clearance)",
    "(?:nights?|time|weekends?|days|hours) in (?:a |the )?(?:police )?(?:cell|cells|jail|prison|custody)(?= |[?,.]|$)(?! of)",
    "caught (?:with|using|dealing|taking|selling|in possession of) {1}(?:drugs?|cannabis|weed|cocaine)|caught (?:stealing|shoplifting|drunk|drink)",
    "(?:what|where) (?:were|was|have) you{gap}(?:in )?(?:prison|jail)(?=[?,.]|$)",
    "press(?:ed|ing)? charges against you|(?:any|ever|have) {2}(?:drink|drunk)[- ]?driving|^any (?:dui|drink)\\w*",
    "court {3}(?:fined?|sentenced?|convict\\w*|order\\w*) you|you {2}locked up(?=[?,.]|$)|(?:do|have|did) you {1}(?:have |got )?a record(?=[?,.]|$)",
    "(?:get|got|been) in(?:to)? trouble {1}(?:as a|when you were|with the)|your record clean|you {1}(?:ever )?been fined",
    "(?:complaints?|report|call|allegations?) {2}(?:to|by|from|with) the police about you|charges? {1}(?:pending|open|outstanding) against you",
  ],
};
