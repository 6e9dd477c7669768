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

const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAIBAMAAAA2IaO4AAAABlBMVEX////cAADRUR8qAAAAAXRSTlMAQObYZgAAABBJREFUeNpjEBRkYGAgTAAAFngBEQGfiC0AAAAASUVORK5CYII=';
/** Small pictures, each of a part of SVG, and what of it makes the picture another when it is taken away. */
const PARTS: readonly (readonly [string, string, RegExp])[] = [
  [
    'style sheets and percentages',
    '<style>rect.b{fill:#0a0} g > circle{fill:orange} [data-x="1"]{fill:purple}</style><rect width="100%" height="100%" fill="#eee"/><rect class="b" x="5" y="5" width="40" height="40"/><g><circle cx="80" cy="25" r="20"/></g><rect data-x="1" x="110" y="5" width="25%" height="40"/>',
    /<style>.*<\/style>/,
  ],
  [
    'masks',
    '<mask id="m"><rect width="200" height="100"/><circle cx="100" cy="50" r="40" fill="#fff"/></mask><g transform="translate(10 5) scale(.9)" opacity=".8"><rect width="200" height="100" fill="#07c" mask="url(#m)"/></g>',
    / mask="[^"]*"/,
  ],
  [
    'filters',
    '<filter id="f"><feOffset dx="30" dy="20"/></filter><g fill="#c30"><path d="M20 20h80v40h-80z" filter="url(#f)"/></g>',
    / filter="[^"]*"/,
  ],
  [
    'patterns',
    '<pattern id="p" width="20" height="20" patternUnits="userSpaceOnUse"><rect width="10" height="10" fill="#07c"/><rect x="10" y="10" width="10" height="10" fill="#fc0"/></pattern><rect x="10" y="10" width="180" height="80" fill="url(#p)" stroke="#000" stroke-width="3"/>',
    /url\(#p\)/,
  ],
  [
    'markers',
    '<style>line{stroke:#333;stroke-width:6}</style><marker id="a" viewBox="0 0 10 10" refX="5" refY="5" markerWidth="6" markerHeight="6" orient="auto"><path d="M0 0L10 5L0 10z" fill="#c30"/></marker><line x1="20" y1="80" x2="160" y2="25" marker-end="url(#a)" marker-start="url(#a)"/>',
    / marker-(end|start)="[^"]*"/g,
  ],
  [
    'images within',
    `<image x="20" y="10" width="80" height="80" href="data:image/png;base64,${PNG}"/><use href="#i" x="90"/><defs><image id="i" width="80" height="80" xlink:href="data:image/png;base64,${PNG}"/></defs>`,
    /<use[^>]*>/,
  ],
  [
    'what a use and a symbol lead to',
    '<defs><mask id="m"><rect width="30" height="60" fill="#fff"/></mask><g id="g" mask="url(#m)"><rect width="60" height="60"/></g><symbol id="s" viewBox="0 0 10 10"><circle cx="50%" cy="50%" r="5"/></symbol></defs><use href="#g" x="10" y="10" fill="#07c"/><use href="#s" x="100" y="10" width="80" height="80" fill="#c30"/>',
    / mask="[^"]*"/,
  ],
  [
    'switches, links and entities',
    '<switch><foreignObject requiredExtensions="x"/><rect width="100" height="100" fill="&blue;"/></switch><a href="https://example.org/"><rect x="120" width="60" height="60" fill="&blue;"/></a>',
    /&blue;/g,
  ],
];

it.for(PARTS)('draws %s as a browser does', async ([, inner, unheeded], context) => {
  if (!chromium || !hasPoppler) return context.skip();
  const whole = (content: string): string =>
    `<!DOCTYPE svg [<!ENTITY blue "#1030c0">]><svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 200 100" width="200" height="100">${content}</svg>`;
  const drawn = await drawnByPoppler(book, whole(inner));
  expect(differing(await drawnByBrowser(chromium, whole(inner)), drawn, EDGE)).toBeLessThan(0.012);
  const otherwise = whole(inner.replace(unheeded, ''));
  expect(differing(await drawnByBrowser(chromium, otherwise), drawn, EDGE)).toBeGreaterThan(0.015);
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
