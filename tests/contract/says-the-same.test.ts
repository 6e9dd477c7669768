import { expect, test } from 'vitest';
import { loadBook } from './load-book.ts';
import { awkward, expectSaysTheSame } from './says-the-same.ts';

// HTML, EPUB, PDF and Markdown say the same of a book, in the same order; our own handbook in tests/slow.
test.each([
  ['en', ['&&', '2fa', 'Åker', 'apple', 'Apple', '--flag', 'flask', 'zebra', 'bar', 'foal']],
  ['sv', ['&&', '2fa', 'apple', 'Apple', '--flag', 'flask', 'zebra', 'bar', 'foal', 'Åker']],
])(
  'every format says the same of a book in the language "%s", and of changes',
  async (language, terms) => {
    expect.hasAssertions();
    await expectSaysTheSame(awkward(language), terms);
  },
  240_000,
);

test('every format says the same of the kitchen sink', async () => {
  expect.hasAssertions();
  await expectSaysTheSame(await loadBook('tests/fixtures/kitchen-sink'));
}, 240_000);
