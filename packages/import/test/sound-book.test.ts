import { loadHandbook } from '@octavo/core';
import type { RootContent } from 'mdast';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import type { Book, BookEntry } from '../src/assign/book.ts';
import { writeSoundBook } from '../src/write/sound-book.ts';

const text = (value: string): RootContent => ({ type: 'paragraph', children: [{ type: 'text', value }] });
const link = (url: string): RootContent => ({
  type: 'paragraph',
  position: { start: { line: 8, column: 1 }, end: { line: 8, column: 9 } },
  children: [{ type: 'link', url, children: [{ type: 'text', value: 'there' }] }],
});

function entry(number: string, more: Partial<BookEntry>): BookEntry {
  return {
    number,
    id: `entry-${'abc'[Number(number)]}`,
    question: [{ type: 'text', value: 'Why is it so?' }],
    answer: [text('So it is.')],
    footnotes: new Map(),
    aliases: [],
    topics: [],
    chapter: 'first',
    place: { path: 'faq.md', line: 3 },
    ...more,
  };
}

function bookOf(...entries: readonly BookEntry[]): Book {
  return {
    id: 'book',
    title: 'Book',
    language: 'en',
    chapters: [{ id: 'first', title: 'First' }],
    parts: [],
    entries,
    front: [],
    back: [],
    topics: [],
    assets: new Map(),
    provisional: false,
  };
}

const mended: Readonly<Record<string, readonly [BookEntry, number]>> = {
  'a link that cannot stand': [entry('1', { answer: [text('One.'), link('javascript:x'), text('Two.')] }), 8],
  'a formula that cannot be set': [entry('1', { answer: [{ type: 'math', value: '\\nothing{x}' }] }), 3],
  'an image that is not there': [
    entry('1', { answer: [{ type: 'image', url: '../assets/none.png', alt: 'x' }] }),
    3,
  ],
  'a question with a link': [
    entry('1', {
      question: [{ type: 'link', url: 'https://example.org', children: [{ type: 'text', value: 'Why?' }] }],
    }),
    3,
  ],
  'an alias of two entries': [entry('1', { aliases: ['old', 'entry-c'] }), 3],
};

test.each(Object.entries(mended))('%s is mended before anything is written', async (_name, [first, line]) => {
  const { files, findings } = await writeSoundBook(
    bookOf(first, entry('2', { place: { path: 'faq.md', line: 9 } })),
    {},
  );
  expect(findings).toHaveLength(1);
  expect(findings[0]).toMatchObject({ kind: 'mended', severity: 'warning', place: { path: 'faq.md', line } });
  const loaded = loadHandbook(
    files.map(({ path, content }) => new VFile({ path, value: new TextEncoder().encode(String(content)) })),
  );
  expect(loaded.handbook?.chapters[0]?.entries).toHaveLength(2);
});

test('what cannot be mended is an error at its place in the source', async () => {
  const { findings } = await writeSoundBook(bookOf(entry('1', { number: 'x' })), {});
  expect(findings[0]).toMatchObject({
    kind: 'not-sound',
    severity: 'error',
    place: { path: 'faq.md', line: 3 },
  });
});
