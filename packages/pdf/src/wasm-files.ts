// Directly in `src/`, as the bundle lies directly in `dist/`.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const SOURCES = {
  webp: '@cwasm/webp/webp.wasm',
  nsgif: '@cwasm/nsgif/nsgif.wasm',
  resvg: '@resvg/resvg-wasm/index_bg.wasm',
} as const;

/** A WebAssembly module that comes with this package: libwebp and libnsgif decode images, resvg draws SVG. */
export function wasmModule(kind: 'webp' | 'nsgif' | 'resvg'): Uint8Array<ArrayBuffer> {
  const place = import.meta.url.endsWith('.ts')
    ? createRequire(import.meta.url).resolve(SOURCES[kind])
    : new URL(`./data/${kind}.wasm`, import.meta.url);
  return new Uint8Array(readFileSync(place));
}
