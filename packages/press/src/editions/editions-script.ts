import { bookFolder, type Handbook, type JsonValue, numberKey, type Retraction } from '@octavo/core';

import { dateWords } from '@octavo/core/say';
import { type EditionList, isPlain } from './edition-list.ts';

/** A reader is led to so many other editions from a page; the page of all editions has the rest. */
const MOST = 24;

/**
 * Makes editions.js, the data for the script that tells a page what became of its edition. It is a script, since
 * a page may load no data (its policy, and file://), and it is in no list of the release: publishing adds which
 * editions are kept, and a retraction adds itself.
 */
export function editionsScript(
  book: Handbook,
  { editions, lineages }: EditionList,
  retractions: ReadonlyMap<string, Retraction>,
): Uint8Array {
  const { labels, language, chapters } = book;
  const entries = chapters.flatMap((chapter) => chapter.entries);
  const data: JsonValue = {
    schemaVersion: 1,
    folder: bookFolder(book),
    most: MOST,
    words: {
      edition: labels.editionNumber,
      editions: labels.edition,
      older: labels.olderEditionNotice,
      newest: labels.newestText,
      now: labels.nowNumberNotice,
      withdrawn: labels.withdrawn,
      retracted: labels.editionWithdrawn,
    },
    editions: editions.map(({ version, segment, date }): JsonValue => {
      const retracted = retractions.get(version);
      const about = { version, segment, date, day: dateWords(date, language) };
      return retracted ? { ...about, retracted: { ...retracted } } : about;
    }),
    entries: lineages
      .filter((one) => !isPlain(one))
      .map(({ runs, gone }) => ({
        runs: runs.map(({ from, key, number }) => ({ from, key, ...(number === key ? {} : { number }) })),
        ...(gone ? { gone: { ...gone } } : {}),
      })),
    withdrawn: entries.filter(({ status }) => status === 'withdrawn').map(({ number }) => numberKey(number)),
  };
  return new TextEncoder().encode(`octavoEditions(${JSON.stringify(data)});\n`);
}
