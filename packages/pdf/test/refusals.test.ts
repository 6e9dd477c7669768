import { deflateSync } from 'node:zlib';
import type { Block, Handbook, Phrasing } from '@octavo/core';
import { compile, needs } from '@octavo/pdf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allText, bytesOf, objectsOf, openPdf } from './open-pdf.ts';
import { readFonts } from './read-fonts.ts';
import { entry, handbookOf, manifest, PNG } from './sample.ts';

const handbook = handbookOf({
  'handbook.yaml': manifest(),
  'assets/grey.png': PNG,
  'one/1-first.md': entry('1', 'What is first?', '![A grey square](../assets/grey.png "The caption")'),
});
const options = { fonts: readFonts(handbook) };

describe('what cannot be set', () => {
  it('is an error that names entry, character and what to do, and makes no file', async () => {
    const kannada = handbookOf({
      'handbook.yaml': manifest(),
      'one/1-a.md': entry('1', 'What is it?', 'It is \u0c95.'),
    });
    const result = await compile(kannada, { fonts: readFonts(kannada) });
    expect(result.files).toEqual([]);
    expect(result.messages[0]).toMatchObject({
      ruleId: 'glyph-available',
      fatal: true,
      file: 'one/1-a.md',
      line: 6,
    });
    expect(result.messages[0]?.reason).toMatch(
      /“\u0c95” \(U\+0C95\) \(Kannada\), used in entry 1; install the package @fontsource\/noto-sans-kannada/,
    );
  });

  it('names the packages of fonts that were not given', async () => {
    const result = await compile(handbook, {});
    expect(result.files).toEqual([]);
    expect(result.messages.map((message) => message.ruleId)).toEqual([
      'font-given',
      'font-given',
      'font-given',
      'image-drawn',
    ]);
  });

  it('is said by needs as by compile, of an SVG that is none too', async () => {
    const given = handbookOf({
      'handbook.yaml': manifest(),
      'assets/x.svg': new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>'),
      'one/1-a.md': entry('1', 'What is it?', '![A sign](../assets/x.svg)'),
    });
    const fonts = readFonts(given);
    for (const source of ['<p/>', '<svg', '', '<svg xmlns="http://www.w3.org/2000/svg"><g></svg>', 'words']) {
      const assets = new Map([['assets/x.svg', new TextEncoder().encode(source)]]);
      const { files, messages } = await compile(given, { fonts, assets });
      expect(files).toEqual([]);
      expect(messages.map(({ ruleId, line }) => [ruleId, line])).toEqual([['image-drawn', 6]]);
      expect(await needs(given, { fonts, assets })).toEqual(messages);
    }
  });

  it('is an error at a damaged image', async () => {
    const damaged = PNG.slice().fill(0, 43, 50);
    for (const bytes of [damaged, PNG.slice(0, 45), PNG.slice(0, 20)]) {
      const result = await compile(handbook, { ...options, assets: new Map([['assets/grey.png', bytes]]) });
      expect(result.files).toEqual([]);
      expect(result.messages[0]).toMatchObject({
        ruleId: 'image-drawn',
        fatal: true,
        file: 'one/1-first.md',
      });
    }
  });

  it('is a message for TeX that is none, with the TeX printed', async () => {
    const fine = handbookOf({
      'handbook.yaml': manifest(),
      'one/1-a.md': entry('1', 'What is it?', 'It is $x_{1}$ so.'),
    });
    const broken: Handbook = JSON.parse(JSON.stringify(fine).replace('x_{1}', 'x_{1'));
    const result = await compile(broken, { fonts: readFonts(broken) });
    expect(result.messages[0]).toMatchObject({ ruleId: 'formula-set', fatal: false });
    expect(await allText(await openPdf(result))).toContain('x_{1');
  });
});

it('names each script once, with its first place and how many there are', async () => {
  const [kannada, gujarati] = ['ಕನ್ನಡ ಸುಲಭ '.repeat(40), 'ગુજરાતી ભાષા '.repeat(40)];
  const book = handbookOf({
    'handbook.yaml': manifest(),
    'one/1-a.md': entry('1', 'What is it?', `${kannada}\n\n${gujarati}\n\n${kannada}`),
    'one/2-b.md': entry('2', 'What is that?', kannada),
  });
  const said = (await needs(book, { fonts: readFonts(handbook) })).filter(({ fatal }) => fatal);
  expect(said.map(({ ruleId, file, line }) => `${ruleId} ${file}:${line}`)).toEqual([
    'glyph-available one/1-a.md:6',
    'glyph-available one/1-a.md:8',
  ]);
  expect(said[0]?.reason).toMatch(/ “ಭ” \(U\+0CAD\) \(Kannada\), used in entry 1 and 1 other place; install/);
  expect(said[1]?.reason).toMatch(/\(Gujarati\), used in entry 1; install/);
});

