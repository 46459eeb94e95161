// Takes off a title what names the document or the opening's paperwork. In: a heading or a value. Out: the title, and what was taken, to be told.
// Nothing is ever put in; where all of it is noise, it stays.

/** Words around a title that name the document or the opening's paperwork, each with what it is. */
const noise: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\uFE0F|\u200D|\s)+|(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\uFE0F|\u200D|\s)+$/gu,
    "a picture",
  ],
  [/^\d{1,2}(?:\.\d+)*[.)]\s+(?=\p{L})/gu, "punctuation"],
  [
    /^(?:the |our |your )?(?:(?:job|role|position) (?:description|profile|title|posting|ad|advert|spec(?:ification)?)|persona|job|role|position|title|vacancy|opening|open position|open role|hiring|we(?:['’]re| are) (?:hiring|looking for)(?: an?)?|wanted|now hiring|jd|stellenbeschreibung|stellenanzeige|stelle|fiche de poste|offre d['’]emploi|poste|descripción del puesto|oferta(?: de (?:empleo|trabajo))?|vacante|puesto|offre|stellenangebot|stellenausschreibung|jobangebot|募集要項|(?:募集)?ポジション|(?:募集)?職種|职位描述|职位|職位|岗位|招聘|招募|募集)\s*[:：\-–—|]\s*/iu,
    "a kind of document",
  ],
  [
    /^(?:(?:(?:we(?:['’]re| are) )?(?:(?:now )?hiring|looking for|seeking)|join (?:us|our team|the team) as|(?:job |open )?(?:opening|vacancy|position|role) for|wanted)(?: an?| our(?: next)?)?|wir suchen(?: dich als)?(?: eine?(?:[:/*(]?n\)?)?)?|gesucht|(?:nous )?(?:recherchons|recrutons)(?: une?(?:\(e\))?)?|on recrute(?: une?(?:\(e\))?)?|(?:se )?busca(?:mos)?(?: una?(?:\(a\))?)?)\s*[:：]?\s+(?=\p{L})/iu,
    "a call",
  ],
  [/^(?:招聘|招募|募集|诚聘|急募)\s*[:：]?\s*/u, "a call"],
  [
    /\s*[-–—|:(]?\s*(?<!\p{L})(?:personas?|job description|job profile|job spec(?:ification)?|role (?:description|profile|overview)|position description|stellenbeschreibung|fiche de poste|descripción del puesto|募集要項|职位描述|招聘)\)?\s*$/iu,
    "a kind of document",
  ],
  [
    /\s*[-–—|,]?\s*[([]\s*(?:[mwdfhxi]\s*[/|*]\s*){1,3}[mwdfhxi*]\s*[)\]]|\s+(?:[mwfdh]\s*\/\s*){1,2}[mwfdhx](?=\s|$)|\s*\((?:all genders|any gender|gn|h\s*\/\s*f)\)/giu,
    "a note on gender",
  ],
  [/^\s*[[【［][^\]】］]{1,30}[\]】］]\s*(?=\p{L})/gu, "a tag"],
  [
    /\s*[-–—|(（]?\s*(?:の)?(?:募集要項|募集中|募集|求人(?:票|情報)?|招聘(?:启事)?|招募|職位描述|职位描述)[)）]?\s*$/gu,
    "a kind of document",
  ],
  [/\s*[([](?=[^)\]]*\d)[0-9a-f]{6,}[)\]]/giu, "a reference number"],
  [/(?<=\p{L})(?:[:*_·/]in(?:nen)?|\(in\)|\(e\))(?=\s|$)/gu, "a gender ending"],
  [/(?<=\S)\s*\*+(?=\s|$)|^\*+\s*/gu, "an asterisk"],
  [
    /\s*[([]?\s*(?:req(?:uisition)?|job|ref(?:erence)?|position|posting)?\.?\s*(?:id|no\.?|number|#|code)\s*[:.#]?\s*[A-Z]*[-_]?\d[\w-]*\s*[)\]]?/giu,
    "a requisition number",
  ],
  [/\s*[([]?\b(?:REQ|JR|JOB|R)[-_]?\d{3,}\b[)\]]?|\s*#\d+/gu, "a requisition number"],
  [
    /\s*[-–—|,(]\s*(?:(?:fully |100% |hybrid |on-?site )?remote(?: ok| first| possible)?|hybrid|on-?site|full[- ]?time|part[- ]?time|permanent|contract|freelance|vollzeit|teilzeit|cdi|cdd)\b(?:\s*[/,|]\s*(?:remote|hybrid|on-?site|full[- ]?time|part[- ]?time))*(?:\s*\([^()]*\))?\s*\)?(?:\s*[-–—|,]\s*[^-–—|,]{2,40})?\s*$/iu,
    "a working arrangement",
  ],
  [
    /\s*[([](?:open|closed|filled|abiert[ao]|cerrad[ao]|cubiert[ao]|ouvert|pourvue?|besetzt|offen)[)\]]/giu,
    "whether it is open",
  ],
  [/\s*\([^)]*\b(?:mandatory|required|must|obligatory|only|\d+\s*%)\b[^)]*\)/giu, "a remark"],
  [
    /(?<=\p{L}\)?)\s+(?:at|@|bei|chez)\s+\p{Lu}[\p{L}\d.&'’-]*(?:\s\p{Lu}[\p{L}\d.&'’-]*){0,3}\s*!?\s*$/gu,
    "the employer",
  ],
  [/\s*!+\s*$/gu, "punctuation"],
  [/\s*[-–—|]\s*$|^\s*[-–—|]\s*|\s*[:：]\s*$|^["'“”]|["'“”]$/gu, "punctuation"],
];

/** Longer than any title, and short enough for every pattern above. */
const longestTitle = 300;

/** Takes the noise off a title; says what was taken. */
export function cleanTitle(raw: string): { title: string; taken: string[] } {
  const whole = raw.replace(/\s+/g, " ").trim();
  let title = whole.slice(0, longestTitle);
  const taken: string[] = [];
  if (title !== whole) {
    title = `${title.replace(/\s\S{0,40}$/, "")} …`;
    taken.push(`what stands beyond ${longestTitle} characters`);
  }
  // Twice, because taking one thing off can bare another: "🚀 Job: Go Developer (m/f/d)".
  for (let round = 0; round < 2; round++) {
    for (const [pattern, what] of noise) {
      pattern.lastIndex = 0;
      const next = title.replace(pattern, "").replace(/\s+/g, " ").trim();
      if (next === title || next === "") continue;
      const removed =
        what === "punctuation" || what === "a picture" || what === "an asterisk"
          ? ""
          : removedWords(title, next);
      title = next;
      const note = removed === "" ? what : `"${removed}" (${what})`;
      if (!taken.includes(note) && what !== "punctuation") taken.push(note);
    }
  }
  return { title, taken };
}

function removedWords(before: string, after: string): string {
  let from = 0;
  while (from < after.length && before[from] === after[from]) from++;
  const length = before.length - after.length;
  return before
    .slice(from, from + length)
    .replace(/^[\s\-–—|:([]+|[\s\-–—|:)\]]+$/gu, "")
    .trim();
}
