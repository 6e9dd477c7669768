import { bookAddress, bookPath, type Handbook, type OutputFile } from '@octavo/core';
import { editionAddress } from '@octavo/core/say';
import { type EditionList, keyIn, type ListedEdition } from './edition-list.ts';
import { httpDate } from './http-date.ts';

/** The end of the name of a TimeMap. */
export const TIME_MAP = '.link';

const MEDIA_TYPE = 'application/link-format';

/**
 * Makes the TimeMaps (RFC 7089 section 5), by path from the book's folder: of the book, at `editions.link`, and of every entry that there is or
 * was, at `entry/<key>.link`. That of an entry lists the editions that changed it, since the others repeat what
 * these say.
 */
export function timeMaps(book: Handbook, { editions, lineages }: EditionList): readonly OutputFile[] {
  if (editions.length === 0) return [];
  const memento = ({ version }: ListedEdition, path: string) =>
    editionAddress(book, 'edition', version) + path;
  const whole = timeMap(
    book,
    `editions${TIME_MAP}`,
    bookAddress(book),
    editions.map((edition) => [edition, memento(edition, bookPath(book, ''))]),
  );
  const entries = lineages.flatMap((lineage): OutputFile[] => {
    const key = lineage.runs.at(-1)?.key;
    const states = lineage.states.flatMap((at): [ListedEdition, string][] => {
      const [edition, then] = [editions[at], keyIn(lineage, at)];
      return edition && then !== undefined ? [[edition, memento(edition, `entry/${then}/`)]] : [];
    });
    if (key === undefined || states.length === 0) return [];
    return [timeMap(book, `entry/${key}${TIME_MAP}`, `${book.iri}entry/${key}`, states)];
  });
  return [whole, ...entries];
}

/** Of several editions of one instant the last one counts, as for a TimeGate. */
function timeMap(
  book: Handbook,
  path: string,
  original: string,
  states: readonly (readonly [edition: ListedEdition, address: string])[],
): OutputFile {
  const dated = states.filter(([{ date }], at) => states[at + 1]?.[0].date !== date);
  const [first, last] = [dated[0], dated.at(-1)].map((one) => httpDate(one?.[0].date ?? ''));
  const lines = [
    `<${original}>;rel="original timegate"`,
    `<${book.iri}${bookPath(book, path)}>;rel="self";type="${MEDIA_TYPE}";from="${first}";until="${last}"`,
    ...dated.map(([{ date }, address], at) => {
      const ends = [at === 0 ? 'first' : '', at === dated.length - 1 ? 'last' : '', 'memento'];
      return `<${address}>;rel="${ends.filter(Boolean).join(' ')}";datetime="${httpDate(date)}"`;
    }),
  ];
  return { path, mediaType: MEDIA_TYPE, content: new TextEncoder().encode(`${lines.join(',\n')}\n`) };
}
