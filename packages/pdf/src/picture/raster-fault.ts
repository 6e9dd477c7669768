import { inflateSync } from 'node:zlib';

const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
/** Pixels with transparency are taken apart in memory. */
const MOST_PIXELS = 100_000_000;
const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

const known = new WeakMap<Uint8Array, { readonly fault: string | undefined }>();

/**
 * What is wrong with a PNG or JPEG, in words; undefined when nothing is. pdfkit copies compressed
 * pixels as they are, so a damaged picture would come to light in the reader's hands.
 */
export function rasterFault(bytes: Uint8Array): string | undefined {
  const ready = known.get(bytes) ?? { fault: bytes[0] === 0xff ? jpegFault(bytes) : pngFault(bytes) };
  known.set(bytes, ready);
  return ready.fault;
}

function jpegFault(bytes: Uint8Array): string | undefined {
  if (bytes[1] !== 0xd8) return 'it is no JPEG';
  for (let at = bytes.length - 2; at > 2; at--)
    if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return undefined;
  return 'it breaks off';
}

function pngFault(bytes: Uint8Array): string | undefined {
  if (SIGNATURE.some((byte, index) => bytes[index] !== byte)) return 'it is no PNG';
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const data: Uint8Array[] = [];
  let at = 8;
  let end = false;
  while (at + 12 <= bytes.length && !end) {
    const length = view.getUint32(at);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (at + 12 + length > bytes.length) return 'it breaks off';
    if (type === 'IDAT') data.push(bytes.subarray(at + 8, at + 8 + length));
    end = type === 'IEND';
    at += 12 + length;
  }
  if (!end || bytes.length < 33) return 'it breaks off';
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  const [depth = 0, color = -1, interlaced = 0] = [bytes[24], bytes[25], bytes[28]];
  const channels = CHANNELS[color];
  if (channels === undefined || width === 0 || height === 0) return 'it is no PNG that can be read';
  if ((color === 4 || color === 6) && width * height > MOST_PIXELS)
    return 'with its transparency it is too large';
  const expected = height * (1 + Math.ceil((width * channels * depth) / 8));
  try {
    const pixels = inflateSync(Buffer.concat(data), { maxOutputLength: expected * 2 + 1024 });
    return !interlaced && pixels.length < expected ? 'its pixels break off' : undefined;
  } catch {
    return 'its pixels are damaged';
  }
}
