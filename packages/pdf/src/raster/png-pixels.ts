import { PNG } from 'pngjs';
import { MOST_PIXELS, type Pixels, RasterFault } from './raster.ts';

/**
 * Returns a PNG's pixels, whatever its depth, kind of color, transparency and order of rows (PNG 3, 13.8 to 13.16).
 * Throws a `RasterFault` for one that is damaged or too large.
 */
export function pngPixels(bytes: Uint8Array): Pixels {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(16) * view.getUint32(20) > MOST_PIXELS) throw new RasterFault('it is too large');
  try {
    return PNG.sync.read(Buffer.from(bytes), { checkCRC: false });
  } catch {
    throw new RasterFault('its pixels are damaged');
  }
}
