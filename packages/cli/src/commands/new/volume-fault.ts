import { compareNumbers, type Volume } from '@octavo/core';
import { usage } from '../../command-line/usage.ts';
import type { Failure } from '../../exit-code.ts';

/** A volume of a work holds only the numbers of its own range. */
export function volumeFault(number: string, volume: Volume | undefined): Failure | undefined {
  if (!volume) return undefined;
  const { first, last } = volume;
  // 700A and 700.1 still belong to a volume that ends at 700.
  const behindLast = number.startsWith(last) && !/^\d/.test(number.slice(last.length));
  if (compareNumbers(first, number) <= 0 && (compareNumbers(number, last) <= 0 || behindLast))
    return undefined;
  return usage(
    `${number} is outside this volume, ${first} to ${last}`,
    'Take a number of the volume, such as one with a letter: 634A stands behind 634.',
  );
}
