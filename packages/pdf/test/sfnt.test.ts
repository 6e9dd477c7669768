import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { deflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { cutFont } from '../src/fonts/cut-font.ts';
import { openFace } from '../src/fonts/face.ts';
import { sfntOf, tablesOf } from '../src/fonts/sfnt.ts';
import { openShaper } from '../src/fonts/shaper.ts';

const { resolve } = createRequire(import.meta.url);
const fontBytes = (path: string) => new Uint8Array(readFileSync(resolve(`@expo-google-fonts/${path}`)));
const hebrew = fontBytes('frank-ruhl-libre/400Regular/FrankRuhlLibre_400Regular.ttf');

/** The font as a WOFF, every table deflated (WOFF 1.0, 3 to 5). */
function woff(sfnt: Uint8Array): Uint8Array {
  const tables = [...tablesOf(sfnt)];
  const head = Buffer.alloc(44 + 20 * tables.length);
  head.write('wOFF', 'latin1');
  head.set(sfnt.subarray(0, 4), 4);
  head.writeUInt16BE(tables.length, 12);
  const parts: Uint8Array[] = [head];
  let end = head.length;
  for (const [index, [tag, { buffer, byteOffset, byteLength }]] of tables.entries()) {
    const packed = deflateSync(new Uint8Array(buffer, byteOffset, byteLength));
    const body = packed.length < byteLength ? packed : new Uint8Array(buffer, byteOffset, byteLength);
    head.write(tag, 44 + 20 * index, 'latin1');
    for (const [at, value] of [end, body.length, byteLength].entries())
      head.writeUInt32BE(value, 48 + 20 * index + 4 * at);
    parts.push(body);
    end += body.length;
  }
  head.writeUInt32BE(end, 8);
  return Buffer.concat(parts);
}

const contents = (bytes: Uint8Array) =>
  [...tablesOf(bytes)].map(([tag, { buffer, byteOffset, byteLength }]) => [
    tag,
    Buffer.from(buffer, byteOffset, byteLength).toString('base64'),
  ]);

it('unpacks a WOFF into the tables that were packed', () => {
  expect(contents(sfntOf(woff(hebrew)))).toEqual(contents(hebrew));
});

it('sets brackets from right to left as the other one looks, and says what was written', () => {
  const face = openFace('x', hebrew, 'x');
  const bracket = (text: string, direction: 'ltr' | 'rtl') => face.words([], direction)(text).glyphs.at(-1);
  expect(bracket('(א', 'rtl')).toMatchObject({ letter: '(', text: ')', id: bracket(')', 'ltr')?.id });
});

it('cuts a font down to glyphs that keep their ids and their widths', () => {
  const face = openFace('x', hebrew, 'x');
  const ids = face
    .words([])('אב')
    .glyphs.map(({ id }) => id);
  const cut = cutFont(hebrew, ids);
  const small = openShaper(cut);
  expect(ids.map(small.advance)).toEqual(ids.map(face.advance));
  expect(ids.map(small.outline)).toEqual(ids.map(face.outline));
  expect(cut.length).toBeLessThan(hebrew.length / 4);
});
