// What the words right before and behind a candidate say about it. In: those words. Out: what they make of it.
// Rules about grammar, never about one employer's sentences. Parts of a text in which nothing counts: see shadows.ts.

const qualityAdjective =
  /^(?:scalable|reliable|maintainable|robust|resilient|stable|efficient|performant|modular|clean|testable|extensible|secure|loosely[ -]coupled|(?:fault|failure)[ -]tolerant|highly[ -]available|high[ -]performance|production[ -]ready)$/i;

/** An adjective right before another skill says how that one is to be done: "fault-tolerant data pipelines". */
export function describesNext(words: string, between: string): boolean {
  return qualityAdjective.test(words.trim()) && /^(?:,?\s(?:and\s)?[\p{L}-]+){0,2},?\s$/u.test(between);
}

/** Whether the words right behind a discipline make it the name of a team. */
export function namesTeam(after: string): boolean {
  return /^\s+(?:\p{L}+\s+)?(?:teams?|departments?|squads?|guilds?|tribes?|groups?|organi[sz]ations?|colleagues|counterparts)(?!\p{L})/iu.test(
    after,
  );
}

/** Nouns for a kind of technology: before its members or behind one of them, they only say what those are. */
const kindOfTechnology =
  /(?:^databases?|languages?|frameworks?|librar(?:y|ies)|operating systems?|^datenbanken|sprachen)$/iu;
