import { counted } from '@octavo/core';

/** `1 entry`, `2 entries`. */
export function countedEntries(count: number): string {
  return counted(count, 'entry', 'entries');
}

/** Says that drafts were left out; returns an empty string when there are none. */
export function draftsLeftOut(count: number): string {
  if (count === 0) return '';
  return `${counted(count, 'draft')} ${count === 1 ? 'was' : 'were'} left out ("--drafts" shows ${count === 1 ? 'it' : 'them'})\n`;
}
