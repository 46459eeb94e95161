// Asks about debts, credit, property or who else brings in money.
import type { TopicPattern } from "./topic-pattern.js";

const home = "(?:home|house|apartment|flat|property|condo|place)";

export const finances: TopicPattern = {
  stems:
    "bankrupt,own,rent,lease,credit,debt,loan,mortgage,saving,financ,bank,net,alimony,garnish,afford,income,breadwinner,insolv,evict,default,money,bills,car,vehicle,earn,without,child,overdraft,repossess,household,depend,inherit,invest,wealth,rich".split(
      ",",
    ),
  unless: [
    "(?:technical|tech|design|code|test|architectur\\w+) debts?",
    "debts? in (?:the|this|that|your|a) (?:code\\w*|module|system|design|service|test\\w*|architecture)",
    "(?:customers?|users?|clients?|merchants?|members?)'? (?:\\w+ )?(?:bank|credit|debts?|loans?)\\w*",
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
  ],
};
