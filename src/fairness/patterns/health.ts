// Asks about health, disability, illness, medicines, absence, or the body.
import type { TopicPattern } from "./topic-pattern.js";

const illness =
  "(?:disabilit\\w+|illness\\w*|diseases?|medical (?:conditions?|problems?|issues?|histor\\w+|needs|restrictions?|limitations?|treatment)|health (?:problems?|issues?|conditions?|concerns?|complaints?)|mental (?:health|illness|problems?)\\w*|impairments?|handicaps?|allerg\\w+|asthma|diabetes|epilepsy|cancer|depression|anxiety|panic attacks?|adhd|autism|dyslexia|hiv|aids|chronic (?:\\w+ )?(?:illness\\w*|pain|conditions?|diseases?)|addictions?|back (?:pain|problems?|trouble)|migraines?|injur(?:y|ies)|physical (?:limitations?|restrictions?|conditions?|problems?|impairments?)|learning difficult\\w+|phobias?|heart (?:problems?|condition|trouble|attack))";
const doctor = "(?:doctor|therapist|psychiatrist|psychologist|counsell?or|physician|physiotherapist)";
const body =
  "(?:leg|arm|hand|eye|eyes|face|back|foot|feet|knee|skin|finger|fingers|ear|ears|voice|neck|head|shoulder)";

