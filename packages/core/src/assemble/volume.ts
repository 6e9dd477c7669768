import type { Volume } from '../model/handbook.ts';
import { compareNumbers, NUMBER_FORM } from '../model/number.ts';

/** Whether a reference is a number of another volume. */
export function isOutside(reference: string, volume: Volume | undefined): boolean {
  if (!volume || !NUMBER_FORM.test(reference)) return false;
  return (
    compareNumbers(reference, volume.first) < 0 ||
    Number.parseInt(reference, 10) > Number.parseInt(volume.last, 10)
  );
}
