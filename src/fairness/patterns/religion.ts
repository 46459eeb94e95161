// Asks for a religion or belief, or for what shows it: holidays kept, days off, dress, places of worship.
import type { TopicPattern } from "./topic-pattern.js";

const house =
  "(?:church|mass|mosque|temple|synagogue|chapel|parish|bible study|sunday school|worship|religious services?)";
const feast =
  "(?:christmas|easter|eid|hanukkah|chanukah|diwali|passover|yom kippur|lent|ramadan|sabbath|shabbat|holi|vesak)";
const faithful =
  "(?:muslim|islamic|christian|catholic|protestant|jewish|jew|hindu|buddhist|sikh|mormon|atheist|agnostic|religious|baptist|orthodox|evangelical|lutheran|jehovah's witness|person of faith|believer|born-again|observant|churchgoer|non-believer)";

export const religion: TopicPattern = {
  stems:
    "eat,pork,good,rosh,ash,holy,relig,faith,belie,church,mass,mosque,temple,synagogue,chapel,parish,pastor,priest,rabbi,imam,god,denominat,spiritual,muslim,islam,christ,catholic,protestant,jew,hindu,buddhis,sikh,mormon,atheis,agnost,baptist,orthodox,evangel,lutheran,jehovah,born-again,observ,pray,worship,fast,easter,eid,hanuk,chanuk,diwali,passover,yom,lent,ramadan,sabbath,shabbat,holi,vesak,hijab,headscar,turban,kippa,yarmulke,veil,burqa,niqab,kosher,halal,bible,sunday".split(
      ",",
    ),
  unless: [
    "religious wars?",
    "temple (?:sells|site)",
    "holy wars?",
    "mass (?:storage|update|mail\\w*|delete|import)",
  ],
  asks: [
    "you {2}eat (?:pork|beef|meat on fridays)",
    "(?:do|did|will|would|are|does) you (?:also |still |usually |ever )?fast(?:ing)?(?= during| for| in| on|[?,.]|$)",
    "for religious|(?:off|leave|time) {4}religious|church affiliation",
    `your (?:own |personal |religious )?(?:religion|faith|church|parish|mosque|synagogue|temple|pastor|priest|rabbi|imam|god|denomination|spirituality|spiritual life|creed|place of worship)(?! in\\b)`,
    "your (?:religious |personal |spiritual )?(?:beliefs?|convictions)(?= (?:keep|stop|prevent|allow|forbid|require|affect|interfere|let|get|mean)|\\?|,|\\.|$)",
    `(?:are|were|is|be|as) you {2}(?:an? )?(?:\\w+ )?${faithful}(?! (?:about|that))`,
    "(?:were|was) you raised {2}(?:catholic|muslim|jewish|christian|religious\\w*|in {2}(?:faith|religion))",
    `(?:do|does|did|will|would|must|should|can|are|have|could) you {5}(?:pray|(?:go|going|been|went) to {1}${house}|(?:attend|visit)\\w* {2}${house}|(?:observe|keep|celebrate|follow)\\w* {2}(?:${feast}|sabbath|kosher|halal|any (?:religious|holidays|holy)|religious \\w+)|worship|believe in (?:god|a god|an afterlife|heaven)|(?:keep|eat) (?:kosher|halal))`,
    `(?:how|when|where|what|with whom|do) {1}(?:do|will|would)? ?you {2}(?:celebrate|keep|spend|observe) ${feast}`,
    `(?:what|which|any|a|some|the same) (?:\\w+ )?(?:religion|church|mosque|synagogue|faith|denomination|parish|(?:place|house) of worship)(?:,|\\?| or| do| are| you| to)`,
    `(?:member|part|belong\\w*|active|involved|volunteer\\w*) {3}(?:a|any|your|the|some) (?:local )?(?:church|mosque|temple|synagogue|parish|congregation|religious (?:group|community|organi[sz]ation))`,
    "for religious (?:reasons?|purposes|observances?|holidays)|because of {2}(?:religion|religious \\w+|faith|your beliefs?)",
    "(?:observ\\w+|need|off|tak\\w+|celebrat\\w+|your|you have|keep|follow|any|what|which) {2}(?:religious|holy) (?:holidays?|days?|festivals?|beliefs?|observances?|affiliations?|views|practices?|services|obligations|commitments|duties|dress|background|upbringing|customs?|organi[sz]ations?)(?: do you| are you| would you|[?,.]|$| that (?:you|would|could|might)| you)",
    "your religious (?:holidays?|beliefs?|views|background|practices?|affiliation|observances?|upbringing|obligations|dress)",
    "(?:your|that|a|the|wear\\w*) {1}(?:headscarf|head scarf|hijab|turban|kippah?|yarmulke|veil|burqa|niqab|crucifix)",
    "(?:your|need|will|would|do|for|the|have) {2}(?:prayers?|prayer) (?:times?|breaks?|rooms?|hours)? ?{gap}(?:affect|interfere|in the way|conflict|clash|a problem|during work|at work)|time {2}to pray|pray (?:at|during) work",
    "(?:christian|catholic|muslim|jewish|hindu|religious) (?:household|family|upbringing|school|values|background|name|holidays)(?! (?:in|for) a)",
    `(?:work|available|come in|shift\\w*) {2}(?:on )?(?:(?:${feast}|sundays?|saturdays?|fridays?|holy days)) {gap}(?:church|relig\\w+|faith|belie\\w+|worship|sabbath)`,
    "(?:you|your) {5}religious (?:practices?|customs?|rituals?|observances?|duties|beliefs?|dress|items?)",
    "(?:with|in|among|to) (?:our|a|the) (?:mostly |mainly |largely |very )?(?:christian|protestant|catholic|muslim|jewish|hindu|religious) (?:\\w+ )?(?:team|department|company|office|staff|colleagues|environment|community|group)",
    "(?:work|available|come in|shifts?|off) {3}(?:on |during |over |for )(?:good friday|rosh hashanah|ash wednesday|yom kippur|passover|ramadan|eid|diwali|the sabbath|hanukkah|holy week|easter sunday)",
  ],
};
