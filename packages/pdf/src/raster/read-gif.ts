import { RasterFault, rasterOf, type Still } from './raster.ts';
import { decodePixels } from './wasm-decoder.ts';

/** Returns the pixels of a GIF, or of its first picture if it moves. Throws a `RasterFault` when it is damaged. */
export function readGif(bytes: Uint8Array): Still {
  const pictures = picturesIn(bytes);
  if (pictures === 0) throw new RasterFault('it has no picture');
  return { ...rasterOf(decodePixels('nsgif', bytes)), moves: pictures > 1 };
}

/** Counts the pictures of a GIF (GIF89a, 17 to 26). */
function picturesIn(bytes: Uint8Array): number {
  const colors = (flags = 0): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  let count = 0;
  let at = 13 + colors(bytes[10]);
  while (bytes[at] === 0x21 || bytes[at] === 0x2c) {
    if (bytes[at] === 0x2c) {
      count += 1;
      at += 11 + colors(bytes[at + 9]);
    } else at += 2;
    for (let size = bytes[at]; size; size = bytes[at]) at += size + 1;
    at += 1;
  }
  return count;
}
