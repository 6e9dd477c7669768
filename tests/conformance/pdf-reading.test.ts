import { asPrinted } from '@octavo/core';
import { describe, expect, it } from 'vitest';
import { compileBook } from '../contract/compile-book.ts';
import { loadBook } from '../contract/load-book.ts';
import { checkPdf } from '../pdf/check-pdf.ts';
import { PLAIN_FOLDERS } from './pdf-workbench.ts';

describe.each(Object.entries(PLAIN_FOLDERS))('%s as PDF', (_, folder) => {
  it('reads as the handbook does, by our own checker', async () => {
    const book = await loadBook(folder);
    const { files } = await compileBook('pdf', book);
    expect(checkPdf([...files.values()][0] ?? new Uint8Array(), asPrinted(book.handbook))).toEqual([]);
  });
});
