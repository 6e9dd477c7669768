import type { Gradient } from '../display/gradient.ts';
import type { Matrix } from '../display/matrix.ts';
import { type Bounds, corners } from './bounds.ts';
import type { GradientSource } from './gradient-source.ts';
import { inverse, multiply } from './matrix.ts';
import { spreadStops } from './spread-stops.ts';
import { along, diagonal, type Viewport } from './svg-length.ts';

/** What is to be painted, and where it stands in the picture. */
export interface PaintArea {
  /** Around what is painted, without strokes: what `objectBoundingBox` means. */
  readonly box: Bounds;
  /** Around all that the paint may reach. */
  readonly reach: Bounds;
  /** From the units of both to points from the drawing's corner. */
  readonly matrix: Matrix;
  /** What a percentage of the picture is of. */
  readonly viewport: Viewport;
}

/** A gradient in its place; one colour where there is no more to it, and undefined where nothing is painted. */
export function placeGradient(
  source: GradientSource,
  area: PaintArea,
): Gradient | { readonly color: string; readonly opacity: number } | undefined {
  const last = source.stops.at(-1);
  if (!last) return undefined;
  const { box, viewport } = area;
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  if (source.units === 'box' && (width <= 0 || height <= 0)) return undefined;
  const units: Matrix =
    source.units === 'box' ? [width, 0, 0, height, box.left, box.top] : [1, 0, 0, 1, 0, 0];
  const matrix = multiply(multiply(area.matrix, units), source.transform);
  const back = inverse(matrix);
  if (!back) return undefined;
  const whole = source.units === 'box' ? { width: 1, height: 1 } : viewport;
  const ends = source.kind === 'linear' ? line(source, whole) : circles(source, whole);
  const [first] = source.stops;
  const plain = source.stops.every(
    ({ color, opacity }) => color === first?.color && opacity === first.opacity,
  );
  if (!ends || plain) return last;
  const points = corners(area.reach, multiply(back, area.matrix));
  return { kind: source.kind, matrix, ...spreadStops(source, ends, points) };
}

/** Undefined when both ends are one: then the last colour is everywhere (SVG 2, 14.2.2). */
function line({ attribute }: GradientSource, { width, height }: Viewport): readonly number[] | undefined {
  const ends = [
    along(attribute('x1') ?? '0%', width),
    along(attribute('y1') ?? '0%', height),
    along(attribute('x2') ?? '100%', width),
    along(attribute('y2') ?? '0%', height),
  ];
  return ends[0] === ends[2] && ends[1] === ends[3] ? undefined : ends;
}

/** How near to the outer circle a focus may be: on it, half of the plane would have no colour. */
const NEAREST = 0.999;

/** The focal circle, then the outer one; undefined without a radius. A focus outside is drawn in (SVG 1.1, 13.2.3). */
function circles({ attribute }: GradientSource, whole: Viewport): readonly number[] | undefined {
  const { width, height } = whole;
  const cx = along(attribute('cx') ?? '50%', width);
  const cy = along(attribute('cy') ?? '50%', height);
  const r = along(attribute('r') ?? '50%', diagonal(whole));
  const fr = Math.max(0, along(attribute('fr') ?? '0', diagonal(whole)));
  if (r <= 0) return undefined;
  const [dx, dy] = [along(attribute('fx'), width, cx) - cx, along(attribute('fy'), height, cy) - cy];
  const [far, most] = [Math.hypot(dx, dy), Math.max(0, r * NEAREST - fr)];
  const scale = far > most ? most / far : 1;
  return [cx + dx * scale, cy + dy * scale, Math.min(fr, r * NEAREST), cx, cy, r];
}
