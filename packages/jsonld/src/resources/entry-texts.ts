import { type Cache, cacheKey, digest, type Entry, type Handbook } from '@octavo/core';
import { headingAnchor } from '@octavo/core/say';
import { irisOf } from '../iris.ts';
import { answerHtml } from './answer-html.ts';
import { answerText, phrasingText } from './answer-text.ts';

/** What an entry says, in the forms that its data have: the costly part of a resource. */
export interface EntryTexts {
  readonly question: string;
  readonly text: string;
  readonly html: string;
}

/**
 * Makes the texts of every live entry, by number. A cache keeps those of a chapter together, under a key of
 * the entries, the labels, the direction and the root of the IRIs, because nothing else affects them.
 */
export async function entryTexts(
  handbook: Handbook,
  cache: Cache | undefined,
): Promise<ReadonlyMap<string, EntryTexts>> {
  const { labels, direction } = handbook;
  const iris = irisOf(handbook);
  const make = (entry: Entry): EntryTexts => ({
    question: phrasingText(entry.question),
    text: answerText(entry),
    html: answerHtml(entry, { iris, labels, direction, idPrefix: headingAnchor(entry.number, '') }),
  });
  const all = new Map<string, EntryTexts>();
  for (const chapter of handbook.chapters) {
    const live = chapter.entries.filter((entry) => entry.status !== 'withdrawn');
    const key = cache && cacheKey('texts', iris.root, digest(labels), direction, live.map(digest));
    const kept = key === undefined ? undefined : await cache?.get(key);
    const texts = kept ? (JSON.parse(decoder.decode(kept)) as readonly EntryTexts[]) : live.map(make);
    if (key !== undefined && !kept) await cache?.put(key, encoder.encode(JSON.stringify(texts)));
    for (const [at, entry] of live.entries()) all.set(entry.number, texts[at] ?? make(entry));
  }
  return all;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();
