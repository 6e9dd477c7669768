import type { Shape } from '../display/display-list.ts';
import type { Gradient } from '../display/gradient.ts';
import type { Matrix } from '../display/matrix.ts';
import { isHollow, pathBounds, stroked } from './bounds.ts';
import { colorOpacity, isNone, parseColor } from './color.ts';
import { fraction } from './fraction.ts';
import { gradientSource } from './gradient-source.ts';
import { type PaintArea, placeGradient } from './place-gradient.ts';
import { strokeLine } from './stroke-line.ts';
import { along, diagonal } from './svg-length.ts';
import type { SvgStyle } from './svg-style.ts';
import type { Walk } from './svg-walk.ts';
import { fontSize } from './text-font.ts';

/** What a fill or a stroke is painted with. */
export interface Ink {
  readonly paint: string | Gradient;
  /** How much it covers, but for what a gradient's stops say themselves. */
  readonly opacity: number;
}

/** Adds a path in its colours; nothing when it has none, unless outlines are all that is asked for. */
export function pushShape(d: string, matrix: Matrix, style: SvgStyle, opacity: number, walk: Walk): void {
  if (d.trim() === '' || /^(?:hidden|collapse)$/.test(style.visibility ?? '')) return;
  if (walk.outlines) {
    walk.shapes.push({ d, matrix, ...(style['clip-rule'] === 'evenodd' ? { rule: 'evenodd' } : {}) });
    return;
  }
  const strokeWidth = along(style['stroke-width'], diagonal(walk.viewport), 1, fontSize(style));
  const line = strokeLine(style, diagonal(walk.viewport));
  const area = (width: number) => (): PaintArea | undefined => {
    const box = pathBounds(d);
    return box && { box, reach: stroked(box, width, line.miterLimit), matrix, viewport: walk.viewport };
  };
  // A PDF fills a line with a hair's breadth, which a gradient that fades does not hide.
  const hollow = style.stroke?.includes('url(') === true && isHollow(d);
  const fill = hollow ? undefined : inkOf(style.fill ?? '#000000', style, walk, area(0));
  const stroke = strokeWidth > 0 ? inkOf(style.stroke, style, walk, area(strokeWidth)) : undefined;
  if (!fill && !stroke) return;
  const [fillOpacity, strokeOpacity] = [style['fill-opacity'], style['stroke-opacity']].map(fraction);
  const filled: Partial<Shape> = {
    ...(fill ? { fill: fill.paint } : {}),
    ...(style['fill-rule'] === 'evenodd' ? { rule: 'evenodd' as const } : {}),
  };
  const drawn: Partial<Shape> = {
    ...(stroke ? { stroke: stroke.paint, strokeWidth } : {}),
    ...line,
  };
  const push = (parts: Partial<Shape>, clear = 1): void => {
    walk.shapes.push({ d, matrix, ...parts, ...(opacity * clear < 1 ? { opacity: opacity * clear } : {}) });
  };
  const alike = !fill || !stroke || fillOpacity === strokeOpacity;
  if (alike && isPlain(fill) && isPlain(stroke)) {
    push({ ...filled, ...drawn }, fill ? fillOpacity : strokeOpacity);
    return;
  }
  if (fill) push(filled, (fillOpacity ?? 1) * fill.opacity);
  if (stroke) push(drawn, (strokeOpacity ?? 1) * stroke.opacity);
}

function isPlain(ink: Ink | undefined): boolean {
  return !ink || (typeof ink.paint === 'string' && ink.opacity === 1);
}

/**
 * A fill or stroke: a colour, or a gradient in its place. `area` is asked for when there is a gradient.
 * Undefined for none, and for what is not understood, which is named in `unsupported`.
 */
export function inkOf(
  source: string | undefined,
  style: SvgStyle,
  walk: Walk,
  area: () => PaintArea | undefined,
): Ink | undefined {
  const [, name, otherwise] = /^\s*url\(\s*["']?#([^)"']+)["']?\s*\)\s*(.*)$/.exec(source ?? '') ?? [];
  if (name === undefined) return plain(source, style, walk);
  const element = walk.byId.get(name);
  const gradient = element && gradientSource(element, walk);
  if (!gradient) {
    if (element) walk.unsupported.add(element.name);
    return plain(otherwise, style, walk);
  }
  const place = area();
  const placed = place && placeGradient(gradient, place);
  if (!placed) return gradient.stops.length > 0 ? plain(otherwise, style, walk) : undefined;
  if ('color' in placed) return { paint: placed.color, opacity: placed.opacity };
  const [first] = placed.stops;
  if (!placed.stops.every(({ opacity }) => opacity === first?.opacity)) return { paint: placed, opacity: 1 };
  const stops = placed.stops.map((stop) => ({ ...stop, opacity: 1 }));
  return { paint: { ...placed, stops }, opacity: first?.opacity ?? 1 };
}

function plain(source: string | undefined, style: SvgStyle, walk: Walk): Ink | undefined {
  const written = source?.trim().toLowerCase() === 'currentcolor' ? style.color : source;
  const color = parseColor(written);
  if (color !== undefined) return { paint: color, opacity: colorOpacity(written) };
  if (!isNone(written)) walk.unsupported.add(`the colour ${written?.trim()}`);
  return undefined;
}
