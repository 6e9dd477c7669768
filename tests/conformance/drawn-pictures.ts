import { readFileSync } from 'node:fs';
import { type ImageFile, loadHandbook } from '@octavo/core';
import type { Browser } from 'playwright-core';
import { VFile } from 'vfile';
import { expect } from 'vitest';
import { compileBook } from '../contract/compile-book.ts';
import type { Book } from '../contract/load-book.ts';
import { output, writtenPdf } from './pdf-workbench.ts';

/** Pixels of a page of A4, drawn by both. */
const [WIDTH, HEIGHT] = [960, Math.round((960 * 841.89) / 595.28)];

/** The pixels of a picture over a white page, as wide as it and in its middle; RGB. */
export async function drawnByPoppler(
  { handbook, assets }: Book,
  picture: string | Uint8Array,
): Promise<Uint8Array> {
  const isSvg = typeof picture === 'string';
  const path = isSvg ? 'assets/linear.svg' : 'assets/picture';
  const cover = { image: path, alternative: 'A picture' };
  const { files } = await compileBook('pdf', {
    handbook: {
      ...handbook,
      images: isSvg ? handbook.images : [...handbook.images, imageFile(path, picture)],
      cover,
    },
    assets: new Map([...assets, [path, isSvg ? new TextEncoder().encode(picture) : picture]]),
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

/** What core says of an image of a handbook. */
function imageFile(path: string, bytes: Uint8Array): ImageFile {
  const source = [
    'schemaVersion: 1',
    'id: one',
    'title: One',
    'language: en',
    'edition: { version: "1", date: 2026-01-01 }',
    'iri: https://example.org/one/',
    `cover: { image: ${path}, alternative: x }`,
    'chapters: [{ id: a, title: A }]',
  ].join('\n');
  const files = [
    new VFile({ path: 'handbook.yaml', value: source }),
    new VFile({ path: 'a/1-b.md', value: '---\nnumber: 1\nquestion: What?\n---\n\nThis.\n' }),
    new VFile({ path, value: bytes }),
  ];
  const [image] = loadHandbook(files).handbook?.images ?? [];
  if (!image) throw new Error(files.flatMap(({ messages }) => messages.map(String)).join('\n'));
  return image;
}

/** The same as a browser draws it. */
export async function drawnByBrowser(own: Browser, picture: string | Uint8Array): Promise<Uint8Array> {
  const address =
    typeof picture === 'string'
      ? `data:image/svg+xml,${encodeURIComponent(picture)}`
      : `data:image/*;base64,${Buffer.from(picture).toString('base64')}`;
  const page = await own.newPage();
  const text = await page.evaluate(
    async ([source, width, height]) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const pen = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d');
      if (!pen) return '';
      const scale = Math.min(width / image.naturalWidth, height / image.naturalHeight);
      const [wide, high] = [image.naturalWidth * scale, image.naturalHeight * scale];
      const draw = (): void => {
        pen.fillStyle = 'white';
        pen.fillRect(0, 0, width, height);
        pen.drawImage(image, (width - wide) / 2, (height - high) / 2, wide, high);
      };
      draw();
      // The fonts in a picture may come a moment after it.
      await new Promise((done) => setTimeout(done, source.includes('%40font-face') ? 1000 : 0));
      draw();
      const { data } = pen.getImageData(0, 0, width, height);
      return Array.from(data, (value) => String.fromCharCode(value)).join('');
    },
    [address, WIDTH, HEIGHT] as const,
  );
  await page.close();
  return Buffer.from(text, 'latin1').filter((_, index) => index % 4 !== 3);
}

/** The share of pixels of which a channel differs by more than `most`: edges are smoothed by each in its own way. */
export function differing(a: Uint8Array, b: Uint8Array, most = 24): number {
  expect(a.length).toBe(b.length);
  let count = 0;
  for (let at = 0; at < a.length; at += 3) {
    const far = [0, 1, 2].some((channel) => Math.abs((a[at + channel] ?? 0) - (b[at + channel] ?? 0)) > most);
    if (far) count += 1;
  }
  return count / (a.length / 3);
}
