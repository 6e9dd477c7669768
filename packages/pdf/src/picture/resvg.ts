import { initWasm, Resvg, type ResvgRenderOptions } from '@resvg/resvg-wasm';
import { wasmModule } from '../wasm-files.ts';

type Drawing = InstanceType<typeof Resvg>;

const OPTIONS = { font: { fontBuffers: [], loadSystemFonts: false } };

let loading: Promise<void> | undefined;

/** Loads resvg. A book without pictures and formulas does not need it. */
export async function loadResvg(): Promise<void> {
  // Another program in the same process may have started the same module already.
  loading ??= initWasm(wasmModule('resvg')).catch((error: unknown) => {
    if (!/already initialized/i.test(String(error))) throw error;
  });
  await loading;
}

/**
 * Returns what usvg makes of an SVG without words: only groups, paths and images are left, with their units, references
 * and styles resolved. Returns undefined when usvg cannot read the source. Throws an error before `loadResvg` is done.
 */
export function resolveSvg(source: string): string | undefined {
  return opened(source, {}, (drawing) => drawing.toString());
}

/** Draws an SVG without words as a PNG, with `zoom` pixels to the unit; undefined when it cannot be drawn. */
export function renderSvg(source: string, zoom: number): Uint8Array | undefined {
  return opened(source, { fitTo: { mode: 'zoom', value: zoom } }, (drawing) => {
    const image = drawing.render();
    const png = image.asPng();
    image.free();
    return png;
  });
}

function opened<Result>(
  source: string,
  options: ResvgRenderOptions,
  use: (drawing: Drawing) => Result,
): Result | undefined {
  if (!loading) throw new Error('resvg is not loaded');
  let drawing: Drawing | undefined;
  try {
    drawing = new Resvg(source, { ...OPTIONS, ...options });
    return use(drawing);
  } catch {
    return undefined;
  } finally {
    drawing?.free();
  }
}
