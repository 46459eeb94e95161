// What the role is called. In: the blocks and the file's name. Out: the title with its line and the reason why it is the title.
// Trust falls in this order: front matter, heading, first bold line, a key line, the first sentence that names the role, the file's name.
import type { Block } from "./blocks.js";
import { lineAt } from "./passage.js";
import { announce, isMetadataKey } from "./section-words.js";

export interface TitleFinding {
  title: string;
  reason: string;
  /** 0 when no line of the document holds it. */
  line: number;
  block?: Block;
}

/** Nouns for people who do a job; a title nearly always ends in one. */
const roleNoun =
  /(?<!\p{L})(?:developers?|engineers?|programmers?|coders?|architects?|managers?|lead(?:er)?|designers?|analysts?|scientists?|administrators?|admin|specialists?|consultants?|testers?|directors?|head|officers?|owners?|master|coach|interns?|sre|dba|cto|researchers?|writers?|technicians?|apprentice|trainee|operator|strategist|advocate|expert|entwickler(?:in|:in|\*in)?|\p{L}*entwickler(?:in|:in|\*in)?|\p{L}*ingenieur(?:in)?|\p{L}*architekt(?:in)?|\p{L}*leiter(?:in)?|\p{L}*berater(?:in)?|werkstudent(?:in)?|praktikant(?:in)?|développeu(?:r|se)s?|ingénieure?s?|architecte|chef(?:fe)?|responsable|administrateur|administratrice|stagiaire|alternant|technicien(?:ne)?|desarrollador(?:a|es)?|ingenier[oa]|programador(?:a)?|arquitect[oa]|analista|administrador(?:a)?|jef[ea]|becari[oa]|líder)(?!\p{L})|エンジニア|開発者|プログラマー?|デベロッパー|アーキテクト|マネージャー|デザイナー|リーダー|アナリスト|サイエンティスト|工程[师師]|程序[员員]|程式設計師|架构师|架構師|[经經]理|开发(?:者|人员)|設計師|设计师|分析[师師]|科学家|主管/iu;