export const health: TopicPattern = {
  stems:
    "scar,bruise,why,nasty,cast,bandage,walk,disab,ill,disease,medic,health,mental,impair,handicap,allerg,asthma,diabet,epilep,cancer,depress,anxi,panic,adhd,autis,dyslex,hiv,aids,chronic,addict,back,migraine,injur,physic,learning,phobia,heart,doctor,therap,psych,counsel,leg,arm,hand,eye,face,foot,feet,knee,skin,finger,ear,voice,neck,head,shoulder,sick,smok,drink,drug,vap,alcohol,compensation,comp,hospital,surger,operation,burn,breakdown,stroke,tall,heavy,alcohol,get,feel,weigh,height,suffer,condition,special,accommodat,adjust,vaccin,immuni,covid,wheelchair,cane,crutch,limp,stammer,stutter,prescription,pill,fit,deaf,blind,neuro,absent,absence,pregnan,treat,diagnos,rehab,period".split(
      ",",
    ),
  unless: [
    "health[- ](?:checks?|endpoints?|probes?|dashboards?|status|metrics?|scores?|monitor\\w*)(?! ?-?up)",
    "(?:dis|en)abled (?:feature|flag|button|field|account|check|rule|test|user)s?",
    "(?:people|persons|users?|customers?|those|someone|visitors?|colleagues?) with {2}(?:disabilit\\w+|impairment\\w*|dyslexia)",
    "smoke[- ]test\\w*|suffer\\w* from (?:shared|the|a|too|slow|poor|race|memory|technical|flak\\w+|data|high|low)",
    "back (?:pressure|end|up|off|ward)\\w*",
  ],
  asks: [
    `(?:do|does|did|have|has|had|are|is|were|if) you {5}(?:have|had|with|of|from|got|by|for|suffer\\w*|any|receiving|an|a) {3}${illness}`,
    `(?:tell|describe|list|disclose|explain|declare|mention|nature|severity|details|extent) {4}(?:any|your) {2}${illness}|${illness} {1}(?:that |which |do |does |did )?you (?:have|had|suffer)`,
    `(?:complete|fill in|fill out|list|describe|provide|give|share|answer) {4}(?:medical|health) (?:histor\\w+|questionnaires?|forms?|records?)`,
    `(?:treated|seen|examined|counsell?ed|under treatment) by {1}${doctor}`,
    "your (?:own |mental |physical |general |overall |current )*health(?! (?:plan|insurance))|your (?:disabilit\\w+|illness\\w*|medical \\w+|medications?|doctor|therapist|psychiatrist|disease|allerg\\w+|injur(?:y|ies)|eyesight|hearing(?! aid)|hearing aid|wheelchair|limp|crutch\\w*|stammer|stutter|prescriptions?|sick (?:leave|days?|notes?|record)|absence record|vaccination\\w*|burn-?out|depression|anxiety|addiction|adhd|autism|dyslexia)",
    "(?:because of|due to|with|manage|about|cope with|describe) your condition|your (?:medical|health|physical|mental) (?:condition|state|history|fitness)",
    "(?:days|often|time|times|weeks|long|much) {4}you {4}(?:sick|ill|absent|off work|unwell|miss work)(?! of)|(?:sick|sickness|absence) (?:days?|leave|time|record) {3}you|you {4}sick (?:days?|leave|time|pay)",
    `(?:have|had|has|were|was|are) you {3}(?:treated for|diagnosed|hospitali[sz]ed|suffer\\w* (?:from|with)|operated on|off sick|signed off|in (?:rehab|therapy|hospital|treatment)|addicted|injured (?:at|on|in)|undergo\\w* (?:treatment|surgery)|vaccinated|immuni[sz]ed|seriously ill)`,
    "(?:have|had|has|did|do) you {3}(?:have|had|got|need|needed|undergone) {3}(?:surgery|operations?|breakdown|burn-?out|heart attack|stroke|miscarriage|abortion|covid|therapy|rehab|vaccin\\w+|nervous breakdown)(?! chart| down)",
    "(?:have|had|did|do|are|has|ever|you) {4}burn(?:ed|t) out(?! on)",
    `you {4}(?:see|saw|seen|visit\\w*|seeing|under|consult\\w*) {1}(?:a|your|the|any)(?: \\w+)? ${doctor}`,
    "you {4}(?:taking|take|on|use|using|need) (?:any |some |a |regular |prescription |prescribed |strong )*(?:medications?|medicines?|antidepressants|pills|painkillers|drugs|insulin)",
    "(?:do|does|did) you {2}(?:smoke(?! test)|drink(?! your own)|vape|(?:use|take|do|using) (?:illegal |any |recreational |hard )*drugs|have a drink\\w* problem)",
    "(?:workers?'?s?'?|workman's|workmen's) comp(?:ensation)?|industrial injury claim|disability (?:benefits?|allowance|pension|claim)",
    `(?:happened to|wrong with|hurt|matter with|lose|injur\\w*) your ${body}`,
    "why (?:do|are|is) you {2}(?:limp\\w*|walk\\w* (?:with|like)|(?:us\\w+|in|wear\\w*) (?:a |an )?(?:cane|wheelchair|hearing aid|crutch\\w*|brace))",
    "(?:medical|health|health-related|mental health) (?:related )?reasons?|because of (?:an? )?(?:illness|your health|your disability|sickness)",
    "how (?:tall|heavy) (?:are|is) you|how much (?:do|does) you weigh|(?:do|does) you weigh(?=[?,.]|$| now)|what (?:is|are) your (?:height|weight|blood (?:type|pressure))(?! of)",
    "you {3}suffer\\w* (?:from|with)",
    "you {5}(?:special|medical|reasonable) (?:equipment|accommodations?|adjustments?|needs|arrangements|treatment)(?! (?:for|in|during|at) (?:the|this|your) interview)",
    "(?:accommodations?|adjustments?) {4}(?:do|to do|perform|on the job|because of)",
    "(?:are|is|be|were) you {2}(?:disabled|handicapped|healthy|ill|deaf|blind|autistic|dyslexic|diabetic|epileptic|hiv positive|neurodivergent|neurodiverse|an alcoholic|physically (?:fit|able|capable)|mentally (?:fit|stable|ill)|in good (?:health|shape)|fully fit|colou?r-?blind|on the spectrum|vaccinated|medically fit)(?! to (?:the|that|this|how))",
    "you {2}(?:get|feel|become|been|were|are) (?:\\w+ )?(?:depressed|suicidal)|(?:are|is) you {1}(?:depressed|suicidal)|you {2}drink alcohol",
    "have you {2}been (?:sick|ill|unwell)|you {1}(?:been|were) {1}(?:off|out) sick",
    "your (?:last|next|annual|yearly) (?:physical|medical|check-?up|health check-?up)|take a (?:medical|drug|physical) (?:exam\\w*|test)",
    "(?:lift|stand|climb) {gap}with your (?:back|condition|knee)",
    "(?:why|how come) (?:do|does|are|is) you {1}(?:use|using|need|wear|have|walk with) {1}(?:a |an |that |this |the )?(?:cane|stick|crutch\\w*|brace|wheelchair|hearing aid|sling|bandage|cast|limp|mask|glove|patch)",
    "(?:nasty|that|big|ugly|noticeable) (?:scar|limp|burn|bruise|cast|bandage)|(?:scar|limp|bruise)(?= on you| from)",
  ],
};
