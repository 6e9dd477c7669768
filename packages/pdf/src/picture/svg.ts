import type { Matrix, Shape } from '../display/display-list.ts';
import type { FontSet } from '../fonts/font-set.ts';
import { parseColor } from './color.ts';
import { IDENTITY, multiply, parseTransform } from './matrix.ts';
import { parseXml, type XmlElement } from './parse-xml.ts';
import { length, outline } from './svg-shapes.ts';
import { parseRules, type SvgRules, type SvgStyle, styleOf } from './svg-style.ts';
import { svgText } from './svg-text.ts';

export interface SvgDrawing {
  /** In user units. */
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
  /** What was left out, in words. */
  readonly unsupported: readonly string[];
  /** Characters no font has. */
  readonly missing: readonly string[];
}

interface Walk {
  readonly fonts: FontSet;
  readonly rules: SvgRules;
  readonly byId: ReadonlyMap<string, XmlElement>;
  readonly shapes: Shape[];
  readonly unsupported: Set<string>;
  readonly missing: Set<string>;
  uses: number;
}

const SILENT: ReadonlySet<string> = new Set(['defs', 'title', 'desc', 'metadata', 'style', 'symbol', 'linearGradient', 'radialGradient', 'clipPath', 'mask', 'marker', 'pattern', 'script']);
const MOST_USES = 2000;

/**
 * Draws an SVG picture: shapes, groups, transforms, `use`, text (as outlines), colours. Gradients are
 * drawn in their first colour; filters, masks and clips are left out and named in `unsupported`.
 * Undefined when the source is no SVG. `color` is what `currentColor` means.
 */
export function drawSvg(source: string, fonts: FontSet, color = '#000000'): SvgDrawing | undefined {
  const root = parseXml(source);
  if (root?.name !== 'svg') return undefined;
  const all = [...elements(root)];
  const css = all.filter((element) => element.name === 'style').flatMap((element) => element.children.filter((child) => typeof child === 'string'));
  const byId = new Map(all.flatMap((element) => (element.attributes['id'] ? [[element.attributes['id'], element] as const] : [])));
  const walk: Walk = { fonts, rules: parseRules(css.join('\n')), byId, shapes: [], unsupported: new Set(), missing: new Set(), uses: 0 };
  const box = viewBox(root);
  const width = length(root.attributes['width'], box?.[2] ?? 300);
  const height = length(root.attributes['height'], box?.[3] ?? 150);
  const fit: Matrix = box ? fitted(box, width, height) : IDENTITY;
  children(root, fit, styleOf(root, { color }, walk.rules), 1, walk);
  return { width, height, shapes: walk.shapes, unsupported: [...walk.unsupported], missing: [...walk.missing] };
}

function* elements(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of element.children) if (typeof child !== 'string') yield* elements(child);
}

function viewBox(element: XmlElement): [number, number, number, number] | undefined {
  const [x, y, width, height] = (element.attributes['viewBox'] ?? '').trim().split(/[\s,]+/).map(Number);
  return x !== undefined && y !== undefined && width && height && width > 0 && height > 0 ? [x, y, width, height] : undefined;
}

function fitted([x, y, w, h]: [number, number, number, number], width: number, height: number): Matrix {
  const scale = Math.min(width / w, height / h);
  return [scale, 0, 0, scale, (width - w * scale) / 2 - x * scale, (height - h * scale) / 2 - y * scale];
}

function children(parent: XmlElement, matrix: Matrix, style: SvgStyle, opacity: number, walk: Walk): void {
  for (const child of parent.children) if (typeof child !== 'string') draw(child, matrix, style, opacity, walk);
}

function draw(element: XmlElement, outer: Matrix, parent: SvgStyle, outerOpacity: number, walk: Walk): void {
  if (SILENT.has(element.name)) return;
  const style = styleOf(element, parent, walk.rules);
  if (style['display'] === 'none' || style['visibility'] === 'hidden') return;
  for (const name of ['clip-path', 'mask', 'filter']) if (style[name] && style[name] !== 'none') walk.unsupported.add(name);
  const opacity = outerOpacity * fraction(style['opacity']);
  const matrix = multiply(outer, parseTransform(element.attributes['transform']));
  const d = outline(element);
  if (d !== undefined) return pushShape(d, matrix, style, opacity, walk);
  switch (element.name) {
    case 'g':
    case 'a':
    case 'switch':
      return children(element, matrix, style, opacity, walk);
    case 'svg': {
      const box = viewBox(element);
      const place: Matrix = [1, 0, 0, 1, length(element.attributes['x'], 0), length(element.attributes['y'], 0)];
      const fit = box ? fitted(box, length(element.attributes['width'], box[2]), length(element.attributes['height'], box[3])) : IDENTITY;
      return children(element, multiply(multiply(matrix, place), fit), style, opacity, walk);
    }
    case 'use':
      return use(element, matrix, style, opacity, walk);
    case 'text':
      text(element, matrix, style, opacity, walk);
      return;
    default:
      walk.unsupported.add(`<${element.name}>`);
  }
}

