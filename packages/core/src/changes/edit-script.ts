import { diffArrays } from 'diff';
import { MOST_EDITS } from './align.ts';

/** A run of tokens that both texts have, or that only one of them has. */
export interface Edit<Token> {
  readonly kind: 'same' | 'inserted' | 'deleted';
  /** The tokens of the old text; none of an insertion. */
  readonly before: readonly Token[];
  /** The tokens of the new text; none of a deletion. */
  readonly after: readonly Token[];
}

/**
 * Returns the edits that lead from one text to another, readable: deleted tokens come before inserted ones, and
 * no lone space or comma stays between two edits. `keyOf`: tokens with one key are the same. `says`: whether a
 * token is more than a space or a sign.
 */
export function editScript<Token>(
  before: readonly Token[],
  after: readonly Token[],
  keyOf: (token: Token) => string,
  says: (token: Token) => boolean,
): readonly Edit<Token>[] {
  const found = diffArrays(before.map(keyOf), after.map(keyOf), { maxEditLength: MOST_EDITS });
  if (!found) return wholly(before, after);
  const edits: Edit<Token>[] = [];
  let [old, now] = [0, 0];
  let [deleted, inserted]: [Token[], Token[]] = [[], []];
  const settle = (): void => {
    edits.push(...wholly(deleted, inserted));
    [deleted, inserted] = [[], []];
  };
  for (const [index, { count, added, removed }] of found.entries()) {
    const was = added ? [] : before.slice(old, old + count);
    const is = removed ? [] : after.slice(now, now + count);
    old += was.length;
    now += is.length;
    const isBridge = !was.some(says) && index > 0 && index < found.length - 1;
    if (added || removed || (isBridge && deleted.length > 0 && inserted.length > 0)) {
      deleted.push(...was);
      inserted.push(...is);
    } else {
      settle();
      edits.push({ kind: 'same', before: was, after: is });
    }
  }
  settle();
  return edits;
}

/** Everything old is deleted, and everything new inserted. */
export function wholly<Token>(before: readonly Token[], after: readonly Token[]): readonly Edit<Token>[] {
  return [
    ...(before.length > 0 ? [{ kind: 'deleted', before, after: [] } as const] : []),
    ...(after.length > 0 ? [{ kind: 'inserted', before: [], after } as const] : []),
  ];
}
