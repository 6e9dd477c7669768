import type { Volume } from '../model/documents.generated.ts';
import type { NumberSystem } from '../numbers/number-system.ts';
import { compareNumbers, isNumber, isWithin } from '../numbers/order-numbers.ts';

/** Whether a number is of the volume: from its first to its last, and what stands below the last. */
export function isOfVolume(
  number: string,
  { first, last }: Pick<Volume, 'first' | 'last'>,
  system: NumberSystem | undefined,
): boolean {
  return (
    compareNumbers(number, first, system) >= 0 &&
    (compareNumbers(number, last, system) <= 0 || isWithin(number, last, system))
  );
}

/** Whether a reference is a number of another volume. */
export function isOutside(
  reference: string,
  volume: Volume | undefined,
  system: NumberSystem | undefined,
): boolean {
  return volume !== undefined && isNumber(reference, system) && !isOfVolume(reference, volume, system);
}
