// In: a word and the known words. Out: the known word that was most likely meant, if any is close enough.
import { distance } from "fastest-levenshtein";

/** The candidate with the smallest edit distance, at most a quarter of the word's length but two; first in order on a tie. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase();
  let best: string | undefined;
  let bestDistance = (wanted.length < 4 ? 1 : Math.max(2, Math.floor(wanted.length / 4))) + 1;
  for (const candidate of candidates) {
    const apart = distance(wanted, candidate.toLowerCase());
    if (apart < bestDistance) {
      best = candidate;
      bestDistance = apart;
    }
  }
  return best;
}
