import type { SvgElement } from '@octavo/core/svg';
import { boxAround } from '../display/bounds.ts';
import type { Shape } from '../display/display-list.ts';
import { type Matrix, matrixOf, multiply } from '../display/matrix.ts';
import { clipsOf, referenced } from './clip-path.ts';
import { renderSvg } from './resvg.ts';
import type { Scene } from './scene.ts';
import { PART, tag } from './svg-markup.ts';
import { pushShape } from './svg-paint.ts';
import { withinViewport } from './viewport-clip.ts';

/** This makes 384 pixels to the inch. It is a whole number, so that the tiles of a pattern begin on whole pixels. */
const ZOOM = 4;
const LONGEST_SIDE = 4000;

/**
 * Draws an element that usvg resolved, with all in it, into `scene.shapes`. `outer` leads from the units around the
 * element to points from the drawing's corner; `outerOpacity` is the opacity of the groups around it.
 */
export function drawTree(element: SvgElement, outer: Matrix, outerOpacity: number, scene: Scene): void {
  const { name, attributes } = element;
  if (name === 'defs') return;
  const reason = pixelReason(element, scene);
  if (reason !== undefined) {
    const shape = pixels(element, outer, scene);
    (shape ? scene.pixels : scene.unsupported).add(reason);
    if (shape) scene.shapes.push(outerOpacity < 1 ? { ...shape, opacity: outerOpacity } : shape);
    return;
  }
  const matrix = multiply(outer, matrixOf(attributes.transform));
  const opacity = outerOpacity * Number(attributes.opacity ?? 1);
  const first = scene.shapes.length;
  if (name === 'path') pushShape(element, matrix, opacity, scene);
  for (const child of element.children)
    if (typeof child !== 'string') drawTree(child, matrix, opacity, scene);
  const clip = attributes['clip-path'];
  const part =
    scene.parts && attributes.id?.startsWith(PART) ? Number(attributes.id.slice(PART.length)) : undefined;
  if (clip === undefined && part === undefined) return;
  const shapes = scene.shapes.splice(first);
  const seen = clip === undefined ? shapes : clipped(clip, shapes, matrix, scene);
  for (const shape of seen) scene.shapes.push(part === undefined ? shape : { ...shape, part });
}

/**
 * Puts shapes behind a clip. The clip of a viewport, which usvg added, is left off shapes that do not cross its edges.
 */
function clipped(clip: string, shapes: readonly Shape[], matrix: Matrix, scene: Scene): readonly Shape[] {
  const id = referenced(clip);
  const clips = clipsOf(id, { box: boxAround(shapes, matrix), matrix }, scene);
  if (clips === 'hidden') return [];
  const [viewport] = clips;
  if (viewport && !scene.byId.has(id)) return shapes.flatMap((shape) => withinViewport(shape, viewport));
  return shapes.map((shape) => ({ ...shape, clip: [...clips, ...(shape.clip ?? [])] }));
}

/**
 * Returns what of an element the paths of a PDF cannot show, as a message names it; undefined when there is nothing.
 */
function pixelReason({ name, attributes }: SvgElement, { defs }: Scene): string | undefined {
  if (name === 'image') return '<image>';
  const isPattern = [attributes.fill, attributes.stroke].some(
    (paint) => paint !== undefined && defs.get(referenced(paint))?.name === 'pattern',
  );
  return isPattern ? 'pattern' : ['mask', 'filter'].find((one) => attributes[one] !== undefined);
}

/** Draws an element as pixels, over the whole picture. Returns undefined when resvg cannot draw it. */
function pixels(
  element: SvgElement,
  outer: Matrix,
  { size: { width, height }, markup }: Scene,
): Shape | undefined {
  const source = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${markup}<g transform="matrix(${outer.join(' ')})">${written(element)}</g></svg>`;
  const png = renderSvg(source, Math.min(ZOOM, LONGEST_SIDE / width, LONGEST_SIDE / height));
  if (!png) return undefined;
  const bitmap = `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
  return { d: 'M0 0L1 0L1 1L0 1Z', matrix: [width, 0, 0, height, 0, 0], bitmap };
}

function written({ name, attributes, children }: SvgElement): string {
  return tag(
    name,
    attributes,
    children.map((child) => (typeof child === 'string' ? '' : written(child))).join(''),
  );
}
