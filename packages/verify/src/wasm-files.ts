// Directly in `src/`, as the bundle lies directly in `dist/`.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const SOURCES = { webp: '@cwasm/webp/webp.wasm', nsgif: '@cwasm/nsgif/nsgif.wasm' } as const;

/** A WebAssembly module that comes with this package: libwebp and libnsgif decode pictures. */
export function wasmModule(kind: keyof typeof SOURCES): Uint8Array<ArrayBuffer> {
  const place = import.meta.url.endsWith('.ts')
    ? createRequire(import.meta.url).resolve(SOURCES[kind])
    : new URL(`./${kind}.wasm`, import.meta.url);
  return new Uint8Array(readFileSync(place));
}
