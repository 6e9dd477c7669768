import type { Matrix } from './matrix.ts';

/**
 * Colors along a line, or from one circle to another, as a PDF shading has them (ISO 32000-2, 8.7.4.5.3 and 8.7.4.5.4).
 * The first color goes on before the first stop, and the last color behind the last stop.
 */
export interface Gradient {
  readonly kind: 'linear' | 'radial';
  /** These are the places of the first and the last stop, in the gradient's own units: `x y x y`, or `x y r x y r`. */
  readonly ends: readonly number[];
  /** This matrix leads from the gradient's own units to points from the drawing's corner. */
  readonly matrix: Matrix;
  /** There are two stops or more, by offset. Two stops of one offset make an edge. They never all have one offset. */
  readonly stops: readonly GradientStop[];
}

export interface GradientStop {
  /** Offsets have any unit: the gradient begins at the first one and ends at the last. */
  readonly offset: number;
  /** The color is written `#rrggbb`. */
  readonly color: string;
  /** The opacity lies between 0 and 1. */
  readonly opacity: number;
}
