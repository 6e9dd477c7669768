import { EpubCheck } from '@likecoin/epubcheck-ts';
import type { Handbook } from '@octavo/core';
import { beforeAll, expect, it } from 'vitest';
import { compile } from '../src/index.ts';
import { bookFaults } from './book-faults.ts';
import { CACHE, numbersOf } from './handbooks.ts';
import { all, type OpenBook, openBook } from './open-book.ts';
import { sampleHandbook } from './sample.ts';

/** A chapter of 120 entries beside one whose id is that of its first part. */
function bigHandbook(): Handbook {
  const { chapters, ...rest } = sampleHandbook();
  const [entry] = chapters[0]?.entries ?? [];
  if (!entry) throw new Error('the sample has no entry');
  const entries = Array.from({ length: 120 }, (_, index) => {
    const number = String(index + 1);
    return { ...entry, number, id: `entry-${number}`, aliases: [], related: [] };
  });
  const last = { ...entry, number: '999', id: 'last', aliases: [], related: ['1'] };
  return {
    ...rest,
    chapters: [
      { id: 'big', title: 'Big', entries },
      { id: 'big-1-50', title: 'Small', entries: [last] },
    ],
    parts: [{ id: 'all', title: 'All of it', chapters: ['big', 'big-1-50'] }],
    glossary: [],
  };
}

let book: OpenBook;
let epub: Uint8Array;
const handbook = bigHandbook();
beforeAll(async () => {
  const { files } = await compile(handbook, { cache: CACHE });
  epub = files[0]?.content as Uint8Array;
  book = openBook(epub);
});

it('stands in several documents, whose names meet no other', () => {
  expect(book.spine.filter((file) => /^(chapter|part)-/.test(file))).toEqual([
    'part-all.xhtml',
    'chapter-big_1-50.xhtml',
    'chapter-big_51-100.xhtml',
    'chapter-big_101-150.xhtml',
    'chapter-big-1-50.xhtml',
  ]);
});

it('has a line in the contents for each of them', () => {
  const lines = all(book.xml('toc.xhtml'), 'a').map((link) => link.textContent);
  expect(lines.filter((line) => line && /^(All|Big|Small|Questions)/.test(line))).toEqual([
    'All of it',
    'Big',
    'Questions 1 to 50',
    'Questions 51 to 100',
    'Questions 101 to 120',
    'Small',
    'All of it',
  ]);
});

it('is sound', async () => {
  expect(bookFaults(book, numbersOf(handbook))).toEqual([]);
  const report = await EpubCheck.validate(epub, {});
  expect(report.messages.filter(({ severity }) => severity !== 'info' && severity !== 'usage')).toEqual([]);
});
