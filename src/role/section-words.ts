// What headings and labels announce, in six languages, as one table of words. In: the text of a heading. Out: the kind of section, if known.
// Order matters: the first kind that has a word in the heading wins ("Bonus qualifications" is preferred, not required).

/** What stands below a heading. `nothing`: it describes the employer, the offer or the process, and demands nothing. */
export type SectionKind =
  | "nothing"
  | "preferred"
  | "required"
  | "skills"
  | "tools"
  | "duties"
  | "style"
  /** What somebody wants to learn: it names skills, but hardly demands them. */
  | "weak"
  /** What the work is like and what is hard about it: only named technologies say something about the demand. */
  | "setting"
  | "overview";

export interface Announcement {
  kind: SectionKind;
  /** The words that were recognised, as they stand. */
  words: string;
}

/** Words without accents and in lower case; a leading ^ or trailing $ pins them to the edge of the heading. */
const table: readonly (readonly [SectionKind, string])[] = [
  // Employer, offer, process, document.
  [
    "nothing",
    "life at \\S+|working (?:at|for|with) \\S+$|our (?:commitment|process|promise|office|locations?)$|what happens next|the good stuff|what we do$|why (?:this|the) (?:role|job)|physical (?:requirements|demands)|^travel(?: requirements?)?$|^notes?$|^duration$|^how we (?:hire|work)$|^our hiring|^(?:job )?highlights$",
  ],
  [
    "nothing",
    "was dich bei uns erwartet|was (?:wir|ich) (?:dir|ihnen) bieten?|(?:darauf|worauf) (?:kannst du dich|du dich|sie sich) freuen|das erwartet dich bei uns|(?:so|jetzt) bewirbst? du|arbeiten bei|unsere (?:werte|mission|kultur)|rahmenbedingungen|vie chez|notre (?:mission|culture|histoire)|pourquoi nous rejoindre|(?:les )?plus de l'entreprise|por que (?:unirte|nosotros)|nuestra (?:mision|cultura)|雰囲気|職場環境|職場の雰囲気|魅力|职位亮点|職位亮點|我们提供|我們提供|关于公司|團隊介紹|团队介绍|申请方式|申請方式|投递",
  ],
  [
    "nothing",
    "benefits?|perks?|what we (?:offer|give)|we offer|we provide|our offer|what you(?:'|’)?ll get|what you get|what(?:'|’)s in it for you|why (?:join|work|us|you(?:'|’)ll love)|compensation|salary|remuneration|pay$|holidays?$|vacation",
  ],
  [
    "nothing",
    "about (?:us|the (?:company|team|organi[sz]ation|employer|client|product)|our (?:company|team|client))|who we are|our (?:company|story|mission|values|culture|client)$|company (?:overview|profile|description|information)|the company$|(?<!your )mission$",
  ],
  [
    "nothing",
    "how to apply|applying|apply(?: now)?$|application (?:process|procedure)|(?:hiring|interview|recruitment|recruiting|selection) process|next steps|contact(?: us| information)?$|deadline",
  ],
  [
    "nothing",
    "equal[ -]opportunit(?:y|ies)|eeo\\b|diversity|inclusion statement|legal notice|disclaimer|privacy notice|accommodations?$|background check",
  ],
  [
    "nothing",
    "^(?:job |role |key |position )?(?:location|schedule|working hours|hours|start date|contract|employment type|job type|job (?:info(?:rmation)?|data|details)|metadata|tags?|keywords|version history|changelog|revision history|references|sources?|table of contents|contents)$|^metadata|document information|salary and location|previous roles|career path|progression$",
  ],
  // Who should not apply.
  [
    "nothing",
    "not (?:be )?(?:a |an |the )?(?:\\S+ )?(?:fit|match)|not for you|(?:is|are)n(?:'|’)t (?:(?:a|the) (?:\\S+ )?(?:fit|match)|for you)|should(?:n(?:'|’)t| not) apply",
  ],
  // Lists of who and what else there is.
  [
    "nothing",
    "^(?:(?:our |the )?(?:teams|squads|departments|partners|investors|awards|offices)|our (?:clients|customers)|timeline|faqs?|frequently asked questions|interview (?:loop|stages|steps|rounds|timeline)|(?:similar|related|other|more|open) (?:jobs|roles|positions|openings|vacancies)|share(?: this(?: (?:job|role|page))?)?|categories)$",
  ],
  ["nothing", "^(?:examples?|sample) (?:workflows?|prompts?|conversations?|dialogues?)"],
  // How somebody likes to work and learn, and by what they are measured once they work: facts and outcomes.
  [
    "nothing",
    "(?:where|when|how long) (?:and|&) (?:where|when|how long)|^(?:where|when) (?:you(?:'|’)ll|you will|we) work|(?:preferred )?learning (?:methods|preferences|style|resources)|^(?:key performance indicators|kpis?|(?:key )?success metrics|performance (?:metrics|indicators)|metrics of success|how (?:success is|we) measured?.*)(?: \\(kpis?\\))?$",
  ],
  ["setting", "pain points|frustrations|^work(?:ing|place)? environment(?: preferences)?$"],
  [
    "weak",
    "^(?:learning(?: (?:and|&) (?:growth|development))?|(?:personal|professional|career) (?:growth|development))$",
  ],
  [
    "nothing",
    "wir bieten|(?:dafur |das )?bieten wir(?: dir| ihnen| euch)?|unser angebot|das bieten wir|deine vorteile|ihre vorteile|uber uns|wer wir sind|das unternehmen|unternehmensprofil|bewerbung|bewerben|kontakt|ansprechpartner|verguung|gehalt|chancengleichheit|dich erwartet bei uns|standort$|arbeitsort$",
  ],
  [
    "nothing",
    "avantages|nous offrons|nous proposons|ce que nous offrons|a propos de (?:nous|l'entreprise|la societe)|qui sommes[- ]nous|l'entreprise$|la societe$|postuler|candidature|processus de recrutement|remuneration|salaire|egalite des chances|lieu(?: de travail)?$",
  ],
  [
    "nothing",
    "beneficios|que ofrecemos|ofrecemos|te ofrecemos|sobre nosotros|quienes somos|acerca de (?:nosotros|la empresa)|la empresa$|como postular|como aplicar|proceso de seleccion|salario|igualdad de oportunidades|ubicacion$",
  ],
  [
    "nothing",
    "福利厚生|待遇|給与|勤務地|勤務時間|会社概要|企業情報|企業概要|会社について|私たちについて|応募方法|選考プロセス|選考フロー|休日|福利|薪资|薪資|待遇|公司介绍|公司簡介|公司简介|关于我们|關於我們|工作地点|工作地點|应聘方式|應徵方式|投递方式|职位信息|職位資訊|标签|標籤|联系方式",
  ],
  // Optional.
  [
    "preferred",
    "^(?:should|could)$|icing on the cake|strong candidates may|^ideally(?:,| you)|it(?:'|’)s a plus|we(?:'|’)d love it if|differentiators?$|good to know$|(?:not a must|no must)[- ]?haves?|wir wunschen uns|wunschkriterien|gern gesehen|darüber hinaus|ideally$|les plus$|bonus$|deseamos|valoramos|あれば尚可|優遇",
  ],
  [
    "preferred",
    "nice[- ]to[- ]haves?|good[- ]to[- ]haves?|great[- ]to[- ]haves?|bonus(?: points?| qualifications?| skills?)?|(?:big |a |huge )?plus(?:es)?$|is a plus|preferred(?! (?:learning|work\\w*|location|start|communication|tools?|schedule|name|methods?|channels?))|desirables?|desired|advantageous|an advantage|optional|extra(?: skills?| points?| credit)|additional (?:skills?|qualifications?|experience)|would be (?:great|nice|a plus|an advantage|beneficial)|not (?:required|essential|mandatory)|brownie points|stand out|even better",
  ],
  [
    "preferred",
    "von vorteil|wunschenswert|pluspunkte?|idealerweise|das ware (?:toll|super)|schon ware|optional|zusatzliche (?:fahigkeiten|kenntnisse)|nicht zwingend",
  ],
  ["preferred", "souhaite(?:e|s|es)?|apprecie(?:e|s|es)?|un plus|serait un plus|les plus|atouts?|facultatif"],
  ["preferred", "deseables?|valorables?|se valora(?:ra)?|un plus|plus(?:es)?$|opcional(?:es)?"],
  ["preferred", "歓迎|尚可|あると望ましい|望ましい|加分|优先|優先|加分項|者优先"],
  // Insisted on.
  [
    "required",
    "(?:good|great|strong|perfect)? ?(?:fit|match) if|you(?:'|’)?(?: a)?re? an? (?:good|great|strong|perfect) (?:fit|match)|you should apply if|(?:role|job|position) is for you(?: if)?|you (?:know|can)$|superpowers?$|^you$|(?:sounds? like|is this|are) you$|makes you (?:great|a great|successful|stand)|what you know|we(?:'|’)d love to (?:hear from|talk|meet)|who (?:are|should) you|what (?:do|are) we (?:expect|looking for)|what we expect|we expect|what (?:do|should|must|will) you (?:have|bring|know|need)|person specification|^(?:your |must[- ]have )?certifications?$|^(?:spoken |foreign )?languages?$|you should (?:have|know|be)",
  ],
  [
    "required",
    "was (?:wir|ich) von (?:dir|ihnen) erwarten?|wir erwarten|das (?:solltest|kannst|hast) du|(?:uber|was) dich$|uber dich|was du (?:kannst|hast)|du (?:kannst|hast|bist)$|ce que (?:vous|tu) (?:apportez|apportes)|^vous (?:etes|avez)|lo que (?:necesitas|esperamos)|^experiencia$|^formacion|我们期望|我們期望|你需要|你具备|你具備|希望你",
  ],
  [
    "required",
    "must[- ]haves?|^must$|requirements?$|^(?:key |job |basic |minimum |technical |role |core )?requirements?|required|^requires?|mandatory|essentials?|prerequisites?|(?:minimum |basic |key |your )?qualifications?|what you(?:'|’)?ll (?:need|bring)|what you (?:need|bring|have)|you(?:'|’)ll (?:have|need|bring)|you (?:have|bring|need|must|are)$|who you are|about you|your (?:profile|background)|(?:ideal |the )?candidate(?: profile)?|what we(?:'|’)?re looking for|what we are looking for|what (?:do )?we look for|(?:we(?:'|’)re|we are) looking for|do we look for|we look for|we require|eligibility|selection criteria|experience$|background(?: (?:and|&) experience)?$|^background|^education",
  ],
  [
    "required",
    "anforderung(?:en|sprofil)?|(?:dein|ihr|unser) profil|^profil$|qualifikation(?:en)?|voraussetzungen|das bringst du mit|was du mitbringst|was sie mitbringen|das bringen sie mit|du bringst|sie bringen|muss[- ]kriterien|zwingend|must[- ]have|wen wir suchen|wir suchen",
  ],
  [
    "required",
    "profil (?:recherche|souhaite)|votre profil|ton profil|^profil$|exigences|prerequis|qualifications?|requis|obligatoires?|indispensables?|vous avez|ce que nous recherchons|experience requise",
  ],
  [
    "required",
    "requisitos|perfil(?: buscado| requerido)?|imprescindibles?|obligatorios?|requerid[oa]s?|que buscamos|lo que buscamos|experiencia requerida|formacion",
  ],
  [
    "required",
    "必須|応募資格|応募条件|求める人物像|求める人材|必要な(?:経験|スキル)|資格要件|任职要求|任職要求|职位要求|職位要求|岗位要求|崗位要求|任职资格|要求|必备|必備|資格條件|资格条件",
  ],
  // Abilities and technologies.
  [
    "tools",
    "^tech$|your toolkit|tech(?:nology)? we use|what we (?:use|work with)$|stack technique|^stack|pila tecnologica|技術スタック|使用技术|使用技術",
  ],
  [
    "tools",
    "tools?(?:\\b.*)?|toolbox|technolog(?:y|ies)|(?:tech|technology|technical)[ -]?stack|our stack|^stack$|technical environment|tooling|software$|platforms?$",
  ],
  [
    "tools",
    "technologien|werkzeuge|tech[- ]?stack|environnement technique|technologies|outils|tecnologias|herramientas|使用技術|開発環境|技術スタック|技术栈|技術棧|开发工具",
  ],
  [
    "skills",
    "skills?|competenc(?:y|ies|e|es)|knowledge|expertise|capabilit(?:y|ies)|abilities|proficienc(?:y|ies)|specializations?|know[- ]?how|attributes|strengths|behaviou?rs",
  ],
  [
    "skills",
    "kenntnisse|fahigkeiten|kompetenz(?:en)?|faehigkeiten|wissen$|competences?|connaissances|savoir[- ](?:faire|etre)|aptitudes|habilidades|competencias|conocimientos|aptitudes|スキル|知識|能力|经验|技能|专业技能|知识",
  ],
  // The work.
  ["style", "approach to (?:tasks?|work|problems?|projects?)"],
  [
    "duties",
    "^your (?:mission|challenges?)$|what (?:will|would|do) you (?:be )?do(?:ing)?|what you will be doing|make an impact$|where you come in|your impact|what success looks like|(?:first|in your first|your first) (?:\\d+ )?(?:days|weeks|months?|year)|^milestones$|^impact$|^ownership$|das (?:machst|tust) du(?: bei uns)?|was du (?:machst|tust|bewegst)|tes missions|ce que (?:vous ferez|tu feras)|tu dia a dia|やること|担当して|お任せする|你将会|你將會|你会做|你要做",
  ],
  [
    "duties",
    "responsibilit(?:y|ies)|duties|accountabilities|what you(?:'|’)?ll (?:do|be doing|work on)|what you (?:will )?do|you(?:'|’)ll(?: do)?$|you will(?: be| do)?$|your (?:role|tasks|mission|impact|day|work)|day[- ]to[- ]day|daily activities|a typical day|tasks?$|the work$|key activities|deliverables|in this role|expectations|objectives|goals?|success metrics|key performance indicators|kpis?$|job functions?|scope",
  ],
  [
    "duties",
    "aufgaben(?:gebiet)?|tatigkeiten|verantwortlichkeiten|verantwortung|deine rolle|ihre rolle|das erwartet dich|was dich erwartet|ziele|missions?$|vos missions|vos responsabilites|responsabilites|taches|vos taches|le poste|responsabilidades|funciones|tareas|que haras|tus funciones|objetivos|仕事内容|業務内容|職務内容|主な業務|担当業務|岗位职责|崗位職責|工作职责|工作職責|工作内容|工作內容|职责|職責",
  ],
  // How somebody works.
  [
    "style",
    "best practices|approach(?:es)?\\b.*|methodolog(?:y|ies)|work(?:ing)? (?:style|environment|approach|preferences).*|work environment.*|ways of working|communication style|development preferences|preferences|philosophy|principles|learning|challenges|constraints|directives|workflows?|protocol",
  ],
  [
    "style",
    "arbeitsweise|methodik|herausforderungen|methodes?(?: de travail)?|metodologia|forma de trabajo|開発手法|働き方|工作方式",
  ],
  // The role in general.
  [
    "overview",
    "overview|summary|about (?:the |this )?(?:role|job|position|opportunity)|about$|(?:job|role|position) (?:description|summary|overview|purpose)|description$|purpose|^the (?:role|job|position|opportunity)|^role$|^position$|introduction|your role",
  ],
  [
    "overview",
    "stellenbeschreibung|beschreibung|uberblick|zusammenfassung|description du poste|le poste|resume|descripcion(?: del puesto)?|resumen|el puesto|募集要項|募集背景|概要|职位描述|職位描述|岗位描述|职位概述|職位概述",
  ],
];

