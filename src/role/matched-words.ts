// In: a line as it stands and the skills found on it. Out: the line in parts, those that led to a skill marked.
// A mention remembers its words, not their place: they are looked for where a reader sees text, never in tags, addresses or comments.
import type { SkillMention } from "./role-profile.js";

/** A piece of a line; `matched` when its words led to a skill. */
export interface LinePart {
  text: string;
  matched: boolean;
}

/** Splits a line at the words that led to skills. Words that stand otherwise in the source (entities, marks inside) stay unmarked. */
export function markMatches(text: string, mentions: readonly SkillMention[]): LinePart[] {
  const seen = visible(text);
  const ranges: [number, number][] = [];
  const free = ([from, to]: [number, number]) => ranges.every(([a, b]) => to <= a || from >= b);
  // Longer words first: "Django" must not take the place of "Django REST Framework".
  const words = [...new Set(mentions.map(({ matched }) => matched))].sort((a, b) => b.length - a.length);
  for (const matched of words) {
    const places = placesOf(matched, seen);
    const place = places.find(free) ?? places[0];
    if (place) ranges.push(place);
  }
  return cut(text, merged(ranges));
}

/** The line with everything blanked that a reader of the page does not see; every character keeps its place. */
function visible(text: string): string {
  return text.replace(/<!--.*?(?:-->|$)|<\/?[a-z][^<>]*>|(?<=\])\([^()]*\)/giu, (hidden) =>
    " ".repeat(hidden.length),
  );
}

function placesOf(matched: string, text: string): [number, number][] {
  const literal = literalPlaces(matched, text);
  if (literal.length > 0) return literal;
  const pieces = matched.trim().split(/\s+/).map(escaped);
  if (pieces[0] === "" || pieces.length === 0) return [];
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${pieces.join("[\\s*_`~]+")}(?![\\p{L}\\p{N}])`, "giu");
  const found = [...text.matchAll(pattern)];
  // Languages without spaces have no edges of words.
  const all = found.length > 0 ? found : [...text.matchAll(new RegExp(pieces.join("\\s+"), "giu"))];
  const exact = all.filter(([words]) => words === matched);
  return (exact.length > 0 ? exact : all).map((match) => [match.index, match.index + match[0].length]);
}

const letter = /[\p{L}\p{N}]/u;

/** Where the words stand just so, between edges of words: nearly always, and far cheaper than a pattern for every mention. */
function literalPlaces(matched: string, text: string): [number, number][] {
  const places: [number, number][] = [];
  if (matched === "" || matched !== matched.trim()) return places;
  for (let at = text.indexOf(matched); at >= 0; at = text.indexOf(matched, at + 1)) {
    const to = at + matched.length;
    if (places.length > 0 && at < (places.at(-1)?.[1] ?? 0)) continue;
    const before = [...text.slice(Math.max(0, at - 2), at)].at(-1) ?? "";
    const [after = ""] = text.slice(to, to + 2);
    if (!letter.test(before) && !letter.test(after)) places.push([at, to]);
  }
  return places;
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");

function merged(ranges: readonly [number, number][]): [number, number][] {
  const result: [number, number][] = [];
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else result.push([from, to]);
  }
  return result;
}

function cut(text: string, ranges: readonly [number, number][]): LinePart[] {
  const parts: LinePart[] = [];
  let at = 0;
  for (const [from, to] of ranges) {
    if (from > at) parts.push({ text: text.slice(at, from), matched: false });
    parts.push({ text: text.slice(from, to), matched: true });
    at = to;
  }
  if (at < text.length) parts.push({ text: text.slice(at), matched: false });
  return parts;
}
