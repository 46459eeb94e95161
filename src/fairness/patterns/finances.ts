// Asks about debts, credit, property or who else brings in money.
import type { TopicPattern } from "./topic-pattern.js";

const home = "(?:home|house|apartment|flat|property|condo|place)";

export const finances: TopicPattern = {
  unless: [
    "(?:savings|loan) (?:app|account|plan|service|product|calculator|bank|system)s?|(?:in|with|on|reduce|track|measure|pay\\w*) {2}(?:technical |tech )?debt(?: \\w+)? (?:code|codebase|sprint|backlog)",
    "(?:technical|tech|design|code|test|architectur\\w+) debts?",
    "debts? in (?:the|this|that|your|a) (?:code\\w*|module|system|design|service|test\\w*|architecture)",
    "(?:customers?|users?|clients?|merchants?|members?)'? (?:\\w+ )?(?:bank|credit|debts?|loans?)\\w*",
  ],
  personal: [
    "mortgage",
    "alimony",
    "bankrupt\\w*",
    "overdraft",
    "bailiffs?",
    "debts?",
    "loans?",
    "savings",
    "credit card debts?",
    "homeowner",
    "home owner",
    "property owner",
    "gambling",
  ],
  asks: [
    "you {5}bankrupt(?:cy)?|your bankruptcy|you {4}insolvent|personal (?:insolvency|bankruptcy)",
    `(?:do|does|did|are|have) you {2}(?:own|rent|lease|buy|bought) {1}(?:a |your |the |an |any )?(?:own )?${home}|(?:own|rent)(?:ing)? (?:your |or |a |the )*(?:own |home |house |flat )*or (?:rent|own|lease)`,
    "(?:do|does|did) you {2}(?:own|have|drive|lease) (?:a |your own |any )(?:own )?(?:car|vehicle|motorbike)(?! (?:class|object|table|model))",
    "your (?:own |personal |current |family's |household )*(?:credit (?:scores?|ratings?|histor(?:y|ies)|reports?|records?|card debts?|cards?)|debts?|loans?|mortgage|savings|finances|financial (?:situation|status|position|difficult\\w+|problems?|obligations?|history|commitments?|circumstances)|bank (?:account|balance|statements?)|net worth|alimony|child support|student loans?|overdraft|income tax|rent|assets)(?! (?:service|api|module|table|model|feature|product|system|calculat\\w+|app|in (?:the|this)))",
    "(?:do|does|did|have|are|is) you {3}(?:have|got|in|with|owe|carrying|paying|any|pay) (?:any |a |some |outstanding |large |much |heavy |serious |off |back |on |old |student |personal )*(?:debts?|loans?|mortgage|savings|money (?:problems?|worries|troubles)|financial (?:difficult\\w+|problems?|obligations?|worries|commitments?)|credit card debts?|(?:another|second|other|side) income|alimony|child support)(?! service| table)",
    "garnish\\w*|wage (?:attachments?|assignments?)|wages {2}(?:attached|seized)|repossess\\w*",
    "you {4}(?:evicted|defaulted on|missed {2}(?:rent|loan|mortgage|payments)|been refused (?:credit|a loan)|owe money|live off|get by|behind (?:on|with) {2}(?:rent|bills|payments))|you {3}(?:manage|survive|live|cope|afford) {6}without (?:pay|a salary|an income|income|a wage|being paid)",
    "(?:can|could) you afford (?:to (?:live|move|work|wait|be|take|buy)|a|the|rent)(?! (?:downtime|outage|latency|delay))|you {2}need the money|money worries",
    "(?:depend\\w*|rel(?:y|ies|ying)|live) {2}on your (?:income|salary|wage|pay)|breadwinner|(?:second|other|another|only) (?:income|earner) {gap}(?:home|household|family|you)|(?:other|additional|private) sources? of income|independently wealthy|inherit\\w* money",
    "your (?:\\w+ )?(?:spouse|husband|wife|partner|parents?|family|household)(?:'s)? {3}(?:earn\\w*|incomes?|salar\\w+|make a living|paid|rich|wealthy|well off)",
    "how (?:do|will|would) you {1}pay (?:your|the|off your) (?:rent|bills|mortgage|debts|loans|student)",
    "schufa|your credit (?:file|record)|ccjs?|county court judg\\w+|judge?ments? against you",
    "you {1}(?:good|bad|careful|sensible|responsible) with (?:your |your own )?money",
    "loans? (?:that |which )?you (?:are|have|still|owe) {1}(?:pay\\w*|repay\\w*|owe)|loans? you owe",
    "you {1}(?:get|receive|claim|draw|live on|on|living on) {1}(?:state |unemployment |housing |welfare |social |disability |any )*benefits(?=[?,.]|$)|you {2}on (?:benefits|welfare|universal credit|burgergeld|food stamps|the dole)",
    "you {1}financially (?:comfortable|stable|secure|independent|sound|responsible|well off)",
    "(?:do|does|did) you {1}gamble(?=[?,.]|$)|your gambling|gambling (?:problem|habit)s?(?! (?:site|app|platform))",
    "(?:is|was) your credit {1}(?:good|bad|clean|okay|ok|fine|in order|poor)|bank {2}(?:refuse|refused|declin\\w*|reject\\w*|turn\\w* down|after) you|hand to mouth",
    "you {1}get by (?:between|on|without|financially|until|if|when you (?:are|were) (?:out|between))|your (?:house|home|flat|car) {1}paid (?:off|for)",
    "(?:in|have|had|any) {1}(?:financial|money) (?:trouble|difficult\\w+|problems?)(?= |[?,.]|$)(?! (?:service|api|team))",
    "you {1}(?:got|own|have) (?:a |your own )house(?=[?,.]|$)",
    "is money {2}(?:problem|tight|an issue|worry) (?:for you)?|how do you get by (?:between|without|on)",
    "how much do you (?:still )?owe(?=[?,.]|$| to| on)",
  ],
};
