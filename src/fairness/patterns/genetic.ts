// Asks for genetic tests or for the illnesses of relatives.
import type { TopicPattern } from "./topic-pattern.js";

const relatives =
  "(?:parents?|mother|father|mum|mom|dad|siblings?|brothers?|sisters?|grandparents?|grand(?:mother|father)s?|relatives?|family|family members?|children|kids?|ancestors)";
const ill =
  "(?:cancer|diseases?|ill\\w*|diabet\\w*|heart (?:disease|attack|trouble|problems?)|dement\\w*|alzheimer\\w*|parkinson\\w*|depress\\w*|medical|conditions?|disorders?|sick|disab\\w*|died|dying|die|stroke|huntington\\w*|mental\\w*|health\\w*|epilep\\w*|addict\\w*|schizo\\w*|bipolar|obes\\w*)";

export const genetic: TopicPattern = {
  unless: ["genetic (?:algorithm|programming|sequence|data)s?", "inheritance"],
  personal: [
    "23andme",
    "brca\\d?",
    "genetic (?:tests?|conditions?|disorders?|risks?)",
    "hereditary (?:\\w+)",
    "sickle[- ]cell",
  ],
  asks: [
    `(?:${ill}|anything|problems?|issues?) {3}(?:run|runs|running|common) in (?:your|the) (?:family|blood|genes)`,
    `(?:anyone|anybody|someone|somebody|member|members|who|people|else|one) {2}(?:in|of|from|on) your {2}(?:family|relatives|parents) {gap}${ill}`,
    `(?:do|does|did|has|have|had|are|is|were|was) (?:any of )?your (?:\\w+ )?${relatives} {gap}${ill}`,
    `family(?:'s)? (?:medical|health) (?:history|background|record)|(?:medical|health) history of your|family history of|histor(?:y|ies) of {3}${ill} {3}(?:in|of) (?:your|the) family|your family {gap}history of`,
    `(?:your|of your|are your) {1}${relatives} {2}(?:healthy|in good health|still alive|alive|still living|die[d]? of|die of)|what (?:did|have) your {1}${relatives} {1}(?:die|died)|(?:health|illness\\w*) of {2}your (?:close )?${relatives}`,
    "(?:do|does|did|have|has|had|would|will|are|could|can|were) you {5}(?:take|taken|taking|had|have|agree|willing|undergo\\w*|done|do|consent|submit|been|give|provide|share|get) {4}(?:dna|genetic|genome|gene)(?: \\w+)?(?: tests?| tested| screening| screened| profile| sample| counsel\\w*| sequenc\\w*| results?| information)?",
    "your (?:own )?(?:dna|genes|genome|genetic (?:\\w+)|gene tests?|23andme)",
    "(?:you|your) {5}(?:hereditary|inherited|genetic(?:ally)?|congenital) {1}(?:conditions?|diseases?|disorders?|defects?|predispos\\w+|illness\\w*|traits?|risks?|problems?)",
    "you {3}(?:carrier (?:of|for)|genetically predisposed|carry the gene|predisposed to)",
    "you {3}(?:carry|carrying|carried|have|inherit\\w*) {2}(?:brca\\d?|(?:breast cancer|cancer|faulty|huntington'?s?) gene|genetic mutation|gene mutation)|brca\\d?(?= gene| test| status)|your 23andme",
    `(?:any|is there|are there|there|much|have|had) {3}${ill} in (?:the|your) (?:close |immediate )?family`,
    "(?:are|is) you {2}predisposed|your (?:genetic )?predispos\\w+",
    "(?:let|allow\\w*|mind|agree\\w*|happy|willing|consent\\w*|ask\\w*|require\\w*) {5}(?:dna|genetic) (?:tests?|screening|sample|profile)",
    `(?:any|any one|anyone|anybody|one|some|all) of your {1}${relatives} {gap}${ill}`,
    "(?:dna|gene|genetic) tests? {3}about you",
    "(?:cancer|diseases?|ill\\w*|diabet\\w*|dement\\w*) (?:among|in|with) {1}your {1}(?:aunts?|uncles?|cousins?|relatives|family)",
    "you {3}(?:carry|carrying|a carrier|carriers|have|got) {2}(?:sickle[- ]cell|cystic fibrosis|tay-sachs|thalass\\w+|the gene|a gene|any gene|that gene|genes? for|huntington\\w*|haemophilia|hemophilia)",
    "(?:run|runs|running) in (?:your|the) family|(?:twins|genes|gene) {1}in your family",
    "(?:your|any) {2}(?:aunts?|uncles?|cousins?|grandparents?|parents?|siblings?|brothers?|sisters?|mother|father|relatives) {gap}(?:cancer|ill(?:ness)?|alzheimer\\w*|dement\\w*|diabet\\w*|heart (?:disease|attack|trouble|problems?)|mentally ill|same (?:illness|condition|disease|problem)|alive|died? of|die young|stroke|schizo\\w*)(?! (?:cell|process|service|node)s?)",
    "(?:children|kids|son|daughter) {2}inherit (?:it|that|this|your|the (?:disease|condition|illness|gene))",
    "(?:diabetes|cancer|heart disease|dementia|epilepsy|depression|high blood pressure|alzheimer\\w*) {2}(?:on|in|from) (?:your|the) (?:\\w+\\'s side|family|father|mother|parents|side)",
    "how old {1}(?:did|were|are|was) your (?:grandparents?|grandmother|grandfather|parents?|mother|father) {1}(?:get|when|die|died|live|become)",
    "illness\\w* {1}(?:has|have|had|did|do) your {1}(?:relatives|family|parents|siblings)|colou?r[- ]blind(?:ness)?{gap}(?:your )?family",
  ],
};
