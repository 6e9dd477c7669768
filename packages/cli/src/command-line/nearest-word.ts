import { distance } from 'fastest-levenshtein';

/** Returns `; did you mean "build"?`, or nothing when no candidate is near. */
export function didYouMean(word: string, candidates: readonly string[]): string {
  const far = (candidate: string) =>
    distance(word, candidate) + Math.abs(word.length - candidate.length) / 10;
  const [best] = [...candidates].sort((a, b) => far(a) - far(b));
  return best !== undefined && distance(word, best) <= Math.max(2, Math.floor(word.length / 3))
    ? `; did you mean "${best}"?`
    : '';
}
