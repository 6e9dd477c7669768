import type { Matrix } from '../display/display-list.ts';
import { parseColor } from './color.ts';
import type { XmlElement } from './parse-xml.ts';
import { length } from './svg-shapes.ts';
import { type SvgStyle, styleOf } from './svg-style.ts';
import type { Walk } from './svg-walk.ts';

/** Adds a path in its colours; nothing when it has none. */
export function pushShape(d: string, matrix: Matrix, style: SvgStyle, opacity: number, walk: Walk): void {
  if (d.trim() === '') return;
  const fill = paintOf(style.fill ?? '#000000', style, walk);
  const stroke = paintOf(style.stroke, style, walk);
  const strokeWidth = length(style['stroke-width'], 1);
  const dash =
    (style['stroke-dasharray'] ?? 'none') === 'none'
      ? []
      : (style['stroke-dasharray'] ?? '').split(/[\s,]+/).map((part) => length(part, 0));
  const base = { d, matrix };
  const clear = opacity * fraction(fill ? style['fill-opacity'] : style['stroke-opacity']);
  if (!fill && !(stroke && strokeWidth > 0)) return;
  walk.shapes.push({
    ...base,
    ...(fill ? { fill } : {}),
    ...(style['fill-rule'] === 'evenodd' ? { rule: 'evenodd' as const } : {}),
    ...(stroke && strokeWidth > 0 ? { stroke, strokeWidth } : {}),
    ...(dash.some((part) => part > 0) ? { dash } : {}),
    ...(style['stroke-linecap'] === 'round' || style['stroke-linecap'] === 'square'
      ? { cap: style['stroke-linecap'] }
      : {}),
    ...(style['stroke-linejoin'] === 'round' || style['stroke-linejoin'] === 'bevel'
      ? { join: style['stroke-linejoin'] }
      : {}),
    ...(clear < 1 ? { opacity: clear } : {}),
  });
}

/** A fill or stroke as `#rrggbb`; a gradient in its first colour. */
export function paintOf(source: string | undefined, style: SvgStyle, walk: Walk): string | undefined {
  const reference = /^url\(\s*["']?#([^)"']+)["']?\s*\)/.exec(source ?? '')?.[1];
  if (reference === undefined) return parseColor(source === 'currentColor' ? style.color : source);
  walk.unsupported.add('gradient');
  const stop = walk.byId
    .get(reference)
    ?.children.find((child): child is XmlElement => typeof child !== 'string' && child.name === 'stop');
  return stop ? parseColor(styleOf(stop, {}, walk.rules)['stop-color'] ?? '#000000') : undefined;
}

/** An opacity, from 0 to 1. */
export function fraction(source: string | undefined): number {
  const value = source?.endsWith('%') ? Number.parseFloat(source) / 100 : Number.parseFloat(source ?? '1');
  return Number.isFinite(value) ? Math.min(1, Math.max(0, value)) : 1;
}
