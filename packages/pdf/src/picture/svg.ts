import type { Matrix, Shape } from '../display/display-list.ts';
import type { FontSet } from '../fonts/font-set.ts';
import { pathBounds } from './bounds.ts';
import { boxAround, clipsOf } from './clip-path.ts';
import { fraction } from './fraction.ts';
import { IDENTITY, multiply, parseTransform } from './matrix.ts';
import { parseXml, type XmlElement } from './parse-xml.ts';
import { length } from './svg-length.ts';
import { pushShape } from './svg-paint.ts';
import { outline } from './svg-shapes.ts';
import { parseRules, type SvgStyle, styleOf } from './svg-style.ts';
import type { Walk } from './svg-walk.ts';
import { drawWords } from './svg-words.ts';

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

const SILENT: ReadonlySet<string> = new Set([
  'defs',
  'title',
  'desc',
  'metadata',
  'style',
  'symbol',
  'linearGradient',
  'radialGradient',
  'clipPath',
  'mask',
  'marker',
  'pattern',
  'script',
]);
const MOST_USES = 2000;

/**
 * Draws an SVG picture: shapes, groups, transforms, `use`, text (as outlines), colours, gradients, clips.
 * Patterns, filters and masks are left out and named in `unsupported`.
 * Undefined when the source is no SVG. `color` is what `currentColor` means.
 */
export function drawSvg(source: string, fonts: FontSet, color = '#000000'): SvgDrawing | undefined {
  const root = parseXml(source);
  if (root?.name !== 'svg') return undefined;
  const all = [...elements(root)];
  const css = all
    .filter((element) => element.name === 'style')
    .flatMap((element) => element.children.filter((child) => typeof child === 'string'));
  const byId = new Map(
    all.flatMap((element) => (element.attributes.id ? [[element.attributes.id, element] as const] : [])),
  );
  const box = viewBox(root);
  const width = length(root.attributes.width, box?.[2] ?? 300);
  const height = length(root.attributes.height, box?.[3] ?? 150);
  const walk: Walk = {
    fonts,
    rules: parseRules(css.join('\n')),
    byId,
    viewport: { width: box?.[2] ?? width, height: box?.[3] ?? height },
    shapes: [],
    unsupported: new Set(),
    missing: new Set(),
    uses: 0,
  };
  const fit: Matrix = box ? fitted(box, width, height) : IDENTITY;
  children(root, fit, styleOf(root, { color }, walk.rules), 1, walk);
  return {
    width,
    height,
    shapes: walk.shapes,
    unsupported: [...walk.unsupported],
    missing: [...walk.missing],
  };
}

function* elements(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of element.children) if (typeof child !== 'string') yield* elements(child);
}

function viewBox(element: XmlElement): [number, number, number, number] | undefined {
  const [x, y, width, height] = (element.attributes.viewBox ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  return x !== undefined && y !== undefined && width && height && width > 0 && height > 0
    ? [x, y, width, height]
    : undefined;
}

function fitted([x, y, w, h]: [number, number, number, number], width: number, height: number): Matrix {
  const scale = Math.min(width / w, height / h);
  return [scale, 0, 0, scale, (width - w * scale) / 2 - x * scale, (height - h * scale) / 2 - y * scale];
}

function children(parent: XmlElement, matrix: Matrix, style: SvgStyle, opacity: number, walk: Walk): void {
  for (const child of parent.children)
    if (typeof child !== 'string') draw(child, matrix, style, opacity, walk);
}

function draw(element: XmlElement, outer: Matrix, parent: SvgStyle, outerOpacity: number, walk: Walk): void {
  if (SILENT.has(element.name)) return;
  const style = styleOf(element, parent, walk.rules);
  if (style.display === 'none' || style.visibility === 'hidden') return;
  for (const name of ['mask', 'filter'])
    if (style[name] && style[name] !== 'none') walk.unsupported.add(name);
  const opacity = outerOpacity * fraction(style.opacity);
  const matrix = multiply(outer, parseTransform(element.attributes.transform));
  const before = walk.shapes.length;
  const d = outline(element);
  if (d !== undefined) pushShape(d, matrix, style, opacity, walk);
  else drawOther(element, matrix, style, opacity, walk);
  const property = style['clip-path'];
  if (property === undefined) return;
  const shapes = walk.shapes.splice(before);
  const box = d === undefined ? boxAround(shapes, matrix) : pathBounds(d);
  const clips = clipsOf(property, { box, matrix }, walk, draw);
  if (clips === 'hidden') return;
  for (const { clip: inner = [], ...shape } of shapes) {
    const clip = [...clips, ...inner];
    walk.shapes.push({ ...shape, ...(clip.length > 0 ? { clip } : {}) });
  }
}

function drawOther(element: XmlElement, matrix: Matrix, style: SvgStyle, opacity: number, walk: Walk): void {
  switch (element.name) {
    case 'g':
    case 'a':
    case 'switch':
      children(element, matrix, style, opacity, walk);
      break;
    case 'svg': {
      const box = viewBox(element);
      const place: Matrix = [1, 0, 0, 1, length(element.attributes.x, 0), length(element.attributes.y, 0)];
      const fit = box
        ? fitted(box, length(element.attributes.width, box[2]), length(element.attributes.height, box[3]))
        : IDENTITY;
      children(element, multiply(multiply(matrix, place), fit), style, opacity, walk);
      break;
    }
    case 'use':
      use(element, matrix, style, opacity, walk);
      break;
    case 'text':
      drawWords(element, matrix, style, opacity, walk);
      break;
    default:
      walk.unsupported.add(`<${element.name}>`);
  }
}

function use(element: XmlElement, matrix: Matrix, style: SvgStyle, opacity: number, walk: Walk): void {
  const target = walk.byId.get((element.attributes.href ?? element.attributes['xlink:href'] ?? '').slice(1));
  if (!target || walk.uses++ > MOST_USES) return;
  const place = multiply(matrix, [
    1,
    0,
    0,
    1,
    length(element.attributes.x, 0),
    length(element.attributes.y, 0),
  ]);
  if (target.name !== 'symbol') {
    draw(target, place, style, opacity, walk);
    return;
  }
  const box = viewBox(target);
  const fit = box
    ? fitted(box, length(element.attributes.width, box[2]), length(element.attributes.height, box[3]))
    : IDENTITY;
  children(target, multiply(place, fit), style, opacity, walk);
}
