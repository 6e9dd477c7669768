/** A number with its noun: `1 entry`, `2 entries`. The plural is the noun with an s unless it is given. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}

/** `1 entry`, `2 entries`. */
export function countedEntries(count: number): string {
  return counted(count, 'entry', 'entries');
}

/** That drafts are not in what was made; empty when there are none. */
export function draftsLeftOut(count: number): string {
  if (count === 0) return '';
  return `${counted(count, 'draft')} ${count === 1 ? 'was' : 'were'} left out ("--drafts" shows ${count === 1 ? 'it' : 'them'})\n`;
}
