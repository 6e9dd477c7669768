import { textOf } from '../model/text-of.ts';
import type { Book, BookEntry, BookPage } from './book.ts';

const RANGE = /(\d{1,6})\s*[-–—]\s*(\d{1,6})\s*(?:of|von|de|sur|di|van|из|\/|من|מתוך)\s*(\d{1,7})/;

/** "Showing questions 601-700 of 1000": the slice of a larger work, when the entries are just those. */
export function volumeOf(front: readonly BookPage[], entries: readonly BookEntry[]): Book['volume'] {
  const numbers = entries.map(({ number }) => Number(number));
  if (numbers.some((number) => !Number.isInteger(number))) return undefined;
  const [least, most] = numbers.reduce(
    ([low, high], number) => [Math.min(low, number), Math.max(high, number)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
  for (const block of front.flatMap(({ body }) => body).slice(0, 20)) {
    const [, first = '', last = '', of = ''] = RANGE.exec(textOf(block).slice(0, 500)) ?? [];
    if (first === '' || Number(first) !== least || Number(last) !== most) continue;
    return { first, last, of: Number(of) };
  }
  return undefined;
}
