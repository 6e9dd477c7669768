import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { resvgModule } from '../resvg-file.ts';

let ready: Promise<void> | undefined;

/** A picture as red, green, blue and alpha, row by row. */
export interface Pixels {
  readonly pixels: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/**
 * Draws an SVG at the given width in pixels, independently of the system: no fonts but `fonts` and no native
 * code, so that the pixels are the same everywhere. The WebAssembly module is started once per process.
 */
export async function toPixels(svg: string, width: number, fonts: readonly Uint8Array[]): Promise<Pixels> {
  // Another user of the module may have started it already.
  ready ??= initWasm(resvgModule()).catch((error: unknown) => {
    if (!/already initialized/i.test(String(error))) throw error;
  });
  await ready;
  const drawing = new Resvg(svg, {
    font: { fontBuffers: [...fonts], loadSystemFonts: false, defaultFontFamily: 'Source Serif 4' },
    fitTo: { mode: 'width', value: width },
  });
  const image = drawing.render();
  const made = { pixels: image.pixels, width: image.width, height: image.height };
  image.free();
  drawing.free();
  return made;
}
