// Asks about marriage, partners, children, pregnancy, or how care at home is arranged.
import type { TopicPattern } from "./topic-pattern.js";

const children = "(?:kids?|child(?:ren)?|bab(?:y|ies)|toddlers?)";

export const family: TopicPattern = {
  stems:
    "any,knocked,fmla,carer,thinking,family,babysit,marri,marry,marit,wed,single,relationship,who,have,having,divorc,engaged,widow,separated,pregnan,expecting,husband,wife,spouse,partner,fianc,kid,child,son,daughter,bab,toddler,famil,parent,mother,father,mum,mom,dad,nanny,daycare,nurser,matern,patern,maiden,miss,mrs,home life,home,private,personal,dependant,dependent,biological,sibling,brother,sister,relative,in-law,grand".split(
      ",",
    ),
  unless: [
    "{kin}(?:'s)?[ -]{field}\\w*",
    "(?:font|product|instance|processor|type|op|address|protocol|column|machine|chip) famil(?:y|ies)",
    "parents? (?:and|or|to|and its|with) {2}child(?:ren)?",
    "child(?:ren)? (?:and|or|to) {2}parents?",
    "married couples?|family names?",
  ],
  asks: [
    "(?:are|were|is|was|get|getting|got|be|been) you {2}(?:married|divorced|widowed|pregnant)",
    "(?:are|is) you {1}(?:single|engaged|separated|expecting|attached)(?=[?,.]|$| or| and| to be| a (?:baby|child))",
    "(?:are|were|is|as) (?:you )?an? {2}(?:parent|mother|father|mum|mom|dad|family man|family woman|housewife)(?=[?,.]|$| or| and| of| with| who| do| how| would| can)",
    "(?:get|getting|plan\\w*|going|when|are you) (?:to get |to be |to |you )*marr(?:y|ied)",
    "marital (?:status|situation)|your (?:marriage|wedding|engagement ring|divorce|civil partnership)|wedding ring",
    "your (?:\\w+ )?(?:husband|wife|spouse|fiancee?)(?:'s)?",
    "your (?:\\w+ )?(?:kids?|child(?:ren)?|sons?|daughters?|toddlers?|family|parents?|mother|father|mum|mom|dad|siblings?|brothers?|sisters?|in-laws|relatives|grandparents?|grand(?:mother|father|children))(?:'s|s')?",
    "your (?:(?:romantic|life|domestic) partner|partner(?:'s)? (?:feel|think|mind|work|do|does|earn|job|live|move|relocat\\w*|support\\w*|okay|ok|agree\\w*|be|say|happy|also|too))",
    "(?:does|would|will|is|has) your partner(?! (?:in|at|for|on|team|compan\\w+|api|service|organi[sz]ation|understand what))",
    "(?:do|does) you {2}have a (?:steady |life |romantic |domestic )?partner(?=[?,.]|$| or| at home)",
    `you {5}(?:have|having|had|want|wanting|plan|planning|think|thinking|expect|expecting|raise|raising|start|starting|got|hoping) {4}(?:${children}|a family)(?! (?:of|that|which|whose))`,
    `(?:how many|any) (?:${children}|dependants|dependents) (?:do|does|have|at home|of your own|live)`,
    "(?:when|how soon) (?:is|was|will) {2}baby|baby {2}due|(?:start|starting|settle|raise|raising|grow|growing) (?:a|your) family(?! of)",
    `who {2}(?:looks?|cares?|takes?|will|would|minds?|watch\\w*|picks?) {3}(?:after|care of|for|up|of)? ?(?:the|your) (?:${children}|family)`,
    "(?:your|arrange\\w*|have|need|about|sort\\w*|reliable|provide|organi[sz]e|what|for|manage|with) {3}(?:child ?care|child-care|day ?care|babysit\\w*|nanny|nursery)",
    "you {3}(?:maternity|paternity|parental|family|adoption) leave|your (?:maternity|paternity|parental) leave",
    "maiden(?: or (?:your )?married)? name|married name|(?:is it|is that|are you|shall i|should i|call you|prefer) {3}(?:miss|mrs|ms)(?= or|,| then)|(?:miss|mrs|ms) or (?:miss|mrs|ms)",
    "you {4}pregnan(?:t|cy)|your pregnanc(?:y|ies)",
    "(?:family|domestic|home|caring|childcare|parental) (?:commitments|responsibilities|obligations|duties|ties|situation|circumstances)",
    "your (?:home|private|personal|family) (?:life|situation|circumstances)|biological clock",
    "(?:hard|difficult|tough|suitable|right|easy|not) for (?:a |an )?(?:\\w+ )?(?:mothers?|fathers?|parents?|mum|mom|someone with (?:a )?(?:family|kids|children))",
    "(?:plan\\w*|want\\w*|going|intend\\w*|hop\\w*|think\\w*) (?:to have|on having|of having|about having) (?:any |a |some )*(?:more|another|kids?|child(?:ren)?|family|baby)(?=[?,.]|$| or| one| kids?| child| bab| in | soon| some)",
    "who {2}(?:cares for|looks after|takes care of|minds|will care for|will look after|watches) (?:them|him|her)(?=[?,.]|$| while| when| during)",
    "(?:are|is) you {2}in a {2}relationship(?=[?,.]|$| or| right)|your relationship status|your family plans",
    "you {3}(?:single|working) (?:parent|mother|mum|mom|father|dad)",
    "(?:and|,|so|^)? ?any (?:kids|children|little ones)(?= yet| at home| of your own|[?]|$)",
    "knocked up|you {2}thinking (?:about|of) (?:kids|children|a baby|babies|a family|marriage|getting married)",
    "(?:family medical|maternity|paternity|parental|carer's|fmla) leave {2}(?:for|because|in|while|to care|when|at)|you {3}(?:take|taken|took|used|use|taking|on) {2}(?:family medical|maternity|paternity|parental|carer's|family) leave|because of (?:your )?(?:family|children|kids)(?=[?,.]|$| matters| duties)",
    "baby-?sit\\w* (?:your|the)|your (?:baby-?sitter|nanny|au pair)",
  ],
};
