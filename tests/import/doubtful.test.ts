import { loadHandbook } from '@octavo/core';
import fc from 'fast-check';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import type { Book, BookEntry } from '../../packages/import/src/assign/book.ts';
import { doubtfulFiles } from '../../packages/import/src/write/doubtful.ts';
import { entryPath, writeBook } from '../../packages/import/src/write/write-book.ts';

const PLAIN =
  'Yes|it is|Müller|質問|سؤال|12|, |: |; |? |! |\n|\n\n|\nSo: |**so**|*it*|`a b`|[a](https://example.org/A)|"|\n- and '
    .split('|')
    .concat(
      [
        '\n> Yes ',
        '\n\nA letter ',
        '\n1. Yes ',
        '\n   - Yes ',
        '\n### Why ',
        '\n\n| a b | *c* |\n| - | :-: |\n| `x` | Yes |\n\n',
      ],
      [
        '\\*',
        '\\_',
        '\\$',
        '~~',
        ' & ',
        '[^a]',
        '\n\n[^a]: Yes ',
        '<kbd>A</kbd>',
        '<https://example.org/a?b=c&d#e>',
        '[a](https://example.org/?a=1\\&b=2)',
        '\n```js\n$ {.a} [^1]\n```\n\n',
      ],
    );
const OTHER =
  'a|A|.|(a) |(b) |1. |2) |- |* |+ |> |# |\n    |**|*|_|`|``|~~|[a](#2)|[a](javascript:b)|[a]|![a](b.png)|<b>|<|&amp;|&|$|$$|:::note|:::|:b[c]|::d|www.example.org|https://example.org|a@b.org|[^1]|[^1]: c|\\|§|@|\u200b|e\u0301|---|===|{.a}|ii. |IV. '.split(
    '|',
  );
const piece = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...PLAIN) },
  { weight: 1, arbitrary: fc.constantFrom(...OTHER) },
);
const text = fc
  .array(fc.tuple(fc.constantFrom('', ' ', 'so it is '), piece), { maxLength: 10 })
  .map((pieces) => `Yes ${pieces.flat().join('')}`.trim());

function entryOf(number: number, question: string, alias: string): BookEntry {
  return {
    number: String(number),
    id: `entry-${'abcdef'[number]}`,
    question: [{ type: 'text', value: question }],
    answer: [],
    footnotes: new Map(),
    aliases: alias === '' ? [] : [alias],
    topics: [],
    chapter: 'first',
    place: { path: 'faq.md', line: 3 },
  };
}

/** A book and its files: what each answer is, and an alias. */
function bookOf(parts: readonly { question: string; answer: string; alias?: string }[]) {
  const entries = parts.map(({ question, alias = '' }, at) => entryOf(at + 1, question, alias));
  const book: Book = {
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
  const bodies = new Map(entries.map((entry, at) => [entryPath(entry), parts[at]?.answer ?? '']));
  const files = writeBook(book).map(({ path, content }) => ({
    path,
    content: bodies.has(path) ? `${String(content).trimEnd()}\n\n${bodies.get(path)}\n` : content,
  }));
  return { book, files };
}

function faultsOf(files: ReturnType<typeof writeBook>): readonly string[] {
  return loadHandbook(
    files.map(({ path, content }) => new VFile({ path, value: String(content) })),
  ).files.flatMap(({ path, messages }) =>
    messages.filter(({ fatal }) => fatal === true).map((message) => `${path} ${message}`),
  );
}

/** Books whose answers are any Markdown, as it may stand in a file. */
const books = fc
  .array(
    fc.tuple(
      fc.oneof(fc.constant('it'), text),
      text,
      fc.constantFrom('', 'q12', 'is-it', 'a_b', '12', '12-is-', 'a b'),
    ),
    {
      minLength: 2,
      maxLength: 5,
    },
  )
  .map((parts) =>
    bookOf(
      parts.map(([question, answer, alias], at) => ({
        question: `Is ${question}`.replace(/\s+/g, ' '),
        answer,
        alias: alias === '' ? '' : `${alias}${at}`,
      })),
    ),
  );

test('a file that is not loaded to be checked has no error', () => {
  let passedOver = 0;
  fc.assert(
    fc.property(books, ({ book, files }) => {
      const loaded = new Set(doubtfulFiles(book, files).map(({ path }) => path));
      passedOver += files.length - loaded.size;
      const faults = faultsOf(files);
      expect(faults.filter((fault) => !loaded.has(fault.split(' ')[0] ?? ''))).toEqual([]);
    }),
    { numRuns: Number(process.env.OCTAVO_FUZZ_RUNS ?? 150), seed: Number(process.env.OCTAVO_SEED ?? 618) },
  );
  expect(passedOver).toBeGreaterThan(50);
});

test('what is loaded to be checked finds the targets of its links, over any number of entries', () => {
  const { book, files } = bookOf([
    { question: 'Is it the first?', answer: 'Yes, see [the second](#2).' },
    { question: 'Is it the second?', answer: 'Yes, see [the third](#3).' },
    { question: 'Is it the third?', answer: 'Yes.' },
    { question: 'Is it the fourth?', answer: 'Yes, see [the third](#3).' },
  ]);
  const loaded = doubtfulFiles(book, files);
  expect(faultsOf(loaded)).toEqual([]);
  expect(files.length - loaded.length).toBe(2);
});
