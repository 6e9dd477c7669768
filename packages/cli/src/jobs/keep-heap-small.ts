import { setFlagsFromString } from 'node:v8';

/** From so many files on. */
const VERY_LONG_BOOK = 3000;

/**
 * Has garbage collected sooner when a book is very long: of ten thousand entries half a gigabyte would be
 * garbage that nobody has collected yet. It costs a thirtieth of the time, so that shorter books go without.
 */
export function keepHeapSmall(files: number): void {
  if (files >= VERY_LONG_BOOK) setFlagsFromString('--heap-growing-percent=50');
}
