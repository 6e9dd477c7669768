import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { compileBook } from '../contract/compile-book.ts';
import { type Book, loadBook } from '../contract/load-book.ts';
import { browser } from './html-site.ts';
import { output, runs, writtenPdf } from './pdf-workbench.ts';

const FOLDER = 'tests/fixtures/gradients';
/** Pixels of a page of A4, drawn by both. */
const [WIDTH, HEIGHT] = [960, Math.round((960 * 841.89) / 595.28)];

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
    const drawn = await drawnByPoppler(picture);
    expect(differing(expected, drawn)).toBeLessThan(0.01);
    // What the measure says of a picture in the first colours of its gradients.
    const flat = await drawnByPoppler(picture.replace(/(<stop[^>]*>)(?:\s*<stop[^>]*>)+/g, '$1'));
    expect(differing(expected, flat)).toBeGreaterThan(0.02);
  },
);

/** The pixels of a picture over a white page, as wide as it and in its middle; RGB. */
async function drawnByPoppler(picture: string): Promise<Uint8Array> {
  const path = 'assets/linear.svg';
  const cover = { image: path, alternative: 'A picture' };
  const { files } = await compileBook('pdf', {
    handbook: { ...book.handbook, cover },
    assets: new Map([...book.assets, [path, new TextEncoder().encode(picture)]]),
  });
  const made = writtenPdf([...files.values()][0] ?? new Uint8Array());
  try {
    const size = ['-scale-to-x', `${WIDTH}`, '-scale-to-y', `${HEIGHT}`];
    const { complaints } = output('pdftoppm', ['-l', '1', ...size, '-singlefile', made.path, made.path]);
    expect(complaints).toBe('');
    const image = readFileSync(`${made.path}.ppm`);
    expect(image.subarray(0, 16).toString('latin1')).toMatch(new RegExp(`^P6\\n${WIDTH} ${HEIGHT}\\n255\\n`));
    return image.subarray(image.length - WIDTH * HEIGHT * 3);
  } finally {
    made.remove();
  }
}

async function drawnByBrowser(own: Browser, picture: string): Promise<Uint8Array> {
  const page = await own.newPage();
  const text = await page.evaluate(
    async ([source, width, height]) => {
      const image = new Image();
      image.src = `data:image/svg+xml,${encodeURIComponent(source)}`;
      await image.decode();
      const pen = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d');
      if (!pen) return '';
      pen.fillStyle = 'white';
      pen.fillRect(0, 0, width, height);
      const high = (width * image.naturalHeight) / image.naturalWidth;
      pen.drawImage(image, 0, (height - high) / 2, width, high);
      const { data } = pen.getImageData(0, 0, width, height);
      return Array.from(data, (value) => String.fromCharCode(value)).join('');
    },
    [picture, WIDTH, HEIGHT] as const,
  );
  await page.close();
  return Buffer.from(text, 'latin1').filter((_, index) => index % 4 !== 3);
}

/** The share of pixels that look different: edges are smoothed by each in its own way. */
function differing(a: Uint8Array, b: Uint8Array): number {
  expect(a.length).toBe(b.length);
  let count = 0;
  for (let at = 0; at < a.length; at += 3) {
    const far = [0, 1, 2].some((channel) => Math.abs((a[at + channel] ?? 0) - (b[at + channel] ?? 0)) > 24);
    if (far) count += 1;
  }
  return count / (a.length / 3);
}
