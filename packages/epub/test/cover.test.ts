import type { Handbook } from '@octavo/core';
import { expect, it } from 'vitest';
import { compile, fontsNeeded } from '../src/index.ts';
import { openCompiled } from './open-book.ts';
import { sampleHandbook } from './sample.ts';

const size = (png: Uint8Array): readonly number[] => {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
};

const withCover = (): Handbook => ({
  ...sampleHandbook(),
  cover: { image: 'cover.jpg', alternative: 'A leaf' },
});

it('draws a cover of 1600 by 2560 from the edition', async () => {
  const book = openCompiled(await compile(sampleHandbook()));
  expect(size(book.bytes('cover.png'))).toEqual([1600, 2560]);
  expect(book.bytes('cover.png').length).toBeGreaterThan(10_000);
  const other = openCompiled(await compile({ ...sampleHandbook(), title: 'Another' }));
  expect(other.bytes('cover.png')).not.toEqual(book.bytes('cover.png'));
  expect(book.text('content.opf')).toContain(
    'href="cover.png" media-type="image/png" properties="cover-image"',
  );
});

it('draws a title of any length', async () => {
  for (const title of [
    'A',
    'Donaudampfschifffahrtselektrizitätenhauptbetriebswerk',
    'long title '.repeat(40),
  ]) {
    const { messages, files } = await compile({ ...sampleHandbook(), title });
    expect(files).toHaveLength(1);
    expect(messages.map(({ ruleId }) => ruleId)).toEqual(['page-list']);
  }
});

it('takes the cover of the publisher as it is', async () => {
  const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
  const book = openCompiled(await compile(withCover(), { assets: new Map([['cover.jpg', jpeg]]) }));
  expect(book.bytes('cover.jpeg')).toEqual(jpeg);
  expect(book.text('cover.xhtml')).toContain('alt="A leaf"');
});

it('refuses a cover that is not an image', async () => {
  const text = new TextEncoder().encode('not a picture');
  for (const assets of [
    new Map([['cover.jpg', text]]),
    new Map([['cover.jpg', new Uint8Array()]]),
    new Map(),
  ]) {
    const { messages } = await compile(withCover(), { assets });
    expect(messages.filter(({ fatal }) => fatal).map(({ ruleId }) => ruleId)).toEqual(['cover-is-raster']);
  }
});

it('asks for the font of a title in another script, and says what it leaves out without one', async () => {
  const handbook: Handbook = { ...sampleHandbook(), title: 'كتاب الأسئلة', language: 'ar', direction: 'rtl' };
  expect(fontsNeeded(handbook).map(({ package: name }) => name)).toEqual(['@expo-google-fonts/amiri']);
  expect(fontsNeeded(sampleHandbook())).toEqual([]);
  const { messages } = await compile(handbook);
  expect(messages.find(({ ruleId }) => ruleId === 'cover-script')?.reason).toContain('كتاب الأسئلة');
});
