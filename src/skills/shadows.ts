// Words that look like a skill and are none, judged by what stands around them. In: one text. Out: the ranges in which names do not count.
// Rules about English (and a little German, French, Spanish) grammar and about addresses; never about one employer's sentences.

/** A part of a text in which skill names do not count, and why. */
export interface Shadow {
  from: number;
  to: number;
  why: string;
  /** `people`: only disciplines and technologies are shadowed, not abilities such as collaboration; `qualities`: only those of software; `abilities`: everything but named technologies; `objects`: what is named without the act that the skill is. */
  kind: "all" | "people" | "qualities" | "abilities" | "objects";
}

const addresses =
  /\bhttps?:\/\/\S+|\bwww\.\S+|(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]+|(?<![\w@])@\w[\w-]*|(?<![\w.-])[\w-]+(?:\.[\w-]+)*\.(?:com|org|io|net|de|fr|es|jp|cn|eu|gov|edu|dev|ai|co)(?:\.[a-z]{2})?\b(?:\/\S*)?(?<!\bASP\.NET|\.NET)|\b[\w-]+\.(?:txt|md|pdf|docx?|xlsx?|csv|ya?ml|json|toml|ini|cfg|py|rb|java|html?|lock|sh)\b/giu;

/** Nouns for people and groups of people. */
const people =
  "teams?|departments?|squads?|guilds?|tribes?|chapters?|colleagues?|counterparts?|engineers?|developers?|designers?|scientists?|analysts?|architects?|managers?|owners?|testers?|specialists?|experts?|professionals?|researchers?|administrators?|leads?|leaders?|folks|people|staff|members?|stakeholders?|partners?|peers|groups?|entwickler\\w*|kollegen|équipes?|équipe|équipiers|equipos?";
const peopleAtEnd = new RegExp(`(?<!\\p{L})(?:${people})(?!\\p{L})`, "giu");

const peopleLast = new RegExp(`(?<!\\p{L})(?:${people})$`, "iu");

/** Whether the words end in a noun for people: "backend engineers". */
export function namesPeople(words: string): boolean {
  return peopleLast.test(words);
}

/** Names of departments: between them, a discipline is a department too. */
const departments =
  /(?<!\p{L})(?:product|marketing|sales|design|support|finance|legal|hr|human resources|operations|business|management|leadership|customer success|customer service|customer support|compliance|procurement|editorial|quality assurance|qa|ux|ui\/ux|ux\/ui|ui)(?!\p{L})/giu;

/** Disciplines that are the names of teams as often as of abilities. */
const disciplines =
  /^(?:devops|devsecops|qa|quality assurance|leadership|customer success|customer service|customer support|product management|project management|data analytics|business intelligence|cloud operations|technical operations|technical support|security|infosec|information security|machine learning|ml|ai|data|data science|data engineering|analytics|platform|infrastructure|operations|it|sre|ux|ui|ui\/ux|ux\/ui|design|product|research|engineering|frontend|front-end|backend|back-end|mobile|web|cloud|architecture|testing|development|software development|software engineering)$/i;

export function isDiscipline(words: string): boolean {
  return disciplines.test(words.trim());
}

const together =
  /(?<!\p{L})(?:collaborat\w*|cooperat\w*|co-operat\w*|work(?:s|ing|ed)?|partner(?:s|ing|ed|ship|ships)?|liais\w*|coordinat\w*|co-ordinat\w*|interfac\w*|communicat\w*|align\w*|interact\w*|engag\w*|sync\w*|pair(?:s|ing)?|support(?:s|ing)?|consult(?:s|ing)?|zusammenarbeit|arbeitest|collabor\w*|colabor\w*|trabaj\w*|travaill\w*)(?:\s+\p{L}+ly)?(?:\s+together)?(?:\s+(?:hand in hand|side by side))?\s+(?:with|alongside|mit|avec|con)\s+/giu;
