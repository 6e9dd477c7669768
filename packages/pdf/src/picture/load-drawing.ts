import type { ImageFile } from '@octavo/core';
import { loadFormulas } from './formula.ts';
import { loadResvg } from './resvg.ts';

/** What of a book has to be drawn. */
interface Drawn {
  readonly formulas: boolean;
  readonly images: readonly ImageFile[];
}

/** Loads what draws a book's formulas and pictures: MathJax and resvg. A book without them goes without. */
export async function loadDrawing({ formulas, images }: Drawn): Promise<void> {
  if (formulas) await loadFormulas();
  if (formulas || images.some(({ mediaType }) => mediaType === 'image/svg+xml')) await loadResvg();
}
