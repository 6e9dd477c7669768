import type { FontSet } from '../fonts/font-set.ts';
import { type Convert, startMathJax } from './mathjax.ts';
import { drawSvg, type SvgDrawing } from './svg.ts';

/** A formula set by MathJax as outlines. Lengths in ems of the text around it. */
export interface Formula {
  readonly drawing: SvgDrawing;
  readonly width: number;
  readonly height: number;
  /** Below the baseline. */
  readonly depth: number;
}

let convert: Convert | undefined;

/** Loads MathJax, its own static data; a book without formulas goes without. */
export async function loadFormulas(): Promise<void> {
  convert ??= await startMathJax();
}

/**
 * Sets TeX as outlines; a string says why it cannot be set. `color` is `#rrggbb`. Throws before
 * `loadFormulas` is done.
 */
export function setFormula(tex: string, display: boolean, fonts: FontSet, color: string): Formula | string {
  if (!convert) throw new Error('MathJax is not loaded');
  const markup = convert(tex, display);
  const error = /data-mjx-error="([^"]*)"/.exec(markup)?.[1];
  if (error) return error;
  const svg = /<svg[\s\S]*<\/svg>/.exec(markup)?.[0] ?? '';
  const box = /viewBox="(\S+) (\S+) (\S+) (\S+)"/.exec(svg) ?? [];
  const [, , top = 0, width = 0, height = 0] = box.map(Number);
  const sized = svg.replace(/ width="[^"]*" height="[^"]*"/, ` width="${width}px" height="${height}px"`);
  const drawing = drawSvg(sized, fonts, { color, overflow: true });
  if (!drawing || width <= 0) return 'an empty formula';
  return { drawing, width: width / 1000, height: height / 1000, depth: (height + top) / 1000 };
}