it('never sees lists nested 1,000 deep: core refuses them, with their place', () => {
  const deep = {
    'handbook.yaml': manifest(),
    'one/1-a.md': entry('1', 'What is it?', `${'- '.repeat(1000)}deep`),
  };
  expect(() => handbookOf(deep)).toThrow(/one\/1-a\.md:\d+:\d+.*nest more than/);
});

it('cannot set exactly what needs says, whatever nests in what and however deep', async () => {
  const base = handbookOf({ 'handbook.yaml': manifest(), 'one/1-a.md': entry('1', 'What is it?', 'It is.') });
  const fonts = readFonts(base);
  const paragraph = (children: readonly Phrasing[]): Block => ({ type: 'paragraph', children });
  const BLOCKS: readonly ((inside: Block) => Block)[] = [
    (inside) => ({ type: 'blockquote', children: [inside] }),
    (inside) => ({
      type: 'list',
      ordered: false,
      spread: false,
      children: [{ type: 'listItem', spread: false, children: [inside] }],
    }),
    (inside) => ({ type: 'admonition', kind: 'note', children: [inside] }),
    (inside) => ({ type: 'details', summary: [], children: [inside] }),
  ];
  const shape = fc.record({
    blocks: fc.array(fc.nat(BLOCKS.length - 1), { maxLength: 420 }),
    phrasing: fc.oneof(fc.nat(10), fc.integer({ min: 350, max: 450 }), fc.integer({ min: 3000, max: 6000 })),
  });
  const property = fc.asyncProperty(shape, async ({ blocks, phrasing }) => {
    let words: Phrasing = { type: 'text', value: 'deep' };
    for (let at = 0; at < phrasing; at++) words = { type: 'emphasis', children: [words] };
    let answer = paragraph([words]);
    for (const at of blocks) answer = BLOCKS[at]?.(answer) ?? answer;
    const [chapter] = base.chapters;
    const [first] = chapter?.entries ?? [];
    if (!chapter || !first) throw new Error('the book has no entry');
    const book = { ...base, chapters: [{ ...chapter, entries: [{ ...first, answer: [answer] }] }] };
    const refused = (await needs(book, { fonts })).filter(({ fatal }) => fatal);
    const depth = phrasing + 2 + blocks.reduce((sum, at) => sum + (at === 1 ? 2 : 1), 0);
    expect(refused.map(({ ruleId }) => ruleId)).toEqual(depth > 400 ? ['nesting-set'] : []);
    const { files, messages } = await compile(book, { fonts });
    expect(messages.filter(({ fatal }) => fatal)).toEqual(refused);
    expect(files).toHaveLength(refused.length === 0 ? 1 : 0);
  });
  await fc.assert(property, {
    numRuns: 8,
    examples: [
      [{ blocks: [], phrasing: 398 }],
      [{ blocks: Array(199).fill(1), phrasing: 0 }],
      [{ blocks: [], phrasing: 399 }],
    ],
  });
}, 120_000);

describe('an image of 20,000 pixels a side', () => {
  it('is drawn as large as the page bears', async () => {
    const bytes = bilevelPng(20_000);
    const large = handbookOf({
      'handbook.yaml': manifest(),
      'assets/large.png': bytes,
      'one/1-first.md': entry('1', 'What is first?', '![A white square](../assets/large.png "The caption")'),
    });
    const result = await compile(large, { ...options, assets: new Map([['assets/large.png', bytes]]) });
    const [, box = ''] = /\/BBox\[([^\]]*)\]/.exec(objectsOf(await bytesOf(result))) ?? [];
    const [left = 0, bottom = 0, right = 0, top = 0] = box.split(' ').map(Number);
    expect(right - left).toBeGreaterThan(200);
    expect(left).toBeGreaterThan(30);
    expect(right).toBeLessThan(565);
    expect(bottom).toBeGreaterThan(60);
    expect(top).toBeLessThan(800);
  });
});

/** A white square of one bit a pixel. */
function bilevelPng(side: number): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.writeUInt8(1, 8);
  const row = Buffer.alloc(1 + Math.ceil(side / 8), 0xff);
  row[0] = 0;
  const pixels = deflateSync(Buffer.concat(Array.from({ length: side }, () => row)), { level: 1 });
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return new Uint8Array(
    Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]),
  );
}

/** The checksum is left out: pdf.js and pdfkit do not look at it. */
function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)]);
}
