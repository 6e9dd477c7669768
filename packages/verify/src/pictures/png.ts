import { inflateSync } from 'node:zlib';
import { type Pixel, type Pixels, type Rows, sample, unfiltered } from './pixels.ts';

const CHANNELS: Readonly<Record<number, number | undefined>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** The pixels of a PNG (PNG 3rd ed.); undefined for an interlaced one, and for what is none. */
export function pngPixels(bytes: Uint8Array): Pixels | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 33 || view.getUint32(0) !== 0x89504e47) return undefined;
  const parts = new Map<string, Uint8Array[]>();
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    parts.set(name, [...(parts.get(name) ?? []), bytes.subarray(at + 8, at + 8 + length)]);
    at += 12 + length;
  }
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  const [depth = 8, type = 0] = [bytes[24], bytes[25]];
  const channels = CHANNELS[type];
  if (channels === undefined || bytes[28] !== 0) return undefined;
  const rows: Rows = { width, height, channels, depth };
  const data = unfiltered(inflateSync(Buffer.concat(parts.get('IDAT') ?? [])), rows);
  const palette = parts.get('PLTE')?.[0] ?? new Uint8Array();
  const clear = parts.get('tRNS')?.[0];
  const full = depth >= 8 ? 1 : 255 / ((1 << depth) - 1);
  return { width, height, at: (x, y) => colour((part) => sample(data, rows, x, y, part)) };

  function colour(at: (part: number) => number): Pixel {
    if (type === 3) {
      const index = at(0);
      const [red = 0, green = 0, blue = 0] = palette.subarray(index * 3, index * 3 + 3);
      return [red, green, blue, clear?.[index] ?? 255];
    }
    if (type === 0 || type === 4) {
      const grey = at(0);
      const key = type === 0 && clear !== undefined && clear[depth === 16 ? 0 : 1] === grey;
      return [grey * full, grey * full, grey * full, type === 4 ? at(1) : key ? 0 : 255];
    }
    const [red, green, blue] = [at(0), at(1), at(2)];
    const high = depth === 16 ? 0 : 1;
    const key =
      clear !== undefined && [red, green, blue].every((one, part) => clear[part * 2 + high] === one);
    return [red, green, blue, type === 6 ? at(3) : key ? 0 : 255];
  }
}
