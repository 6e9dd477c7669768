import { compareNumbers, type Handbook } from '@octavo/core';
import { didYouMean } from '../../command-line/nearest-word.ts';
import { misuse } from '../../exit-code.ts';

/**
 * Returns the id of the chapter for a new number: the requested one, or that of the entry before it, or that
 * of the entry after it.
 */
export function chapterFor(
  { chapters, numbers }: Handbook,
  number: string,
  asked: string | undefined,
): string {
  const ids = chapters.map(({ id }) => id);
  const [first] = ids;
  if (first === undefined)
    misuse('the handbook has no chapters', 'Add one under "chapters:" in handbook.yaml.');
  if (asked !== undefined)
    return ids.includes(asked)
      ? asked
      : misuse(`there is no chapter "${asked}"${didYouMean(asked, ids)}`, `One of ${ids.join(', ')}.`);
  const all = chapters
    .flatMap(({ id, entries }) => entries.map((entry) => ({ id, number: entry.number })))
    .sort((a, b) => compareNumbers(a.number, b.number, numbers));
  const before = all.findLast((other) => compareNumbers(other.number, number, numbers) < 0);
  return (before ?? all[0])?.id ?? first;
}
