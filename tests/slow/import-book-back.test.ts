import fc from 'fast-check';
import { describe, test } from 'vitest';
import { bookComesBack } from '../import/book-read-back.ts';
import { BOOK_WRITERS } from '../import/book-writers.ts';
import { randomBook } from '../import/random-book.ts';

const seed = Number(process.env.OCTAVO_SEED ?? 618);
const numRuns = Number(process.env.OCTAVO_FUZZ_RUNS ?? 100);

describe('random books, written in each format and read back, at length', () => {
  test.each(Object.entries(BOOK_WRITERS))('%s', async (_name, writer) => {
    await fc.assert(
      fc.asyncProperty(randomBook, (book) => bookComesBack(writer, book)),
      { numRuns, seed },
    );
  });
});
