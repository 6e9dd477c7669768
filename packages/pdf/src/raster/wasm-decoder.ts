import { wasmExports } from '../wasm-files.ts';
import { MOST_PIXELS, type Pixels, RasterFault } from './raster.ts';

interface Library {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly malloc: (size: number) => number;
  readonly WebPDecodeRGBA: (data: number, size: number, width: number, height: number) => number;
  readonly decode_gif: (output: number, width: number, height: number, data: number, size: number) => number;
}

/** Decodes a WebP, or the first picture of a GIF. Throws a `RasterFault` when it is damaged. */
export function decodePixels(kind: 'webp' | 'nsgif', bytes: Uint8Array): Pixels {
  const refuse = (): never => {
    throw new RasterFault('it is damaged');
  };
  const wasi = { fd_close: refuse, fd_seek: refuse, fd_write: refuse };
  // Each picture gets a fresh instance, so that a damaged one leaves nothing behind.
  const exports = wasmExports(kind, { wasi_snapshot_preview1: wasi });
  const { memory, malloc, WebPDecodeRGBA, decode_gif } = exports as Library;
  try {
    const input = malloc(bytes.length);
    new Uint8Array(memory.buffer, input, bytes.length).set(bytes);
    const facts = malloc(12);
    const first =
      kind === 'webp'
        ? WebPDecodeRGBA(input, bytes.length, facts + 4, facts + 8)
        : decode_gif(facts, facts + 4, facts + 8, input, bytes.length);
    const [output = 0, width = 0, height = 0] = new Uint32Array(memory.buffer, facts, 3);
    const [start, failed] = kind === 'webp' ? [first, first === 0] : [output, first !== 0];
    if (failed || width * height === 0) throw new RasterFault('it is damaged');
    if (width * height > MOST_PIXELS) throw new RasterFault('it is too large');
    return { width, height, data: new Uint8Array(memory.buffer, start, width * height * 4).slice() };
  } catch (error) {
    // Other errors in there are a trap, or a lack of memory.
    throw error instanceof RasterFault ? error : new RasterFault('it is damaged');
  }
}
