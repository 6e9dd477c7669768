import type { Shape } from './display-list.ts';
import { IDENTITY, inverse, type Matrix, multiply } from './matrix.ts';
import { pathSteps } from './path-steps.ts';

export interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Returns the smallest rectangle around a path, without its stroke (SVG 2, 8.10); undefined for an empty path. */
export function pathBounds(d: string): Bounds | undefined {
  const points: (readonly [number, number])[] = [];
  let [x, y] = [0, 0];
  for (const { operator, values } of pathSteps(d)) {
    if (operator === 'h') continue;
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = values;
    const [toX = 0, toY = 0] = values.slice(-2);
    if (operator === 'c') {
      const turns = [...turnsOf(x, x1, x2, toX), ...turnsOf(y, y1, y2, toY)];
      for (const t of turns) points.push([cubic(t, x, x1, x2, toX), cubic(t, y, y1, y2, toY)]);
    }
    points.push([toX, toY]);
    [x, y] = [toX, toY];
  }
  return around(points);
}

/** Tells whether a path is nothing but a line, or empty: it has no inside that could be filled. */
export function isHollow(d: string): boolean {
  const steps = pathSteps(d).filter(({ operator }) => operator !== 'h');
  const { left = 0, top = 0, right = 0, bottom = 0 } = pathBounds(d) ?? {};
  const straight = steps.length <= 2 && steps.every(({ operator }) => operator !== 'c');
  return straight || left === right || top === bottom;
}

/** Returns the smallest rectangle around points. */
export function around(points: readonly (readonly [number, number])[]): Bounds | undefined {
  if (points.length === 0) return undefined;
  const bounds = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const [x, y] of points) {
    bounds.left = Math.min(bounds.left, x);
    bounds.top = Math.min(bounds.top, y);
    bounds.right = Math.max(bounds.right, x);
    bounds.bottom = Math.max(bounds.bottom, y);
  }
  return bounds;
}

/** Returns the corners of a rectangle after a matrix. */
export function corners(
  { left, top, right, bottom }: Bounds,
  [a, b, c, d, e, f]: Matrix,
): readonly (readonly [number, number])[] {
  const all = [left, right].flatMap((x) => [top, bottom].map((y) => [x, y] as const));
  return all.map(([x, y]) => [a * x + c * y + e, b * x + d * y + f]);
}

/** Returns the box around what a shape paints, in its own units. A mitered join and a square end stand out farthest. */
export function reachOf({ d, stroke, strokeWidth = 1, join, miterLimit = 4 }: Shape): Bounds | undefined {
  const box = pathBounds(d);
  if (!box || !stroke) return box;
  const by = (strokeWidth * (join ? Math.SQRT2 : Math.max(Math.SQRT2, miterLimit))) / 2;
  return { left: box.left - by, top: box.top - by, right: box.right + by, bottom: box.bottom + by };
}

/** Returns the box around shapes, in the units that `matrix` leads from. */
export function boxAround(shapes: readonly Shape[], matrix: Matrix): Bounds | undefined {
  const back = inverse(matrix) ?? IDENTITY;
  return around(
    shapes.flatMap((shape) => {
      const box = pathBounds(shape.d);
      return box ? corners(box, multiply(back, shape.matrix)) : [];
    }),
  );
}

function cubic(t: number, a: number, b: number, c: number, d: number): number {
  const s = 1 - t;
  return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
}

/** Returns where along a curve one of its coordinates turns back. */
function turnsOf(p0: number, p1: number, p2: number, p3: number): number[] {
  const [a, b, c] = [p3 - 3 * p2 + 3 * p1 - p0, 2 * (p0 - 2 * p1 + p2), p1 - p0];
  const root = Math.sqrt(b * b - 4 * a * c);
  const found = Math.abs(a) < 1e-12 ? [-c / b] : [(-b + root) / (2 * a), (-b - root) / (2 * a)];
  return found.filter((t) => t > 0 && t < 1);
}
