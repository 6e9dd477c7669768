import { inflateSync } from 'node:zlib';
import { pngPixels } from './png-pixels.ts';
import { soundProfile } from './profile.ts';
import { type Raster, RasterFault, rasterOf, type Still } from './raster.ts';

const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** A file begins with these bytes (PNG 3, 5.2). */
const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Each row begins with its filter, which is 0 to 4 (PNG 3, 9.2). */
const LAST_FILTER = 4;

interface Chunks {
  readonly width: number;
  readonly height: number;
  readonly bits: Raster['bits'];
  readonly color: number;
  readonly interlaced: boolean;
  readonly palette: Uint8Array | undefined;
  readonly clear: Uint8Array | undefined;
  readonly profile: Uint8Array | undefined;
  readonly data: Uint8Array;
  readonly moves: boolean;
}

/**
 * Returns a PNG as a PDF holds it: with its own compressed rows where a PDF can read them, and otherwise with its
 * pixels and, apart from them, how much of each is seen (PNG 3, 6 and 11.3.1). Throws a `RasterFault` when it is
 * damaged.
 */
export function readPng(bytes: Uint8Array): Still {
  const png = chunksOf(bytes);
  const { width, height, bits, color } = png;
  const channels = CHANNELS[color];
  if (channels === undefined || width === 0 || height === 0 || ![1, 2, 4, 8, 16].includes(bits))
    throw new RasterFault('it is no PNG that can be read');
  if (color === 3 && !png.palette) throw new RasterFault('it has no palette');
  const pixels = inflated(png, channels);
  const seen = color === 2 || color === 6 ? 3 : 1;
  const profile = soundProfile(unwrapped(png.profile), color === 3 ? 3 : seen);
  const common = {
    width,
    height,
    channels: seen,
    bits,
    ...(color === 3 && png.palette ? { palette: png.palette } : {}),
    ...(profile ? { profile } : {}),
  } as const;
  const hasAlpha = color === 4 || color === 6;
  // Some readers compare a color of 16 bits a channel only after they have made it 8.
  const byColor = png.clear && color !== 3 && bits < 16 ? clearColor(png.clear, seen) : undefined;
  if (!png.interlaced && !hasAlpha && (!png.clear || byColor))
    return {
      ...common,
      coding: 'png',
      data: png.data,
      ...(byColor ? { clear: byColor } : {}),
      moves: png.moves,
    };
  if (pixels.length === 0) throw new RasterFault('its pixels break off');
  return { ...rasterOf(pngPixels(bytes), soundProfile(unwrapped(png.profile), 3)), moves: png.moves };
}

function chunksOf(bytes: Uint8Array): Chunks {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const signed = bytes.length >= 33 && SIGNATURE.every((byte, at) => bytes[at] === byte);
  if (!signed) throw new RasterFault('it is no PNG');
  const found = new Map<string, Uint8Array[]>();
  for (let at = 8; !found.has('IEND'); ) {
    const length = at + 12 <= bytes.length ? view.getUint32(at) : bytes.length;
    if (at + 12 + length > bytes.length) throw new RasterFault('it breaks off');
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    found.set(type, [...(found.get(type) ?? []), bytes.subarray(at + 8, at + 8 + length)]);
    at += 12 + length;
  }
  return {
    width: view.getUint32(16),
    height: view.getUint32(20),
    bits: (bytes[24] ?? 0) as Raster['bits'],
    color: bytes[25] ?? -1,
    interlaced: bytes[28] === 1,
    palette: found.get('PLTE')?.[0],
    clear: found.get('tRNS')?.[0],
    profile: found.get('iCCP')?.[0],
    data: Buffer.concat(found.get('IDAT') ?? []),
    moves: found.has('acTL'),
  };
}

/** Returns the rows of a PNG, to see that all of it is there. */
function inflated({ width, height, bits, interlaced, data }: Chunks, channels: number): Uint8Array {
  const expected = height * (1 + Math.ceil((width * channels * bits) / 8));
  try {
    const pixels = inflateSync(data, { maxOutputLength: expected * 2 + 1024 });
    if (interlaced) return pixels;
    if (pixels.length < expected) throw new RasterFault('its pixels break off');
    for (let at = 0; at < expected; at += expected / height)
      if ((pixels[at] ?? 0) > LAST_FILTER) throw new RasterFault('its pixels are damaged');
    return pixels;
  } catch (error) {
    throw error instanceof RasterFault ? error : new RasterFault('its pixels are damaged');
  }
}

/** Returns the profile of an iCCP chunk, which follows a name, a zero and the way of compression. */
function unwrapped(chunk: Uint8Array | undefined): Uint8Array | undefined {
  if (!chunk) return undefined;
  try {
    return inflateSync(chunk.subarray(chunk.indexOf(0) + 2), { maxOutputLength: 1 << 24 });
  } catch {
    return undefined;
  }
}

function clearColor(clear: Uint8Array, channels: number): readonly number[] {
  const values = Array.from(
    { length: channels },
    (_, at) => (clear[at * 2] ?? 0) * 256 + (clear[at * 2 + 1] ?? 0),
  );
  return values.flatMap((value) => [value, value]);
}
