import { type Entry, type Handbook, indexHandbook, isInForce, toText } from '@octavo/core';
import type { Call } from '../../command-line/command.ts';
import { didYouMean } from '../../command-line/nearest-word.ts';
import { requireDay } from '../../command-line/require-day.ts';
import type { ListOptions } from '../../commands.generated.ts';
import { misuse } from '../../exit-code.ts';

type Filters = Pick<Call<ListOptions>['options'], 'chapter' | 'topic' | 'status' | 'text' | 'as-of'>;

/** Returns the entries that pass the filters, or says what is wrong with a filter. */
export function selection(
  handbook: Handbook,
  { chapter, topic, status, text, 'as-of': asOf }: Filters,
): (entry: Entry) => boolean {
  const chapters = handbook.chapters.map(({ id }) => id);
  const topics = handbook.topics.map(({ id }) => id);
  if (chapter !== undefined && !chapters.includes(chapter))
    misuse(`there is no chapter "${chapter}"${didYouMean(chapter, chapters)}`, oneOf(chapters));
  if (topic !== undefined && !topics.includes(topic))
    misuse(`there is no topic "${topic}"${didYouMean(topic, topics)}`, oneOf(topics));
  if (asOf !== undefined) requireDay('as-of', asOf);
  const { chapterOf } = indexHandbook(handbook);
  const wanted = topic === undefined ? undefined : withNarrower(handbook, topic);
  const words = fold(text ?? '')
    .split(/\s+/)
    .filter((word) => word !== '');
  return (entry) =>
    (chapter === undefined || chapterOf.get(entry.number)?.id === chapter) &&
    (wanted === undefined || entry.topics.some((id) => wanted.has(id))) &&
    status.includes(entry.status) &&
    (asOf === undefined || isInForce(entry, asOf)) &&
    (words.length === 0 || holds(entry, words));
}

/** Returns a topic and every topic below it. */
function withNarrower({ topics }: Handbook, topic: string): ReadonlySet<string> {
  const found = new Set([topic]);
  // A set may grow while it is iterated, and topics form no cycle.
  for (const id of found) for (const { id: below, broader } of topics) if (broader === id) found.add(below);
  return found;
}

function holds({ question, answer, footnotes }: Entry, words: readonly string[]): boolean {
  const text = fold(toText([...question, ...answer, ...footnotes]));
  return words.every((word) => text.includes(word));
}

/** Compares without regard to case and to composed or decomposed accents. */
function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function oneOf(ids: readonly string[]): string {
  return ids.length === 0 ? 'The handbook has none.' : `One of ${ids.join(', ')}.`;
}
