// In: words that other tools use for kinds, levels, minutes and states. Out: ours, or undefined for what is none of them.
import type { QuestionKind, QuestionLevel, QuestionStatus } from "../bank/question-bank.js";

const kinds: readonly [QuestionKind, RegExp][] = [
  ["code-review", /code.?review|pull.?request/],
  ["coding", /\bcod(?:e|ing)\b|programming|live.?cod|pair|algorithm|exercise|take.?home/],
  ["design", /design|architect|whiteboard/],
  ["behavioral", /behaviou?r|past|experience|star\b|competency.?based|soft.?skill/],
  ["situational", /situation|hypothetical|scenario|case|role.?play/],
  ["technical", /technic|knowledge|domain|theor|concept|skill/],
];

/** The kind that a word such as "Behavioural" or "System design" means. */
export function kindOf(words: string): QuestionKind | undefined {
  const wanted = words.trim().toLowerCase();
  return kinds.find(([kind, pattern]) => kind === wanted || pattern.test(wanted))?.[0];
}

/** The kind that a question's own words give away. */
export function kindOfWording(wording: string): QuestionKind | undefined {
  if (
    /\btell (?:me|us) about a (?:time|situation|project|case)\b|\bdescribe a time\b|\bgive (?:me|us) an example of\b|\bhave you ever\b/i.test(
      wording,
    )
  )
    return "behavioral";
  if (
    /\b(?:imagine|suppose)\b|\bwhat would you do\b|\bhow would you (?:handle|react|respond)\b/i.test(wording)
  )
    return "situational";
  if (
    /\bwrite (?:a|an|the|some) (?:\w+ ){0,2}(?:function|class|program|query|script|code)\b|\bimplement\b/i.test(
      wording,
    )
  )
    return "coding";
  if (/\bdesign (?:a|an|the)\b/i.test(wording)) return "design";
  return undefined;
}

const levels: readonly [QuestionLevel, RegExp][] = [
  ["junior", /junior|\bjr\b|entry|intern|graduate|associate|beginner|basic|easy|\bic1\b|\bl[123]\b/],
  ["mid", /\bmid|middle|intermediate|medium|regular|professional|\bic2\b|\bl4\b/],
  ["senior", /senior|\bsr\b|advanced|hard|experienced|\bic3\b|\bl5\b/],
  ["staff", /staff|principal|expert|architect|distinguished|\blead\b|\bic[456]\b|\bl[678]\b/],
];

/** The levels that words such as "Mid / Senior" or "hard" mean, in our order; undefined when there is none among them. */
export function levelsOf(words: string): QuestionLevel[] | undefined {
  const text = words.toLowerCase();
  if (/^\s*(?:all|any|every)\b/.test(text)) return levels.map(([level]) => level);
  const found = levels.filter(([, pattern]) => pattern.test(text)).map(([level]) => level);
  return found.length > 0 ? found : undefined;
}

/** "15", "15 min", "0:15", "1 h 30": minutes from 1 to 120. */
export function minutesOf(words: string): number | undefined {
  const text = words.trim().toLowerCase();
  const clock = /^(\d{1,2}):(\d{2})$/.exec(text);
  const parts = /^(?:(\d+)\s*h(?:ours?|rs?)?\.?)?\s*(?:(\d+)\s*(?:m(?:in(?:ute)?s?)?\.?)?)?$/.exec(text);
  const [, hours = "0", minutes = "0"] = clock ?? parts ?? [];
  const total = Number(hours) * 60 + Number(minutes);
  return total >= 1 && total <= 120 ? total : undefined;
}

/** The state that words such as "Archived" mean. */
export function statusOf(words: string): QuestionStatus | undefined {
  const text = words.trim().toLowerCase();
  if (/^(?:active|published|approved|live|enabled)$/.test(text)) return "active";
  if (/^(?:retired|archived|inactive|deprecated|disabled)$/.test(text)) return "retired";
  if (/^(?:leaked|compromised)$/.test(text)) return "leaked";
  return /^(?:draft|new|proposed|pending|in review)$/.test(text) ? "draft" : undefined;
}
