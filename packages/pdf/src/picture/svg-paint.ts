import type { SvgElement } from '@octavo/core/svg';
import { isHollow, pathBounds, reachOf } from '../display/bounds.ts';
import type { Shape } from '../display/display-list.ts';
import type { Gradient } from '../display/gradient.ts';
import type { Matrix } from '../display/matrix.ts';
import { referenced } from './clip-path.ts';
import { type PaintArea, placeGradient } from './place-gradient.ts';
import type { Scene } from './scene.ts';

/** This is what a fill or a stroke is painted with. */
interface Ink {
  readonly paint: string | Gradient;
  /** This is the opacity of the whole paint. The stops of a gradient may have opacities besides. */
  readonly opacity: number;
}

/**
 * Adds a path that usvg resolved to `scene.shapes`: as one shape, as two for its fill and its stroke, or not at all.
 */
export function pushShape({ attributes }: SvgElement, matrix: Matrix, opacity: number, scene: Scene): void {
  const { d = '', id = '', visibility } = attributes;
  const stroked = strokeOf(attributes);
  const area = (shape: Pick<Shape, 'stroke'>): PaintArea | undefined => {
    const box = scene.boxes.get(id) ?? pathBounds(d);
    const reach = reachOf({ d, matrix, ...stroked, ...shape });
    return box && reach && { box, reach, matrix };
  };
  // A line has no inside, but a PDF would fill it as thin as a hair.
  const fill = isHollow(d) ? undefined : inkOf(attributes.fill, scene, () => area({}));
  const stroke = inkOf(attributes.stroke, scene, () => area({ stroke: 'any' }));
  if (visibility === 'hidden' || (!fill && !stroke)) return;
  const [fillOpacity, strokeOpacity] = [
    attributes['fill-opacity'] ?? 1,
    attributes['stroke-opacity'] ?? 1,
  ].map(Number) as [number, number];
  const filled: Partial<Shape> = {
    ...(fill ? { fill: fill.paint } : {}),
    ...(attributes['fill-rule'] === 'evenodd' ? { rule: 'evenodd' as const } : {}),
  };
  const drawn: Partial<Shape> = stroke ? { stroke: stroke.paint, ...stroked } : {};
  const push = (parts: Partial<Shape>, clear: number): void => {
    scene.shapes.push({ d, matrix, ...parts, ...(opacity * clear < 1 ? { opacity: opacity * clear } : {}) });
  };
  const alike = !fill || !stroke || fillOpacity === strokeOpacity;
  if (alike && isPlain(fill) && isPlain(stroke)) {
    push({ ...filled, ...drawn }, fill ? fillOpacity : strokeOpacity);
    return;
  }
  if (fill) push(filled, fillOpacity * fill.opacity);
  if (stroke) push(drawn, strokeOpacity * stroke.opacity);
}

function isPlain(ink: Ink | undefined): boolean {
  return !ink || (typeof ink.paint === 'string' && ink.opacity === 1);
}

/** Returns a fill or a stroke: a color, or a gradient placed in the area that `area` returns; undefined for none. */
function inkOf(source = 'none', scene: Scene, area: () => PaintArea | undefined): Ink | undefined {
  if (source === 'none') return undefined;
  const gradient = scene.defs.get(referenced(source));
  if (!gradient) return { paint: source, opacity: 1 };
  const place = area();
  const placed = place && placeGradient(gradient, place, scene);
  if (!placed) return undefined;
  if ('color' in placed) return { paint: placed.color, opacity: placed.opacity };
  const [first] = placed.stops;
  if (!placed.stops.every(({ opacity }) => opacity === first?.opacity)) return { paint: placed, opacity: 1 };
  const stops = placed.stops.map((stop) => ({ ...stop, opacity: 1 }));
  return { paint: { ...placed, stops }, opacity: first?.opacity ?? 1 };
}

/** Returns how the line of a stroke looks, apart from its color. */
function strokeOf(attributes: SvgElement['attributes']): Partial<Shape> {
  const { 'stroke-linecap': cap, 'stroke-linejoin': join, 'stroke-miterlimit': limit } = attributes;
  return {
    strokeWidth: Number(attributes['stroke-width'] ?? 1),
    ...dashesOf(attributes),
    ...(cap === 'round' || cap === 'square' ? { cap } : {}),
    ...(join === 'round' || join === 'bevel' ? { join } : limit ? { miterLimit: Number(limit) } : {}),
  };
}

function dashesOf({
  'stroke-dasharray': list,
  'stroke-dashoffset': offset = '0',
}: SvgElement['attributes']): Partial<Shape> {
  if (list === undefined) return {};
  const dash = list.split(' ').map(Number);
  const turn = dash.reduce((sum, part) => sum + part, 0);
  const phase = Number(offset) % turn;
  // A phase may not be negative (ISO 32000-2, 8.4.3.6).
  return phase === 0 ? { dash } : { dash, dashPhase: phase < 0 ? phase + turn : phase };
}
