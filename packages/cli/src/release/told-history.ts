import type { Handbook, Loaded } from '@octavo/core';
import { type History, readHistory, withoutLeft } from '@octavo/press/history';

/**
 * The history of a book as it is told: an edition says nothing of what it leaves out now, though earlier releases of
 * it did. What is left out within an entry is known only beside the `whole` book.
 */
export async function toldHistory(
  { files, handbook, left, editions }: Loaded,
  whole?: Handbook,
): Promise<History | undefined> {
  const history = await readHistory(files);
  if (!history || history.ledger.length === 0 || editions.length === 0) return history;
  const says =
    whole && handbook ? (await import('@octavo/verify')).saysExcluded(whole, handbook) : () => false;
  return withoutLeft(history, left, handbook, says);
}
