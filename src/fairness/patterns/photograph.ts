// Asks for a photograph, or to look at someone's private pages where there are photographs.
import type { TopicPattern } from "./topic-pattern.js";

const picture =
  "(?:photo(?:graph)?s?|pictures?|headshots?|portraits?|selfies?|mugshots?|snapshots?|video of yourself)";

export const photograph: TopicPattern = {
  unless: [
    "(?:photo|picture|image) (?:service|store|pipeline|table|api|upload|gallery)s?",
    `(?:heap|database|volume|disk|memory|big|clear|default|whole|full) ${picture}`,
    `(?:user|customer|traveller|product)s?'? {2}${picture}`,
    "facebook (?:integration|login|api|pixel|ads?)|social (?:login|graph)",
  ],
  personal: ["bewerbungsfoto", "selfies?", "headshots?"],
  asks: [
    `(?:attach|send|include|enclose|bring|provide|upload|submit|add|email|mail|supply|need|require|requires|take|see|share|show|have|want|get|like|keep|snap|put) {5}${picture} {4}(?:of (?:you|yourself|themselves|your)|to (?:your|the) (?:application|cv|c\\.v\\.|resume|file)|with (?:your|the) (?:application|cv|resume)|along|for (?:our|the|your) (?:files?|records?|badge|panel)|on (?:your|the) (?:application|cv|resume)|to the interview|(?:first|before)(?=[?,.]|$| (?:we|you|the interview)))`,
    `${picture} of (?:you|yourself|your face)`,
    `(?:(?:send|bring|attach|ask|provide|need|require|include|submit|want|with|enclose|upload)\\w*) {4}(?:a |your |for )*(?:recent |current |passport(?:-size[d]?)? |professional |good )+${picture}`,
    `(?:bring|send|attach|include|provide|submit|your|recent|a current) {2}(?:headshot|portrait|selfie)s?`,
    `(?:no|a|without|any|missing|your|the) {1}${picture} {1}(?:on|in|with|to) (?:your|the) (?:cv|resume|application|linkedin|profile)`,
    `your (?:profile |passport |linkedin |own |recent )*${picture}(?! (?:upload|service|resiz|pipeline|stor|gallery|app|processing|module|feature|of the (?:system|architecture|design)))(?=[?,.]|$| is| look| on| for| to| with| please| before)`,
    "your (?:\\w+ )?(?:facebook|instagram|tiktok|snapchat|social media|private twitter)(?: (?:page|profile|accounts?|password|handle|feed|posts?|channels?))?(?=[?,.]|$| and| so| to| before| or| for| with)",
    "(?:what|how) (?:do|does) you look like",
    "(?:screenshot|video|recording|picture|photo|snap) of you(?:rself)?(?= |[?,.]|$)",
    "you {2}have {3}(?:photo|picture|headshot|selfie|portrait)s?(?: (?:of (?:you|yourself)|that you|you could|somewhere|we could|to (?:send|upload|hand|show)|for (?:us|our|the file))|[?]|$)",
    "bewerbungsfoto|lichtbild|application photo",
    "(?:add|send|attach|upload|include|post|share|take) {2}(?:a |your )?selfie",
    "(?:smile|pose) {3}(?:snap|photo|picture|camera)",
    "(?:photograph|film|snap) you(?=[?,.]|$| for| before| now)|passport[- ]sized? (?:photo|picture)\\w*|(?:clip|video|photo|picture|portrait) of yourself|(?:driving licen[cs]e|id card|passport) so (?:that )?(?:i|we) can see",
    "(?:see|have|need|want|like) {3}face (?:with|on|to) {2}(?:application|cv|resume|name)",
    "(?:please|can you|could you|would you|kindly|must|do not forget to|like you to|ask you to) {1}(?:enclose|attach|include|send|bring|add|upload|submit) {1}(?:a|an|your|one|two|some) (?:\\w+ )?(?:photo(?:graph)?s?|pictures?|portrait)(?=[?,.]|$)",
    "(?:photo|picture)s? (?:of yours )?(?:on|at) (?:linkedin|facebook|xing|instagram)|your (?:facebook|instagram|tiktok|snapchat) (?:name|handle|profile|account|page)",
    "(?:require|need|expect|ask for|want) an? (?:photo(?:graph)?|picture|headshot) (?:with|on|in) (?:each|every|all|the|your)|find you on (?:instagram|facebook|tiktok|snapchat)|(?:recent|current) (?:photo|picture) (?:that )?(?:we|i) ",
    "what you look like(?=[?,.]|$| before| on| in)|(?:see|get|show us|form) {3}(?:who you are|how you look)(?=[?,.]|$| before)",
    "(?<!(?:how|are|what) (?:do|would|could|should|can|did) )you {1}(?:have|got|add|use|send|show) {2}(?:linkedin|facebook|profile|passport|instagram|better|nicer|newer|more recent) (?:picture|photo|image)s?(?! (?:upload|service|in the app))",
    "your (?:camera|webcam|video) {2}(?:so|and|that|for) {4}(?:screenshot|picture|photo|see (?:you|your face|what)|snap|record you)|(?:see|look at|seen) {1}(?:all |the rest )?of you {1}on (?:camera|video|screen)|stand up so (?:that )?(?:we|i) can see",
    "(?:add|friend|follow|find|connect with) (?:me|us|you) on (?:facebook|instagram|tiktok|snapchat|whatsapp)(?= |[?,.]|$)|(?:look|peek|glance) (?:at|through) your (?:facebook|instagram|tiktok|social|private)",
    "(?:full-length|passport(?:-sized?)?|head-and-shoulders|colou?r) (?:photo(?:graph)?|picture)s?(?! (?:upload|service|check|field|reader|printer|library|resiz\\w*|profile))(?= of|[?,.]|$| with| for| to)",
    "(?:video|clip|recording|picture|photo) of (?:your face|yourself|you)|(?:video|clip){gap}(?:introduce yourself|show (?:us )?your face)|your face(?=[?,.]|$| on| so| before| clearly| would)(?! (?:detection|recognition))",
    "(?:applicants?|candidates?|you|must|everyone) {1}(?:must|should|has to|have to|enclose|attach|include|add) {2}(?:enclose|attach|include|add|send|submit|upload)? ?(?:a |one |your )(?:recent |current )?(?:photo(?:graph)?|picture|headshot|portrait)(?=[?,.]|$| with| to)",
    "(?:send|like|want|need|get|have|see|take) {1}(?:a |your |me a |us a |one )?(?:recent )?(?:headshot|portrait|photo|photograph|picture)(?: of you)? (?:for (?:the|our|your) (?:file|files|records|team|badge|website|application)|before (?:the|your|we|our))|(?:please|kindly) {1}(?:send|attach|enclose|email|bring) {2}(?:photo|photograph|picture|portrait|headshot)s?(?=[?,.]|$)|take your (?:picture|photo)(?=[?,.]|$| for| now| before)",
    "(?:profile|cv|resume|application) {1}(?:has|have|had|is|shows?|without|lacks?|comes? with) {1}(?:no|without|a|any)? ?(?:photo|picture|portrait)(?=[?,.;]|$){gap}|picture (?:for|in) (?:the|your|our) file",
    "(?:put|match) a face to (?:the|your) name|your likeness(?=[?,.]|$| to| in| on)|screenshot {4}with you in|(?:is|was) (?:that|this|it) you (?:in|on) {1}(?:profile )?(?:picture|photo)",
  ],
};
