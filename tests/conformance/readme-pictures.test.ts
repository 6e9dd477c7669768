import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browser } from './html-site.ts';
import { type Picture, readmePictures } from './readme-pictures.ts';

const open: Browser | undefined = await browser();
const NAMES = ['html', 'pdf', 'epub', 'jsonld'].flatMap((format) =>
  (['light', 'dark'] as const).map((scheme) => `${format}-${scheme}` as Picture),
);
const pathOf = (name: Picture) =>
  fileURLToPath(new URL(`../../.github/pictures/${name}.png`, import.meta.url));

/**
 * The share of the cells of a grid in which two pictures differ in their mean brightness by a tenth and more.
 * Cells of 15 pixels forgive how another machine draws its letters, and not what looks otherwise.
 */
async function difference(one: Uint8Array, other: Uint8Array): Promise<number> {
  const page = await (open as Browser).newPage();
  try {
    return await page.evaluate(
      async (sources) => {
        const grids = await Promise.all(
          sources.map(async (source) => {
            const image = new Image();
            image.src = `data:image/png;base64,${source}`;
            await image.decode();
            const canvas = document.createElement('canvas');
            canvas.width = Math.round(image.width / 15);
            canvas.height = Math.round(image.height / 15);
            const context = canvas.getContext('2d') as CanvasRenderingContext2D;
            context.imageSmoothingQuality = 'high';
            context.drawImage(image, 0, 0, canvas.width, canvas.height);
            return context.getImageData(0, 0, canvas.width, canvas.height).data;
          }),
        );
        const [first = new Uint8ClampedArray(), second = new Uint8ClampedArray()] = grids;
        if (first.length !== second.length) return 1;
        let cells = 0;
        for (let at = 0; at < first.length; at += 4) {
          const light = (data: Uint8ClampedArray) =>
            (data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + 2] ?? 0);
          if (Math.abs(light(first) - light(second)) > 76) cells += 1;
        }
        return cells / (first.length / 4);
      },
      [one, other].map((bytes) => Buffer.from(bytes).toString('base64')),
    );
  } finally {
    await page.close();
  }
}

describe.skipIf(!open)('the pictures of the README', () => {
  let made: ReadonlyMap<Picture, Uint8Array>;
  beforeAll(async () => {
    made = await readmePictures(open as Browser);
    // "OCTAVO_PICTURES=write" keeps what is made now: look at it before it is committed.
    if (process.env.OCTAVO_PICTURES === 'write')
      for (const [name, bytes] of made) writeFileSync(pathOf(name), bytes);
  });
  afterAll(() => open?.close());

  it.each(NAMES)('%s is what the format looks like', async (name) => {
    expect(await difference(readFileSync(pathOf(name)), made.get(name) as Uint8Array)).toBeLessThan(0.08);
  });

  it('by day is not what it is by night, and no format looks like another', async () => {
    const of = (name: Picture) => made.get(name) as Uint8Array;
    for (const format of ['html', 'pdf', 'epub', 'jsonld'] as const)
      expect(await difference(of(`${format}-light`), of(`${format}-dark`))).toBeGreaterThan(0.1);
    expect(await difference(of('pdf-light'), of('jsonld-light'))).toBeGreaterThan(0.1);
  });
});
