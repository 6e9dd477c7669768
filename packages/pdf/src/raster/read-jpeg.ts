import { soundProfile } from './profile.ts';
import { type Raster, RasterFault } from './raster.ts';

const PROFILE = 'ICC_PROFILE\0';

/** Returns a JPEG as a PDF holds it, with its coded data. Throws a `RasterFault` for one that readers cannot draw. */
export function readJpeg(bytes: Uint8Array): Raster {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || view.getUint16(0) !== 0xffd8) throw new RasterFault('it is no JPEG');
  const parts: { readonly number: number; readonly data: Uint8Array }[] = [];
  let frame: Omit<Raster, 'data'> | undefined;
  let at = 2;
  while (at + 4 <= bytes.length) {
    const marker = bytes[at + 1] ?? 0;
    // Some programs leave bytes between the segments.
    if (bytes[at] !== 0xff || marker === 0xff) {
      at += 1;
      continue;
    }
    const length = view.getUint16(at + 2);
    const body = bytes.subarray(at + 4, at + 2 + length);
    if (marker === 0xda) break;
    if (isFrame(marker)) frame = frameOf(marker, body);
    if (marker === 0xe2 && String.fromCharCode(...body.subarray(0, PROFILE.length)) === PROFILE)
      parts.push({ number: body[PROFILE.length] ?? 0, data: body.subarray(PROFILE.length + 2) });
    at += 2 + length;
  }
  if (!frame) throw new RasterFault('it has no picture');
  if (!endsWell(bytes)) throw new RasterFault('it breaks off');
  const joined = Buffer.concat(parts.sort((a, b) => a.number - b.number).map(({ data }) => data));
  const profile = soundProfile(joined, frame.channels);
  return { ...frame, data: bytes, ...(profile ? { profile } : {}) };
}

/** Tells whether a marker is one of SOF0 to SOF15, which DHT, JPG and DAC are not (ITU-T T.81, B.1). */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function frameOf(marker: number, body: Uint8Array): Omit<Raster, 'data'> {
  const [bits = 0, high = 0, low = 0, wideHigh = 0, wideLow = 0, channels = 0] = body;
  if (marker > 0xc2) throw new RasterFault('it is a lossless or arithmetic JPEG, which readers cannot draw');
  if (bits !== 8) throw new RasterFault(`it is a JPEG of ${bits} bits a color, which readers cannot draw`);
  const [width, height] = [wideHigh * 256 + wideLow, high * 256 + low];
  if (width === 0 || height === 0) throw new RasterFault('it has no size');
  if (channels !== 1 && channels !== 3 && channels !== 4)
    throw new RasterFault(`it is a JPEG of ${channels} colors`);
  return { width, height, channels, bits: 8, coding: 'jpeg' };
}

function endsWell(bytes: Uint8Array): boolean {
  for (let at = bytes.length - 2; at > 2; at--) if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return true;
  return false;
}
