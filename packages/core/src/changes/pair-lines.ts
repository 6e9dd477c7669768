import { likeness } from './same-question.ts';

/** Beyond this many pairs, lines are paired in order. */
const MOST_PAIRS = 10_000;
/** Lines that share less than this are two different lines. */
const ALIKE = 0.35;

/** A line of the old text, of the new one, or of both. */
export interface LinePair {
  readonly before?: string;
  readonly after?: string;
}

/**
 * Decides which lines of two differing runs are one line reworded: the pairs, in order, that are most alike
 * in total. An unpaired line was deleted or inserted as a whole, so that rows of a table and paragraphs never
 * merge.
 */
export function pairLines(before: readonly string[], after: readonly string[]): readonly LinePair[] {
  if (before.length * after.length > MOST_PAIRS || (before.length === 1 && after.length === 1))
    return Array.from({ length: Math.max(before.length, after.length) }, (_, at) =>
      pairOf(before[at], after[at]),
    );
  // best[i][j] is the greatest likeness that the lines from i and from j on can reach.
  const best = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0));
  const alike = before.map((old) => after.map((line) => likeness(old, line)));
  const at = (i: number, j: number) => best[i]?.[j] ?? 0;
  const together = (i: number, j: number) => {
    const score = alike[i]?.[j] ?? 0;
    return score < ALIKE ? 0 : score + at(i + 1, j + 1);
  };
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--) {
      const row = best[i];
      if (row) row[j] = Math.max(at(i + 1, j), at(i, j + 1), together(i, j));
    }
  const pairs: LinePair[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && together(i, j) > 0 && together(i, j) === at(i, j))
      pairs.push(pairOf(before[i++], after[j++]));
    else if (i < before.length && (j === after.length || at(i, j) === at(i + 1, j)))
      pairs.push(pairOf(before[i++], undefined));
    else pairs.push(pairOf(undefined, after[j++]));
  }
  return pairs;
}

function pairOf(before: string | undefined, after: string | undefined): LinePair {
  return { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
}
