import { around, corners, pathBounds, reachOf } from '../display/bounds.ts';
import type { Clip, Shape } from '../display/display-list.ts';
import { inverse, multiply } from '../display/matrix.ts';

/** Rounding may move an edge by so much. */
const TOLERANCE = 1e-3;

/**
 * Cuts a shape off at the edges of a viewport (SVG 2, 3.5), a rectangle in the units of `edges`. A shape that lies
 * within stays as it is, and none is returned for one that lies beyond.
 */
export function withinViewport(shape: Shape, edges: Clip): readonly Shape[] {
  const [back, viewport, box] = [inverse(edges.matrix), pathBounds(edges.d), reachOf(shape)];
  const seen = back && box && around(corners(box, multiply(back, shape.matrix)));
  if (!seen || !viewport) return [shape];
  const [left, top] = [seen.left - viewport.left, seen.top - viewport.top];
  const [right, bottom] = [viewport.right - seen.right, viewport.bottom - seen.bottom];
  const beyond = [
    seen.right - viewport.left,
    seen.bottom - viewport.top,
    viewport.right - seen.left,
    viewport.bottom - seen.top,
  ];
  if (beyond.some((room) => room < -TOLERANCE)) return [];
  if ([left, top, right, bottom].every((room) => room >= -TOLERANCE)) return [shape];
  return [{ ...shape, clip: [edges, ...(shape.clip ?? [])] }];
}
