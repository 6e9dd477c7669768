import type { ImageFile } from '@octavo/core';
import { loadFormulas } from './formula.ts';
import { loadResvg } from './resvg.ts';

interface Drawn {
  readonly formulas: boolean;
  readonly images: readonly ImageFile[];
}

/** Loads MathJax for a book's formulas, and resvg for its formulas and SVG pictures. */
export async function loadDrawing({ formulas, images }: Drawn): Promise<void> {
  if (formulas) await loadFormulas();
  if (formulas || images.some(({ mediaType }) => mediaType === 'image/svg+xml')) await loadResvg();
}
