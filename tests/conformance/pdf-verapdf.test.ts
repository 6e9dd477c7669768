import { describe, expect, it } from 'vitest';
import { loadBook } from '../contract/load-book.ts';
import { redlinedArabic } from '../contract/redlined-arabic.ts';
import { redlinedSink } from '../pdf/redlined-sink.ts';
import { FOLDERS, type MadePdf, madePdf } from './pdf-workbench.ts';
import { previewBook } from './preview-book.ts';
import { failures, library } from './verapdf-program.ts';

const jars = library();

/** Each way of making a book with what it is held to. */
const WAYS = [
  ['as it is', {}, ['ua1']],
  ['small', { page: '6x9in' }, ['ua1']],
  ['PDF/A-2a', { standard: 'PDF/A-2a' }, ['2a']],
  ['PDF/UA-2', { standard: 'PDF/UA-2', page: '6x9in' }, ['ua2', 'wt1r', 'wt1a']],
  ['PDF/A-4f', { standard: 'PDF/A-4f' }, ['ua2', '4f', 'wt1r', 'wt1a']],
] as const;

// All books at once: to start the program takes longer than to judge one.
describe.skipIf(!jars)('veraPDF', () => {
  it.each(WAYS)('finds no failed rule in any book: %s', async (_way, settings, flavours) => {
    const isArchival = flavours.some((flavour) => /^\d/.test(flavour));
    const made: MadePdf[] = [];
    try {
      const sink = await loadBook('tests/fixtures/kitchen-sink');
      const redlined = { ...sink, handbook: redlinedSink(sink.handbook) };
      const own = [redlined, redlinedArabic(), previewBook({ cmyk: !isArchival })];
      for (const book of [...Object.values(FOLDERS), ...own]) made.push(await madePdf(book, settings));
      const paths = made.map(({ path }) => path);
      for (const flavour of flavours)
        expect([flavour, ...failures(jars ?? '', flavour, paths)]).toEqual([flavour]);
    } finally {
      for (const one of made) one.remove();
    }
  });
});
