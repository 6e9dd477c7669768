import type { EntryWords } from '../model/change.ts';
import type { Entry, HistoryEvent } from '../model/documents.generated.ts';
import { wordsOf } from './edition-text.ts';
import { entryReading } from './redline/reading.ts';

/**
 * Returns what an entry said after each event of its history, in their order. A history keeps the words that differ
 * from the present ones; the present ones are those of the last event, and of the events before it as long as
 * nothing but the entry's place or form changed. It is undefined where the words were not kept.
 */
export function toldWords(entry: Entry): readonly (EntryWords | undefined)[] {
  const { events = [], omitted = 0 } = entry.history ?? {};
  const words = events.map((event): EntryWords | undefined => event.words);
  const [present = entry] = entryReading(entry, 'deleted');
  for (let at = events.length - 1; at >= 0 && !words[at]; at--) {
    const next = events[at + 1];
    if (next && (!keepsWords(next) || (at === 0 && omitted > 0))) break;
    words[at] = wordsOf(present);
  }
  return words;
}

function keepsWords({ kind, formOnly }: HistoryEvent): boolean {
  return kind === 'moved' || kind === 'renumbered' || formOnly === true;
}
