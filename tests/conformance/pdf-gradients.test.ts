import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Book, loadBook } from '../contract/load-book.ts';
import { differing, drawnByBrowser, drawnByPoppler } from './drawn-pictures.ts';
import { browser } from './html-site.ts';
import { runs } from './pdf-workbench.ts';

const FOLDER = 'tests/fixtures/gradients';

const hasPoppler = runs('pdftoppm', '-v', 'gradients as readers draw them');
let chromium: Browser | undefined;
let book: Book;

beforeAll(async () => {
  chromium = await browser();
  book = await loadBook(FOLDER);
});
afterAll(() => chromium?.close());

const asset = (name: string): string =>
  // The book's letters are not the browser's.
  Buffer.from(book.assets.get(`assets/${name}.svg`) ?? [])
    .toString('utf8')
    .replace(/<text[\s\S]*?<\/text>/g, '');

it.for(['linear', 'radial', 'clear', 'odd'])(
  'draws the gradients of %s as a browser does',
  async (name, context) => {
    if (!chromium || !hasPoppler) return context.skip();
    const picture = asset(name);
    const expected = await drawnByBrowser(chromium, picture);
    const drawn = await drawnByPoppler(book, picture);
    expect(differing(expected, drawn)).toBeLessThan(0.01);
    // What the measure says of a picture in the first colours of its gradients.
    const flat = await drawnByPoppler(book, picture.replace(/(<stop[^>]*>)(?:\s*<stop[^>]*>)+/g, '$1'));
    expect(differing(expected, flat)).toBeGreaterThan(0.02);
  },
);
