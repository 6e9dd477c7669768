import { unzipSync } from 'fflate';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, expect, test } from 'vitest';
import { compileBook } from '../contract/compile-book.ts';
import { type Book, loadBook } from '../contract/load-book.ts';

/** Those of the kitchen sink. */
const GIVEN = ['978-1-234567-00-2', '978-1-234567-01-9', '978-1-234567-02-6', '978-1-234567-03-3'];
let book: Book;
beforeAll(async () => {
  book = await loadBook('tests/fixtures/kitchen-sink');
});
const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

test('every format names every ISBN of the book; the EPUB is identified by its own', async () => {
  expect(Object.values(book.handbook.identifiers.isbn ?? {}).sort()).toEqual(GIVEN);
  const colophon = text((await compileBook('html', book)).files.get('colophon/index.html'));
  const { files } = await compileBook('jsonld', book);
  const parts = unzipSync(
    (await compileBook('epub', book)).files.get('kitchen-sink.epub') ?? new Uint8Array(),
  );
  const part = (ending: string) => text(Object.entries(parts).find(([path]) => path.endsWith(ending))?.[1]);
  expect([...JSON.parse(text(files.get('handbook.jsonld'))).isbn].sort()).toEqual(GIVEN);
  for (const isbn of GIVEN) {
    expect(colophon).toContain(`<p>${isbn}`);
    expect(part('imprint.xhtml')).toContain(isbn);
  }
  expect(colophon.indexOf(`${GIVEN[2]} (HTML)`)).toBeLessThan(colophon.indexOf(`${GIVEN[0]} (PDF)`));
  expect(part('content.opf')).toMatch(/<dc:identifier[^>]*>urn:isbn:9781234567019</);
});

test('the PDF too, on the back of its title page', async () => {
  const data = new Uint8Array((await compileBook('pdf', book)).files.get('kitchen-sink.pdf') ?? []);
  const document = await getDocument({ data, verbosity: 0 }).promise;
  let words = '';
  for (let number = 1; number <= 6; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    words += items.map((item) => ('str' in item ? item.str : '')).join('');
  }
  for (const isbn of GIVEN) expect(words.replace(/\s+/g, '')).toContain(isbn);
});
