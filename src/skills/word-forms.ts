// Words as they are compared: folded spelling, singular, and the forms of a verb. In: text or a word. Out: atoms and word forms.
// English rules only; they are applied to the catalogue and to documents alike, so that a rough rule is rough on both sides.

/** The smallest piece of text that is compared: a word, a CJK character or one symbol. */
export interface Atom {
  /** Folded spelling. */
  key: string;
  /** As it stands. */
  raw: string;
  start: number;
  end: number;
  word: boolean;
  /** Other keys under which it may stand in the catalogue: its singular, a German base, and itself without a version ("Python3"). */
  others: readonly string[];
}

const pattern = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{M}\p{N}]+|\p{L}|[^\s]/gu;
const isWord = /[\p{L}\p{N}]/u;
const hyphen = /^[-‐‑_]$/;

/** Splits text into atoms. A possessive 's belongs to nothing and is left out. */
export function atomsOf(text: string): Atom[] {
  const atoms: Atom[] = [];
  for (const match of text.matchAll(pattern)) {
    const raw = match[0];
    const start = match.index;
    const before = atoms.at(-1);
    if (before && (raw === "s" || raw === "S") && /^['’]$/.test(before.raw) && before.start === start - 1) {
      atoms.pop();
      continue;
    }
    const { key, word, others } = readingOf(raw);
    atoms.push({ key, raw, start, end: start + raw.length, word, others });
  }
  return atoms;
}

export function isHyphen(atom: Atom | undefined): boolean {
  return atom !== undefined && hyphen.test(atom.raw);
}

function foldSymbol(raw: string): string {
  if (raw === "&") return "and";
  if (raw === "／") return "/";
  return raw;
}

interface WordReading {
  key: string;
  word: boolean;
  others: readonly string[];
}

const none: readonly string[] = [];
/** The same words come again and again, in one document and in the next. */
const readings = new Map<string, WordReading>();

function readingOf(raw: string): WordReading {
  const known = readings.get(raw);
  if (known) return known;
  const word = isWord.test(raw);
  const key = word ? foldWord(raw) : foldSymbol(raw);
  const singular = word ? singularOf(key) : undefined;
  const bare = word ? /^(\p{L}{3,})\d+$/u.exec(key)?.[1] : undefined;
  const others = [singular, bare, ...(word ? germanBases(key) : [])].filter((other) => other !== undefined);
  const reading = { key, word, others: others.length === 0 ? none : others };
  if (readings.size > 50_000) readings.clear();
  readings.set(raw, reading);
  return reading;
}

/** Lower case, no accents, American spelling: "Containerisation" and "containerization" are one word. */
export function foldWord(raw: string): string {
  let word = raw.toLowerCase();
  if (/[^\p{ASCII}]/u.test(word))
    word = word
      .normalize("NFD")
      .replace(/[\u0300-\u036f]/g, "")
      .normalize("NFC");
  return word
    .replace(/(?<=[a-z]{3})is(?=(?:e|ed|es|er|ers|ing|ation|ations)$)/, "iz")
    .replace(/(?<=[a-z]{2})lys(?=(?:e|ed|es|er|ers|ing)$)/, "lyz")
    .replace(/(?<=[a-z]{3})our(?=$|s$|al$|ed$|ing$)/, "or")
    .replace(/(?<=[a-z][aeo])ll(?=ing$|ed$|er$|ers$)/, "l")
    .replace(/^(cent)re(s?)$/, "$1er$2");
}

/** Plurals that mean something else than many of the same: company initiatives are projects, not initiative. */
const otherSense = new Set([
  "initiatives",
  "communications",
  "goods",
  "securities",
  "customs",
  "news",
  "works",
  "means",
]);

/** The singular of a folded word; undefined when it is none or when the plural means something else. */
export function singularOf(word: string): string | undefined {
  if (
    word.length < 4 ||
    otherSense.has(word) ||
    !word.endsWith("s") ||
    /(?:ss|us|(?<!ap|kp|gu)is|oes)$/.test(word)
  )
    return undefined;
  if (/ies$/.test(word)) return word.length > 4 ? `${word.slice(0, -3)}y` : undefined;
  if (/(?<!ca)(?:ch|sh|x|ss|zz)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

/** "Risikoanalysen", "Infrastrukturen", "kritischen": what a German ending is put to. Longer words only: shorter ones would be others. */
function germanBases(word: string): string[] {
  if (word.length >= 8 && /[a-z]{6}en$/.test(word)) return [word.slice(0, -1), word.slice(0, -2)];
  return /^[a-z]{4,}(?:isch|lich|ig|iv|ell|sam|bar)e[rsm]$/.test(word) ? [word.slice(0, -1)] : [];
}

/** Stems that take an e again when -ing is taken off. */
const needsE = /(?:v|c|z|u|dg|[^n]g|rs|ns|il|yp|ur|at|ach|iv|ok|id|od|ut|as|am|ag|ak|ot|ap|is|us|os|ar|op)$/;
const needsNoE =
  /(?:oach|each|oat|eat|ail|oil|eil|oid|aid|ood|oot|oap|eam|ear|oar|oop|elop|eak|oak|ook|index|format|audit|edit|pilot|pivot)$/;

/** The base of a verb in -ing: mentoring → mentor, planning → plan, profiling → profile. */
export function baseOfIng(word: string): string | undefined {
  if (!/^[a-z]{3,}ing$/.test(word)) return undefined;
  const stem = word.slice(0, -3);
  if (!/[aeiouy]/.test(stem)) return undefined;
  if (/([bdgmnprt])\1$/.test(stem)) return stem.slice(0, -1);
  if (/(?:ll|ss|ff|zz)$/.test(stem)) return stem;
  return needsE.test(stem) && !needsNoE.test(stem) ? `${stem}e` : stem;
}

/** The verb behind a noun of action: deployment → deploy, collaboration → collaborate, documentation → document. */
export function verbOfNoun(word: string): string | undefined {
  if (/^[a-z]{4,}ment$/.test(word)) return word.slice(0, -4);
  if (!/^[a-z]{4,}ation$/.test(word)) return undefined;
  const stem = word.slice(0, -5);
  if (stem.endsWith("iz")) return `${stem}e`;
  return /(?:ment|sent|form|est(?<!tim))$/.test(stem) ? stem : `${stem}ate`;
}

/** Third person and past of a base verb. */
export function formsOfVerb(base: string): { third: string; past: string[]; ing: string } {
  const third = /(?:s|x|ch|sh|z)$/.test(base)
    ? `${base}es`
    : /[^aeiou]y$/.test(base)
      ? `${base.slice(0, -1)}ies`
      : `${base}s`;
  if (base.endsWith("e")) return { third, past: [`${base}d`], ing: `${base.slice(0, -1)}ing` };
  if (/[^aeiou]y$/.test(base)) return { third, past: [`${base.slice(0, -1)}ied`], ing: `${base}ing` };
  const doubles = /(?:^|[^aeiou])[aeiou][bdgmnpt]$/.test(base);
  const last = base.at(-1) ?? "";
  return {
    third,
    past: doubles ? [`${base}${last}ed`, `${base}ed`] : [`${base}ed`],
    ing: doubles ? `${base}${last}ing` : `${base}ing`,
  };
}