const composedOf =
  /(?<!\p{L})(?:teams?|departments?|stakeholders|disciplines|functions)\s*(?:,\s*)?(?:including|such as|like|across|from|of|in|\(|:|e\.g\.)\s*/giu;
const phraseEnd =
  /[.;:!?()]|\s[–—-]\s|\s(?:to|on|in|for|who|that|which|while|through|using|via|by|um|bei|an|pour|sur|para|en)\s|,?\s(?:and|und|et|y)\s+(?:\p{L}+ing|ensure|deliver|build|design|define|help|provide|drive|create|identify|make|develop|implement)\s|$/iu;

/** Names of academic degrees. Certificates are no degrees: somebody who asks for one asks for what it teaches. */
const degree =
  /(?<![\p{L}\p{N}])(?:(?:bachelor|master|doctor)['’]?s?(?:\s*(?:\/|or|and|,)\s*(?:bachelor|master|doctor)['’]?s?)*(?:['’]?\s+(?:degrees?(?:\s+in)?|of (?:science|arts|engineering|technology)(?:\s+in)?|in)|['’]?s?\s+of)|degrees?(?:\s*\([^()]*\))?\s+in|(?:diploma|doctorate) (?:in|of)|(?:hochschul)?studium\s+(?:der|des|in|im)(?:\s+(?:bereich|fach))?|ausbildung\s+(?:zum|zur|als|im bereich)|hochschulabschluss\s+in|diplôme (?:en|de|d['’])|(?:licenciatura|grado|titulación) en|título (?:en|de))\s+/giu;
/** In capitals only: "20 ms in production" is a time. */
const degreeInShort =
  /(?<![\p{L}\p{N}])(?:(?:B\.?\s?Sc\.?|M\.?\s?Sc\.?|B\.?S\.?|M\.?S\.?|B\.?A\.?|M\.?A\.?|B\.?Tech|M\.?Tech|B\.?Eng|M\.?Eng|Ph\.?\s?D\.?)(?:\s*(?:\/|or|,)\s*)?)+(?:\s+degrees?)?\s+(?:in|of)\s+/gu;
const ofScience =
  /(?<!\p{L})(?:computer science|informatik|informatique|informática)\s+(?:degree|diploma|background|graduates?|studium)(?!\p{L})/giu;
const degreeEnd =
  /[.;:()]|\s[–—-]\s|,?\s(?:or|oder|ou|o)\s(?:(?:an? )?(?:equivalent|similar|related|comparable|relevant|other)|eine? (?:vergleichbar|ähnlich)\p{L}*|equivalente?|vergleichbar\p{L}*)|\s(?:with|plus|mit|avec|con|and (?:at least|\d))\s|$/iu;

/** "a degree in design (e.g., interaction design, HCI)": more subjects of the same kind. */
const examples = /^\((?!\s*(?:or|and|plus|oder|und|ou|et|o|y)\s)[^()]*\)/iu;

/** Goals of a piece of work, from "to ensure" or "for building" to the end of the clause. A clause that begins so makes the demand itself. */
const purpose =
  /(?<=[\p{L})]\s)(?:(?:in order )?to (?:ensure|guarantee|maintain|meet|support|enable|increase|achieve|facilitate|promote|boost)|(?<=\sto\s[^.;:!?]{0,80}\s)and ensure|for (?:building|creating|developing|delivering|writing)|(?<=,\s)ensuring|that (?:ensures?|guarantees?))\s[^.;:!?]*/giu;
/**
 * "Event-driven design for loose coupling", "track usage for compliance, debugging and impact analysis": a phrase that begins with an outcome
 * names what the work is good for. Whoever designs or optimizes for something is asked for just that.
 */
const outcome =
  /for\s(?<=[\p{L})]\sfor\s)(?<!(?:^|[.:;,]\s|\s(?:and|to|will|can|,)\s)(?:design|optimi[sz](?:e|ing)|architect|plan|test|review|tune|refactor)[^.;:!?]{0,60}\sfor\s|(?<!\p{L})(?:design(?:ed|ing)?|responsible|accountable|care|passion|strategies|eye|techniques|practices|requirements|standards|patterns)\sfor\s(?!(?:rapid|fast(?:er)?)\siteration))(?:(?:better|greater|more|maximum|optimal|rapid|faster|easier|easy|clear|clean|future|long-term|improved|overall|consistent|team|code|system|data)\s){0,2}(?:reliability|scalability|maintainability|testability|modularity|extensibility|readability|clarity|consistency|stability|robustness|resilience|transparency|efficiency|compliance|auditability|traceability|reusability|reuse|loose coupling|flexibility|simplicity|speed|iteration|productivity|reference|availability|performance)(?=[.,;:!?)]|\s(?:and|or|&)\s|$)(?:(?!,?\s(?:including|such as|like|using|with|through|via)\s)[^.;:!?])*/giu;
