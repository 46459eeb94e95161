// Where two spellings overlap and neither holds the other, the longer one cuts the shorter. In: the candidates of a text. Out: whether the longer
// one ends in the middle of "quality of code" and has to yield. Everywhere else the longer one is the better reading.
import { standsAsSkill } from "./standing.js";
import type { Candidate, TextReading } from "./text-reading.js";

const generalTail =
  /\s(?:best practices|practices|principles|concepts|techniques|fundamentals|standards|guidelines|engineering|engineers?)$/iu;

/** "mobile app security best practices": a name that ends in a general noun yields to the one that says what the practices are of. */
export function cutsSubject(
  reading: TextReading,
  candidates: readonly Candidate[],
  candidate: Candidate,
): boolean {
  const tail = generalTail.exec(reading.wordsOf(candidate));
  if (!tail) return false;
  const head = candidate.start + tail.index;
  return candidates.some(
    (other) =>
      other.start < candidate.start &&
      other.end === head &&
      !other.gap &&
      !other.entry.weak &&
      other.entry.form === "name" &&
      reading.free(other) &&
      standsAsSkill(reading, other),
  );
}

/** "Assurer la qualité du code": what the quality is of belongs to it, although "assurer la qualité" is a name as well, and longer. */
export function cutsComplement(
  reading: TextReading,
  candidates: readonly Candidate[],
  { from, to }: Candidate,
): boolean {
  const complement = reading.atoms[to + 1];
  if (from === to || !complement || !opensComplement.test(complement.key)) return false;
  return candidates.some(
    (other) =>
      other.from > from &&
      other.from <= to &&
      other.to > to &&
      !other.gap &&
      !other.entry.weak &&
      other.entry.form === "name" &&
      reading.free(other) &&
      standsAsSkill(reading, other),
  );
}

const opensComplement = /^(?:of|du|des|de|del|der)$/;
