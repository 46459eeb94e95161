// Asks for race, colour, ethnic or national origin, or for what tells it: birthplace, accent, name, first language.
import type { TopicPattern } from "./topic-pattern.js";

const people =
  "(?:indian|pakistani|chinese|japanese|korean|african|asian|arab|arabic|black|white|brown|hispanic|latin[oax]|mexican|polish|turkish|romanian|russian|ukrainian|german|french|italian|irish|english|american|european|nigerian|vietnamese|filipin[oa]|puerto rican|cuban|greek|spanish|portuguese|swedish|brazilian|iranian|syrian|afghan|jewish|israeli|bangladeshi|sri lankan|caribbean|british|scottish|welsh|roma|gypsy|native american|indigenous|aboriginal|mixed race|a minority|a foreigner|an immigrant|an expat|a person of colou?r|foreign)";
const language =
  "(?:english|spanish|german|french|italian|polish|portuguese|chinese|mandarin|hindi|arabic|russian|japanese|turkish|dutch|(?:that|this|the|another|your) language)";

export const origin: TopicPattern = {
  unless: [
    "accent (?:colou?rs?|marks?|chars?|characters?)",
    "race (?:conditions?|detectors?)|data races?",
    "(?:black|white)[- ](?:box|list|hat|label|board|space|paper)\\w*",
    "cloud[- ]native|native (?:client|code|app|module|extension|build|image|type|method|library|function)s?",
  ],
  personal: [
    "accent",
    "ethnic\\w*",
    "immigrants?",
    "homeland",
    "mother tongue",
    "birthplace",
    "ancest\\w+",
    "hispanic",
    "biracial",
  ],
  asks: [
    "where (?:are|is|were) you (?:really |originally |actually |all )*from(?! a )",
    "where (?:do|does|did|have) you (?:really |originally |actually )*(?:come|came|hail) from(?=[?,.]|$| originally| before| if| and)|where you (?:are |were )?(?:really |originally |actually )*(?:from|born|raised|grew up|come from)",
    "(?:where|(?:what|which|in what|in which) (?:country|place|town|city|part of the world)) {2}(?:were|was|are|is|did|do|does|have) you {2}(?:born|rais\\w*|grow\\w* up|grew up|spend {2}childhood|from(?=[?,.]|$| originally)|brought up|childhood)",
    "(?:where|what country|which country|how) {3}your (?:parents?|family|ancestors|people|grandparents?|mother|father|forebears|relatives)(?:'s)?(?: \\w+){0,2} (?:born|from|come|came|originate\\w*|immigrate\\w*|emigrate\\w*)",
    "(?:your|is that|hear|notice\\w*|detect|have|got|love|like|strong|slight|thick|lovely|foreign|lose|reduce) (?:\\w+ ){0,4}?accent(?! (?:colou?r|mark|char|grave|insens|fold))",
    "your (?:own )?(?:ethnic\\w*|racial|race|skin|complexion|ancestry|ancestors|heritage|nationality|descent|tribe|caste|lineage|homeland|birthplace|(?:country|place|town|city) of (?:birth|origin)|home country|native (?:language|tongue|country|land)|mother tongue|cultural (?:background|heritage|roots|identity)|family name|surname|last name|ethnic background)(?! (?:field|column|table|index|condition))",
    "your (?:first|native|home|mother|second) (?:language|tongue)|(?:is|was|are) {2}(?:english|german|french|spanish) {2}(?:first|native|second) language",
    "(?:are|is|be|were|sounds? like|must|should|looking for|only|prefer) (?:you )?{3}native(?:[ -]level)?(?: \\w+)? speakers?(?! review)",
    `(?:near-)?native(?:-level|-like)? (?:${language}|fluency|proficiency|command|level)`,
    `(?:are|is|were) you {2}${people}(?=[?,.]|$| or| by| then| too| yourself| in| at| on| person| man| woman)`,
    `(?:of|from) {1}(?:${people}|ethnic\\w*|foreign|mixed|minority) (?:descent|origin|heritage|background|ancestry|stock)`,
    "(?:what|which) (?:is your )?(?:race|ethnicit(?:y|ies)|nationality|caste|tribe|skin colou?r|ethnic (?:group|background)|racial (?:group|background))(?= (?:are|do you|is your|were|would you|you|did you|does your)|[?,.]|$| or)",
    "you {2}identify {2}(?:with |as )?(?:racially|ethnically|black|white|asian|hispanic)|race {3}you identify|you a (?:racial|ethnic|visible) minority|racial(?:ly)? (?:identity|background|group)",
    "(?:unusual|interesting|foreign|exotic|lovely|nice|beautiful|difficult|funny|strange) (?:first |last |sur|family )?name|(?:what|which) (?:kind|sort|origin) of (?:a )?(?:sur|last |family )?name|(?:origin|meaning|history) of your (?:sur|last |family |first )?name|where (?:does|is) {1}(?:your|that) (?:sur|last |family |first )?name|your (?:sur|last |family |first )?name(?: (?:is|sounds))? (?:\\w+ )?(?:russian|arabic|indian|chinese|polish|turkish|irish|jewish|hispanic|italian|german|foreign|from)",
    `(?:how|where|when) (?:did|do|have) you {2}(?:learn\\w*|speak|pick\\w* up|acquire\\w*|master\\w*) {2}(?:speak |read |your |such )?{1}${language}(?! (?:api|model))`,
    `(?:speak|spoken|talk|language\\w*|use) {4}(?:at home|with your (?:parents|family)|in your (?:family|house))`,
    "your (?:english|german|french|spanish) is (?:\\w+ )?(?:good|excellent|impressive|fluent|perfect)",
    "(?:go|going|return|move) back to your (?:\\w+ )?country|(?:in|from|back in) your (?:home |own )?(?:country|culture)(?=[?,.]|$| do| is| are| did| people| women| men|,)",
    `(?:learn\\w*|acquire\\w*|pick\\w* up|came|come|know|knew|able|ability) {3}to {1}speak {1}${language}`,
    "(?:are|is|were) you {4}(?:a |any |an )?(?:ethnic |racial |visible )?minorit(?:y|ies)(?: groups?)?(?=[?,.]|$| or)",
    "(?:are|is|were) you {1}from (?:here|around here|abroad|overseas|{country})(?=[?,.]|$| or| origin)",
    "(?:what|which) colou?r (?:is|are) your (?:skin|eyes|hair)|you {2}changed? your (?:sur|last |family )?name",
    "your (?:natural )?hair(?:style)?|(?:is|that) your (?:natural|real) hair",
    "your (?:national|ethnic|racial|social) origins?|native (?:dress|clothes|costume|clothing)|(?:dress|clothes|clothing) of your (?:country|culture|people)",
    "(?:learn\\w*|acquire\\w*|pick\\w* up|ability|able|came|come|grow up|grew up|growing up|raised) {5}(?:speak|speaking|write or speak|fluent in) {2}(?:english|spanish|german|french|italian|polish|portuguese|chinese|mandarin|hindi|arabic|russian|japanese|turkish|dutch|it(?=[?,.]|$| at home| as a child))",
    "(?:your|that|the) (?:sur|first |last |family )?name (?:polish|german|russian|jewish|irish|italian|arabic|indian|chinese|french|turkish|foreign|spanish)|(?:father|mother|parents)'?s? (?:sur|last |family )?name",
    "(?:have|has|did) you (?:always|ever|only) (?:lived|live|been) (?:in {country}|here|abroad)",
    "your background{gap}ethnic\\w*|(?:migration|migrant|immigrant|ethnic|racial) background(?! (?:of (?:users|customers)))",
    `you {2}(?:look|sound) (?:very |quite |a bit |so )?${people}(?=[?,.;]|$| to| at| though| but)`,
    "from an? (?:traveller|traveler|gypsy|roma|immigrant|refugee|migrant|foreign) (?:family|background|home|community)",
    `(?:consider|call|describe|see|class|count|identify) (?:yourself )?(?:as )?(?:an? )?(?:bame|bme|mixed race|of colou?r|${people})(?=[?,.]|$| or)(?<!see (?:black|white|brown))`,
    `(?:is|was|sounds?|is that|isn't that) (?:that |it )?an? ${people} (?:sur)?name|name{gap}(?:is|isn't) it (?:an? )?${people}|(?:people|anyone|colleagues) {2}(?:trouble|difficult\\w*|problems?) {2}(?:with|pronouncing) your name`,
    "(?:are|is) you {1}(?:a )?local(?=[?,.]|$)|(?:which|what) language {2}you {1}(?:dream|think|swear|count|pray)(?: in)?",
    "(?:learn\\w*|spoke|speak|heard?) {2}as a (?:child|kid|baby)",
  ],
};