/** "You won't be building infrastructure", "no need to know Java". */
const denied =
  /(?<!\p{L})(?:(?:won['’]t|will not|do(?:es)?n['’]t|do(?:es)? not|needn['’]t) (?:be (?:\p{L}+ing|asked|expected|required|responsible)|need|have to|require|expect)|no need (?:to|for)|no (?:prior |previous )?(?:knowledge|experience) (?:of|in|with) [^.;:!?]{1,60}? (?:is )?(?:needed|required|necessary))(?!\p{L})[^.;:!?]*/giu;

/** "rather than UI design": what is not meant, up to the end of the phrase. "No backend work is required" and "if it is X, this is not the job for you" too. */
const notMeant =
  /(?<!\p{L})(?:(?:rather than|as opposed to|(?<=(?:[—–,(-]|\sand|\sor)\s?)not(?!\s(?:only|just|merely|limited|necessarily|required|mandatory|essential|to|a must|a stranger|afraid|scared|shy|new|unfamiliar|less|fewer|more|yet|solely|exclusively)\s))\s(?:(?!(?:and|or|but|while)\s)[^\s.,;:!?()]+\s?){1,4}(?:or\s[^\s.,;:!?()]+)?|no\s(?:\p{L}+\s){1,4}(?:is|are)\s(?:required|needed|necessary|expected|involved)|(?:if|si|wenn|falls)\s[^.;!?]{1,160}?(?:not the (?:right )?(?:job|role|position|place)|no es (?:el|tu) (?:puesto|lugar|trabajo)|n['’]est pas (?:le poste|fait pour)|nicht die richtige)(?!\p{L})[^.;!?]*)/giu;

/** "Acme, a Beta company, is a logistics platform", "We're a global team of learners": whoever hires tells who they are. */
const employer =
  /(?:(?<=^|[.!?]\s)(?:[Ww]e(?:['’]re|\sare)|(?:Our\s\p{Ll}+|(?!(?:You|The|This|These|That|It|He|She|They|There|Here)\s)\p{Lu}[\p{L}\d.&-]*(?:\s\p{Lu}[\p{L}\d.&-]*){0,3})(?:,[^,.;]{2,40},)?\s(?:is|are|was))\s(?:a|an|the|one\sof|among)\s(?:[^.;:!?]{0,100}?[\s-])?(?:compan(?:y|ies)|start-?up|scale-?up|provider|leader|platform|developer\sof|consultanc(?:y|ies)|consultant|agency|firm|marketplace|manufacturer|vendor|bank|organi[sz]ation|institut(?:e|ion)|team\sof)(?!\p{L}))(?:(?!\s(?:looking|searching|hiring|seeking|in\sneed|and\swe|who)\s)[^.;!?])*/gu;

/** "We are reinventing technical support", "Our goal is to help …", "Acme offers monitoring": what the employer does for its customers. */
const offer =
  /(?<=^|[.!?,]\s)(?:(?:(?:Here )?[Aa]t\s\p{Lu}[^.,;!?]{1,40},\s)?(?:[Ww]e(?:['’]re|\sare)|(?:Our|The)\s(?:company|product|platform|software|app|solution)\sis)\s(?:building|reinventing|reimagining|revolutioni[sz]ing|transforming|disrupting|redefining|pioneering|changing|on a mission)|Our\s(?:mission|vision|goal|aim|purpose)\sis|(?!(?:You|The|This|That|It|He|She|They|There|Here|A|An)\s|[^.]{0,50}(?:[Ee]ngineer|[Dd]eveloper|[Mm]anager|[Ll]ead|[Aa]nalyst|[Dd]esigner|[Aa]rchitect|[Cc]andidate|[Ss]cientist|[Oo]wner|[Tt]ester|[Ss]pecialist|[Aa]dministrator)\s)\p{Lu}[\p{L}\d.&-]*(?:\s\p{Lu}[\p{L}\d.&-]*){0,2}\s(?:offers|provides|helps|enables|empowers|serves|powers|specializes|specialises)|\p{Lu}[\p{L}\d.&-]*\s(?:ist|est|es)\s(?:eine?|une?|una?|el|la|le)\s(?:\S+\s){0,3}?[^\s,.;]*(?:[Uu]nternehmen|[Pp]lattform|[Aa]nbieter|[Ss]tart-?up|[Hh]ersteller|[Ss]ervice|[Aa]gentur|[Ss]ystemhaus|entreprise|plateforme|société|éditeur|agence|empresa|plataforma|consultora))(?!\p{L})[^.;!?]*/gu;

/** "99.9 % uptime", "Achieve 99.9% uptime" measure the work once it is done; whoever maintains 99.9 % is asked for just that. */
const aFigure =
  /(?:(?<=^\P{L}{0,12})|(?<=(?<!\p{L})(?:achiev|reach|hit|attain)\p{L}*\s(?:at least\s|over\s)?))\d[\d.,]*\s?%\+?\s(?:\p{L}+\s)?(?:uptime|availability|reliability)(?!\p{L})/giu;

/** Whether a line says no more than a figure by which the work is measured. */
export function statesFigure(text: string): boolean {
  aFigure.lastIndex = 0;
  return aFigure.test(text);
}

const documentedWord = /document(?:s|ing)?\s/i;
const notMeantWord =
  /rather than|opposed to|(?:[—–,(-]\s?|and\s|or\s)not\s|(?<!\p{L})no\s|not the|no es|n['’]est pas|nicht die/iu;
const forOthersWord = /enabl|empower|allow/i;
const purposeWord =
  /ensur|guarant|maintain|meet|support|enabl|increas|achiev|facilitat|promot|boost|for (?:build|creat|develop|deliver|writ)ing/i;

/** Parts of a sentence that tell of something else than the work: technologies named there are still used. */
const asides: readonly { why: string; pattern: RegExp; word: RegExp }[] = [
  {
    why: "what others do with the result",
    word: forOthersWord,
    pattern: /(?<!\p{L})(?:empower|enabl|allow)(?:s|es|e|ing)?\s(?:\p{L}+\s){1,4}to\s[^.;:!?]*/giu,
  },
  { why: "what the work is good for", word: /\sfor\s/i, pattern: outcome },
  { why: "who the employer is", word: /\s(?:is|are|was)\s|[Ww]e['’]re/, pattern: employer },
  {
    why: "what the employer does",
    word: /(?:[Ww]e\sare|['’]re|\sis|offers|provides|helps|enables|empowers|serves|powers|speciali[sz]es|\sist|\ses|\sest)\s/,
    pattern: offer,
  },
  {
    why: "what the product does for those who use it",
    word: /helps?\s/i,
    pattern:
      /(?:\b(?:that|which)\shelps?|(?<!\p{L})to\shelp)\s(?:our\s|their\s)?(?:customers|clients|users|people|companies|businesses|organi[sz]ations|enterprises|teams everywhere)\s[^.;!?]*/giu,
  },
  {
    why: "what something is used for",
    word: /prevent|avoid|reduc|minimi|eliminat|mitigat/i,
    pattern:
      /(?<=(?<!\p{L})(?:us(?:e|es|ing)|leverag(?:e|es|ing)|with)\s[^.;:!?,]{2,50}\s)to\s(?:prevent|avoid|reduce|minimi[sz]e|eliminate|mitigate)\s[^.;:!?,]*/giu,
  },
  {
    why: "how something is done",
    word: /solutions|ideas|approach/i,
    pattern:
      /(?<=\p{L}\s)(?:with|through|by)\s(?:creative|innovative|elegant|smart|clever)\s(?:and\s\p{L}+\s)?(?:solutions|ideas|approach(?:es)?)(?!\p{L})/giu,
  },
  // Every call praises whom it calls; what is demanded of the person stands in the list below.
  {
    why: "praise in a call",
    word: /motivated|driven|passionate|enthusiastic/i,
    pattern:
      /(?<=(?<!\p{L})(?:seeking|looking for|hiring|searching for)\s(?:an?\s|our next\s)?)(?:(?:highly|self|well)[- ])?(?:motivated|driven|passionate|enthusiastic)(?=[,\s][^.;:!?]{0,80}?(?:engineer|developer|designer|manager|analyst|architect|scientist|tester|administrator|specialist|lead)(?!\p{L}))/giu,
  },
  {
    why: "a condition",
    word: /depending|depends|regardless|irrespective|je\snach|abhängig|en\sfonction|dependiendo/i,
    pattern:
      /(?<!\p{L})(?:depend(?:ing|s) (?:up)?on|regardless of|irrespective of|je nach|abhängig von|en fonction de|dependiendo de)\s[^.,;:!?()]*/giu,
  },
  {
    why: "a figure to reach",
    word: /%/,
    pattern: aFigure,
  },
  // "Python (for scripting, data manipulation)", "turning data and algorithms into products": what it is used for, what it is made of.
  {
    why: "what the technology is for",
    word: /\(/,
    pattern: /(?<=\p{L}\s?\((?:e\.g\. )?)(?:used )?for\s[^()]*(?=\))/giu,
  },
  {
    why: "what something is made from",
    word: /into/i,
    pattern:
      /(?<!\p{L})(?:convert|turn|transform|translat)(?:s|es|e|ing)?\s(?![^.;:,!?]{0,60}?(?:requirements?|needs|designs?|problems?|ideas|wireframes|mock-?ups|concepts)\s)[^.;:,!?]{1,60}?\sinto(?!\p{L})/giu,
  },
  {
    why: "what the documentation is about",
    word: /documentation/i,
    pattern: /(?<=documentation\s)(?:covering|about)\s[^.;:!?]*/giu,
  },
];
/** "Document code, APIs and guides": whoever writes about APIs is not asked to design them. */
const documented = /(?<=(?:^|[.:;]\s))document(?:s|ing)?\s(?:(?!\s(?:with|using|in)\s)[^.;:!?])*/giu;

const quality =
  /^(?:(?:code|software|data|product|application|system|high)[ -])?(?:quality|reliability|reliable|scalability|scalable|performance|performant|maintainability|maintainable|availability|consistency|efficiency|efficient|stability|stable|usability|clarity|readability|functionality|testability|robustness|robust|resilien(?:ce|t)|fault[ -]toleran(?:ce|t)|clean|accuracy|compliance|uptime|modularity)(?: (?:code|software|applications?|systems?|solutions?|services?|products?))?$/i;

/** "data platforms, enabling machine learning and analytics": what others will do with the result is not asked of the person. */
const forOthers =
  /(?:(?<=,)\s+(?:thereby |thus )?(?:enabling|empowering|allowing)|\bthat (?:enables?|empowers?|allows?))\s[^.;!?]*/giu;

/** As `matchAll`, which copies its pattern at every call: too dear for a dozen patterns on every line. */
function* occurrences(pattern: RegExp, text: string, word?: RegExp): Generator<RegExpExecArray> {
  // A word without which the pattern cannot match is found sooner than the pattern is tried everywhere.
  if (word && !word.test(text)) return;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const next = match.index + Math.max(1, match[0].length);
    yield match;
    pattern.lastIndex = next;
  }
}

/** Finds the parts of a text in which names of skills do not count. */
export function shadowsOf(text: string, company?: string): Shadow[] {
  const shadows: Shadow[] = [];
  for (let at = company ? text.indexOf(company) : -1; company && at >= 0; at = text.indexOf(company, at + 1))
    shadows.push({ from: at, to: at + company.length, why: "the employer's name", kind: "all" });
  if (/[@]|\S\.\w|:\/\//.test(text))
    for (const match of occurrences(addresses, text))
      shadows.push({
        from: match.index,
        to: match.index + match[0].length,
        why: "an address or file name",
        kind: "all",
      });

  for (const match of occurrences(forOthers, text, forOthersWord))
    shadows.push({
      from: match.index,
      to: match.index + match[0].length,
      why: "what the result is for",
      kind: "all",
    });

  // "a degree in computer science or statistics": the subjects that somebody studied are shown by papers.
  for (const start of [degree, degreeInShort, ofScience]) {
    for (const match of occurrences(start, text)) {
      const studied = match.index + match[0].length;
      const rest = text.slice(studied);
      const end = degreeEnd.exec(rest)?.index ?? rest.length;
      const to =
        start === ofScience ? studied : studied + end + (examples.exec(rest.slice(end))?.[0].length ?? 0);
      shadows.push({ from: match.index, to, why: "a degree", kind: "all" });
    }
  }

  for (const { pattern, word } of [
    { pattern: denied, word: undefined },
    { pattern: notMeant, word: notMeantWord },
  ])
    for (const match of occurrences(pattern, text, word))
      shadows.push({
        from: match.index,
        to: match.index + match[0].length,
        why: "said not to be asked",
        kind: "all",
      });

  for (const { pattern, why, word } of asides)
    for (const match of occurrences(pattern, text, word))
      shadows.push({ from: match.index, to: match.index + match[0].length, why, kind: "abilities" });

  for (const match of occurrences(documented, text, documentedWord))
    shadows.push({
      from: match.index,
      to: match.index + match[0].length,
      why: "what is documented",
      kind: "objects",
    });

  for (const match of occurrences(purpose, text, purposeWord))
    shadows.push({
      from: match.index,
      to: match.index + match[0].length,
      why: "what the work is for",
      kind: "qualities",
    });

  for (const start of [together, composedOf]) {
    for (const match of occurrences(start, text)) {
      const from = match.index + match[0].length;
      const rest = text.slice(from);
      const to = from + (phraseEnd.exec(rest)?.index ?? rest.length);
      const phrase = text.slice(from, to);
      const lastPerson = [...phrase.matchAll(peopleAtEnd)].at(-1);
      if (start === together && lastPerson)
        shadows.push({
          from,
          to: from + lastPerson.index + lastPerson[0].length,
          why: "people to work with",
          kind: "people",
        });
      departments.lastIndex = 0;
      if (departments.test(phrase)) shadows.push({ from, to, why: "names of teams", kind: "people" });
    }
  }
  return shadows;
}

export function isQuality(words: string): boolean {
  return quality.test(words.trim());
}

const anyDegree = new RegExp(`${degree.source}|${ofScience.source}`, "iu");
const anyDegreeInShort = new RegExp(degreeInShort.source, "u");
const bareDegree =
  /(?<!\p{L})(?:(?:bachelor|master|doctor)['’]?s? degree|(?:university|college|academic) degree|degree[- ]level|ph\.?d|doctorate|hochschulabschluss|abgeschlossenes studium)(?!\p{L})/iu;

/** Whether a text asks for a degree. */
export function asksForDegree(text: string): boolean {
  return anyDegree.test(text) || anyDegreeInShort.test(text) || bareDegree.test(text);
}
