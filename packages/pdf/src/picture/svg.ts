import { readSvg, type SvgElement, svgElements } from '@octavo/core/svg';
import type { Matrix } from '../display/matrix.ts';
import type { FontSet } from '../fonts/font-set.ts';
import { pathBounds } from './bounds.ts';
import { boxAround, clipsOf } from './clip-path.ts';
import { fitView, type ViewBox } from './fit-view.ts';
import { fraction } from './fraction.ts';
import { IDENTITY, multiply, parseTransform } from './matrix.ts';
import { along, length } from './svg-length.ts';
import type { DrawWords } from './svg-markup.ts';
import { pushShape } from './svg-paint.ts';
import { pixelReason, svgPixels } from './svg-pixels.ts';
import { svgRules } from './svg-rules.ts';
import { outline } from './svg-shapes.ts';
import { type SvgStyle, styleOf } from './svg-style.ts';
import type { DrawnShape, Walk } from './svg-walk.ts';
import { drawWords } from './svg-words.ts';
import { withinViewport } from './viewport-clip.ts';

export interface SvgDrawing {
  /** In user units. */
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly DrawnShape[];
  /** What was left out, in words. */
  readonly unsupported: readonly string[];
  /** What is drawn as pixels, in words. */
  readonly pixels: readonly string[];
  /** Characters no font has. */
  readonly missing: readonly string[];
}

