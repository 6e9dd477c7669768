import { crc32, deflateSync } from 'node:zlib';
import type { Pixels } from './to-pixels.ts';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const [TRUECOLOR, INDEXED] = [2, 3];

/**
 * A picture without transparency as a PNG (ISO/IEC 15948), eight bits a channel; its alpha is not looked at. Of
 * plain areas, as a cover has, unfiltered rows are smallest. (Node's own zlib is several times as fast as one in
 * WebAssembly.)
 */
export function encodePng({ pixels, width, height }: Pixels): Uint8Array {
  const rows = Buffer.alloc((3 * width + 1) * height);
  let to = 0;
  let from = 0;
  for (let y = 0; y < height; y++) {
    to += 1;
    for (let x = 0; x < width; x++, from += 4) {
      rows[to++] = pixels[from] ?? 0;
      rows[to++] = pixels[from + 1] ?? 0;
      rows[to++] = pixels[from + 2] ?? 0;
    }
  }
  return png(width, height, 8, TRUECOLOR, rows);
}

/** The same in the sixteen shades from a color to white, at a third of the bytes: for letters on a ground. */
export function encodeShades({ pixels, width, height }: Pixels, ground: string): Uint8Array {
  const color = [1, 3, 5].map((at) => Number.parseInt(ground.slice(at, at + 2), 16));
  const [red = 0] = color;
  const shades = Array.from({ length: 16 }, (_, at) => color.map((part) => part + ((255 - part) * at) / 15));
  const length = Math.ceil(width / 2) + 1;
  const rows = Buffer.alloc(length * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const shade = Math.round((((pixels[4 * (y * width + x)] ?? 0) - red) * 15) / (255 - red));
      const at = y * length + 1 + (x >> 1);
      rows[at] = (rows[at] ?? 0) | (Math.max(0, shade) << (x % 2 === 0 ? 4 : 0));
    }
  return png(width, height, 4, INDEXED, rows, Buffer.from(shades.flat().map(Math.round)));
}

function png(
  width: number,
  height: number,
  depth: number,
  type: number,
  rows: Buffer,
  palette?: Buffer,
): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([depth, type, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    ...chunk('IHDR', header),
    ...(palette ? chunk('PLTE', palette) : []),
    ...chunk('IDAT', deflateSync(rows)),
    ...chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Uint8Array): readonly Uint8Array[] {
  const name = Buffer.from(type, 'latin1');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(data, crc32(name)));
  return [length, name, data, sum];
}
