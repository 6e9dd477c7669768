import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { compileBook } from '../contract/compile-book.ts';
import { loadBook } from '../contract/load-book.ts';
import { lacks, program } from './epub-workbench.ts';

const pdftotext = program('/usr/bin/pdftotext', '/usr/local/bin/pdftotext');

/** The letters and digits of a text, the first ten: what comes before the PDF's first page reference. */
const gist = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '').slice(0, 10);

describe.skipIf(lacks(pdftotext, 'pdftotext'))('the pages of the EPUB', () => {
  it('begin with the words that the pages of the PDF begin with', async () => {
    const book = await loadBook('content/coremodels-faq');
    const pdf = await compileBook('pdf', book);
    const { pageMap } = pdf.compiled;
    if (!pageMap) throw new Error('the PDF has no page map');
    const epub = await compileBook('epub', book, { pageMap });
    const files = unzipSync([...epub.files.values()][0] as Uint8Array);
    const text = Object.entries(files)
      .filter(([name]) => name.endsWith('.xhtml'))
      .map(([, bytes]) => new TextDecoder().decode(bytes))
      .join('\n');
    const folder = await mkdtemp(join(tmpdir(), 'octavo-pages-'));
    const file = join(folder, 'book.pdf');
    await writeFile(file, [...pdf.files.values()][0] as Uint8Array);
    const { stdout } = await promisify(execFile)(pdftotext as string, ['-raw', file, '-'], {
      maxBuffer: 1e8,
    });
    await rm(folder, { recursive: true, force: true });
    // Without the page references that print puts behind its links, (677, p. 27), of which a page may begin with the
    // second half.
    const pages = stdout
      .split('\f')
      .map((page) => page.replace(/[^\p{L}\p{N}]/gu, '').replace(/\d+p\d+|^p\d+/g, ''))
      // A blank page before a right-hand opening has no first word, and so no place in the map.
      .filter((page) => page !== '');
    const related = book.handbook.labels.related.replace(/\s/g, '');
    const lost: string[] = [];
    for (const [index, { label, at }] of pageMap.entries()) {
      if (at.kind !== 'entry') continue;
      const after = text.split(`title="${label}"`)[1] ?? '';
      const words = gist(
        after
          .slice(after.indexOf('>') + 1)
          .replace(/<span id="[^"]*" ?\/>/g, '')
          .replace(/<[^>]*>/g, ''),
      );
      // A page that begins among the related questions is given to the entry after them.
      if (pages[index]?.startsWith(related)) continue;
      if (!words || !pages[index]?.startsWith(words)) {
        lost.push(`${label}: ${words} / ${pages[index]?.slice(0, 160)}`);
      }
    }
    expect(lost).toEqual([]);
  });
});
