import { diffArrays } from 'diff';

/** Beyond this many pairs, items are paired in order. */
const MOST_PAIRS = 10_000;
/** Items that share less than this are two different items. */
export const ALIKE = 0.35;
/**
 * Beyond this many edits, two texts have nothing in common worth showing, and the time grows with the square.
 */
export const MOST_EDITS = 4000;

/** An item of the old sequence, of the new one, or of both. */
export interface Pair<Item> {
  readonly before?: Item;
  readonly after?: Item;
}

/** How items are compared: those with one key are equal, and `likeness` says from 0 to 1 how much two others share. */
export interface Comparison<Item> {
  readonly keyOf: (item: Item) => string;
  readonly likeness: (before: Item, after: Item) => number;
}

/**
 * Decides which items of two sequences are one item, unchanged or reworded, in an order that reads both
 * sequences in theirs. An unpaired item was deleted or inserted as a whole, so that rows of a table and
 * paragraphs never merge.
 */
export function align<Item>(
  before: readonly Item[],
  after: readonly Item[],
  comparison: Comparison<Item>,
): readonly Pair<Item>[] {
  const { keyOf } = comparison;
  const found = diffArrays(before.map(keyOf), after.map(keyOf), { maxEditLength: MOST_EDITS });
  if (!found) return pairUp(before, after, comparison);
  const pairs: Pair<Item>[] = [];
  let [old, now, keptOld, keptNow] = [0, 0, 0, 0];
  const settle = (): void => {
    pairs.push(...pairUp(before.slice(keptOld, old), after.slice(keptNow, now), comparison));
  };
  for (const { count, added, removed } of found) {
    if (added) now += count;
    else if (removed) old += count;
    else {
      settle();
      for (let at = 0; at < count; at++) pairs.push(pairOf(before[old + at], after[now + at]));
      old += count;
      now += count;
      [keptOld, keptNow] = [old, now];
    }
  }
  settle();
  return pairs;
}

/** The pairs, in order, that are most alike in total. */
function pairUp<Item>(
  before: readonly Item[],
  after: readonly Item[],
  { likeness }: Comparison<Item>,
): readonly Pair<Item>[] {
  if (before.length * after.length > MOST_PAIRS || (before.length === 1 && after.length === 1))
    return Array.from({ length: Math.max(before.length, after.length) }, (_, at) =>
      pairOf(before[at], after[at]),
    );
  // best[i][j] is the greatest likeness that the items from i and from j on can reach.
  const best = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0));
  const alike = before.map((old) => after.map((now) => likeness(old, now)));
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
  const pairs: Pair<Item>[] = [];
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

function pairOf<Item>(before: Item | undefined, after: Item | undefined): Pair<Item> {
  return { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
}
