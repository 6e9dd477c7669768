import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { loadBook } from '../contract/load-book.ts';
import { bookSearch } from './book-search.ts';

/*
 * What readers of the CoreModels FAQ ask, and the entries that answer it (queries.tsv): how often one of
 * these is the first hit, and how often among the first three.
 */
describe('the search of the CoreModels FAQ', async () => {
  const lines = (await readFile(new URL('queries.tsv', import.meta.url), 'utf8')).split('\n');
  const queries = lines
    .filter((line) => line !== '' && !line.startsWith('#\u0020'))
    .map((line) => {
      const [kind = '', query = '', wanted = ''] = line.split('\t');
      return { kind, query, wanted: wanted.split('|') };
    });
  const { ask, files } = await bookSearch(await loadBook('content/coremodels-faq'));
  const asked = queries.map((one) => ({ ...one, hits: ask(one.query) }));
  const rank = ({ wanted, hits }: (typeof asked)[number]) => hits.findIndex((hit) => wanted.includes(hit));
  const missed = asked
    .filter((one) => rank(one) !== 0)
    .map(
      (one) => `${one.kind}: ${one.query} -> ${one.hits.slice(0, 4).join(' ')}, not ${one.wanted.join('|')}`,
    );

  it('is asked at least 120 things', () => {
    expect(queries.length).toBeGreaterThanOrEqual(120);
  });

  it('has the right answer first in nine of ten', () => {
    const share = asked.filter((one) => rank(one) === 0).length / asked.length;
    expect(share, missed.join('\n')).toBeGreaterThanOrEqual(0.9);
  });

  it('has it among the first three in 97 of 100', () => {
    const share = asked.filter((one) => rank(one) >= 0 && rank(one) < 3).length / asked.length;
    expect(share, missed.join('\n')).toBeGreaterThanOrEqual(0.97);
  });

  it('is below 60 kB for a hundred entries, compressed', () => {
    const index = [...files].filter(([path]) => path.includes('/search/'));
    const size = index.reduce((sum, [, content]) => sum + gzipSync(content).length, 0);
    expect(size).toBeLessThan(60_000);
  });
});
