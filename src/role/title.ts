// What the role is called. In: the blocks and the file's name. Out: the title with its line and the reason why it is the title.
// Trust falls in this order: front matter, heading, first bold line, a key line, the first sentence that names the role, the file's name.
import type { Block } from "./blocks.js";
import { cleanTitle } from "./clean-title.js";
import { levelOfTitle } from "./level.js";
import { lineAt } from "./passage.js";
import { announce, isMetadataKey } from "./section-words.js";

export interface TitleFinding {
  title: string;
  /** As it stands in the document, with what was taken off: "(Conversational Spanish is mandatory)". */
  raw?: string;
  reason: string;
  /** 0 when no line of the document holds it. */
  line: number;
  block?: Block;
}

/** Nouns for people who do a job; a title nearly always ends in one. */
const roleNoun =
  /(?<!\p{L})(?:developers?|engineers?|programmers?|coders?|architects?|managers?|lead(?:er)?|designers?|analysts?|scientists?|administrators?|admin|specialists?|consultants?|testers?|directors?|head|officers?|owners?|master|coach|interns?|sre|dba|cto|researchers?|writers?|technicians?|apprentice|trainee|operator|strategist|advocate|expert|entwickler(?:in|:in|\*in)?|\p{L}*entwickler(?:in|:in|\*in)?|\p{L}*ingenieur(?:in)?|\p{L}*architekt(?:in)?|\p{L}*leiter(?:in)?|\p{L}*berater(?:in)?|werkstudent(?:in)?|praktikant(?:in)?|développeu(?:r|se)s?|ingénieure?s?|architecte|chef(?:fe)?|responsable|administrateur|administratrice|stagiaire|alternant|technicien(?:ne)?|desarrollador(?:a|es)?|ingenier[oa]|programador(?:a)?|arquitect[oa]|analista|administrador(?:a)?|jef[ea]|becari[oa]|líder)(?!\p{L})|エンジニア|開発者|プログラマー?|デベロッパー|アーキテクト|マネージャー|デザイナー|リーダー|リード|アナリスト|サイエンティスト|工程[师師]|程序[员員]|程式設計師|架构师|架構師|[经經]理|开发(?:者|人员)|設計師|设计师|分析[师師]|科学家|主管/iu;

/** Keys whose value is the title. */
const titleKey =
  /^(?:(?:job|role|position) ?(?:title|name)|title(?: of (?:the )?(?:role|position|job))?|position|role|job|opening|vacancy|stelle|stellen(?:bezeichnung|titel)|jobtitel|position[s]?bezeichnung|poste|intitulé(?: du poste)?|titre(?: du poste)?|puesto|cargo|nombre del puesto|título(?: del puesto)?|(?:募集)?職種(?:名)?|(?:募集)?ポジション(?:名)?|(?:招聘)?职位(?:名称)?|(?:招聘)?職位(?:名稱)?|(?:招聘)?岗位(?:名称)?)$/iu;

/** "développeur(se)", "Entwickler:in", "ingeniero/a": the endings for other genders. */
const genderEnding =
  /(?<=\p{L}{4})(?:\((?:e|se|ne|trice|a|in|innen)\)|[:*_·/](?:in(?:nen)?|e|se|ne|trice|a)(?!\p{L}))/giu;

