// The spellings of a name besides itself: plurals, verb forms, the name without its vendor, words run together or apart.
// In: a name of the catalogue. Out: its keys. Knows nothing of documents.
import { atomsOf, baseOfIng, foldWord, formsOfVerb, isHyphen, singularOf, verbOfNoun } from "./word-forms.js";

/** Vendors whose products people name without them once the vendor stands nearby. */
export const vendors: readonly (readonly [string, readonly string[]])[] = [
  ["aws", ["aws", "amazon"]],
  ["google", ["google cloud", "google", "gcp"]],
  ["azure", ["microsoft azure", "azure", "microsoft"]],
  ["apache", ["apache"]],
  ["hashicorp", ["hashicorp"]],
  ["oracle", ["oracle"]],
  ["ibm", ["ibm"]],
  ["red hat", ["red hat"]],
  ["atlassian", ["atlassian"]],
  ["adobe", ["adobe"]],
  ["sap", ["sap"]],
];

/** Phrases of general English that hold a skill's name and mean something else, so that longest match swallows them. */
export const otherMeanings = [
  "sql injection",
  "code injection",
  "reporting to",
  "reports to",
  "report to",
  "report directly to",
  "reports directly to",
  "reporting directly to",
  "reporting line",
  "reporting into",
  "the responsibility of",
  "the responsibility for",
  "at rest",
  "the rest of",
  "go to market",
  "go live",
  "go above",
  "go beyond",
  "go the extra mile",
  "r&d",
  "c-level",
  "c-suite",
  "express interest",
  "swift decision",
  "swift decisions",
  "swift response",
  "swift responses",
  "swift action",
  "swift resolution",
  "swift delivery",
  "express your interest",
  "excel at",
  "excel in",
  "market research",
  "market researcher",
  "user research",
  "open source of",
  "present yourself",
  "business plan",
  "pension plan",
  "retirement plan",
  "health plan",
  "benefits package",
  "salary package",
  "compensation package",
  "log in",
  "log into",
  "background check",
  "health and safety",
  "safety net",
  "job safety",
  "black box",
  "black friday",
  "interview feedback",
  "customer feedback",
  "computer science",
  "service communication",
  "inter-service communication",
  "process communication",
  "network communication",
  "work authorization",
  "work permit",
  "networking event",
  "networking events",
  "networking opportunities",
  "networking skills",
  "social networking",
  "professional networking",
  "business networking",
  "privacy policy",
  "privacy notice",
  "privacy statement",
  "teams building",
  "product development cycle",
  "product development cycles",
  "product development lifecycle",
  "una persona",
  "la persona",
  "persona que",
  "persona con",
  "réseaux sociaux",
  "redes sociales",
];

/** What stands in a spelling for any few words: "solve … problems". */
export const gapKey = "…";
/** The same for what only follows from a name: at most two words, and no mark between. */
export const narrowGapKey = "‥";

/** Verbs whose past is not made with -ed, as far as demands use them. */
const irregularPast: Readonly<Record<string, readonly string[]>> = {
  build: ["built"],
  give: ["gave", "given"],
  hold: ["held"],
  keep: ["kept"],
  lead: ["led"],
  make: ["made"],
  run: ["ran"],
  take: ["took", "taken"],
  teach: ["taught"],
  write: ["wrote", "written"],
};

/** "solve … problems" opens with a verb, which stands in all its forms: "solving", "solves", "solved". */
export function formsWithGap(name: string): string[][] {
  const [verb, ...rest] = keysOf(name);
  if (!verb || !/^[a-z]{3,}$/.test(verb)) return [];
  const forms = formsOfVerb(verb);
  return [forms.third, forms.ing, ...(irregularPast[verb] ?? forms.past)].map((form) => [form, ...rest]);
}

/** The folded words and symbols of a name; hyphens only join. */
export function keysOf(name: string): string[] {
  return atomsOf(name)
    .filter((atom) => !isHyphen(atom))
    .map((atom) => atom.key);
}

/** The name without its vendor: AWS Lambda → Lambda. */
export function shortName(name: string): string | undefined {
  const lower = name.toLowerCase();
  if (!lower.includes(" ")) return undefined;
  for (const [, prefixes] of vendors) {
    for (const prefix of prefixes) {
      if (lower.startsWith(`${prefix} `)) {
        const rest = name.slice(prefix.length + 1);
        // "Atlassian tools" is never meant by "tools".
        return rest.length >= 3 && /[\p{Lu}\d]/u.test(rest) ? rest : undefined;
      }
    }
  }
  return undefined;
}

/** The words inside "CloudFormation"; undefined for a name without inner capitals. */
export function camelParts(name: string): string[] | undefined {
  const parts = name.match(/\p{Lu}\p{Ll}+|\p{Lu}{2,}(?=\p{Lu}\p{Ll}|$)|\p{Ll}+/gu);
  return parts && parts.length > 1 && parts.join("") === name ? [...parts] : undefined;
}

/** Everything that counts as a spelling of the name, whose keys these are, besides itself. */
export function variantsOf(
  name: string,
  keys: readonly string[],
): { keys: string[]; form: "name" | "verb" | "split"; spelling?: string }[] {
  const variants: { keys: string[]; form: "name" | "verb" | "split"; spelling?: string }[] = [];
  const last = keys.at(-1);
  if (!last) return variants;
  const head = keys.slice(0, -1);

  const singular = singularOf(last);
  if (singular && /^\p{Lu}?\p{Ll}+$/u.test(atomsOf(name).at(-1)?.raw ?? ""))
    variants.push({ keys: [...head, singular], form: "name" });

  if (keys.length === 1) {
    const base = baseOfIng(last) ?? verbOfNoun(last);
    // Whoever plans anything at all is said "to plan": as a verb it names no ability; nor does "staff", which is a rank and a noun.
    if (base && base.length >= 3 && base !== "plan" && base !== "staff") {
      const forms = formsOfVerb(base);
      variants.push({ keys: [base], form: "verb" }, { keys: [forms.third], form: "verb" });
      for (const past of forms.past) variants.push({ keys: [past], form: "name" });
      variants.push({ keys: [forms.ing], form: "name" });
      // Mentoring is asked for as mentorship too.
      variants.push({ keys: [`${base}ship`], form: "name" });
    }
    const camel = camelParts(name);
    if (camel) variants.push({ keys: camel.map(foldWord), form: "split", spelling: camel.join(" ") });
  } else {
    const base = baseOfIng(last);
    // "load balancing" → "load balancer", "unit testing" → "unit tests".
    if (base) {
      variants.push({ keys: [...head, base], form: "name" });
      variants.push({ keys: [...head, base.endsWith("e") ? `${base}r` : `${base}er`], form: "name" });
    }
    // "CloudFoundry" for Cloud Foundry, "bigdata" for big data; short ones would be other words.
    const joined = keys.filter((key) => isWordKey(key)).join("");
    if (joined.length >= 7 || /^[\p{Lu}/-]+$/u.test(name)) variants.push({ keys: [joined], form: "name" });
  }
  return variants;
}

const isWordKey = (key: string) => /[\p{L}\p{N}]/u.test(key);
