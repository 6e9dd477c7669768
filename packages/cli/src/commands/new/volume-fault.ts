import { type Handbook, isOfVolume } from '@octavo/core';
import { usage } from '../../command-line/usage.ts';
import type { Failure } from '../../exit-code.ts';

/** A volume of a work holds only the numbers of its own range. */
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
