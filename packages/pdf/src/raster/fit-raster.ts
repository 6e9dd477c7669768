import { decode } from 'jpeg-js';
import { pngPixels } from './png-pixels.ts';
import { MOST_PIXELS, type Pixels, type Raster, rasterOf } from './raster.ts';
import { type RasterType, readRaster } from './read-raster.ts';

/** This tells what an image is embedded as. */
export interface RasterWish {
  /** The image has to be so many pixels wide. It may be made as small as twice that. */
  readonly width?: number | undefined;
  /** Says whether colors must not depend on a device (ISO 19005-2, 6.2.4.3). */
  readonly standard: boolean;
}

/**
 * Returns an image as it is embedded. It has its own pixels, or fewer, each the mean of those that it stands for, when
 * there are many more than are wanted. An image of four inks without a profile becomes red, green and blue when a
 * standard asks for it. Returns a string that says why the image cannot be drawn.
 */
export function fitRaster(bytes: Uint8Array, mediaType: RasterType, wish: RasterWish): Raster | string {
  const raster = readRaster(bytes, mediaType);
  if (typeof raster === 'string') return raster;
  const factor = Math.floor(raster.width / (wish.width ?? raster.width));
  const isInk = wish.standard && raster.channels === 4 && !raster.profile;
  const large = factor > 1 && raster.width * raster.height <= MOST_PIXELS;
  if (!large && !isInk) return raster;
  const pixels = pixelsOf(bytes, mediaType, raster);
  // Readers draw what they can where this decoder gives up.
  if (!pixels) return isInk ? 'it is damaged' : raster;
  // A profile for inks does not fit red, green and blue.
  const profile = raster.channels === 3 ? raster.profile : undefined;
  return rasterOf(large ? averaged(pixels, factor) : pixels, profile);
}

function pixelsOf(bytes: Uint8Array, mediaType: RasterType, raster: Raster): Pixels | undefined {
  if (mediaType === 'image/png') return unlessDamaged(() => pngPixels(bytes));
  if (mediaType === 'image/jpeg') return unlessDamaged(() => jpegPixels(bytes));
  const { width, height, data, alpha } = raster;
  const all = new Uint8Array(width * height * 4);
  for (let at = 0; at < width * height; at++) {
    all.set(data.subarray(at * 3, at * 3 + 3), at * 4);
    all[at * 4 + 3] = alpha?.[at] ?? 255;
  }
  return { width, height, data: all };
}

function jpegPixels(bytes: Uint8Array): Pixels {
  return decode(bytes, { useTArray: true, maxResolutionInMP: 100, maxMemoryUsageInMB: 2048 });
}

function unlessDamaged(decoded: () => Pixels): Pixels | undefined {
  try {
    return decoded();
  } catch {
    return undefined;
  }
}

/** Makes each square of pixels one pixel. Colors count by how much of them is seen. */
function averaged({ width, height, data }: Pixels, factor: number): Pixels {
  const [wide, high] = [Math.ceil(width / factor), Math.ceil(height / factor)];
  const out = new Uint8Array(wide * high * 4);
  for (let y = 0; y < high; y++)
    for (let x = 0; x < wide; x++) {
      const sums = [0, 0, 0, 0];
      let count = 0;
      for (let dy = y * factor; dy < Math.min(height, (y + 1) * factor); dy++)
        for (let dx = x * factor; dx < Math.min(width, (x + 1) * factor); dx++) {
          const at = (dy * width + dx) * 4;
          const alpha = data[at + 3] ?? 0;
          for (let channel = 0; channel < 3; channel++)
            sums[channel] = (sums[channel] ?? 0) + (data[at + channel] ?? 0) * alpha;
          sums[3] = (sums[3] ?? 0) + alpha;
          count += 1;
        }
      const alpha = sums[3] ?? 0;
      const own = (y * wide + x) * 4;
      for (let channel = 0; channel < 3; channel++)
        out[own + channel] = alpha === 0 ? 0 : Math.round((sums[channel] ?? 0) / alpha);
      out[own + 3] = Math.round(alpha / count);
    }
  return { width: wide, height: high, data: out };
}
