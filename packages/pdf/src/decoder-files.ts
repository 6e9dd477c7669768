// Directly in `src/`, as the bundle lies directly in `dist/`.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The WebAssembly module that decodes a kind of image, libwebp or libnsgif, which comes with this package. */
export function decoderModule(kind: 'webp' | 'nsgif'): Uint8Array {
  const place = import.meta.url.endsWith('.ts')
    ? createRequire(import.meta.url).resolve(`@cwasm/${kind}/${kind}.wasm`)
    : new URL(`./data/${kind}.wasm`, import.meta.url);
  return new Uint8Array(readFileSync(place));
}
