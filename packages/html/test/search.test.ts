import { runInNewContext } from 'node:vm';
import MiniSearch from 'minisearch';
import { describe, expect, it } from 'vitest';
import { compile } from '../src/index.ts';
import { words } from '../src/search/words.ts';
import { book } from './book.ts';
import { opened } from './opened.ts';

describe('words', () => {
  it.each([
    ['Straße, Ærø & naïve Cafés', ['strasse', 'aero', 'naive', 'cafes']],
    ["What's a 3.1.6 or 634A?", ['whats', 'a', '3.1.6', 'or', '634a']],
    ['料理本', ['料', '料理', '理', '理本', '本']],
    ['がぎ', ['が', 'がぎ', 'ぎ']],
    ['كِتَابٌ', ['كتاب']],
    ['שָׁלוֹם', ['שלום']],
    ['ﬁle \u200dＡＢＣ', ['file', 'abc']],
    ['', []],
  ])('of %s', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });
});

describe('the search index', async () => {
  const handbook = book(
    {
      'one/1-idempotency.md':
        '---\nnumber: 1\nquestion: What is idempotency?\n---\nRunning twice gives the same result.',
      'one/3-old.md':
        '---\nnumber: 3\nquestion: What was rice, rice, rice?\nstatus: withdrawn\n---\nRice, Rice. Cooking.',
      'one/2-rice.md': '---\nnumber: 2\nquestion: 料理とは何ですか。\n---\nCooking, in Japanese.',
    },
    'chapters: [{ id: one, title: One }]',
  );
  const site = opened(await compile(handbook));
  let json: unknown;
  runInNewContext(site.text('static/search/one.js'), {
    octavoSearchPart: (_title: string, index: unknown) => {
      json = index;
    },
  });
  const index = MiniSearch.loadJSON(JSON.stringify(json), {
    fields: ['question', 'answer', 'terms'],
    storeFields: ['question', 'brief', 'gone'],
    tokenize: words,
    processTerm: (term) => term,
  });
  const found = (query: string): unknown[] =>
    index.search(query, { fuzzy: (term) => (term.length < 4 ? 0 : 2), prefix: true }).map((hit) => hit.id);

  it('finds by word, by typo, by beginning and in Japanese', () => {
    expect(found('idempotency')).toEqual(['1']);
    expect(found('idempotancy')).toEqual(['1']);
    expect(found('idem')).toEqual(['1']);
    expect(found('料理')).toEqual(['2']);
  });

  it('puts a withdrawn entry last, unless its number was asked for', () => {
    const hits = index.search('cooking rice').map(({ id, gone }) => ({ id: String(id), gone }));
    expect(hits.map(({ id }) => id)).toEqual(['3', '2']);
    expect(words.order(hits).map(({ id }) => id)).toEqual(['2', '3']);
    expect(words.order(hits, '3').map(({ id }) => id)).toEqual(['3', '2']);
  });

  it('is loaded by names that are there', () => {
    const names: string[] = [];
    runInNewContext(site.text('static/search-parts.js'), {
      octavoSearchParts: (list: string[]) => names.push(...list),
    });
    expect(names).toEqual(['one.js']);
    for (const name of ['minisearch', 'words', 'search', 'page', 'early'])
      expect(site.has(`static/${name}.js`)).toBe(true);
  });
});
