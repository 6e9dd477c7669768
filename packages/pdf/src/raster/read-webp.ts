import { soundProfile } from './profile.ts';
import { MOST_PIXELS, type Pixels, RasterFault, rasterOf, type Still } from './raster.ts';
import { decodePixels } from './wasm-decoder.ts';

interface Chunk {
  readonly type: string;
  readonly body: Uint8Array;
  /** This is the chunk with its head. */
  readonly whole: Uint8Array;
}

/** Returns the pixels of a WebP, or of its first picture if it moves. Throws a `RasterFault` when it is damaged. */
export function readWebp(bytes: Uint8Array): Still {
  const chunks = chunksOf(bytes.subarray(12));
  const frame = chunks.find(({ type }) => type === 'ANMF')?.body;
  const pixels = frame ? onCanvas(frame, chunks) : decodePixels('webp', bytes);
  const profile = soundProfile(chunks.find(({ type }) => type === 'ICCP')?.body, 3);
  return { ...rasterOf(pixels, profile), moves: chunks.filter(({ type }) => type === 'ANMF').length > 1 };
}

function chunksOf(bytes: Uint8Array): readonly Chunk[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: Chunk[] = [];
  for (let at = 0; at + 8 <= bytes.length; ) {
    const length = view.getUint32(at + 4, true);
    const end = at + 8 + length + (length % 2);
    const type = String.fromCharCode(...bytes.subarray(at, at + 4));
    chunks.push({ type, body: bytes.subarray(at + 8, at + 8 + length), whole: bytes.subarray(at, end) });
    at = end;
  }
  return chunks;
}

const three = (bytes: Uint8Array, at: number): number =>
  (bytes[at] ?? 0) + (bytes[at + 1] ?? 0) * 256 + (bytes[at + 2] ?? 0) * 65_536;

/** Puts the first picture of a moving WebP where it lies on the whole. */
function onCanvas(frame: Uint8Array, chunks: readonly Chunk[]): Pixels {
  const head = chunks.find(({ type }) => type === 'VP8X')?.body ?? new Uint8Array(10);
  const [width, height] = [three(head, 4) + 1, three(head, 7) + 1];
  const [left, top] = [three(frame, 0) * 2, three(frame, 3) * 2];
  if (left >= width || top >= height) throw new RasterFault('it is damaged');
  if (width * height > MOST_PIXELS) throw new RasterFault('it is too large');
  const own = decodePixels('webp', still(frame));
  const data = new Uint8Array(width * height * 4);
  for (let y = 0; y < Math.min(own.height, height - top); y++) {
    const row = own.data.subarray(y * own.width * 4, (y * own.width + Math.min(own.width, width - left)) * 4);
    data.set(row, ((y + top) * width + left) * 4);
  }
  return { width, height, data };
}

/** Makes a picture of a moving WebP a WebP of its own. */
function still(frame: Uint8Array): Uint8Array {
  const chunks = chunksOf(frame.subarray(16));
  const parts = chunks.filter(({ type }) => /^(?:ALPH|VP8 |VP8L)$/.test(type)).map(({ whole }) => whole);
  const head = Buffer.alloc(18);
  head.write('VP8X', 'latin1');
  head.writeUInt32LE(10, 4);
  head.writeUInt8(chunks.some(({ type }) => type === 'ALPH') ? 0x10 : 0, 8);
  Buffer.from(frame.subarray(6, 12)).copy(head, 12);
  const body = Buffer.concat([Buffer.from('WEBP', 'latin1'), head, ...parts]);
  const size = Buffer.alloc(8);
  size.write('RIFF', 'latin1');
  size.writeUInt32LE(body.length, 4);
  return Buffer.concat([size, body]);
}