/** Lower case, no accents, one kind of apostrophe: what the words of the table look like. */
export function foldHeading(text: string): string {
  // Most texts have no accents to take off.
  const plain = /^[\x20-\x7e]*$/.test(text)
    ? text
    : text
        .normalize("NFD")
        .replace(/[\u0300-\u036f]/g, "")
        .normalize("NFC");
  return plain
    .toLowerCase()
    .replace(/ß/g, "ss")
    .replace(/’/g, "'")
    .replace(/^[\s\d.)(:#*–—-]+/u, "")
    .replace(/(?<![\s:：.!?？*])[\s:：.!?？*]+$/u, "")
    .replace(/\s+/g, " ");
}

const kinds: { kind: SectionKind; pattern: RegExp }[] = table.map(([kind, words]) => ({
  kind,
  pattern: patternOf(alternativesIn(words)),
}));

/** One pattern for all words of a row; the edges of words stand in it once, because each costs time when it is compiled. */
function patternOf(words: readonly string[]): RegExp {
  const isCjk = (word: string) => /[\u3040-\u30ff\u4e00-\u9fff]/.test(word);
  const spaced = words.filter((word) => !isCjk(word));
  const parts = words.filter(isCjk);
  if (spaced.length > 0) parts.unshift(`(?<![\\p{L}\\p{N}])(?:${spaced.join("|")})(?![\\p{L}\\p{N}])`);
  return new RegExp(parts.join("|"), "u");
}

/** Splits at the bars outside parentheses. */
function alternativesIn(words: string): string[] {
  const parts: string[] = [""];
  let depth = 0;
  for (const character of words) {
    if (character === "(") depth++;
    if (character === ")") depth--;
    if (character === "|" && depth === 0) parts.push("");
    else parts[parts.length - 1] += character;
  }
  return parts;
}

const remembered = new Map<string, Announcement | undefined>();

/** What a heading announces; undefined when it only names a topic ("Web Frameworks & APIs" names one, "Tools" announces). */
export function announce(heading: string): Announcement | undefined {
  if (heading.length > 80) return undefined;
  if (remembered.has(heading)) return remembered.get(heading);
  const folded = foldHeading(heading);
  let found: Announcement | undefined;
  // A heading names, a sentence tells: long ones announce nothing.
  if (folded !== "" && folded.split(" ").length <= 10) {
    for (const { kind, pattern } of kinds) {
      const match = pattern.exec(folded);
      if (!match) continue;
      found = { kind, words: match[0] };
      break;
    }
    // "About Acme": whoever is named there is the employer.
    if (!found && /^(?:about|uber|sobre|a propos d(?:e|u|es)) \S+(?: \S+)?$/.test(folded))
      found = { kind: "nothing", words: folded };
  }
  if (remembered.size > 5000) remembered.clear();
  remembered.set(heading, found);
  return found;
}

/** Whether a text is short and plain enough to be a label at all. */
export function plainLabelWords(text: string): boolean {
  const words = text.trim().split(/\s+/);
  return words.length <= 9 && text.length <= 80 && !/[,;].*[,;]|[.!]\s+\S/.test(text);
}

/** Keys of key lines and front matter that describe the opening, not what it demands. */
const metadataWords = new RegExp(
  `^(?:${[
    "(?:job |work |office )?locations?|city|country|region|remote(?: policy)?|on-?site|workplace|office",
    "department|division|business unit|unit|organi[sz]ation|company|employer|client|team(?: size| name)?|reports? to|reporting (?:to|line)|line manager|manager|direct reports|hiring manager|recruiter|contact|e-?mail|phone|address",
    "(?:employment |job |contract |position )?type|contract|duration|full[- ]time|part[- ]time|schedule|(?:working |core |work )?hours|shift|focus time|start(?:ing)?(?: date)?|end date|deadline|closing date|posted(?: at| on)?|date(?: posted)?|published|updated|last updated|created(?: by| at| on)?|author|owner|version|status|revision|fetched at",
    "salary(?: range)?|compensation|pay(?: range| band)?|rate|bonus|benefits?|equity|budget|grade|band|job (?:code|id|number|family|req(?:uisition)?(?: (?:id|number|code|#))?)|req(?:uisition)?(?: id| number| #)?|reference|ref|id|slug|url|link|source.*|website|apply(?: here| at)?|download|category|categories|tags?|keywords|industry|sector|domain|job title|title|position|role|openings?|vacancies|number of positions|travel|visa|clearance|time ?zone|languages? of this document|layout|permalink|class|photo|image|icon|lang|locale|draft|weight|label|excerpt|hashtags|timestamp|order|slug|document (?:id|number|owner)|experience band|seniority(?: level)?|role level|previous roles?|context window.*",
    "standort|ort|arbeitsort|abteilung|vertragsart|arbeitszeit|beginn|eintritt.*|gehalt|unternehmen|firma|ansprechpartner|bewerbungsfrist|referenz.*",
    "lieu|localisation|secteur|remuneration|service|departement|contrat|type de contrat|salaire|date de debut|duree|rattachement|entreprise",
    "ubicacion|localizacion|localidad|lugar|rol|industria|sector|departamento|contrato|tipo de contrato|salario|horario|jornada|empresa|fecha.*|modalidad",
    "勤務地|給与|年収|雇用形態|勤務時間|会社名?|部署|公司|地[点點]|工作地[点點]|部门|部門|薪[资資].*|[远遠]端.*|[发發]布.*|[职職]位[网網]址|擷取.*|[资資]料[来來]源|原始.*|类型|類型|职位|職位",
  ].join("|")})$`,
  "u",
);

/** Facts themselves, without a key: as a heading ("Remote", "Full-time") they say nothing about what stands below. */
const bareFact =
  /^(?:(?:fully |100% )?remote(?: ok| first| only)?|hybrid|on-?site|full[- ]time|part[- ]time|permanent|contract|freelance)(?: (?:remote|role|position|job))?$/u;

export function isBareFact(heading: string): boolean {
  return bareFact.test(foldHeading(heading).replace(/^[^\p{L}\d]+|[^\p{L}\d]+$/gu, ""));
}

/** Whether a key names a fact about the opening ("Location", "Reports to", "Salary"). */
export function isMetadataKey(key: string): boolean {
  return metadataWords.test(foldHeading(key.replace(/_/g, " ")));
}
