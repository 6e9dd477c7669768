import { describe, expect, it } from 'vitest';
import { FOLDERS, madePdf } from './pdf-workbench.ts';
import { previewBook } from './preview-book.ts';
import { failures, library } from './verapdf-program.ts';

const jars = library();

const BOOKS = [...Object.entries(FOLDERS), ['a preview with all that can be shown', previewBook] as const];

/** Each way of making a book with what it is held to. */
const WAYS = [
  ['as it is', {}, ['ua1']],
  ['small', { page: '6x9in' }, ['ua1']],
  ['PDF/A-2a', { standard: 'PDF/A-2a' }, ['2a']],
  ['PDF/UA-2', { standard: 'PDF/UA-2', page: '6x9in' }, ['ua2', 'wt1r', 'wt1a']],
  ['PDF/A-4f', { standard: 'PDF/A-4f' }, ['ua2', '4f', 'wt1r', 'wt1a']],
] as const;

describe.skipIf(!jars).each(BOOKS)('veraPDF on %s', (_, book) => {
  it.each(WAYS)('finds no failed rule: %s', { timeout: 300_000 }, async (_way, settings, flavours) => {
    const isArchival = flavours.some((flavour) => /^\d/.test(flavour));
    const made = await madePdf(typeof book === 'string' ? book : book({ cmyk: !isArchival }), settings);
    try {
      for (const flavour of flavours)
        expect([flavour, ...failures(jars ?? '', flavour, [made.path])]).toEqual([flavour]);
    } finally {
      made.remove();
    }
  });
});