export interface SvgSettings {
  /** What `currentColor` means. */
  readonly color?: string;
  /** Whether shapes may stand out over the edges of the picture. */
  readonly overflow?: boolean;
  /** Whether groups with `data-part` say which part of a formula their shapes are. */
  readonly parts?: boolean;
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
 * What has a pattern, filter, mask or marker, and images, are drawn as pixels and named in `pixels`, once `loadResvg`
 * is done; what is left out is named in `unsupported`.
 * Undefined when the source is no SVG.
 */
export function drawSvg(
  source: string,
  fonts: FontSet,
  { color = '#000000', overflow = false, parts = false }: SvgSettings = {},
): SvgDrawing | undefined {
  const read = readSvg(source);
  if ('fault' in read) return undefined;
  const { root } = read;
  const all = [...svgElements(root)];
  const unsupported = new Set<string>();
  const byId = new Map(
    all.flatMap((element) => (element.attributes.id ? [[element.attributes.id, element] as const] : [])),
  );
  const box = viewBox(root);
  const width = length(root.attributes.width, box?.[2] ?? 300);
  const height = length(root.attributes.height, box?.[3] ?? 150);
  const walk: Walk = {
    fonts,
    rules: svgRules(root, (selector) => unsupported.add(`the selector ${selector}`)),
    byId,
    viewport: { width: box?.[2] ?? width, height: box?.[3] ?? height },
    shapes: [],
    unsupported,
    root,
    size: { width, height },
    pixels: new Set(),
    missing: new Set(),
    uses: 0,
    parts,
  };
  const fit: Matrix = box ? fitView(box, { width, height }, root.attributes.preserveAspectRatio) : IDENTITY;
  children(root, fit, styleOf(root, { color }, walk.rules), 1, walk);
  return {
    width,
    height,
    shapes: overflow ? walk.shapes : withinViewport(walk.shapes, { width, height }, IDENTITY),
    unsupported: [...walk.unsupported],
    pixels: [...walk.pixels],
    missing: [...walk.missing],
  };
}

function viewBox(element: SvgElement): ViewBox | undefined {
  const [x, y, width, height] = (element.attributes.viewBox ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  return x !== undefined && y !== undefined && width && height && width > 0 && height > 0
    ? [x, y, width, height]
    : undefined;
}

function children(parent: SvgElement, matrix: Matrix, style: SvgStyle, opacity: number, walk: Walk): void {
  for (const child of parent.children)
    if (typeof child !== 'string') draw(child, matrix, style, opacity, walk);
}

function draw(element: SvgElement, outer: Matrix, parent: SvgStyle, outerOpacity: number, walk: Walk): void {
  // What is not of SVG is not drawn: an editor's own notes.
  if (SILENT.has(element.name) || element.name.includes(':')) return;
  const style = styleOf(element, parent, walk.rules);
  if (style.display === 'none') return;
  const reason = pixelReason(element, style, walk);
  if (reason !== undefined) {
    const words: DrawWords = (text, own) => {
      const inner: Walk = { ...walk, shapes: [] };
      drawWords(text, IDENTITY, own, 1, inner);
      return inner.shapes;
    };
    const shape = svgPixels(element, outer, parent, walk, words);
    if (shape) {
      walk.pixels.add(reason);
      walk.shapes.push(outerOpacity < 1 ? { ...shape, opacity: outerOpacity } : shape);
      return;
    }
    walk.unsupported.add(reason);
  }
  const opacity = outerOpacity * fraction(style.opacity);
  const matrix = multiply(outer, parseTransform(style.transform));
  const before = walk.shapes.length;
  const d = outline(element, style, walk.viewport);
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

function drawOther(element: SvgElement, matrix: Matrix, style: SvgStyle, opacity: number, walk: Walk): void {
  switch (element.name) {
    case 'g':
    case 'a': {
      const first = walk.shapes.length;
      children(element, matrix, style, opacity, walk);
      const part = walk.parts ? element.attributes['data-part'] : undefined;
      if (part === undefined) break;
      for (const shape of walk.shapes.splice(first)) walk.shapes.push({ ...shape, part: Number(part) });
      break;
    }
    case 'switch': {
      const one = element.children.find((child) => typeof child !== 'string' && canDraw(child));
      if (one && typeof one !== 'string') draw(one, matrix, style, opacity, walk);
      break;
    }
    case 'svg':
      framed(element, element, matrix, style, opacity, walk);
      break;
    case 'use':
      use(element, matrix, style, opacity, walk);
      break;
    case 'text':
      drawWords(element, matrix, style, opacity, walk);
      break;
    case 'image':
      // Named already, where it could not be drawn.
      break;
    default:
      walk.unsupported.add(`<${element.name}>`);
  }
}

/** Whether a switch may choose it (SVG 2, 5.9): nothing is asked of who draws it but what is there. */
function canDraw({ name, attributes }: SvgElement): boolean {
  return (
    name !== 'foreignObject' && !attributes.requiredExtensions && attributes.systemLanguage === undefined
  );
}

function use(element: SvgElement, matrix: Matrix, style: SvgStyle, opacity: number, walk: Walk): void {
  const target = walk.byId.get((element.attributes.href ?? '').slice(1));
  if (!target || walk.uses++ > MOST_USES) return;
  if (target.name === 'symbol') framed(target, element, matrix, style, opacity, walk);
  else draw(target, multiply(matrix, placeOf(element, walk)), style, opacity, walk);
}

function placeOf({ attributes: { x, y } }: SvgElement, { viewport }: Walk): Matrix {
  return [1, 0, 0, 1, along(x, viewport.width), along(y, viewport.height)];
}

/** What an element holds, in a viewport as `sized` says, from which nothing stands out (SVG 2, 8.2). */
function framed(
  holder: SvgElement,
  sized: SvgElement,
  matrix: Matrix,
  style: SvgStyle,
  opacity: number,
  walk: Walk,
): void {
  const place = multiply(matrix, placeOf(sized, walk));
  const width = along(sized.attributes.width ?? '100%', walk.viewport.width, walk.viewport.width);
  const height = along(sized.attributes.height ?? '100%', walk.viewport.height, walk.viewport.height);
  const box = viewBox(holder);
  const viewport = box ? { width: box[2], height: box[3] } : { width, height };
  const inner: Walk = { ...walk, viewport, shapes: [] };
  const aspect = holder.attributes.preserveAspectRatio;
  const fit = box ? multiply(place, fitView(box, { width, height }, aspect)) : place;
  children(holder, fit, style, opacity, inner);
  walk.uses = inner.uses;
  const { overflow } = styleOf(holder, {}, walk.rules);
  const isOpen = overflow === 'visible' || overflow === 'auto';
  const seen = isOpen ? inner.shapes : withinViewport(inner.shapes, { width, height }, place);
  for (const shape of seen) walk.shapes.push(shape);
}
