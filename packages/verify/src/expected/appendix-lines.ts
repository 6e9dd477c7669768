import type { Handbook } from '@octavo/core';
import { expectedHistory } from './expected-history.ts';

/** The entries that the appendix tells of, each with its line. */
export function appendixLines(book: Handbook): readonly { readonly number: string; readonly line: string }[] {
  const entries = book.chapters.flatMap((chapter) => chapter.entries);
  const dates = entries.flatMap(({ history }) => history?.events[0]?.date ?? []).sort();
  return entries.flatMap((entry) => {
    const events = entry.history?.events ?? [];
    const isPlain = events.length === 1 && events[0]?.date === dates[0];
    return events.length === 0 || isPlain
      ? []
      : [{ number: entry.number, line: expectedHistory(entry, book).lines.join(', ') }];
  });
}
