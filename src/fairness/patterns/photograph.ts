// Asks for a photograph, or to look at someone's private pages where there are photographs.
import type { TopicPattern } from "./topic-pattern.js";

const picture =
  "(?:photo(?:graph)?s?|pictures?|headshots?|portraits?|selfies?|mugshots?|snapshots?|video of yourself)";

export const photograph: TopicPattern = {
  stems:
    "photo,picture,headshot,portrait,selfie,mugshot,snapshot,facebook,instagram,tiktok,social,camera,video,profile,snap".split(
      ",",
    ),
  unless: [
    `(?:heap|database|volume|disk|memory|big|clear|default|whole|full) ${picture}`,
    `(?:user|customer|traveller|product)s?'? {2}${picture}`,
    "facebook (?:integration|login|api|pixel|ads?)|social (?:login|graph)",
  ],
  asks: [
    `(?:attach|send|include|enclose|bring|provide|upload|submit|add|email|mail|supply|need|require|requires|take|see|share|show|have|want|get|like|keep|snap|put) {5}${picture} {4}(?:of (?:you|yourself|themselves|your)|to (?:your|the) (?:application|cv|c\\.v\\.|resume|file)|with (?:your|the) (?:application|cv|resume)|along|for (?:our|the|your) (?:files?|records?|badge|panel)|on (?:your|the) (?:application|cv|resume)|to the interview|first|before)`,
    `${picture} of (?:you|yourself|your face)`,
    `(?:(?:send|bring|attach|ask|provide|need|require|include|submit|want|with|enclose|upload)\\w*) {4}(?:a |your |for )*(?:recent |current |passport(?:-size[d]?)? |professional |good )+${picture}`,
    `(?:bring|send|attach|include|provide|submit|your|recent|a current) {2}(?:headshot|portrait|selfie)s?`,
    `(?:no|a|without|any|missing|your|the) {1}${picture} {1}(?:on|in|with|to) (?:your|the) (?:cv|resume|application|linkedin|profile)`,
    `your (?:profile |passport |linkedin |own |recent )*${picture}(?! (?:upload|service|resiz|pipeline|stor|gallery|app|processing|module|feature|of the (?:system|architecture|design)))(?=[?,.]|$| is| look| on| for| to| with| please| before)`,
    "your (?:\\w+ )?(?:facebook|instagram|tiktok|snapchat|social media|private twitter)(?: (?:page|profile|accounts?|password|handle|feed|posts?|channels?))?(?=[?,.]|$| and| so| to| before| or| for| with)",
    "(?:what|how) (?:do|does) you look like",
  ],
};