const membersFollow =
  /^(?:\s*\(|\s*[:：]|,?\s+(?:such as|like|including|e\.g\.|i\.e\.|namely|for example|wie|z\.\s?B\.|tels? que|telles que|comme|como|tales como)[,:]?\s)/iu;

/** Whether the words name a kind of technology and `after` opens a list of its members, up to where the first may begin. */
export function announcesMembers(words: string, after: string): number | undefined {
  if (!kindOfTechnology.test(words)) return undefined;
  const opening = membersFollow.exec(after);
  return opening?.[0].length;
}

/** "databases", "scripting languages", "web frameworks" name only a kind; "mocking frameworks" and "the Rails framework" name a skill. */
export function isKindOfTechnology(words: string, skill: string): boolean {
  // "Spring Framework" is a name of its own: its kind is written with a capital.
  if (/\s\p{Lu}\p{Ll}+$/u.test(skill)) return false;
  return (
    kindOfTechnology.test(words) && (kindOfTechnology.test(skill) || /^(?:web|programming)\s/iu.test(words))
  );
}

/** "Monitor and evaluate employee performance", "monitor industry trends": watching people, work or markets is not the technique of that name. */
export function watchesOthers(words: string, after: string): boolean {
  return (
    /^(?:monitor|track)(?:s|ing)?$/iu.test(words) &&
    /^(?:(?:,\s\p{L}+)*,?\s+(?:and|&)\s+\p{L}+)?\s+(?:(?!(?:of|for|in|on|with|and)\s)\p{L}+\s+){0,2}?(?:employees?|staff|personnel|team(?: members?)?|progress|budgets?|expenses|spending|trends|competitors|markets?|code(?:bases?)?|deadlines|timelines|milestones|deliverables)(?!\p{L})/iu.test(
      after,
    )
  );
}

/** "Works with clients to resolve issues": what clients bring up are concerns, no faults of a program; "resolve technical issues" says more. */
export function settlesConcerns(words: string, before: string): boolean {
  return (
    /^\p{L}+\s(?:issues|problems|concerns)$/iu.test(words) &&
    /(?<!\p{L})with\s(?:\p{L}+\s){0,2}(?:clients|customers|stakeholders|partners|vendors)\sto\s(?:\p{L}+\s(?:and|&)\s)?$/iu.test(
      before,
    )
  );
}

/** "Participate in daily stand-ups": whoever sits in a meeting is asked for no skill of that name. */
export function attendsMeeting(words: string, before: string): boolean {
  return (
    /(?:stand-?ups?|meetings?|scrums)$/iu.test(words) &&
    /(?<!\p{L})(?:participat\p{L}*|attend\p{L}*|tak\p{L}* part|join\p{L}*|teilnahme|teilnehmen|particip\p{L}*|asist\p{L}*)\s(?:in\s|at\s|an\s|à\s|aux?\s|en\s|a\s)?(?:\p{L}+,?\s(?:and\s)?){0,4}$/iu.test(
      before,
    )
  );
}

/** "We are hiring engineers", "a product that solves problems": whoever acts there is not the person who is looked for. */
export function othersAct(before: string): boolean {
  return /(?<!\p{L})(?:we|they|it|that|which|customers|clients|(?:is|are|am)|\p{L}+['’](?:re|m))\s+(?:\p{L}+ly\s+)?$/iu.test(
    before,
  );
}

/** "using Terraform to provision resources": the verb tells what the tool named before it is for. */
export function tellsUse(before: string): boolean {
  return /(?<!\p{L})using\s[^.;:!?,]{2,40}\sto\s(?:\p{L}+ly\s)?$/iu.test(before);
}

/** "We make sure we document our architecture": what the team does is told, not asked of the person. */
export function teamActs(before: string): boolean {
  return /(?<!\p{L})we\s+(?:(?:\p{L}+ly|also|always|do|then)\s+)*$/iu.test(before);
}

/** Support that is given to one's own people is leadership, no service to customers. */
export function supportsColleagues(words: string, after: string): boolean {
  return (
    /(?:^|\s)support$/iu.test(words) &&
    /^\s+(?:for|to)\s[^.;:]{0,40}?(?:teams?|developers?|engineers?|designers?|colleagues|peers|squads?|juniors?)(?!\p{L})/iu.test(
      after,
    )
  );
}

/** Whether the words right behind make a bare -ing word the name of what is stored or used: "logging data", "training data". */
export function namesData(after: string): boolean {
  return /^\s+(?:data|datasets?)(?!\p{L})/iu.test(after);
}

/** Nouns behind the name of a language or framework that show what it is. */
const technicalNoun =
  /^[\s-]+(?:\d[\d.+x]*\s+)?(?:developers?|engineers?|programmers?|programming|language|development|frameworks?|libraries|library|packages?|modules?|code|codebases?|applications?|apps?|sdks?|apis?|idioms?|ecosystem|stack|scripts?|scripting|microservices?|services|backends?|frontends?|front-end|back-end|tests?|runtime|compilers?|plugins?|drivers?|clients?|toolchain|tooling|projects|versions?|syntax|generics|concurrency|functions?|clusters?|databases?|entwickler\w*|kenntnisse|programmierung)(?!\p{L})/iu;
const strictNoun =
  /^[\s-]+(?:developers?|engineers?|programmers?|programming|language|framework|library|package|entwickler\w*|kenntnisse)(?!\p{L})/iu;
/** "Helm experience is a plus", "Chef or similar": what one knows, or what another may stand in for. */
const isToBeKnown =
  /^(?:\s+(?:\/\s*)?(?:experience|expertise|proficiency|knowledge|know-how|skills?)(?!\p{L})|,?\s+(?:or|oder|ou|o)\s+(?:(?:an?|any|some)\s+)?(?:similar|equivalent|comparable|alternatives?|ähnliche\w*|vergleichbare\w*|équivalent\w*|similaire\w*)(?!\p{L}))/iu;
const knownIn =
  /(?:experien\w*|proficien\w*|expert\w*|knowledge|skill\w*|fluen\w*|fluency|written|writing|built|build\w*|develop\w*|program\w*|cod(?:e|ing)|familiar\w*|background|mastery|understanding|command|test\w*|automat\w*|erfahrung\w*|kenntnis\w*|wissen|expérience|connaissances?|maîtrise|experiencia|conocimientos?|dominio)\b[^.;:!?]{0,30}?\s(?:in|with|of|using|mit|von|en|avec|de|con)\s+(?:(?:modern|idiomatic|advanced|core|pure)\s+)?$/iu;

/** Evidence for a name that is an everyday word too: "Go developer", "experience in Go". */
export function hasTechnicalCompany(before: string, after: string, exactCase: boolean): boolean {
  if (strictNoun.test(after)) return true;
  return exactCase && (technicalNoun.test(after) || knownIn.test(before) || isToBeKnown.test(after));
}

/** Whether a verb can stand at the end of `before`: at a clause's beginning, or after "to", "and", "will", "help". */
export function verbCanFollow(before: string): "base" | "third" | undefined {
  const trimmed = before.trimEnd();
  if (trimmed === "" || /[.;!?:•|)–—-]$/.test(trimmed)) return "third";
  if (/(?:,|\/|(?<!\p{L})(?:and|or))$/iu.test(trimmed)) return "third";
  if (/(?<!\p{L})(?:who|he|she|it|they|you|we|also|(?:\p{L}+ly))$/iu.test(trimmed)) return "third";
  if (/(?<!\p{L})(?:to|will|can|must|should|may|could|would|help|not|be able to)$/iu.test(trimmed))
    return "base";
  return undefined;
}
