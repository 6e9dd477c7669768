import type { Shape } from '../display/display-list.ts';
import type { Matrix } from '../display/matrix.ts';
import { around, type Bounds, corners, pathBounds } from './bounds.ts';
import { inverse, multiply } from './matrix.ts';
import type { Viewport } from './svg-length.ts';

/** Room for what rounding does. */
const NEAR = 1e-3;

/**
 * Shapes cut off at the edges of a viewport (SVG 2, 3.5), whose units `matrix` leads from: those within stay
 * as they are, and those beyond are left out.
 */
export function withinViewport(
  shapes: readonly Shape[],
  { width, height }: Viewport,
  matrix: Matrix,
): readonly Shape[] {
  const back = inverse(matrix);
  if (!back) return shapes;
  const edges = { d: `M0 0H${width}V${height}H0Z`, matrix };
  return shapes.flatMap((shape) => {
    const box = reach(shape);
    const seen = box && around(corners(box, multiply(back, shape.matrix)));
    if (!seen) return shape;
    const { left, top, right, bottom } = seen;
    if (right < -NEAR || bottom < -NEAR || left > width + NEAR || top > height + NEAR) return [];
    if (left >= -NEAR && top >= -NEAR && right <= width + NEAR && bottom <= height + NEAR) return shape;
    return { ...shape, clip: [edges, ...(shape.clip ?? [])] };
  });
}

/** The box around what a shape paints, in its own units: a mitre and a square end stand out farthest. */
function reach({ d, stroke, strokeWidth = 1, join, miterLimit = 4 }: Shape): Bounds | undefined {
  const box = pathBounds(d);
  if (!box || !stroke) return box;
  const by = (strokeWidth * (join ? Math.SQRT2 : Math.max(Math.SQRT2, miterLimit))) / 2;
  return { left: box.left - by, top: box.top - by, right: box.right + by, bottom: box.bottom + by };
}
