import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitRaster } from '../src/raster/fit-raster.ts';
import type { Raster } from '../src/raster/raster.ts';
import { readRaster } from '../src/raster/read-raster.ts';
import { CHANNELS, makePng, type PngKind, pngChunk } from './make-png.ts';
import { unfiltered } from './unfiltered.ts';

const image = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../../../tests/fixtures/images/${name}`, import.meta.url)));

/** Red, green, blue and alpha of each pixel of a raster, as ISO 32000-1, 8.9 has them. */
function seen(raster: Raster): readonly (readonly number[])[] {
  const { width, height, channels, bits, palette, clear, alpha, coding, data } = raster;
  const count = palette ? 1 : channels;
  const stride = Math.ceil((width * count * bits) / 8);
  const rows =
    coding === 'png' ? unfiltered(inflateSync(data), stride, Math.max(1, (count * bits) / 8)) : data;
  const sample = (x: number, y: number, channel: number): number => {
    const bit = (x * count + channel) * bits;
    const at = y * stride + (bit >> 3);
    if (bits === 16) return (rows[at] ?? 0) * 256 + (rows[at + 1] ?? 0);
    return ((rows[at] ?? 0) >> (8 - bits - (bit & 7))) & (2 ** bits - 1);
  };
  return Array.from({ length: width * height }, (_, at) => {
    const own = Array.from({ length: count }, (_, channel) =>
      sample(at % width, Math.floor(at / width), channel),
    );
    const isClear = clear !== undefined && own.every((value, channel) => value === clear[channel * 2]);
    const tone = (value: number | undefined): number => Math.round(((value ?? 0) * 255) / (2 ** bits - 1));
    const [first = 0] = own;
    const color = palette
      ? [...palette.slice(first * 3, first * 3 + 3)]
      : count === 1
        ? [tone(first), tone(first), tone(first)]
        : own.map(tone);
    return [...color, isClear ? 0 : (alpha?.[at] ?? 255)];
  });
}

const DEPTHS = { 0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16] } as const;

const anyPng = fc
  .record({
    color: fc.constantFrom(0, 2, 3, 4, 6),
    depth: fc.nat(4),
    interlaced: fc.boolean(),
    hasClear: fc.boolean(),
    width: fc.integer({ min: 1, max: 11 }),
    height: fc.integer({ min: 1, max: 9 }),
  })
  .chain(({ color, depth, hasClear, ...rest }) => {
    const bits = DEPTHS[color][depth % DEPTHS[color].length] ?? 8;
    const values = fc.integer({ min: 0, max: 2 ** bits - 1 });
    const count = rest.width * rest.height * CHANNELS[color];
    const palette =
      color === 3 ? fc.array(fc.nat(255), { minLength: 768, maxLength: 768 }) : fc.constant(undefined);
    return fc.record({
      kind: fc.constant({ ...rest, color, depth: bits } as PngKind),
      hasClear: fc.constant(hasClear && color < 4),
      palette: palette.map((all) => all?.slice(0, 3 * 2 ** bits)),
      alphas: fc.array(fc.nat(255), { minLength: 1, maxLength: 2 ** Math.min(bits, 8) }),
      samples: fc.array(values, { minLength: count, maxLength: count }),
    });
  });

describe('a PNG', () => {
  it('of any kind, depth, order of rows and transparency has the pixels that it says', () => {
    fc.assert(
      fc.property(anyPng, ({ kind, hasClear, palette, alphas, samples }) => {
        const { color, depth } = kind;
        const count = CHANNELS[color];
        const key = samples.slice(0, count);
        const clear = color === 3 ? alphas : key.flatMap((value) => [value >> 8, value & 255]);
        const png = makePng(
          { ...kind, ...(palette ? { palette } : {}), ...(hasClear ? { clear } : {}) },
          samples,
        );
        const raster = readRaster(png, 'image/png');
        if (typeof raster === 'string') throw new Error(raster);
        const tone = (value: number | undefined): number =>
          Math.round(((value ?? 0) * 255) / (2 ** depth - 1));
        const expected = Array.from({ length: kind.width * kind.height }, (_, at) => {
          const own = samples.slice(at * count, at * count + count);
          const [first = 0] = own;
          if (palette)
            return [...palette.slice(first * 3, first * 3 + 3), hasClear ? (alphas[first] ?? 255) : 255];
          const isKey = hasClear && own.every((value, channel) => value === key[channel]);
          const alpha = color >= 4 ? tone(own.at(-1)) : isKey ? 0 : 255;
          return [...(count < 3 ? [first, first, first] : own.slice(0, 3)).map(tone), alpha];
        });
        // What is not seen has no colour.
        const colors = (all: readonly (readonly number[])[]) =>
          all.map((own) => (own[3] === 0 ? 'clear' : own));
        expect(colors(seen(raster))).toEqual(colors(expected));
      }),
    );
  });

  it('keeps its own rows and its colour key where a PDF can have them', () => {
    const of = (kind: Partial<PngKind>, samples: readonly number[]): Raster => {
      const raster = readRaster(
        makePng({ color: 2, depth: 8, interlaced: false, width: 1, height: 1, ...kind }, samples),
        'image/png',
      );
      if (typeof raster === 'string') throw new Error(raster);
      return raster;
    };
    expect(of({ clear: [0, 0, 0, 200, 0, 0] }, [0, 200, 0])).toMatchObject({
      coding: 'png',
      clear: [0, 0, 200, 200, 0, 0],
    });
    expect(of({ color: 0, depth: 4, clear: [0, 7] }, [7])).toMatchObject({ coding: 'png', clear: [7, 7] });
    expect(
      of(
        { color: 3, depth: 4, width: 8, palette: [255, 255, 255, 9, 9, 9], clear: [0] },
        [1, 1, 1, 1, 0, 0, 0, 0],
      ),
    ).toMatchObject({
      alpha: Uint8Array.of(255, 255, 255, 255, 0, 0, 0, 0),
    });
  });
});

describe('an image of pixels', () => {
  it.each([
    ['lossy.webp', 'image/webp', false],
    ['moving.webp', 'image/webp', true],
    ['interlaced.gif', 'image/gif', false],
    ['moving.gif', 'image/gif', true],
  ] as const)('%s is decoded, a moving one to its first picture', (name, type, moves) => {
    const raster = readRaster(image(name), type);
    if (typeof raster === 'string') throw new Error(raster);
    expect(raster).toMatchObject({ width: 120, height: 60, moves });
    const at = (x: number, y: number): readonly number[] => seen(raster)[y * 120 + x] ?? [];
    expect(at(30, 50).map((value) => Math.round(value / 64))).toEqual([3, 0, 0, 4]);
    expect(at(115, 5).map((value) => Math.round(value / 64))).toEqual([0, 1, 3, 4]);
  });

  it.each([
    ['moving.webp', 'image/webp'],
    ['lossless.webp', 'image/webp'],
    ['moving.gif', 'image/gif'],
    ['grey.jpg', 'image/jpeg'],
    ['corner.png', 'image/png'],
  ] as const)('%s is refused in words, or drawn, wherever it is cut or changed', (name, type) => {
    const whole = image(name);
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(whole.length - 1), fc.nat(255), (end, at, value) => {
        const damaged = whole.slice(0, end);
        damaged[at] = value;
        const raster = readRaster(damaged, type);
        expect(typeof raster === 'string' || raster.width > 0).toBe(true);
        const fitted = fitRaster(damaged, type, { width: 7, standard: true });
        expect(typeof fitted === 'string' || fitted.width > 0).toBe(true);
      }),
      { numRuns: 150, examples: [[whole.length, 4, 0]] },
    );
  });

  it('of four inks becomes red, green and blue where a standard asks for it', () => {
    const inks = image('cmyk.jpg');
    expect(fitRaster(inks, 'image/jpeg', { standard: false })).toMatchObject({ channels: 4, coding: 'jpeg' });
    const raster = fitRaster(inks, 'image/jpeg', { standard: true });
    if (typeof raster === 'string') throw new Error(raster);
    expect(raster).toMatchObject({ channels: 3, width: 120 });
    expect(seen(raster)[50 * 120 + 30]?.map((value) => Math.round(value / 64))).toEqual([3, 0, 0, 4]);
  });

  it('with many more pixels than are wanted has the means of them', () => {
    const samples = Array.from({ length: 64 * 2 }, (_, at) => (at % 2 === 0 ? 200 : at % 4 === 1 ? 255 : 0));
    const png = makePng({ color: 4, depth: 8, interlaced: false, width: 8, height: 8 }, samples);
    const raster = fitRaster(png, 'image/png', { width: 4, standard: false });
    if (typeof raster === 'string') throw new Error(raster);
    expect(raster).toMatchObject({ width: 4, height: 4 });
    expect(seen(raster)).toEqual(Array.from({ length: 16 }, () => [200, 200, 200, 128]));
  });

  it('keeps a profile that fits its channels, and no other', () => {
    const profile = (space: string): Buffer => {
      const bytes = Buffer.alloc(132);
      bytes.writeUInt32BE(132, 0);
      bytes.writeUInt8(2, 8);
      bytes.write(`mntr${space}XYZ `, 12, 'latin1');
      bytes.write('acsp', 36, 'latin1');
      return bytes;
    };
    const jpeg = (body: Buffer): Uint8Array => {
      const head = Buffer.from('ICC_PROFILE\0\u0001\u0001', 'latin1');
      const length = Buffer.alloc(2);
      length.writeUInt16BE(2 + head.length + body.length);
      const own = image('cmyk.jpg');
      return Buffer.concat([own.subarray(0, 2), Buffer.of(0xff, 0xe2), length, head, body, own.subarray(2)]);
    };
    expect(fitRaster(jpeg(profile('CMYK')), 'image/jpeg', { standard: true })).toMatchObject({
      channels: 4,
      profile: profile('CMYK'),
    });
    expect(fitRaster(jpeg(profile('RGB ')), 'image/jpeg', { standard: true })).toMatchObject({ channels: 3 });
    const kind = { color: 0, depth: 8, interlaced: false, width: 1, height: 1 } as const;
    expect(
      readRaster(makePng(kind, [1], pngChunk('iCCP', Buffer.from('x\0\0nonsense'))), 'image/png'),
    ).toMatchObject({ channels: 1 });
  });
});
