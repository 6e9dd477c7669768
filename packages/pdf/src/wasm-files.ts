// This file lies directly in `src/`, as the bundle lies directly in `dist/`.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { remembered } from './remembered.ts';

const SOURCES = {
  webp: '@cwasm/webp/webp.wasm',
  nsgif: '@cwasm/nsgif/nsgif.wasm',
  resvg: '@resvg/resvg-wasm/index_bg.wasm',
  subset: 'harfbuzzjs/dist/harfbuzz-subset.wasm',
} as const;

const isSource = import.meta.url.endsWith('.ts');
const { resolve } = createRequire(import.meta.url);

/** Returns the color profile of sRGB, which comes from pdfkit. */
export function colorProfile(): Uint8Array {
  const name = 'data/sRGB_IEC61966_2_1.icc';
  return readFileSync(isSource ? join(dirname(resolve('pdfkit')), name) : new URL(name, import.meta.url));
}

/** Returns a WebAssembly module of this package: to decode images (libwebp, libnsgif), draw SVG, or cut fonts. */
export function wasmModule(kind: keyof typeof SOURCES): Uint8Array<ArrayBuffer> {
  // HarfBuzz is never bundled.
  const isApart = isSource || kind === 'subset';
  return new Uint8Array(
    readFileSync(isApart ? resolve(SOURCES[kind]) : new URL(`data/${kind}.wasm`, import.meta.url)),
  );
}

/** The types of Node describe WebAssembly only where those of browsers are loaded. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
};

const compiled = remembered((kind: keyof typeof SOURCES) => new WebAssembly.Module(wasmModule(kind)));

/** Returns what a fresh instance of a WebAssembly module exports. */
export function wasmExports(kind: keyof typeof SOURCES, imports: object = {}): unknown {
  return new WebAssembly.Instance(compiled(kind), imports).exports;
}
