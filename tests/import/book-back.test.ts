import fc from 'fast-check';
import { describe, test } from 'vitest';
import { bookComesBack } from './book-read-back.ts';
import { BOOK_WRITERS } from './book-writers.ts';
import { randomBook } from './random-book.ts';

describe('a random book, written in a format and read back, is the same', () => {
  test.each(Object.entries(BOOK_WRITERS))('%s', async (_name, writer) => {
    await fc.assert(
      fc.asyncProperty(randomBook, (book) => bookComesBack(writer, book)),
      { numRuns: 2, seed: 18 },
    );
  });
});
