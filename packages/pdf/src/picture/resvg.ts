import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { wasmModule } from '../wasm-files.ts';

/** What only pixels can show: see `svgPixels`. */
const NEEDED = /<(?:[\w-]+:)?(?:mask|filter|pattern|marker|image)\b/;

let loading: Promise<void> | undefined;
let ready = false;

/** Loads resvg when one of the pictures needs it. */
export async function loadResvg(pictures: Iterable<Uint8Array>): Promise<void> {
  for (const bytes of pictures) {
    const isSvg = bytes[0] === 0x3c || bytes[0] === 0xef || bytes[0] === 0x20 || bytes[0] === 0x0a;
    if (!isSvg || !NEEDED.test(new TextDecoder().decode(bytes))) continue;
    // Whoever shares the module may have started it.
    loading ??= initWasm(wasmModule('resvg')).catch((error: unknown) => {
      if (!/already initialized/i.test(String(error))) throw error;
    });
    await loading;
    ready = true;
    return;
  }
}

/** Draws an SVG without words as a PNG, `zoom` pixels a unit; undefined when it cannot. */
export function renderSvg(source: string, zoom: number): Uint8Array | undefined {
  if (!ready) return undefined;
  try {
    const drawing = new Resvg(source, {
      font: { fontBuffers: [], loadSystemFonts: false },
      fitTo: { mode: 'zoom', value: zoom },
    });
    const image = drawing.render();
    const png = image.asPng();
    image.free();
    drawing.free();
    return png;
  } catch {
    return undefined;
  }
}
