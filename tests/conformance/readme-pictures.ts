import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { bookPath } from '@octavo/core';
import { unzipSync } from 'fflate';
import type { Browser } from 'playwright-core';
import { compileBook } from '../contract/compile-book.ts';
import { type Book, loadBook } from '../contract/load-book.ts';
import { builtSite } from './html-site.ts';
import { output } from './pdf-workbench.ts';

const BOOK = 'content/coremodels-faq';
const ENTRY = '618';

export type Scheme = 'light' | 'dark';
export type Picture = `${'html' | 'pdf' | 'epub' | 'jsonld'}-${Scheme}`;

/** What stands around a page or a document that has no colors of its own. */
const DESK: Readonly<Record<Scheme, string>> = {
  light: 'body { background: #e9e6df; color: #222 } b { color: #1f4b6e }',
  dark: 'body { background: #17181a; color: #ddd } b { color: #8fc1e8 }',
};

/** The pictures of the README: the four formats of one book, each by day and by night, as PNG by name. */
export async function readmePictures(browser: Browser): Promise<ReadonlyMap<Picture, Uint8Array>> {
  const folder = mkdtempSync(join(tmpdir(), 'octavo-pictures-'));
  const book = await loadBook(BOOK);
  const site = await builtSite(BOOK);
  const pictures = new Map<Picture, Uint8Array>();
  try {
    const chapter = await chapterOfEpub(book, folder);
    const pages = { pdf: await spreadOfPdf(book, folder), jsonld: await dataOfEntry(book) };
    for (const scheme of ['light', 'dark'] as const) {
      pictures.set(
        `html-${scheme}`,
        await shot(browser, site.file(`entry/${ENTRY}/index.html`), scheme, [900, 605]),
      );
      pictures.set(`epub-${scheme}`, await shot(browser, `${chapter}#q${ENTRY}`, scheme, [420, 700]));
      for (const format of ['pdf', 'jsonld'] as const) {
        const path = join(folder, `${format}-${scheme}.html`);
        writeFileSync(
          path,
          `<!doctype html><meta charset="utf-8"><style>${DESK[scheme]}</style>${pages[format]}`,
        );
        pictures.set(`${format}-${scheme}`, await shot(browser, `file://${path}`, scheme, [900, 620]));
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
    site.remove();
  }
  return pictures;
}

async function shot(
  browser: Browser,
  address: string,
  colorScheme: Scheme,
  [width, height]: readonly [number, number],
): Promise<Uint8Array> {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme,
  });
  try {
    const page = await context.newPage();
    await page.goto(address);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    return await page.screenshot();
  } finally {
    await context.close();
  }
}

/** The address of the EPUB's document that has the entry, unpacked. */
async function chapterOfEpub(book: Book, folder: string): Promise<string> {
  const { files } = await compileBook('epub', book);
  const archive = files.get(bookPath(book.handbook, `${book.handbook.id}.epub`)) ?? new Uint8Array();
  const parts = Object.entries(unzipSync(archive)).filter(([path]) => !path.endsWith('/'));
  for (const [path, bytes] of parts) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
  const text = new TextDecoder();
  const [path = ''] =
    parts.find(
      ([name, bytes]) => /chapter.*xhtml$/.test(name) && text.decode(bytes).includes(`id="q${ENTRY}"`),
    ) ?? [];
  return `file://${join(folder, path)}`;
}

/** Two facing pages of the PDF, the entry on one of them. */
async function spreadOfPdf(book: Book, folder: string): Promise<string> {
  const { files, compiled } = await compileBook('pdf', book);
  const path = join(folder, 'book.pdf');
  writeFileSync(path, files.get(bookPath(book.handbook, `${book.handbook.id}.pdf`)) ?? new Uint8Array());
  const breaks = compiled.pageMap ?? [];
  const sheet = breaks.findIndex(({ at }) => at.kind === 'entry' && Number(at.id) >= Number(ENTRY));
  const left = sheet - (sheet % 2 === 0 ? 1 : 0);
  const range = ['-f', `${left + 1}`, '-l', `${left + 2}`];
  output('pdftoppm', ['-png', '-r', '90', ...range, path, join(folder, 'page')]);
  const images = [left + 1, left + 2].map((page) => {
    const digits = String(breaks.length).length;
    const bytes = readFileSync(join(folder, `page-${String(page).padStart(digits, '0')}.png`));
    return `<img src="data:image/png;base64,${bytes.toString('base64')}" style="width: 49.8%; box-shadow: 0 0 12px #0006">`;
  });
  return `<div style="display: flex; gap: 2px; padding: 6px 24px">${images.join('')}</div>`;
}

/** The entry's JSON-LD, a line too long cut. */
async function dataOfEntry(book: Book): Promise<string> {
  const { files } = await compileBook('jsonld', book);
  const text = new TextDecoder().decode(files.get(`entry/${ENTRY}.jsonld`));
  const safe = JSON.stringify(JSON.parse(text), null, 2).replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const lines = safe
    .split('\n')
    .map((line) =>
      (line.length > 90 ? `${line.slice(0, 89)}…` : line).replace(/("[^"]+")(?=:)/, '<b>$1</b>'),
    );
  return `<pre style="font: 15px/1.55 monospace; padding: 0 20px">${lines.join('\n')}</pre>`;
}
