import { verify } from '@octavo/verify';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writtenPdf } from '../conformance/pdf-workbench.ts';
import { failures, library } from '../conformance/verapdf-program.ts';
import { compileBook } from '../contract/compile-book.ts';
import type { Book } from '../contract/load-book.ts';
import { withStandard } from '../contract/with-standard.ts';
import { anyBook, bookOf } from '../pdf/any-book.ts';

/** `OCTAVO_SEED` looks at other books; `OCTAVO_FUZZ_RUNS` at more of them, or fewer. */
const seed = Number(process.env.OCTAVO_SEED ?? 7);
const numRuns = Number(process.env.OCTAVO_FUZZ_RUNS ?? 200);
const BATCH = 50;

const jars = library();

describe.skipIf(!jars)(`PDF 2.0 of any book (OCTAVO_SEED=${seed})`, () => {
  const books = fc.sample(anyBook, { seed, numRuns });
  const batches = Array.from({ length: Math.ceil(numRuns / BATCH) }, (_, at) => at * BATCH);

  test.each(batches)('from book %d on no rule fails, and it reads back as the handbook', async (first) => {
    const made = [];
    try {
      for (const files of books.slice(first, first + BATCH)) {
        const book = withStandard(bookOf(files), 'PDF/A-4f');
        const { files: pdf, compiled } = await compileBook('pdf', book);
        expect(compiled.messages.filter(({ fatal }) => fatal)).toEqual([]);
        // What is found in a PDF 1.7 of the same book is no matter of the version.
        const before = await differences(withStandard(book, 'PDF/UA-1'));
        expect((await differences(book)).filter((one) => !before.includes(one))).toEqual([]);
        made.push(writtenPdf(pdf.get('fuzzed.pdf') ?? new Uint8Array()));
      }
      const paths = made.map(({ path }) => path);
      for (const flavour of ['ua2', '4f', 'wt1r', 'wt1a'])
        expect([flavour, ...failures(jars ?? '', flavour, paths)]).toEqual([flavour]);
    } finally {
      for (const one of made) one.remove();
    }
  });
});

/** What differs between a book and its PDF, in words. */
async function differences(book: Book): Promise<readonly string[]> {
  const { files } = await compileBook('pdf', book);
  const parity = await verify({ files, handbook: book.handbook, formats: ['pdf'] });
  return parity.differences.filter(({ format }) => format === 'pdf').map(({ message }) => message);
}
