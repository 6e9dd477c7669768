import { type Handbook, isOfVolume } from '@octavo/core';
import { usage } from '../../command-line/usage.ts';
import type { Failure } from '../../exit-code.ts';

/** A book that is a volume of a work holds the numbers of its slice alone. */
export function volumeFault(
  number: string,
  { volume, numbers }: Pick<Handbook, 'volume' | 'numbers'>,
): Failure | undefined {
  if (!volume || isOfVolume(number, volume, numbers)) return undefined;
  return usage(
    `${number} is outside this volume, ${volume.first} to ${volume.last}`,
    'Take a number of the volume, such as one with a letter: 634A stands behind 634.',
  );
}
