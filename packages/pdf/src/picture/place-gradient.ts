import type { SvgElement } from '@octavo/core/svg';
import { type Bounds, corners } from '../display/bounds.ts';
import type { Gradient, GradientStop } from '../display/gradient.ts';
import { IDENTITY, inverse, type Matrix, matrixOf, multiply } from '../display/matrix.ts';
import type { Scene } from './scene.ts';
import { spreadStops } from './spread-stops.ts';
import { along } from './svg-length.ts';

/** This is what is painted, and where it stands in the picture. */
export interface PaintArea {
  /** This box lies around what is painted, without its stroke: `objectBoundingBox` means this one. */
  readonly box: Bounds;
  /** This box lies around everything that the paint may reach. */
  readonly reach: Bounds;
  /** This matrix leads from the units of both boxes to points from the drawing's corner. */
  readonly matrix: Matrix;
}

/**
 * Returns a gradient that usvg resolved, placed on what it paints (SVG 2, 14.2). Returns one color where the gradient
 * has no other, and undefined where it paints nothing.
 */
export function placeGradient(
  { name, attributes, children }: SvgElement,
  { box, reach, matrix: outer }: PaintArea,
  { byId }: Scene,
): Gradient | Pick<GradientStop, 'color' | 'opacity'> | undefined {
  const stops = covering(children.flatMap((child) => (typeof child === 'string' ? [] : stopOf(child))));
  const isInBox = attributes.gradientUnits !== 'userSpaceOnUse';
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  const units: Matrix = isInBox ? [width, 0, 0, height, box.left, box.top] : IDENTITY;
  const matrix = multiply(multiply(outer, units), matrixOf(attributes.gradientTransform));
  const back = inverse(matrix);
  if (!back) return undefined;
  const kind = name === 'linearGradient' ? 'linear' : 'radial';
  const all = Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, Number(value)]));
  const ends = kind === 'linear' ? line(all) : circles(all, firstRadius(byId.get(attributes.id ?? ''), byId));
  const [first] = stops;
  const isPlain = stops.every(({ color, opacity }) => color === first?.color && opacity === first.opacity);
  if (!ends || isPlain) return stops.at(-1);
  const { spreadMethod = 'pad' } = attributes;
  return {
    kind,
    matrix,
    ...spreadStops({ kind, spread: spreadMethod, stops }, ends, corners(reach, multiply(back, outer))),
  };
}

type Numbers = Readonly<Record<string, number>>;

/** Returns undefined when both ends are one: then the last color is everywhere (SVG 2, 14.2.2). */
function line({ x1 = 0, y1 = 0, x2 = 0, y2 = 0 }: Numbers): readonly number[] | undefined {
  return x1 === x2 && y1 === y2 ? undefined : [x1, y1, x2, y2];
}

/** A focus on the circle itself would leave half of the plane without a color, so it stays a little within. */
const NEAREST = 0.999;

/** Returns the focal circle and the outer one. A focus outside of the circle moves to its edge (SVG 1.1, 13.2.3). */
function circles({ cx = 0, cy = 0, r = 0, fx = 0, fy = 0 }: Numbers, fr: number): readonly number[] {
  const [dx, dy] = [fx - cx, fy - cy];
  const [far, most] = [Math.hypot(dx, dy), Math.max(0, r * NEAREST - fr)];
  const scale = far > most ? most / far : 1;
  return [cx + dx * scale, cy + dy * scale, Math.min(fr, r * NEAREST), cx, cy, r];
}

/** Returns the radius of the focal circle, `fr` (SVG 2, 14.2.3), which usvg does not know. */
function firstRadius(element: SvgElement | undefined, byId: Scene['byId'], depth = 0): number {
  const { fr, href } = element?.attributes ?? {};
  if (fr !== undefined) return Math.max(0, along(fr, 1));
  return href === undefined || depth > 9 ? 0 : firstRadius(byId.get(href.slice(1)), byId, depth + 1);
}

function stopOf({ attributes }: SvgElement): GradientStop {
  return {
    // usvg moves two stops of one offset apart, by less than this rounds off.
    offset: Math.round(Number(attributes.offset) * 1e6) / 1e6,
    color: attributes['stop-color'] ?? '#000000',
    opacity: Number(attributes['stop-opacity'] ?? 1),
  };
}

/** Adds stops so that the first color begins at 0 and the last one ends at 1. */
function covering(stops: readonly GradientStop[]): readonly GradientStop[] {
  const [first, last] = [stops[0], stops.at(-1)];
  return [
    ...(first && first.offset > 0 ? [{ ...first, offset: 0 }] : []),
    ...stops,
    ...(last && last.offset < 1 ? [{ ...last, offset: 1 }] : []),
  ];
}
