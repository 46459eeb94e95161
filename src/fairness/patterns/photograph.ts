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
  ],
};
