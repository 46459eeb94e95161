// Names of technologies that the catalogue lacks: "Foobase" in "Kafka, Flink, Foobase and Redis" is one more of their kind.
// In: a reading whose names are taken. Out: each name as written, under the competency of its neighbour. Finds nothing outside such lists.
import type { Skill } from "../bank/question-bank.js";
import { looksProper } from "./proper-names.js";
import { inShadow } from "./standing.js";
import { type Candidate, type Element, listMark, type TextReading } from "./text-reading.js";
import { isHyphen, singularOf } from "./word-forms.js";

/** A name that stands among known technologies; its skill is in no competency's list. */
interface UnknownName {
  skill: Skill;
  matched: string;
  start: number;
  end: number;
}

/** Capitalised words that stand in lists of technologies and name none. */
const noName =
  /^(?:etc|others?|more|and|or|preferred|required|optional|plus|bonus|any|all|remote|onsite|hybrid|senior|junior|yes|no|i|ii|iii|iv|v|vs|aka|eg|ie|tbd|na|us|usa|uk|eu|eea|apac|emea|latam|gmt|utc|cet|est|pst|bs|ba|ms|ma|bsc|msc|phd|mba|be|btech|mtech|cs|ce|ee|cse|ece|it|hr|pr|vp|cto|ceo|cio|cfo|ios|mac|pc|os|db|poc|mvp|ai|ml|or)$/;

/** Where every noun has a capital, a capital says nothing. */
const german = /(?<!\p{L})(?:und|oder|mit|für|der|die|das|den|dem|von|im|zur|zum|wie|als|sowie)(?!\p{L})/u;

/** Finds the names that are company to known technologies on their left or right. */
export function unknownNames(reading: TextReading): UnknownName[] {
  const { elements, text } = reading;
  if (elements.length < 3) return [];
  const nounsHaveCapitals = german.test(text);
  const kinds = elements.map((element) => kindOf(reading, element, nounsHaveCapitals));
  const found: UnknownName[] = [];
  elements.forEach((element, at) => {
    if (kinds[at] !== "unknown") return;
    const left = neighbour(elements, kinds, at, -1);
    const right = neighbour(elements, kinds, at, 1);
    const known = [...left, ...right];
    // One neighbour may stand there by chance; two make a list of technologies.
    const [nearest] = known;
    if (known.length < 2 || !nearest) return;
    const first = reading.atoms[element.from];
    const last = reading.atoms[element.to - 1];
    if (!first || !last) return;
    const matched = text.slice(first.start, last.end);
    const { competency } = nearest.entry.skill;
    found.push({
      skill: { name: matched, aliases: [], matchCase: false, competency },
      matched,
      start: first.start,
      end: last.end,
    });
  });
  return found;
}

type Kind = Candidate | "unknown" | undefined;

/** A certain technology that fills the element to its edge, a name that may be one, or neither. */
function kindOf(reading: TextReading, element: Element, nounsHaveCapitals: boolean): Kind {
  const { atoms, index, text } = reading;
  const { from, to } = element;
  const known = [reading.ownerOf(to - 1), reading.ownerOf(from)].find(
    (owner) =>
      owner !== undefined &&
      !owner.gap &&
      owner.entry.form !== "none" &&
      owner.from >= from &&
      owner.to < to &&
      looksProper(owner.entry.spelling) &&
      looksProper(text.slice(owner.start, owner.end)),
  );
  if (known) return known;
  const words = atoms.slice(from, to);
  const [first] = words;
  const last = words.at(-1);
  if (!first || !last || words.length > 3) return undefined;
  for (let at = from; at < to; at++) {
    const atom = atoms[at];
    if (!atom || reading.owned(at) || (!atom.word && !isHyphen(atom))) return undefined;
    // A name is written with capitals throughout, of Latin letters; figures alone are none.
    if (atom.word && !/^(?:\p{Lu}[\p{Script=Latin}\d]*|\d+(?:\.\d+)*)$/u.test(atom.raw)) return undefined;
    if (noName.test(atom.key)) return undefined;
  }
  const name = text.slice(first.start, last.end);
  if (name.length < 3 || name.length > 30 || !/\p{Lu}/u.test(name) || !looksProper(name)) return undefined;
  // Words of other names in the catalogue are ordinary words: "Databases", "Security", "Cloud".
  const ordinary = (key: string) => index.byWord.has(key) || index.byWord.has(singularOf(key) ?? key);
  const ownCapitals = /\p{Ll}\p{Lu}|\p{Lu}{2}|\p{Lu}\d/u.test(name);
  if (!ownCapitals && (words.every((atom) => !atom.word || ordinary(atom.key)) || nounsHaveCapitals))
    return undefined;
  if (words.length > 1 && words.some((atom) => atom.word && ordinary(atom.key))) return undefined;
  const whole: Candidate = { entry: noEntry, start: first.start, end: last.end, from, to: to - 1 };
  return inShadow(reading, whole) ? undefined : "unknown";
}

/** The entry of a name that has none, for rules that look at a place. */
const noEntry: Candidate["entry"] = {
  skill: { name: "", aliases: [], matchCase: false, competency: "" },
  form: "name",
  spelling: "X1",
  weak: false,
};

/** The certain technologies on one side, up to the first element that is no name: two at most, eight elements away at most. */
function neighbour(
  elements: readonly Element[],
  kinds: readonly Kind[],
  from: number,
  step: 1 | -1,
): Candidate[] {
  const known: Candidate[] = [];
  for (let seen = 1; seen <= 8 && known.length < 2; seen++) {
    const at = from + step * seen;
    const mark = elements[step === 1 ? at : at + 1]?.mark;
    if (mark === undefined || !elements[at] || /^[.:：()]$/.test(mark) || !listMark.test(mark)) break;
    const kind = kinds[at];
    if (kind === "unknown" || (elements[at]?.from ?? 0) >= (elements[at]?.to ?? 0)) continue;
    if (!kind) break;
    known.push(kind);
  }
  return known;
}
