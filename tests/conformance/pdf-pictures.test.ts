import { fontsNeeded } from '@octavo/pdf';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fontsFor } from '../contract/compile-book.ts';
import { type Book, loadBook } from '../contract/load-book.ts';
import { differing, drawnByBrowser, drawnByPoppler } from './drawn-pictures.ts';
import { browser } from './html-site.ts';
import { runs } from './pdf-workbench.ts';

const hasPoppler = runs('pdftoppm', '-v', 'pictures as readers draw them');
let chromium: Browser | undefined;
let book: Book;

beforeAll(async () => {
  chromium = await browser();
  book = await loadBook('tests/fixtures/gradients');
});
afterAll(() => chromium?.close());

/** Letters are mostly edge. */
const EDGE = 80;
/** What a picture would be if what is tested were not heeded, so that the measure says something. */
const UNHEEDED: Readonly<Record<string, RegExp>> = {
  strokes: / stroke-(miterlimit|dashoffset)="[^"]*"/g,
  clips: /clip-path="[^"]*"/g,
  words: / (text-anchor|direction|dx|letter-spacing|textLength|rotate)="[^"]*"/g,
};

it.for(Object.entries(UNHEEDED))('draws %s as a browser does', async ([name, unheeded], context) => {
  if (!chromium || !hasPoppler) return context.skip();
  const picture = Buffer.from(book.assets.get(`assets/${name}.svg`) ?? []).toString('utf8');
  const drawn = await drawnByPoppler(book, picture);
  const faces = picture.includes('<text') ? await bookFaces() : '';
  const withFonts = picture.replace('<style>', `<style>${faces}`);
  expect(differing(await drawnByBrowser(chromium, withFonts), drawn, EDGE)).toBeLessThan(0.005);
  const otherwise = withFonts.replace(unheeded, '');
  expect(differing(await drawnByBrowser(chromium, otherwise), drawn, EDGE)).toBeGreaterThan(0.02);
});

/** The book's fonts for a browser. */
async function bookFaces(): Promise<string> {
  const fonts = await fontsFor('pdf', fontsNeeded(book.handbook));
  return fonts
    .map(({ family, weight, style, bytes }) => {
      const source = `data:font/ttf;base64,${Buffer.from(bytes).toString('base64')}`;
      return `@font-face{font-family:"${family}";font-weight:${weight};font-style:${style};src:url(${source})}`;
    })
    .join('');
}
