// Asks for an age, or for what tells it: dates of school, years until retirement, generations.
import type { TopicPattern } from "./topic-pattern.js";

const school =
  "(?:school|college|university|uni|high school|sixth form|secondary school|your (?:studies|degree|education))";
const decade = "(?:twenties|thirties|forties|fifties|sixties|20s|30s|40s|50s|60s)";

export const age: TopicPattern = {
  stems: [
    ..."remember,class,may,can,could,might,what,which,team,staff,age,old,birth,born,graduat,school,college,univers,uni,studies,degree,diploma,educat,retir,young,older".split(
      ",",
    ),
    ..."generation,millennial,boomer,gen,digital,twenties,thirties,forties,fifties,sixties,20s,30s,40s,50s,60s,left,career,overqualified,energy,working,mature".split(
      ",",
    ),
  ],
  asks: [
    "how old (?:are|were|is|would) you",
    "(?:what is|at|tell {2}|give {2}|state|mind|about|is|be|know|for|of|mention|say) your (?:exact |real |current |own )?age(?: group| range| bracket)?",
    "your (?:date of birth|birth ?dates?|birth ?day|birth ?year|year of birth)",
    "(?:when|what year|which year|what date) (?:were|was) you born",
    "(?:are|were) you born (?:in|before|after)(?: the)? (?:19|20)?\\d\\d(?:s)?",
    `(?:when|(?:in |what |which )+year|how long ago|how many years ago|what date) {3}you {2}(?:graduat\\w*|(?:finish\\w*|leave|left|complet\\w*|start\\w*|attend\\w*|enter\\w*|get out of|come out of|go to|get|take|do|out of) {4}${school})`,
    `how (?:long|many years) (?:is it|has it been|have you been) (?:since|out of) {4}(?:${school}|graduat\\w*)`,
    "(?:year|date)(?:s)? (?:of|on|is) {1}(?:your )?(?:graduation|diploma|degree|a-levels|school leaving)",
    "your (?:graduation|diploma) (?:year|date)",
    "(?:what|which) years? (?:were|was|are) you (?:at|in) {2}(?:school|college|university)",
    "you(?: (?:see|plan|planning|want|intend|expect|hope|going|think|thinking|about|of|on|to|yourself|working|work|before|until|you|are|be|still|will|when|ever|soon|actually|considering|considered|would|like|can|may|might))* retir(?:e|ing|ed)(?! (?:the|a|an|this|that|these|those|it|its|them|your|one|old|each|any|some|which|what|features?|services?|code|from the|apis?|systems?|versions?|servers?|machines?|such|two|keys?|certificates?))",
    "(?:close to|near|nearing|approaching|away from|far from|years? (?:from|until|before|to|off)|early|before|until|till|think\\w* (?:of|about)|look\\w* forward to) (?:your )?retirement(?! of)",
    "your retirement(?! of)",
    "how (?:many|much) (?:more )?(?:years?|time|longer) {4}(?:left|keep|carry on|continue|stay)? ?(?:working|to work|in your career|in you)",
    "how (?:much longer|long) (?:do|will|would|are) you {2}(?:plan|planning|intend|expect|want|going|keep|carry on|go on|continue) (?:on |to )*(?:keep |carry on |continue |go on )?(?:working|to work)",
    "(?:manager|boss|lead|leader|supervisor|someone|somebody|people|person|colleagues?|team|teammates?|everyone|director) {gap}(?:younger|older)(?= than (?:you|yourself|them|the rest)|[?,.]|$)",
    "(?:younger|older) than you(?:rself)?(?! (?:expect|think|thought|need))",
    "(?:you|your|report\\w*|work\\w*|keep|manag\\w*|compete|with|for) {5}(?:younger|older) (?:manager|boss|people|colleagues?|generations?|workers?|employees?|teammates?|crowd|person|team|lead|leader|candidates?|applicants?)(?= |[?,.]|$)(?! count)",
    "at what age (?:did|were|was) you|what age (?:are|were|is) you|what age group",
    `(?:people|someone|everyone|colleagues|are you|team|you) {4}(?:their|your) (?:early |mid-?|late )?${decade}`,
    "your generation",
    "(?:which|what) generation (?:do|are|would|did) you",
    "(?:are|were|as|see|call|consider|say) you(?:rself)? {3}(?:millennials?|(?:baby )?boomers?|gen(?:eration)?[ -][xyz]|digital (?:native|immigrant)s?)",
    "(?:as an? |looking for {2}|be an? )(?:millennial|boomer|digital native|recent graduate)s?",
    "(?:are|feel|be|is) you {2}overqualified|(?:you|too) (?:too old|too young|old-fashioned|set in your ways)|you {2}too (?:old|young)|set in your ways",
    "(?:team|we|crowd|company|office|staff|everyone) {2}(?:is|are) {2}young(?! enough)|young(?: and|,) (?:dynamic|energetic|hungry|fresh|ambitious|motivated)|young (?:team|people|blood|talent|professionals?)",
    "(?:are|is) you (?:over|under|above|below|older than|younger than|past) (?:the age of )?(?:2[2-9]|[3-9]\\d|thirty|forty|fifty|sixty)",
    "(?:old|young|mature) for (?:this|the|such a) (?:job|role|team|post)",
    "(?:energy|stamina) {gap}(?:at|for) (?:your|that|this) (?:age|stage of life|time of life)",
    "(?:with|for|to|under|in|by|join) (?:an? |our |the |such a )?(?:much |very |quite )?(?:young|younger|older|elderly|mature) (?:\\w+ )?(?:boss|manager|lead|leader|head|team|staff|workforce|colleagues?|people|crowd|office|group|company)",
    "you {1}remember {3}(?:before|without|when there (?:was|were)) {3}(?:e-?mail|the internet|computers|mobile phones|smartphones|the web|google)|class of '?\\d\\d|(?:may|can|could|might) i ask {2}(?:how old|what year|your age)|(?:what|which) year you (?:were born|graduated|left school|finished school)",
    "you {3}(?:stop|quit|finish|give up) work(?:ing)?(?=[?,.]|$| altogether| for good)",
  ],
};
