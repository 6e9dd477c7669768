import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { resvgModule } from '../resvg-file.ts';
import { encodePng } from './png.ts';

let ready: Promise<void> | undefined;

/**
 * Draws an SVG that has a background as a PNG of the given width in pixels, independently of the system: no
 * fonts but `fonts` and no native code, so that the pixels are the same everywhere. The WebAssembly module is
 * started once per process.
 */
export async function toPng(svg: string, width: number, fonts: readonly Uint8Array[]): Promise<Uint8Array> {
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
  // Node's own zlib is several times as fast as one in WebAssembly.
  const png = encodePng(image.pixels, image.width, image.height);
  image.free();
  drawing.free();
  return png;
}