/** First sentences that name the role: "seeking an experienced X to join", "The X is responsible for"; in French and Spanish the noun comes first. */
const sentences: readonly { pattern: RegExp; nounFirst?: boolean; calls?: boolean }[] = [
  {
    pattern:
      /\b(?:seeking|looking for|hiring|searching for|need|recruiting|add|welcome)\s+(?:an?|our (?:next|first)|talented|experienced|skilled|motivated)\s+([^.;:\n]{3,90}?)(?=\s+(?:to|who|that|with|for|in|at|on|based|located|willing|where|as)\b|[.,;:!(]|$)/iu,
    calls: true,
  },
  {
    pattern:
      /\b(?:as|be|become)\s+(?:an?|our)\s+(?:new |next )?([^.;:\n]{3,80}?)(?=\s+(?:you|at|in|on|with|for|who|will|within)\b|[.,;:!(]|$)/iu,
  },
  {
    pattern:
      /^(?:the|an?)\s+([^.;:\n,]{3,60}?)\s+(?:is|are|will|assumes?|works?|designs?|builds?|leads?|plays?|reports?|develops?|helps?|supports?)\b/iu,
  },
  {
    pattern:
      /\b(?:suchen|sucht)\s+(?:wir\s+)?(?:(?:ab sofort|zum [\p{L} ]{3,30}? Zeitpunkt|zur Verstärkung [\p{L} ]{3,40}?|für unser \p{L}+)\s+)?(?:eine(?:[nr]|[:/*]n|\(n\))?|dich als|sie als)?\s*([^.;:\n]{3,70}?)(?=\s+(?:mit|für|zur|zum|der|die|im|in|am)\s|[.,;:!(]|$)/iu,
    calls: true,
  },
  {
    pattern: /\b(?:als)\s+([^.;:,\n]{3,60}?)(?=\s+(?:wirst|bist|arbeitest|werden|sind|gestaltest)\b)/iu,
    calls: true,
  },
  {
    pattern:
      /\b(?:recherchons|recherche|cherchons|recrutons)\s+(?:une?(?:\(e\)|·e|\/une)?|notre)\s+([^.;:\n]{3,70}?)(?=\s+(?:pour|avec|qui|afin|dans|à)\s|[.,;:!(]|$)/iu,
    nounFirst: true,
    calls: true,
  },
  {
    pattern:
      /\b(?:buscamos|busca|buscando)\s+(?:una?(?:\(a\)|\/una?)?|nuestr[oa])?\s*([^.;:\n]{3,70}?)(?=\s+(?:para|con|que|en)\s|[.,;:!(]|$)/iu,
    nounFirst: true,
    calls: true,
  },
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
    // The head of a table of two columns is a fact like its rows.
    const [key, value] =
      block.key === "head" && block.cells.length === 2
        ? block.cells.map((cell) => cell.text.trim())
        : [block.label.trim(), block.passage.text.slice(block.labelEnd).trim()];
    if (key && value && titleKey.test(key) && value.split(/\s+/).length <= 8)
      return named(value, `line "${key}"`, block.line, block);
  }

  const under = underTitleHeading(blocks);
  if (under) return under;

  const first = headings[0];
  // Where the first heading greets or names the employer, a deeper one or the text says who is looked for.
  const unnamed = !first || (!roleNoun.test(first.passage.text) && !levelOfTitle(first.passage.text));
  if (unnamed) {
    const deeper = candidates.find(
      (block) => roleNoun.test(block.passage.text) && block.passage.text.split(/\s+/).length <= 6,
    );
    if (deeper && first && call.test(first.passage.text))
      return named(deeper.passage.text, "first heading that names a role", deeper.line, deeper);
    const called = inSentence(blocks.slice(0, 8), true);
    if (called) return called;
  }
  if (first && first.depth === 1 && !call.test(first.passage.text) && isTitleText(first.passage.text))
    return named(first.passage.text, "first heading", first.line, first);

  // A file that begins with a short line and nothing else in it is titled by that line.
  const opening = blocks[0];
  const second = opening?.passage.starts[1];
  if (opening && second && titleKey.test(opening.passage.text.slice(0, second.at).trim())) {
    const end = opening.passage.starts[2]?.at;
    const value = opening.passage.text.slice(second.at, end).trim();
    if (value.split(/\s+/).length <= 8) return named(value, "line below its name", second.line, opening);
  }
  if (
    opening?.kind === "paragraph" &&
    opening.passage.text.split(/\s+/).length <= 8 &&
    roleNoun.test(opening.passage.text) &&
    !/[.!?]$/.test(opening.passage.text)
  )
    return named(opening.passage.text, "first line", opening.line, opening);

  const told = inSentence(blocks.slice(0, 12), false);
  if (told) return told;

  if (first && isTitleText(first.passage.text))
    return named(first.passage.text, "first heading", first.line, first);
  const name = (path.split("/").pop() ?? path)
    .replace(/\.(?:md|markdown|txt|mdx)$/i, "")
    .replace(/[-_.]+/g, " ")
    // Dates, versions and the kind of document are the file's, not the role's.
    .replace(
      /^\d{4} ?\d{2} ?\d{2}\s+(?=\S)|^(?:jd|job description|job|role)\s+(?=\S)|\s+(?:v\d+|jd|job description|final|draft)$/gi,
      "",
    )
    .trim();
  const title = name.replace(/(?<!\p{L})\p{Ll}/gu, (letter) => letter.toUpperCase());
  return { ...named(title, "file name", 0), line: 0 };
}

/** The first sentence that names the role; with `callsOnly`, one that looks for somebody. */
function inSentence(blocks: readonly Block[], callsOnly: boolean): TitleFinding | undefined {
  for (const block of blocks) {
    if (block.kind !== "paragraph" && block.kind !== "item") continue;
    const text = block.passage.text.replace(genderEnding, "");
    for (const { pattern, nounFirst, calls } of sentences) {
      if (callsOnly && !calls) continue;
      const match = pattern.exec(text);
      const words = match?.[1]?.replace(praise, "").trim();
      if (!match || !words || words.split(/\s+/).length > 8 || !roleNoun.test(words)) continue;
      const end = nounFirst ? words.length : roleNounEnd(words);
      const title = words.slice(0, end).replace(/\s*\*+/g, "");
      const at = Math.max(match.index, block.passage.text.indexOf(title.split(" ")[0] ?? title));
      return {
        title:
          title.charAt(0).toUpperCase() === title.charAt(0) || /^[a-z]+[A-Z]/.test(title)
            ? title
            : title.charAt(0).toUpperCase() + title.slice(1),
        reason: `first sentence that names the role (line ${lineAt(block.passage, at)})`,
        line: lineAt(block.passage, at),
        block,
      };
    }
  }
  return undefined;
}

/** What a sentence says of the person it looks for, praise and level included: "a senior engineer". */
export function soughtIn(text: string): string | undefined {
  if (!/seek|look|hir|search|need|recru|add|welcome|such|als\s|cherch|busca/iu.test(text)) return undefined;
  const plain = text.replace(genderEnding, "");
  for (const { pattern, calls } of sentences) {
    const match = calls ? pattern.exec(plain) : undefined;
    // "We are not looking for a junior developer."
    if (match && /(?<!\p{L})(?:not|nicht|pas|no)\s+(?:\p{L}+\s+)?$/iu.test(plain.slice(0, match.index)))
      continue;
    const words = match?.[1];
    if (words && roleNoun.test(words) && words.split(/\s+/).length <= 10) return words;
  }
  return undefined;
}

/** Headings that call or greet: what they say is no title while anything else may be one. */
const call =
  /^\P{L}*(?:join|come|work (?:with|for|at)|we(?:['’]re| are)|(?:now )?hiring|careers?|welcome|hello|willkommen|bienvenue|bienvenid|jobs?(?! title)|opportunit|vacanc|rejoi(?:gnez|ns)|on recrute|nous recrutons|verstärkung|werde|komm|wir suchen|únete|trabaja|加入|招聘|诚聘|募集|採用|一緒に)/iu;

/** "## Job title" with a short line below it; in a list too, an entry "Role" and the next. */
function underTitleHeading(blocks: readonly Block[]): TitleFinding | undefined {
  for (const [at, block] of blocks.entries()) {
    if (block.kind !== "heading" && block.kind !== "label" && block.kind !== "item") continue;
    const below = blocks[at + 1];
    const key = block.passage.text.replace(/\s*[:：]\s*$/u, "").trim();
    if (!titleKey.test(key) || !below || below.leadIn || below.label !== "") continue;
    if (below.kind === "heading" || below.kind === "row" || below.kind === "aside") continue;
    const { text } = below.passage;
    if (roleNoun.test(text) && text.split(/\s+/).length <= 8 && !/[.!?。]$/u.test(text))
      return named(text, `below "${key}"`, below.line, below);
  }
  return undefined;
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
  // Key lines with a line of hyphens below them are a heading in Markdown, and data for their author.
  if ((text.match(/(?<!\S)[\p{L}_-]+:\s/gu)?.length ?? 0) >= 3) return false;
  if (/採用(?:情報|ページ|サイト)|招聘信息|招聘資訊|^求人票$/u.test(text)) return false;
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
  return block ? { title, raw, reason, line, block } : { title, raw, reason, line };
}
