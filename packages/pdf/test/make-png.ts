import { crc32, deflateSync } from 'node:zlib';

export interface PngKind {
  readonly color: 0 | 2 | 3 | 4 | 6;
  readonly depth: 1 | 2 | 4 | 8 | 16;
  readonly interlaced: boolean;
  readonly width: number;
  readonly height: number;
  readonly palette?: readonly number[];
  /** What a tRNS chunk holds. */
  readonly clear?: readonly number[];
}

export const CHANNELS = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 } as const;
/** Adam7 (PNG 3, 8.2): first column and row of each pass, and the steps from there. */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** A PNG of the given samples, row by row, each row without a filter. */
export function makePng(kind: PngKind, samples: readonly number[], ...more: readonly Buffer[]): Uint8Array {
  const { color, depth, interlaced, width, height, palette, clear } = kind;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([depth, color, 0, 0, interlaced ? 1 : 0], 8);
  const rows: Buffer[] = [];
  for (const [left, top, right, down] of interlaced ? PASSES : ([[0, 0, 1, 1]] as const))
    for (let y = top; y < height; y += down) {
      const row: number[] = [];
      for (let x = left; x < width; x += right) {
        const at = (y * width + x) * CHANNELS[color];
        row.push(...samples.slice(at, at + CHANNELS[color]));
      }
      if (row.length > 0) rows.push(Buffer.concat([Buffer.of(0), packed(row, depth)]));
    }
  return new Uint8Array(
    Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      pngChunk('IHDR', header),
      ...(palette ? [pngChunk('PLTE', Buffer.from(palette))] : []),
      ...(clear ? [pngChunk('tRNS', Buffer.from(clear))] : []),
      ...more,
      pngChunk('IDAT', deflateSync(Buffer.concat(rows))),
      pngChunk('IEND', Buffer.alloc(0)),
    ]),
  );
}

export function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

function packed(row: readonly number[], depth: PngKind['depth']): Buffer {
  if (depth === 16) return Buffer.from(row.flatMap((value) => [value >> 8, value & 255]));
  const bytes = Buffer.alloc(Math.ceil((row.length * depth) / 8));
  for (const [index, value] of row.entries()) {
    const bit = index * depth;
    bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) | (value << (8 - depth - (bit & 7)));
  }
  return bytes;
}
