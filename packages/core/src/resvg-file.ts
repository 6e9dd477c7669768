// Directly in `src/`, as the bundle lies directly in `dist/`.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The WebAssembly module of resvg, which comes with this package. */
export function resvgModule(): Uint8Array<ArrayBuffer> {
  const place = import.meta.url.endsWith('.ts')
    ? createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')
    : new URL('./data/resvg.wasm', import.meta.url);
  return new Uint8Array(readFileSync(place));
}
