// Asks for sexual orientation, gender identity or sex, or for what tells it.
import type { TopicPattern } from "./topic-pattern.js";

export const orientation: TopicPattern = {
  stems:
    "seeing,gay,lesbian,straight,bisex,bi,queer,homosex,heterosex,trans,lgbt,nonbin,non-bin,asex,intersex,sex,gender,pronoun,born,assigned,boyfriend,girlfriend,same-sex,woman,women,female,man,men,male,lady,ladies,girl,boy,guy,dating,dat,identify,love,coming,come".split(
      ",",
    ),
  unless: [
    "(?:gender|sex) (?:field|column|schema|enum|values?|neutral|attribute|key|code)s?",
    "gender-neutral",
    "binary search",
  ],
  asks: [
    "(?:are|is|were|be|as) you {2}(?:gay|lesbian|bisexual|bi|queer|homosexual|heterosexual|trans|transgender(?:ed)?|transsexual|lgbt\\w*|non-?binary|asexual|intersex|(?:a )?(?:man|male|boy) or (?:a )?(?:woman|female|girl)|(?:a )?(?:woman|female) or (?:a )?(?:man|male)|cis\\w*|dating|really a (?:man|woman))(?! (?:person )?(?:with|to|about) the)",
    "(?:are|is) you {1}straight(?=[?,.]|$| or)",
    "sexual (?:orientation|preferences?|identity)|sexuality|your (?:gender|sex|sexual \\w+|pronouns?|love life|sex life|dating life|gender identity)|gender identity {gap}you",
    "(?:what|which) (?:gender|sex|pronouns) (?:are|do|were|is|should|on|in)(?! the)",
    "(?:sex|gender) {3}(?:in|on) your (?:passport|papers|birth certificate|documents|id)",
    "born (?:as )?an? (?:man|woman|male|female|boy|girl)|assigned {2}at birth|(?:sex|gender) at birth",
    "(?:you|your) {4}(?:boyfriend|girlfriend)s?|(?:boyfriend|girlfriend) or|same-sex (?:partner|couple|marriage|spouse)",
    "gender (?:transition|reassignment|change|affirm\\w*)|(?:have|had|are|did|plan\\w*) you {4}(?:transitioned|transitioning|transition surgery|gender surgery|hormone therapy|sex change|the operation)|before you transitioned|your transition(?=[?,.]|$)",
    "you {2}identif(?:y|ied) (?:yourself )?as|you {4}(?:attracted to|prefer) (?:men|women|the same sex)|(?:come|came|coming) out (?:as|to your (?:family|colleagues|parents))",
    "(?:only|first|sole) (?:woman|man|female|male|girl|lady|gay (?:man|person)|trans (?:man|woman|person))",
    "as an? (?:woman|man|female|male|lady|girl|gay (?:man|person)|trans (?:man|woman|person)|lesbian)",
    "(?:work\\w*|report\\w*|order\\w*|manag\\w+|answer\\w*|feel\\w*|taking|take|led|supervis\\w+) {4}(?:a |an )?(?:woman|female|male|man|women|men|lad(?:y|ies)|all-male|all-female|mostly male|male-dominated)(?:,|\\?|\\.|$| (?:boss|manager|team|leader|supervisor|environment|group|as))",
    "male-dominated|boys' club|a team (?:full )?of (?:men|women|guys|girls)",
    "(?:are|is) you {2}(?:seeing|dating) (?:anyone|anybody|someone)",
    "(?:kiss|hug|wear (?:make-?up|a skirt|dresses))(?= men| women| to work)",
  ],
};
