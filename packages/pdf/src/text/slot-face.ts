import type { Face } from '../fonts/face.ts';
import type { RunSlot } from './text-run.ts';

/** Page numbers are made of these, as Arabic or Roman numerals. */
const NUMBERS = '0123456789ivxlcdm';

/** Returns the first face that has everything a slot can hold, since a slot is set in one face. */
export function slotFace(
  stack: readonly Face[],
  { prefix = '', suffix = '' }: Pick<RunSlot, 'prefix' | 'suffix'>,
): Face | undefined {
  return stack.find((face) => face.covers(prefix + NUMBERS + suffix)) ?? stack[0];
}
