// How much a sentence insists, from its own words. In: the text of one statement. Out: an importance with its reason, or nothing.
// One table of words per importance; "not required" is looked for before "required".
import type { Importance } from "./role-profile.js";
import { foldHeading } from "./section-words.js";

export interface Insistence {
  importance: Importance;
  words: string;
  /** Says that something has to be known, not how much it matters: where the section says that, the section decides. */
  mild?: boolean;
}

const nice =
  /\b(?:(?:is |are |as |would be |will be |be |considered )?an? (?:(?:big|strong|huge|definite|real|nice) )?(?:plus|bonus|advantage|asset)|(?:big |strong |huge )?plus$|nice[- ]to[- ]have|good[- ]to[- ]have|bonus(?: points?)?|(?<!(?:where|when|if|as|the|your|our|their|most|mutually) )(?:desirable|desired|preferred|advantageous|beneficial)(?! (?:to|for (?:the|our|all)))|would be (?:great|nice|helpful|ideal|beneficial)|not (?:strictly |absolutely )?(?:required|essential|mandatory|necessary)|isn't (?:required|essential)|optional(?:ly)?|von vorteil|wunschenswert|nicht zwingend(?: erforderlich)?|pluspunkt|un plus|apprecie(?:e|s|es)?|souhaite(?:e|s|es)?|deseable|valorable|se valora(?:ra)?|un atout)\b|歓迎|尚可|望ましい|加分|优先|優先/u;
/** Words that soften only what follows them in the sentence. */
const ideally =
  /\b(?:ideally|preferably|idealerweise|vorzugsweise|idealement|de preference|idealmente|preferiblemente|de preferencia)\b/u;
const must =
  /\b(?:must(?:[- ]have)?|looking for|seeking|required?|requires|mandatory|(?:is|are|be|considered) essential|^essential|essential$|at least|minimum(?: of)?|(?:\d+(?:\s*[-–—]\s*\d+)?|two|three|four|five|six|seven|eight|ten)\s*\+?\s*(?:years|yrs)|proven|expert(?:ise)?|(?:deep|strong|solid|excellent|extensive|advanced|in-depth|thorough|profound) (?:\w+ )?(?:knowledge|understanding|experience|skills|background|command|grasp|proficiency|analytical|communication)|master(?:y|ed)|proficien(?:cy|t)|fluent|zwingend|erforderlich|mindestens|fundierte|sehr gute|ausgezeichnete|obligatoires?|imprescindibles?|indispensables?|maitrise|solides?|dominio|solidos?|excelentes?|minimo)\b|必須|必备|必備|精通/u;
/** People write "understanding of" and "knowledge of" in one list without meaning a difference. */
const mild = /^(?:understanding of|verstandnis|connaissance de)$/u;
const should =
  /\b(?:(?:some|basic|general) (?:familiarity|knowledge|experience|understanding)|familiar(?:ity)?|exposure|awareness|aware|basic|working knowledge|understanding of|interest in|appreciation|grundkenntnisse|erste erfahrung(?:en)?|grundlegende|vertraut(?:heit)?|verstandnis|notions|connaissance de|nociones|conocimientos? basicos?|familiaridad)\b|了解|熟悉/u;

/** What the statement itself says about its weight. */
export function insistence(text: string): Insistence | undefined {
  const folded = foldHeading(text);
  const optional = nice.exec(folded);
  if (optional) return { importance: "nice", words: optional[0] };
  const firm = must.exec(folded);
  if (firm) return { importance: "must", words: firm[0] };
  const soft = should.exec(folded);
  if (soft) return { importance: "should", words: soft[0], ...(mild.test(soft[0]) && { mild: true }) };
  return undefined;
}

/** The part of a statement that "ideally" softens, up to the end of its clause; undefined when nothing is softened. */
export function softenedRange(text: string): { from: number; to: number; words: string } | undefined {
  const match =
    /(?<!\p{L})(?:ideally|preferably|idealerweise|vorzugsweise|idéalement|de préférence|idealmente|preferiblemente|de preferencia)(?!\p{L})/iu.exec(
      text,
    );
  if (!match || !ideally.test(foldHeading(match[0]))) return undefined;
  const rest = text.slice(match.index);
  const end = /[;.!?)]|\s[–—-]\s|,\s(?!and|or|und|oder|et|ou|y|o)(?=\p{Ll}+\s\p{Ll}+\s\p{Ll}+\s)/u.exec(rest);
  return { from: match.index, to: match.index + (end?.index ?? rest.length), words: match[0] };
}

/** The sentences of a text as ranges; abbreviations such as "e.g." end none. */
export function sentencesOf(text: string): { from: number; to: number }[] {
  const sentences: { from: number; to: number }[] = [];
  let from = 0;
  for (const stop of text.matchAll(/(?<![.!?])[.!?]+(?=\s|$)|[。！？]/gu)) {
    const before = text.slice(Math.max(0, stop.index - 6), stop.index);
    if (
      /(?:^|[\s(])(?:e\.g|i\.e|etc|incl|vs|approx|ca|z\.\s?B|bzw|u\.a|d\.h|p\. ?ej|Sr|Jr|No|min|max)$/iu.test(
        before,
      )
    )
      continue;
    const to = stop.index + stop[0].length;
    sentences.push({ from, to });
    from = to;
  }
  if (text.slice(from).trim() !== "") sentences.push({ from, to: text.length });
  return sentences;
}

/** Sentences in which the employer tells what it gives. What they name is offered, not demanded. */
export function isOffer(sentence: string): boolean {
  return /^(?:we|our (?:company|team))\s+(?:also |will |can |gladly |do )?(?:offer|provide you|give you|reward|pay|cover)\b|^(?:you(?:['’]ll| will) (?:get|receive|enjoy)|enjoy)\b|^(?:wir bieten|nous (?:offrons|proposons)|(?:te |le )?ofrecemos)\b/iu.test(
    sentence,
  );
}

/** Invitations to apply and other words to the reader. */
export function isInvitation(text: string): boolean {
  return /^(?:send (?:us|your)|submit your|join (?:us|our|the))\b|\b(?:apply (?:now|today|here|at|via|by|online|directly)|to apply|encourage you to apply|applications? (?:to|via|by)|send (?:us )?(?:your|a) (?:cv|résumé|resume|application)|join (?:us|our)|get in touch|contact us|learn more|read more|we look forward|bewirb dich|bewerbung|postulez|envoyez|postula|envía)\b|応募|投递|投遞/iu.test(
    text,
  );
}

/** Whether a sentence tells what somebody does or must know, as against a description of the world. */
export function demands(text: string): boolean {
  return /\b(?:you (?:will|must|should|are|have|can|need)|you['’](?:ll|re|ve)|responsib\w+|require\w*|must|should|expect\w*|experience\w*|knowledge|skills?|able to|ability|proficien\w+|familiar\w*|understand\w*|degree|years|look(?:ing)? for|seek\w*|need\w*|du (?:bist|hast|bringst|kannst|wirst)|sie (?:haben|sind|bringen)|erfahrung\w*|kenntnisse|vous (?:avez|êtes|maîtrisez)|experiencia|conocimiento\w*)\b|経験|能力|经验|熟悉|要求/iu.test(
    text,
  );
}
