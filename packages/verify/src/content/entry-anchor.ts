import { numberKey } from '@octavo/core';

/** The anchor that an entry promises: `q618`; hyphens of its number are doubled, and one alone leads to a part. */
export function anchorOf(number: string): string {
  return `q${numberKey(number).split('-').join('--')}`;
}
