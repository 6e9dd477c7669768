import { distance } from 'fastest-levenshtein';

/** The candidate that a misspelt word most likely meant, or undefined when none is near. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase().slice(0, 200);
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  let best: string | undefined;
  let least = limit + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - wanted.length) >= least) continue;
    const steps = distance(wanted, candidate.toLowerCase());
    if (steps < least) {
      least = steps;
      best = candidate;
    }
  }
  return best;
}

/** "did you mean x?" with a leading separator, or nothing. */
export function didYouMean(word: string, candidates: Iterable<string>, show: (found: string) => string = (x) => x): string {
  const found = nearest(word, candidates);
  return found === undefined ? '' : `; did you mean ${show(found)}?`;
}
