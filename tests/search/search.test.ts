import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { loadBook } from '../contract/load-book.ts';
import { bookSearch } from './book-search.ts';
import { readQueries } from './read-queries.ts';

/*
 * What readers of a book ask, and the entries that answer it (<book>.tsv): how often one of these is the
 * first hit, and how often among the first three.
 */
describe.each([
  ['coremodels-faq', 300],
  ['octavo-handbook', 80],
])('the search of %s', async (book, least) => {
  const queries = await readQueries(book);
  const loaded = await loadBook(`content/${book}`);
  const { ask, files } = await bookSearch(loaded);
  const asked = queries.map((one) => ({ ...one, hits: ask(one.query) }));
  const rank = ({ wanted, hits }: (typeof asked)[number]) => hits.findIndex((hit) => wanted.includes(hit));
  const missed = asked
    .filter((one) => rank(one) !== 0)
    .map(
      (one) => `${one.kind}: ${one.query} -> ${one.hits.slice(0, 4).join(' ')}, not ${one.wanted.join('|')}`,
    );

  it('is asked many things', () => {
    expect(queries.length).toBeGreaterThanOrEqual(least);
  });

  it('has the right answer first in nine of ten', () => {
    const share = asked.filter((one) => rank(one) === 0).length / asked.length;
    expect(share, missed.join('\n')).toBeGreaterThanOrEqual(0.9);
  });

  it('has it among the first three in 97 of 100', () => {
    const share = asked.filter((one) => rank(one) >= 0 && rank(one) < 3).length / asked.length;
    expect(share, missed.join('\n')).toBeGreaterThanOrEqual(0.97);
  });

  it('is below 60 kB for each hundred entries, compressed', () => {
    const index = [...files].filter(([path]) => path.includes('/search/'));
    const size = index.reduce((sum, [, content]) => sum + gzipSync(content).length, 0);
    const hundreds = loaded.handbook.chapters.flatMap(({ entries }) => entries).length / 100;
    expect(size).toBeLessThan(60_000 * hundreds);
  });
});
