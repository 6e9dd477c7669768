import type { Face } from '../fonts/face.ts';
import type { RunSlot } from './text-run.ts';

/** What a page number is made of, in arabic and in roman digits. */
const NUMBERS = '0123456789ivxlcdm';

/** The first face that has all a slot can hold: it is set in one. */
export function slotFace(
  stack: readonly Face[],
  { prefix = '', suffix = '' }: Pick<RunSlot, 'prefix' | 'suffix'>,
): Face | undefined {
  return stack.find((face) => face.covers(prefix + NUMBERS + suffix)) ?? stack[0];
}
