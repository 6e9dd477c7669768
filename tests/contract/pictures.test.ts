import { readFileSync } from 'node:fs';
import { loadHandbook } from '@octavo/core';
import { verify } from '@octavo/verify';
import { VFile } from 'vfile';
import { beforeAll, describe, expect, it } from 'vitest';
import { makePng, pngChunk } from '../../packages/pdf/test/make-png.ts';
import { openPdf } from '../../packages/pdf/test/open-pdf.ts';
import { compileBook, type Made } from './compile-book.ts';
import { compileTree, type Tree } from './compile-tree.ts';
import type { Book } from './load-book.ts';

const image = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../fixtures/images/${name}`, import.meta.url)));
const plain = (width: number, height: number, ...more: Buffer[]): Uint8Array =>
  makePng(
    { color: 0, depth: 1, interlaced: false, width, height },
    Array.from({ length: width * height }, () => 1),
    ...more,
  );

function bookOf(body: string, assets: Readonly<Record<string, Uint8Array>>, pdf = ''): Book {
  const manifest = [
    'schemaVersion: 1',
    'id: one',
    'title: One',
    'language: en',
    'edition: { version: "1", date: 2026-01-01 }',
    'iri: https://example.org/one/',
    'chapters: [{ id: a, title: A }]',
    pdf,
  ].join('\n');
  const files = [
    new VFile({ path: 'handbook.yaml', value: manifest }),
    new VFile({ path: 'a/1-b.md', value: `---\nnumber: 1\nquestion: What of it?\n---\n\n${body}\n` }),
    ...Object.entries(assets).map(([path, value]) => new VFile({ path, value })),
  ];
  const { handbook } = loadHandbook(files);
  if (!handbook) throw new Error(files.flatMap(({ messages }) => messages.map(String)).join('\n'));
  return { handbook, assets: new Map(Object.entries(assets)) };
}

/** Exif data that turn an image a quarter. */
const TURNED = Buffer.from('4d4d002a00000008000101120003000000010006000000000000', 'hex');

describe('pictures of every kind and name', () => {
  const names = ['a#b', 'a b', 'a%23', 'ä', 'a?b', 'a&b', "a'b", 'a+b', 'a;b', 'a[b]', 'a%', '100% sure'];
  const named = Object.fromEntries(names.map((name, at) => [`assets/${name}.png`, plain(20 + at, 10)]));
  let tree: Tree;
  beforeAll(async () => {
    const body = [
      ...names.map((name) => `![Picture ${name.replace(/[[\]]/g, '')}](<../assets/${name}.png>)`),
      ...['lossy.webp', 'moving.webp', 'interlaced.gif', 'moving.gif', 'cmyk.jpg', 'grey.jpg'].map(
        (name) => `![A ${name}](../assets/${name} "The caption of ${name}")`,
      ),
      '![Turned](../assets/turned.png "Turned by its Exif data")',
    ].join('\n\n');
    const kinds = ['lossy.webp', 'moving.webp', 'interlaced.gif', 'moving.gif', 'cmyk.jpg', 'grey.jpg'];
    const turned = plain(40, 10, pngChunk('eXIf', TURNED));
    const assets = Object.fromEntries(kinds.map((name) => [`assets/${name}`, image(name)]));
    tree = await compileTree(bookOf(body, { ...named, ...assets, 'assets/turned.png': turned }));
  }, 180_000);

  it('are where every format says, as the handbook has them', async () => {
    const { differences } = await verify({ ...tree, formats: ['html', 'pdf', 'epub', 'jsonld'] });
    expect(differences.map(({ message }) => message)).toEqual([]);
  });

  it('are files of the site whose addresses lead to them', () => {
    const page = Buffer.from(tree.files.get('entry/1/index.html') ?? []).toString('utf8');
    for (const name of names) {
      expect(tree.files.has(`images/assets/${name}.png`), name).toBe(true);
      const address = `images/assets/${encodeURIComponent(name)}.png`.replaceAll("'", '&#x27;');
      expect(page).toContain(`src="../../${address}"`);
    }
  });

  it('have the width and height that is seen when they are turned', () => {
    const page = Buffer.from(tree.files.get('entry/1/index.html') ?? []).toString('utf8');
    expect(page).toMatch(/turned\.png"[^>]* width="10" height="40"/);
    expect(tree.handbook.images.find(({ path }) => path === 'assets/turned.png')).toMatchObject({
      width: 10,
      height: 40,
    });
  });
});

/** How wide and high, in points, each picture is painted, and how far right it goes: pdf.js's operators. */
async function painted(made: Made): Promise<readonly (readonly number[])[]> {
  const pdf = await openPdf(made.compiled);
  const sizes: number[][] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { fnArray, argsArray } = await page.getOperatorList();
    let matrix = [1, 0, 0, 1, 0, 0];
    const outer: number[][] = [];
    for (const [index, operator] of fnArray.entries()) {
      const args = argsArray[index] as readonly number[];
      // 10 save, 11 restore, 12 transform, 85 paintImageXObject, 88 paintImageXObjectRepeat, 83 paintImageMask.
      if (operator === 10) outer.push(matrix);
      if (operator === 11) matrix = outer.pop() ?? matrix;
      if (operator === 12) matrix = multiplied(matrix, args);
      if (operator === 85) {
        const [a = 0, b = 0, c = 0, d = 0, e = 0] = matrix;
        sizes.push([Math.hypot(a, b), Math.hypot(c, d), e + Math.max(0, a) + Math.max(0, c)].map(Math.round));
      }
    }
  }
  return sizes;
}

function multiplied(outer: readonly number[], inner: readonly number[]): number[] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = outer;
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

describe('the size of a picture in the PDF', () => {
  const assets = {
    'assets/shot.png': plain(1280, 800),
    'assets/wide.png': plain(4000, 40),
    'assets/small.png': plain(64, 32),
  };
  const sizesOf = async (body: string): Promise<readonly (readonly number[])[]> =>
    painted(await compileBook('pdf', bookOf(body, assets)));

  it('is its pixels, 96 to the inch, or its column where it stands alone, with a title or without (W1)', async () => {
    const [small, shot, titled, wide] = await sizesOf(
      '![a](../assets/small.png)\n\n![b](../assets/shot.png)\n\n![b](../assets/shot.png "Titled")\n\n![c](../assets/wide.png)',
    );
    expect(small?.slice(0, 2)).toEqual([48, 24]);
    expect(shot?.[0]).toBeGreaterThan(250);
    expect(titled?.slice(0, 2)).toEqual(shot?.slice(0, 2));
    expect(wide?.[0]).toBe(shot?.[0]);
    // It may stand on a page of the other side.
    expect(wide?.[2]).toBeLessThanOrEqual(520);
  });

  it('is natural in a link, beside another, in a list, a quote and a cell, and never wider than these', async () => {
    const [shot] = await sizesOf('![b](../assets/shot.png)');
    const sizes = await sizesOf(
      [
        '[![a](../assets/small.png)](https://example.org/)',
        '![a](../assets/small.png) ![a](../assets/small.png)',
        '- ![b](../assets/shot.png)',
        '> ![b](../assets/shot.png)',
        '| A | B |\n| --- | --- |\n| ![b](../assets/shot.png) | Words of a cell |',
      ].join('\n\n'),
    );
    expect(sizes.slice(0, 3).map((size) => size.slice(0, 2))).toEqual([
      [48, 24],
      [48, 24],
      [48, 24],
    ]);
    for (const [width = 0, height = 0, right = 0] of sizes.slice(3)) {
      expect(width).toBeGreaterThan(60);
      expect(width / height).toBeCloseTo(1.6, 1);
      expect(right).toBeLessThanOrEqual((shot?.[2] ?? 0) + 1);
    }
  });

  it('is that of a line among words, and never wider than the column', async () => {
    const [shot] = await sizesOf('![b](../assets/shot.png)');
    const [inline, wide] = await sizesOf(
      'Press ![b](../assets/shot.png) here.\n\nThis ![c](../assets/wide.png) so.',
    );
    expect(inline?.[1]).toBeLessThan(16);
    expect(wide?.[0]).toBeLessThanOrEqual(shot?.[0] ?? 0);
  });
});

it('says what of a picture the PDF shows otherwise', async () => {
  const body =
    'Here ![big](../assets/big.png) it is.\n\n![m](../assets/moving.gif)\n\n![c](../assets/cmyk.jpg)';
  const assets = {
    'assets/big.png': plain(600, 400),
    'assets/moving.gif': image('moving.gif'),
    'assets/cmyk.jpg': image('cmyk.jpg'),
  };
  const { compiled } = await compileBook('pdf', bookOf(body, assets, 'pdf: { standard: PDF/A-2a }'));
  expect(compiled.messages.map(({ ruleId, line, fatal }) => [ruleId, line, fatal])).toEqual([
    ['image-scaled', 6, false],
    ['image-still', 8, false],
    ['image-colors', 10, false],
  ]);
  expect(compiled.messages.at(-1)?.reason).toMatch(/assets\/cmyk\.jpg .*PDF\/A-2a/);
});
