// What a spelling alone says: whether it looks like the name of a technology, and whose product it is.
import { vendors } from "./spellings.js";

/** The vendor whose product the name is: "aws" for AWS Lambda. */
export function vendorOf(name: string): string | undefined {
  const lower = name.toLowerCase();
  for (const [vendor, prefixes] of vendors)
    if (prefixes.some((prefix) => lower === prefix || lower.startsWith(`${prefix} `))) return vendor;
  return undefined;
}

const abilityEnding =
  /(?:ing|ity|ities|ion|ions|ship|ment|ance|ence|ness|cy|ics|sis|teamwork|feedback|rollback|ative|architecture|hood|(?:mat|morph)ism|iasm|pathy|onomy|rithms?|research)$/;

/** Whether a spelling looks like the name of a technology ("pytest", "Django REST Framework", "S3") and not of an ability ("Planning"). */
export function looksProper(spelling: string): boolean {
  const known = judged.get(spelling);
  if (known !== undefined) return known;
  const proper = judge(spelling);
  if (judged.size > 50_000) judged.clear();
  judged.set(spelling, proper);
  return proper;
}

/** The spellings of a catalogue are asked about again and again. */
const judged = new Map<string, boolean>();

function judge(spelling: string): boolean {
  const words = spelling.split(/[\s-]+/);
  if (/\d|[.+#]|\p{Ll}\p{Lu}|\p{Lu}{2}/u.test(spelling)) return true;
  if (words.length > 1) return words.slice(1).some((word) => /^\p{Lu}/u.test(word));
  // One plain word: tools are written in lower case in the catalogue, abilities end as nouns of action do.
  return !abilityEnding.test(spelling.toLowerCase());
}
