import type { EntryWords } from '../model/change.ts';
import type { Entry, HistoryEvent } from '../model/documents.generated.ts';
import { wordsOf } from './edition-text.ts';
import { entryReading } from './redline/reading.ts';

/**
 * Quotes what an entry said, as a history keeps it: what it still says word for word is named by its place. Undefined
 * where all of it is said now, unless it is said `always`, or the words were not kept.
 */
export function quotedWords(
  was: EntryWords | undefined,
  now: EntryWords | undefined,
  always = false,
): HistoryEvent['words'] {
  if (!was || (!always && was.question === now?.question && was.answer === now.answer)) return undefined;
  const places = new Map(now?.answer.split('\n').map((line, at) => [line, at + 1]));
  const answer = was.answer.split('\n').map((line) => (line === '' ? line : (places.get(line) ?? line)));
  return {
    ...(was.question === now?.question ? {} : { question: was.question }),
    answer: answer as NonNullable<HistoryEvent['words']>['answer'],
  };
}

/**
 * Returns what an entry said after each event of its history, in their order. A history keeps the words that differ
 * from the present ones; the present ones are those of the last event, and of the events before it as long as
 * nothing but the entry's place or form changed; editions on other lines quote all of theirs. It is undefined where
 * the words were not kept.
 */
export function toldWords(entry: Entry): readonly (EntryWords | undefined)[] {
  const { events = [], omitted = 0 } = entry.history ?? {};
  const [present = entry] = entryReading(entry, 'deleted');
  const now = wordsOf(present);
  const lines = now.answer.split('\n');
  const words = events.map(
    ({ words: was }): EntryWords | undefined =>
      was && {
        question: was.question ?? now.question,
        answer: was.answer.map((line) => (typeof line === 'string' ? line : lines[line - 1])).join('\n'),
      },
  );
  const line = [...events.keys()].filter((at) => !events[at]?.beside);
  for (let place = line.length - 1, at = line[place] ?? -1; at >= 0 && !words[at]; at = line[--place] ?? -1) {
    const next = events[line[place + 1] ?? -1];
    if (next && (!keepsWords(next) || (at === 0 && omitted > 0))) break;
    words[at] = now;
  }
  return words;
}

function keepsWords({ kind, formOnly }: HistoryEvent): boolean {
  return kind === 'moved' || kind === 'renumbered' || formOnly === true;
}
