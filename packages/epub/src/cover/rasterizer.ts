import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

/** Draws SVG without a system: no installed fonts, no native code, so the pixels are the same everywhere. */
export interface Rasterizer {
  /** Width in user units of an SVG's ink; 0 for nothing. */
  readonly inkWidth: (svg: string) => number;
  /** A PNG of the given width in pixels. */
  readonly toPng: (svg: string, width: number) => Uint8Array;
}

let ready: Promise<void> | undefined;

/** Starts the WebAssembly module once a process; `fonts` are the only faces it knows. */
export async function rasterizer(fonts: readonly Uint8Array[]): Promise<Rasterizer> {
  ready ??= initWasm(readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')));
  await ready;
  const font = { fontBuffers: [...fonts], loadSystemFonts: false, defaultFontFamily: 'Source Serif 4' };
  return {
    inkWidth: (svg) => {
      const drawing = new Resvg(svg, { font });
      const box = drawing.innerBBox();
      const width = box?.width ?? 0;
      box?.free();
      drawing.free();
      return width;
    },
    toPng: (svg, width) => {
      const drawing = new Resvg(svg, { font, fitTo: { mode: 'width', value: width } });
      const image = drawing.render();
      const png = image.asPng();
      image.free();
      drawing.free();
      return png;
    },
  };
}
