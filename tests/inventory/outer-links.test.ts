import { crossReferences, fingerprint, loadHandbook, outerLinks } from '@octavo/core';
import { unzipSync } from 'fflate';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { fixture } from '../cli/temporary-folder.ts';
import { compileBook } from '../contract/compile-book.ts';
import { type Book, loadBook } from '../contract/load-book.ts';
import { readFolder } from '../core/read-folder.ts';

const WORK = 'https://example.org/work/entry/';
const GUIDE = 'https://example.org/etl/entry/';

describe('links out of a volume', () => {
  let book: Book;
  const text = (files: ReadonlyMap<string, Uint8Array>, path: string) =>
    new TextDecoder().decode(files.get(path));

  beforeAll(async () => {
    book = await loadBook('tests/fixtures/volumes/volume-7');
  });

  test('in the model are links to the permanent IRI, by number, id and alias', () => {
    const [entry] = book.handbook.chapters[0]?.entries ?? [];
    expect(crossReferences(entry?.answer ?? [])).toEqual([]);
    expect(outerLinks(entry?.answer ?? []).map((link) => [link.url, link.entry?.where])).toEqual([
      [`${WORK}540`, 'vol. 501-600'],
      [`${WORK}540`, 'vol. 501-600'],
      [`${WORK}540`, 'vol. 501-600'],
      [`${WORK}540`, 'vol. 501-600'],
      [`${GUIDE}13`, 'ETL guide'],
      [`${GUIDE}13`, 'ETL guide'],
      [`${GUIDE}12`, 'ETL guide'],
    ]);
  });

  test('on the site lead to the IRI, and print says number and book', async () => {
    const { files } = await compileBook('html', book);
    const page = text(files, 'entry/601/index.html');
    expect(page).toContain(
      `<a href="${WORK}540" title="540, vol. 501-600" data-number="540, vol. 501-600" rel="external">the beginning</a>`,
    );
    expect(page).toMatch(new RegExp(`<a href="${WORK}540"[^>]*>540. Where does one begin\\?</a>`));
    expect(page).toMatch(
      new RegExp(`<a href="${GUIDE}12"[^>]*data-number="ETL guide"[^>]*>12. What is idempotency\\?</a>`),
    );
    expect(text(files, 'entry/601.md')).toContain(`[late data](${GUIDE}13)`);
  });

  test('in the EPUB lead to the IRI', async () => {
    const { files } = await compileBook('epub', book);
    const zip = unzipSync(files.get('volume/small-601-700/small-601-700.epub') ?? new Uint8Array());
    const chapter = Object.entries(zip).find(([path]) => path.endsWith('basics.xhtml'))?.[1];
    const source = new TextDecoder().decode(chapter);
    expect(source).toContain(`href="${WORK}540"`);
    expect(source).toContain(`href="${GUIDE}13"`);
  });

  test('in the PDF lead to the IRI, and the first mention says number and volume', async () => {
    const { files } = await compileBook('pdf', book);
    const document = await getDocument({
      data: new Uint8Array(files.get('volume/small-601-700/small-601-700.pdf') ?? []),
      verbosity: 0,
    }).promise;
    const urls: string[] = [];
    let words = '';
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const annotations = (await page.getAnnotations()) as { url?: string }[];
      urls.push(...annotations.flatMap(({ url }) => (url === undefined ? [] : [url])));
      const { items } = await page.getTextContent();
      words += items.map((item) => ('str' in item ? item.str : '')).join('');
    }
    expect(urls).toEqual(expect.arrayContaining([`${WORK}540`, `${GUIDE}12`, `${GUIDE}13`]));
    const plain = words.replace(/\s+/g, '');
    expect(plain.match(/\(540,vol\.501-600\)/g)).toHaveLength(1);
    expect(plain).toContain('(13,ETLguide)');
    expect(plain).toContain('12.Whatisidempotency?(ETLguide)');
  });

  test('in JSON-LD are citations of the IRI', async () => {
    const { files } = await compileBook('jsonld', book);
    const entry = JSON.parse(text(files, 'entry/601.jsonld'));
    expect(entry.acceptedAnswer.citation).toEqual([`${WORK}540`, `${GUIDE}13`, `${GUIDE}12`]);
  });

  test('keep the fingerprint when only the other book has other words', () => {
    const reworded = readFolder(fixture('volumes/volume-7')).map((file) => {
      if (file.path.startsWith('inventory/'))
        file.value = new TextDecoder()
          .decode(file.value as Uint8Array)
          .replaceAll('idempotency?', 'idempotence?')
          .replaceAll('ETL guide', 'Guide');
      return file;
    });
    const { handbook } = loadHandbook(reworded);
    const prints = (from: typeof handbook) =>
      from?.chapters.flatMap((chapter) => chapter.entries.map((entry) => entry.fingerprint));
    expect(JSON.stringify(handbook)).toContain('What is idempotence?');
    expect(prints(handbook)).toEqual(prints(book.handbook));
    const [entry] = handbook?.chapters[0]?.entries ?? [];
    if (!entry) throw new Error('no entry');
    const elsewhere = {
      ...entry,
      answer: JSON.parse(JSON.stringify(entry.answer).replaceAll('entry/13', 'entry/14')),
    };
    expect(fingerprint(elsewhere, String)).not.toBe(entry.fingerprint);
  });
});
