// In: a word and the known words. Out: the known word that was most likely meant, if any is close enough.
import { distance } from "fastest-levenshtein";

/** The candidate with the smallest edit distance, at most a third of the word's length; first in order on a tie. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase();
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of candidates) {
    const apart = distance(wanted, candidate.toLowerCase());
    if (apart < bestDistance) {
      best = candidate;
      bestDistance = apart;
    }
  }
  return best;
}
