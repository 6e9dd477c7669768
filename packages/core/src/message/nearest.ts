import { distance } from 'fastest-levenshtein';

/** Characters that are easily confused, above all in numbers: `6l8` is more likely 618 than 608. */
const LOOKALIKES: Readonly<Record<string, string>> = { l: '1', i: '1', o: '0', s: '5', b: '8', z: '2' };

/**
 * Returns the candidate that a misspelled word most likely means, or undefined when none is near. A third of
 * its letters may be wrong (or `most`, where it is given), and one digit of a number; but 103A is nearest to 103.
 * Of two candidates that are equally near, the one that looks more alike wins.
 */
export function nearest(word: string, candidates: Iterable<string>, most?: number): string | undefined {
  const wanted = word.toLowerCase().slice(0, 200);
  let best: string | undefined;
  const base = numberBase(wanted);
  if (wanted.length < 3 && base === undefined) return undefined;
  let least = (most ?? (/^[\d.]+$/.test(wanted) ? 1 : Math.ceil(wanted.length / 3))) + 1;
  let unlike = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    // 103A is taken for 103 even when other numbers differ by one digit.
    if (base !== undefined && numberBase(candidate.toLowerCase()) === base) return candidate;
    if (wanted.length < 3) continue;
    if (Math.abs(candidate.length - wanted.length) > least) continue;
    const steps = distance(wanted, candidate.toLowerCase());
    if (steps > least || (steps === least && best === undefined)) continue;
    const looks = distance(lookOf(wanted), lookOf(candidate.toLowerCase()));
    if (steps === least && looks >= unlike) continue;
    least = steps;
    unlike = looks;
    best = candidate;
  }
  return best;
}

/** Returns the number without the letters that an insertion adds. */
function numberBase(word: string): string | undefined {
  return /^(\d+(?:\.\d+)*)[a-z]{0,2}$/.exec(word)?.[1];
}

function lookOf(word: string): string {
  return word.replace(/[liosbz]/g, (letter) => LOOKALIKES[letter] ?? letter);
}

/** "did you mean x?" with a leading separator, or nothing. */
export function didYouMean(
  word: string,
  candidates: Iterable<string>,
  show: (found: string) => string = (x) => x,
): string {
  const found = nearest(word, candidates);
  return found === undefined ? '' : `; did you mean ${show(found)}?`;
}