function use(element: XmlElement, matrix: Matrix, style: SvgStyle, opacity: number, walk: Walk): void {
  const target = walk.byId.get((element.attributes['href'] ?? element.attributes['xlink:href'] ?? '').slice(1));
  if (!target || walk.uses++ > MOST_USES) return;
  const place = multiply(matrix, [1, 0, 0, 1, length(element.attributes['x'], 0), length(element.attributes['y'], 0)]);
  if (target.name !== 'symbol') return draw(target, place, style, opacity, walk);
  const box = viewBox(target);
  const fit = box ? fitted(box, length(element.attributes['width'], box[2]), length(element.attributes['height'], box[3])) : IDENTITY;
  children(target, multiply(place, fit), style, opacity, walk);
}

function text(element: XmlElement, matrix: Matrix, style: SvgStyle, opacity: number, walk: Walk, from = { x: 0, y: 0 }): { x: number; y: number } {
  const number = (name: string): number | undefined => (element.attributes[name] === undefined ? undefined : length(element.attributes[name], 0));
  let at = { x: (number('x') ?? from.x) + (number('dx') ?? 0), y: (number('y') ?? from.y) + (number('dy') ?? 0) };
  const fill = paintOf(style['fill'] ?? '#000000', style, walk);
  for (const child of element.children) {
    if (typeof child !== 'string') {
      at = text(child, matrix, styleOf(child, style, walk.rules), opacity, walk, at);
      continue;
    }
    const words = child.replace(/\s+/g, ' ');
    if (words.trim() === '') continue;
    const set = svgText(walk.fonts, words.trim(), at, matrix, style, { ...(fill ? { fill } : {}), opacity: opacity * fraction(style['fill-opacity']) }, (character) => walk.missing.add(character));
    walk.shapes.push(...set.shapes);
    at = { x: at.x + set.width, y: at.y };
  }
  return at;
}

function pushShape(d: string, matrix: Matrix, style: SvgStyle, opacity: number, walk: Walk): void {
  if (d.trim() === '') return;
  const fill = paintOf(style['fill'] ?? '#000000', style, walk);
  const stroke = paintOf(style['stroke'], style, walk);
  const strokeWidth = length(style['stroke-width'], 1);
  const dash = (style['stroke-dasharray'] ?? 'none') === 'none' ? [] : (style['stroke-dasharray'] ?? '').split(/[\s,]+/).map((part) => length(part, 0));
  const base = { d, matrix };
  const clear = opacity * fraction(fill ? style['fill-opacity'] : style['stroke-opacity']);
  if (!fill && !(stroke && strokeWidth > 0)) return;
  walk.shapes.push({
    ...base,
    ...(fill ? { fill } : {}),
    ...(style['fill-rule'] === 'evenodd' ? { rule: 'evenodd' as const } : {}),
    ...(stroke && strokeWidth > 0 ? { stroke, strokeWidth } : {}),
    ...(dash.some((part) => part > 0) ? { dash } : {}),
    ...(style['stroke-linecap'] === 'round' || style['stroke-linecap'] === 'square' ? { cap: style['stroke-linecap'] } : {}),
    ...(style['stroke-linejoin'] === 'round' || style['stroke-linejoin'] === 'bevel' ? { join: style['stroke-linejoin'] } : {}),
    ...(clear < 1 ? { opacity: clear } : {}),
  });
}

function paintOf(source: string | undefined, style: SvgStyle, walk: Walk): string | undefined {
  const reference = /^url\(\s*["']?#([^)"']+)["']?\s*\)/.exec(source ?? '')?.[1];
  if (reference === undefined) return parseColor(source === 'currentColor' ? style['color'] : source);
  walk.unsupported.add('gradient');
  const stop = walk.byId.get(reference)?.children.find((child): child is XmlElement => typeof child !== 'string' && child.name === 'stop');
  return stop ? parseColor(styleOf(stop, {}, walk.rules)['stop-color'] ?? '#000000') : undefined;
}

function fraction(source: string | undefined): number {
  const value = source?.endsWith('%') ? Number.parseFloat(source) / 100 : Number.parseFloat(source ?? '1');
  return Number.isFinite(value) ? Math.min(1, Math.max(0, value)) : 1;
}
