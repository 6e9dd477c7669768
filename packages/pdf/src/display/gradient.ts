import type { Matrix } from './matrix.ts';

/**
 * Colours along a line, or from one circle to another, as a PDF shading has them (ISO 32000-1, 8.7.4.5.3
 * and 8.7.4.5.4): before the first stop the first colour goes on, behind the last the last.
 */
export interface Gradient {
  readonly kind: 'linear' | 'radial';
  /** Where the first and the last stop are, in the gradient's own units: `x y x y`, or `x y r x y r`. */
  readonly ends: readonly number[];
  /** From the gradient's own units to points from the drawing's corner. */
  readonly matrix: Matrix;
  /** Two or more, by offset. Two of one offset are an edge; never all of them. */
  readonly stops: readonly GradientStop[];
}

export interface GradientStop {
  /** In any unit: the gradient begins at the first and ends at the last. */
  readonly offset: number;
  /** `#rrggbb`. */
  readonly color: string;
  /** From 0 to 1. */
  readonly opacity: number;
}