/** Words around a title that name the document or the opening's paperwork, each with what it is. */
const noise: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\uFE0F|\u200D|\s)+|(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\uFE0F|\u200D|\s)+$/gu,
    "a picture",
  ],
  [
    /^(?:(?:job|role|position) (?:description|profile|title|posting|ad|advert|spec(?:ification)?)|persona|job|role|position|title|vacancy|opening|open position|open role|hiring|we(?:['’]re| are) (?:hiring|looking for)(?: an?)?|wanted|now hiring|jd|stellenbeschreibung|stellenanzeige|stelle|fiche de poste|offre d['’]emploi|poste|descripción del puesto|oferta de empleo|puesto|募集要項|職種|职位描述|职位|職位|岗位|招聘|招募|募集)\s*[:：\-–—|]\s*/iu,
    "a kind of document",
  ],
  [/^(?:we(?:['’]re| are) (?:hiring|looking for)|hiring)(?: an?)?\s+(?=\p{L})/iu, "a call"],
  [/^(?:招聘|招募|募集|诚聘|急募)\s*[:：]?\s*/u, "a call"],
  [
    /\s*[-–—|:(]?\s*(?<!\p{L})(?:personas?|job description|job profile|job spec(?:ification)?|role (?:description|profile|overview)|position description|stellenbeschreibung|fiche de poste|descripción del puesto|募集要項|职位描述|招聘)\)?\s*$/iu,
    "a kind of document",
  ],
  [
    /\s*[-–—|,]?\s*[([]\s*(?:[mwdfhxi]\s*[/|*]\s*){1,3}[mwdfhxi*]\s*[)\]]|\s+(?:[mwfd]\s*\/\s*){1,2}[mwfdx](?=\s|$)|\s*\((?:all genders|any gender|gn|h\s*\/\s*f)\)/giu,
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
    /\s*[-–—|,(]\s*(?:(?:fully |100% |hybrid |on-?site )?remote(?: ok| first| possible)?|hybrid|on-?site|full[- ]?time|part[- ]?time|permanent|contract|freelance|vollzeit|teilzeit|cdi|cdd)\b(?:\s*[/,|]\s*(?:remote|hybrid|on-?site|full[- ]?time|part[- ]?time))*\s*\)?\s*$/iu,
    "a working arrangement",
  ],
  [/\s*\([^)]*\b(?:mandatory|required|must|obligatory|only|\d+\s*%)\b[^)]*\)/giu, "a remark"],
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

/** Keys whose value is the title. */
const titleKey =
  /^(?:(?:job|role|position) ?(?:title|name)|title|position|role|job|stelle|stellenbezeichnung|position[s]?bezeichnung|poste|intitulé(?: du poste)?|puesto|cargo|職種|ポジション|职位(?:名称)?|職位(?:名稱)?|岗位(?:名称)?)$/iu;

/** First sentences that name the role: "seeking an experienced X to join", "The X is responsible for". */
const sentences: readonly RegExp[] = [
  /\b(?:seeking|looking for|hiring|searching for|need|recruiting|add|welcome)\s+(?:an?|our (?:next|first)|talented|experienced|skilled|motivated)\s+([^.;:\n]{3,90}?)(?=\s+(?:to|who|that|with|for|in|at|on|based|located|willing|where|as)\b|[.,;:!(]|$)/iu,
  /\b(?:as|be|become)\s+(?:an?|our)\s+(?:new |next )?([^.;:\n]{3,80}?)(?=\s+(?:you|at|in|on|with|for|who|will|within)\b|[.,;:!(]|$)/iu,
  /^(?:the|an?)\s+([^.;:\n,]{3,60}?)\s+(?:is|are|will|assumes?|works?|designs?|builds?|leads?|plays?|reports?|develops?|helps?|supports?)\b/iu,
  /\b(?:suchen|sucht)\s+(?:wir\s+)?(?:eine[nr]?|dich als|sie als)?\s*([^.;:\n]{3,70}?)(?=\s+(?:mit|für|zur|zum|der|die|im|in|am)\s|[.,;:!(]|$)/iu,
  /\b(?:als)\s+([^.;:,\n]{3,60}?)(?=\s+(?:wirst|bist|arbeitest|werden|sind|gestaltest)\b)/iu,
  /\b(?:recherchons|recherche|cherchons)\s+(?:une?|notre)\s+([^.;:\n]{3,70}?)(?=\s+(?:pour|avec|qui|afin|dans|à)\s|[.,;:!(]|$)/iu,
  /\b(?:buscamos|busca|buscando)\s+(?:una?|nuestr[oa])?\s*([^.;:\n]{3,70}?)(?=\s+(?:para|con|que|en)\s|[.,;:!(]|$)/iu,
];
/** Praise before a title is no part of it. */
const praise =
  /^(?:(?:highly|very|truly|extremely|well|hands-on|self-motivated|detail-oriented|results-driven|motivated|experienced|talented|skilled|passionate|exceptional|dedicated|creative|innovative|enthusiastic|driven|strong|great|new|ambitious|proactive|dynamic|qualified|seasoned|curious|bright|smart|brilliant|additional|another|next|first|erfahrene[nr]?|engagierte[nr]?|motivierte[nr]?|qualifizierte[nr]?|expérimentée?|passionnée?)(?:,|\s+and|\s+und|\s*&)?\s+)+/iu;

/** Finds the title of a document from its blocks; `path` is the last resort. */
export function findTitle(
  blocks: readonly Block[],
  frontTitle: { text: string; line: number } | undefined,
  path: string,
): TitleFinding {
  if (frontTitle) return named(frontTitle.text, "front matter", frontTitle.line);

  const headings = blocks.filter((block) => block.kind === "heading").slice(0, 4);
  const candidates = headings.filter((block) => isTitleText(block.passage.text));
  const top =
    candidates.find((block) => roleNoun.test(block.passage.text) && block === headings[0]) ??
    candidates.find((block) => roleNoun.test(block.passage.text) && block.depth <= 2);
  if (top)
    return named(
      top.passage.text,
      top === headings[0] ? "first heading" : "first heading that names a role",
      top.line,
      top,
    );

  const bold = blocks
    .slice(0, 6)
    .find(
      (block) =>
        block.kind === "label" && isTitleText(block.passage.text) && roleNoun.test(block.passage.text),
    );
  if (bold)
    return named(
      bold.passage.text,
      bold.passage.bold.length > 0 ? "first bold line" : "first line",
      bold.line,
      bold,
    );

  for (const block of blocks) {
    if (block.label === "" || !titleKey.test(block.label.trim())) continue;
    const value = block.passage.text.slice(block.labelEnd).trim();
    if (value !== "" && value.split(/\s+/).length <= 8)
      return named(value, `line "${block.label}"`, block.line, block);
  }

  const first = headings[0];
  if (first && first.depth === 1 && isTitleText(first.passage.text))
    return named(first.passage.text, "first heading", first.line, first);

  // A file that begins with a short line and nothing else in it is titled by that line.
  const opening = blocks[0];
  if (
    opening?.kind === "paragraph" &&
    opening.passage.text.split(/\s+/).length <= 8 &&
    roleNoun.test(opening.passage.text) &&
    !/[.!?]$/.test(opening.passage.text)
  )
    return named(opening.passage.text, "first line", opening.line, opening);

  for (const block of blocks.slice(0, 12)) {
    if (block.kind !== "paragraph" && block.kind !== "item") continue;
    for (const pattern of sentences) {
      const match = pattern.exec(block.passage.text);
      const words = match?.[1]?.replace(praise, "").trim();
      if (!match || !words || words.split(/\s+/).length > 8 || !roleNoun.test(words)) continue;
      const end = roleNounEnd(words);
      const title = words.slice(0, end).replace(/\s*\*+/g, "");
      return {
        title:
          title.charAt(0).toUpperCase() === title.charAt(0) || /^[a-z]+[A-Z]/.test(title)
            ? title
            : title.charAt(0).toUpperCase() + title.slice(1),
        reason: `first sentence that names the role (line ${lineAt(block.passage, match.index)})`,
        line: lineAt(block.passage, match.index),
        block,
      };
    }
  }

  if (first && isTitleText(first.passage.text))
    return named(first.passage.text, "first heading", first.line, first);
  const name = (path.split("/").pop() ?? path)
    .replace(/\.(?:md|markdown|txt|mdx)$/i, "")
    .replace(/[-_.]+/g, " ")
    .trim();
  const title = name.replace(/(?<!\p{L})\p{Ll}/gu, (letter) => letter.toUpperCase());
  return { ...named(title, "file name", 0), line: 0 };
}

function roleNounEnd(words: string): number {
  let end = words.length;
  let last = -1;
  const global = new RegExp(roleNoun.source, "giu");
  for (const match of words.matchAll(global)) last = match.index + match[0].length;
  if (last > 0) end = last;
  return end;
}

/** A heading that announces a section ("Responsibilities", "About the role") is no title; one with a role noun may be. */
function isTitleText(text: string): boolean {
  const bare = cleanTitle(text).title;
  const announced = announce(bare);
  if (announced && !(roleNoun.test(bare) && announced.words.length < bare.length / 2)) return false;
  // Advertisements put places and hours into the heading; without a role in it, a line so long is a sentence.
  const most = roleNoun.test(bare) ? 40 : 12;
  return !isMetadataKey(bare) && bare.split(/\s+/).length <= most;
}

function named(raw: string, source: string, line: number, block?: Block): TitleFinding {
  const { title, taken } = cleanTitle(raw);
  const where = line > 0 ? `${source} (line ${line})` : source;
  const reason = taken.length > 0 ? `${where}, without ${taken.join(", ")}` : where;
  return block ? { title, reason, line, block } : { title, reason, line };
}
