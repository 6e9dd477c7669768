import { readdirSync, readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makePng, type PngKind, pngChunk } from '../../packages/pdf/test/make-png.ts';
import { type Book, loadBook } from '../contract/load-book.ts';
import { differing, drawnByBrowser, drawnByPoppler } from './drawn-pictures.ts';
import { browser } from './html-site.ts';
import { runs } from './pdf-workbench.ts';

const hasPoppler = runs('pdftoppm', '-v', 'pictures as readers draw them');
const FOLDER = new URL('../fixtures/images/', import.meta.url);
let chromium: Browser | undefined;
let book: Book;

beforeAll(async () => {
  chromium = await browser();
  book = await loadBook('tests/fixtures/gradients');
});
afterAll(() => chromium?.close());

const image = (name: string): Buffer => readFileSync(new URL(name, FOLDER));

/** Exif data that hold an orientation alone. */
function exif(orientation: number): Buffer {
  return Buffer.from([
    0x4d,
    0x4d,
    0,
    42,
    0,
    0,
    0,
    8,
    0,
    1,
    1,
    0x12,
    0,
    3,
    0,
    0,
    0,
    1,
    0,
    orientation,
    0,
    0,
    0,
    0,
    0,
    0,
  ]);
}

function turnedJpeg(orientation: number): Buffer {
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exif(orientation)]);
  const head = Buffer.of(0xff, 0xe1, 0, body.length + 2);
  const own = image('progressive.jpg');
  return Buffer.concat([own.subarray(0, 2), head, body, own.subarray(2)]);
}

function turnedPng(orientation: number): Buffer {
  const own = image('corner.png');
  return Buffer.concat([own.subarray(0, 33), pngChunk('eXIf', exif(orientation)), own.subarray(33)]);
}

function turnedWebp(orientation: number): Buffer {
  const chunk = (type: string, body: Buffer): Buffer => {
    const size = Buffer.alloc(4);
    size.writeUInt32LE(body.length);
    return Buffer.concat([Buffer.from(type, 'latin1'), size, body, Buffer.alloc(body.length % 2)]);
  };
  const own = image('lossy.webp').subarray(12);
  const head = chunk('VP8X', Buffer.of(8, 0, 0, 0, 119, 0, 0, 59, 0, 0));
  return chunk('RIFF', Buffer.concat([Buffer.from('WEBP'), head, own, chunk('EXIF', exif(orientation))]));
}

/** A ramp of tones with the deepest of them clear; every kind, depth and order of rows is tried in `packages/pdf`. */
function ramp(color: PngKind['color'], depth: PngKind['depth'], interlaced: boolean): Uint8Array {
  const [width, height] = [24, 12];
  const most = 2 ** depth - 1;
  const tone = (x: number): number => Math.floor((x * (most + 1)) / width);
  const samples = Array.from({ length: width * height }, (_, at) => {
    const [a, b] = [tone(at % width), tone(Math.floor(at / width) * 2)];
    return { 0: [a], 2: [a, b, most - a], 3: [a], 4: [a, b], 6: [a, b, most - a, b] }[color];
  }).flat();
  const key = samples.slice(0, color === 2 ? 3 : 1);
  const palette = Array.from({ length: 3 * 2 ** depth }, (_, at) =>
    Math.round((255 / most) * (at % 3 === 1 ? most - Math.floor(at / 3) : Math.floor(at / 3))),
  );
  const clear = color === 3 ? [0, 128] : key.flatMap((value) => [value >> 8, value & 255]);
  return makePng(
    {
      ...{ color, depth, interlaced, width, height },
      ...(color === 3 ? { palette } : {}),
      ...(color < 4 ? { clear } : {}),
    },
    samples,
  );
}

const ramps = (
  [
    [0, 1, false],
    [0, 8, true],
    [2, 8, false],
    [2, 16, false],
    [3, 1, false],
    [3, 4, true],
    [3, 8, false],
    [4, 16, false],
    [6, 8, true],
  ] as const
).map(
  ([color, depth, interlaced]) =>
    [`a PNG of kind ${color} and depth ${depth}`, ramp(color, depth, interlaced)] as const,
);
const turned = [
  ...[1, 2, 3, 4, 5, 6, 7, 8].map((to) => [`a JPEG of orientation ${to}`, turnedJpeg(to)] as const),
  ...[2, 5, 8].map((to) => [`a PNG of orientation ${to}`, turnedPng(to)] as const),
  ['a WebP of orientation 6', turnedWebp(6)] as const,
];
/** Inks without a profile are mixed by each reader in its own way. */
const plain = readdirSync(FOLDER)
  .filter((name) => name !== 'cmyk.jpg')
  .map((name) => [name, image(name)] as const);

it.for([...plain, ...turned, ...ramps])('draws %s as a browser does', async ([, bytes], context) => {
  if (!chromium || !hasPoppler) return context.skip();
  const drawn = await drawnByPoppler(book, bytes);
  // Both smooth what they enlarge, each in its own way.
  expect(differing(await drawnByBrowser(chromium, bytes), drawn, 64)).toBeLessThan(0.05);
});
