import jpeg from 'jpeg-js';
import { PNG } from 'pngjs';
import { wasmModule } from '../wasm-files.ts';
import type { Pixels } from './looks.ts';

/** Node's types declare WebAssembly only as a browser global. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
};
interface Library {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly malloc: (size: number) => number;
  readonly WebPDecodeRGBA: (data: number, size: number, width: number, height: number) => number;
  readonly decode_gif: (output: number, width: number, height: number, data: number, size: number) => number;
}

/** Pictures of more pixels are not decoded. */
export const MOST_PIXELS = 40_000_000;

/** How files of a media type are decoded; each throws for what it does not understand. */
const DECODERS: Readonly<Record<string, ((bytes: Uint8Array) => Pixels) | undefined>> = {
  'image/png': (bytes) => PNG.sync.read(Buffer.from(bytes), { checkCRC: false }),
  'image/jpeg': (bytes) =>
    jpeg.decode(bytes, { useTArray: true, maxResolutionInMP: 40, maxMemoryUsageInMB: 1024 }),
  'image/webp': (bytes) => withLibrary('webp', bytes),
  'image/gif': (bytes) => withLibrary('nsgif', bytes),
};

/**
 * Returns the pixels of a file (for a moving GIF, its first picture); undefined for a moving WebP and a
 * damaged file.
 */
export function decoded(bytes: Uint8Array, mediaType: string): Pixels | undefined {
  try {
    return DECODERS[mediaType]?.(bytes);
  } catch {
    return undefined;
  }
}

/** Decodes with libwebp or libnsgif, compiled to WebAssembly, in a new instance for each picture. */
function withLibrary(kind: 'webp' | 'nsgif', bytes: Uint8Array): Pixels {
  const refuse = (): never => {
    throw new Error('it asks for files');
  };
  const wasi = { fd_close: refuse, fd_seek: refuse, fd_write: refuse };
  const module = new WebAssembly.Module(wasmModule(kind));
  const { exports } = new WebAssembly.Instance(module, { wasi_snapshot_preview1: wasi });
  const { memory, malloc, WebPDecodeRGBA, decode_gif } = exports as Library;
  const input = malloc(bytes.length);
  new Uint8Array(memory.buffer, input, bytes.length).set(bytes);
  const facts = malloc(12);
  const place =
    kind === 'webp'
      ? WebPDecodeRGBA(input, bytes.length, facts + 4, facts + 8)
      : decode_gif(facts, facts + 4, facts + 8, input, bytes.length);
  const [output = 0, width = 0, height = 0] = new Uint32Array(memory.buffer, facts, 3);
  const start = kind === 'webp' ? place : output;
  if (start === 0 || width * height === 0 || (kind === 'nsgif' && place !== 0))
    throw new Error('it is damaged');
  return { width, height, data: new Uint8Array(memory.buffer, start, width * height * 4).slice() };
}
