// Asks for citizenship, passport, visa or immigration history: more than whether someone may do the work, and where.
import type { TopicPattern } from "./topic-pattern.js";

const paper =
  "(?:passports?|green cards?|birth certificates?|residence permits?|naturali[sz]ation (?:papers|certificate)|immigration (?:papers|documents)|social security cards?|identity cards?|id cards?)";

export const citizenship: TopicPattern = {
  unless: [
    "first-class citizens?|good[ -]citizens?",
    "visa (?:payment|card|gateway|integration|api|network|checkout)s?|passport(?:\\.js)? (?:middleware|strateg\\w+|session|number|service|data|photo)s?",
    "resident (?:daemon|memory|set|process)\\w*",
  ],
  personal: [
    "citizen(?:s|ship)?",
    "passports?",
    "(?:work|student|spouse|tourist|your) visa",
    "green card",
    "refugee",
    "asylum",
    "residence (?:permit|card|document)",
    "deported",
    "permanent residen\\w+",
  ],
  asks: [
    "(?:are|is|were|become|became|be) you {4}(?:citizens?|nationals?|permanent residents?|legal residents?|green card holders?|naturali[sz]ed|undocumented|immigrants?|refugees?|asylum seekers?|aliens?)",
    "(?:is|are|was) your (?:\\w+ )?(?:spouse|husband|wife|parents?|partner|children|family) {3}(?:citizens?|nationals?|residents?)",
    "your (?:\\w+ )?(?:citizenship|citizenships|nationality|nationalities|immigration (?:status|history|papers)|passport|visa|residence permit|residency|residency status|green card|naturali[sz]ation|work permit|national insurance number|social security number)(?! (?:field|check|table|column|requirement))",
    "(?:what|which|whose|how many|type of|kind of|sort of) (?:\\w+ )?(?:passports?|visas?|citizenships?|nationalit(?:y|ies)) (?:do|are|did|have|is|were)? ?you",
    "(?:what|which) nationality",
    `(?:do|does|did|have) you {2}(?:have|hold|own|got|carry|possess|get) {3}(?:${paper}|citizenship|dual (?:citizenship|nationality)|(?:work |student |h-?1b )?visa)(?! sponsor)`,
    "(?:on|under) (?:what|which) (?:type of |kind of )?visa|visa {3}(?:run|runs|expire|expires|valid)",
    `how (?:long|many years) {1}(?:have|has|are|did) you {2}(?:been|lived|live|stay|stayed|resided|living|been living) {2}(?:in |here in |over in )?{country}`,
    "how (?:long|many years) {1}(?:have|has) you {2}(?:lived|been living|resided) (?:here|over here)",
    `(?:when|why|how|what year|at what age) {1}did you {2}(?:come|move|arrive|immigrate|emigrate|get|migrate|flee|relocate) (?:over )?(?:to|in|into|here to)? ?(?:here|{country})`,
    `what (?:brought|brings|made) you {2}(?:to|into|move to|come to) {country}`,
    `(?:are|were|was) you {2}(?:born|naturali[sz]ed|a native) (?:here|in {country}|abroad|outside)|(?:or (?:were|was) you )born here`,
    "(?:have|has|been|become|are|were) you {3}naturali[sz]ed|date of {1}naturali[sz]ation",
    `(?:bring|show|see|provide|copy of|present|send|hand|give|need) {4}${paper} (?:or {3})?(?:to|for|at|with|before|along|when|please|so)`,
    `(?:bring|show|see|provide|copy of|present|send) {2}your ${paper}`,
    "you {2}(?:become|became|get|got|obtain\\w*|gain\\w*|receive\\w*) {3}(?:citizens?|citizenship|naturali[sz]ed|permanent residen\\w+|green card|your papers)",
    "immigration status|immigrated|(?:do|does) you {2}plan to (?:become|apply for) {2}citizen\\w*|(?:apply|applied|applying) for {2}(?:citizenship|asylum)",
    "you {2}(?:intend|plan) to (?:stay|remain|settle) in {country}",
    "(?:only|prefer|must be|looking for) {2}(?:u\\.?s\\.? |uk |eu |british |german )citizens?",
    "(?:are|were|is|be|you) {2}(?:here |in {country} )?on an? (?:spouse|student|work|tourist|dependent|dependant|partner|family|working holiday|h-?1b|skilled worker|temporary) visa|(?:are|is|were) you {1}here on an? (?:\\w+ )?visa",
    "you {2}(?:be|get|getting|being|been|become)? ?naturali[sz]ed",
    "(?:have|has|got|hold|need|your|get|on|apply\\w*) {2}(?:pre-)?settled status|indefinite leave|leave to remain|(?:have|got|hold|get|your) {4}(?:eu )?blue card|(?:your|when|does|hold|have|got|an) {2}h-?1b|niederlassungserlaubnis|aufenthalts\\w+",
    "you {1}been an? {2}citizen|(?:is|was) (?:it|this|that) your {2}visa",
    "what (?:kind|type|sort) (?:of visa )?do you have(?=[?]|$)(?<=visa[^?]*)",
    "you {5}(?:become|becoming|remain|apply\\w* to be) an? {1}citizens?(?! (?:of the (?:cluster|system)))",
    "(?:(?:have|hold|got|with|holding|is there|any) {1}(?:two|a second|another|other|multiple|several|more than one)|dual|double) (?:nationalit(?:y|ies)|citizenships?|passports?)(?! (?:field|column|format|type|photo|number|reader)s?)",
    "(?:are|were|is) you {1}(?:native|foreign)-born|native-born or",
    "(?:did|have|has|had) you {3}(?:immigrat\\w*|emigrat\\w*|naturali[sz]\\w*)",
    "(?:issued|issues|gave|behind|on) your {1}(?:id|passport|identity \\w+|papers|visa)(?! (?:service|field|column|token|generator|photo upload))",
    "you {3}(?:granted|refused|denied|lost|got|get|given) {2}(?:entry|residency|residence|a visa|visa|leave to|the right to stay|papers|status)(?=[?,.]|$| in| at| to| by| here)",
    "(?:stay|remain|settle|live|work) (?:in {country}|here) (?:for good|permanently|forever|long[- ]term|legally)",
    "your (?:work |residence |stay )?(?:permit|papers) {1}(?:run out|expire\\w*|end|valid|renewed)|(?:permit|visa) {1}(?:running out|run out|expir\\w*)(?! (?:of (?:the )?(?:token|cache)))|(?:do|can|may) you {1}vote (?:here|in this country)(?=[?,.]|$)",
  ],
};
