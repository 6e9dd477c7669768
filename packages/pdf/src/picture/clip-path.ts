import type { SvgElement } from '@octavo/core/svg';
import type { Clip, Shape } from '../display/display-list.ts';
import type { Matrix } from '../display/matrix.ts';
import { around, type Bounds, corners, isHollow, pathBounds } from './bounds.ts';
import { clipUnion } from './clip-union.ts';
import { IDENTITY, inverse, multiply, parseTransform } from './matrix.ts';
import { type SvgStyle, styleOf } from './svg-style.ts';
import type { Walk } from './svg-walk.ts';

/** Draws an element into a walk's shapes. */
export type Draw = (
  element: SvgElement,
  matrix: Matrix,
  style: SvgStyle,
  opacity: number,
  walk: Walk,
) => void;

/** What is to be clipped: the box around it in its own units, and where those stand. */
export interface ClipArea {
  readonly box: Bounds | undefined;
  readonly matrix: Matrix;
}

const NAME = /^\s*url\(\s*["']?#([^)"']+)["']?\s*\)\s*$/;
/** What a `clipPath` may hold, groups not among it (CSS Masking 1, 7). */
const HOLDS: ReadonlySet<string> = new Set([
  'path',
  'rect',
  'circle',
  'ellipse',
  'line',
  'polyline',
  'polygon',
  'text',
  'use',
]);

/**
 * What a `clip-path` lets through: what lies in every clip. None when the property leads nowhere, and when
 * it cannot be drawn, which is named in `unsupported`; `hidden` when nothing is let through.
 */
export function clipsOf(
  property: string | undefined,
  area: ClipArea,
  walk: Walk,
  draw: Draw,
): readonly Clip[] | 'hidden' {
  if (!property || property === 'none') return [];
  const name = NAME.exec(property)?.[1];
  if (name === undefined) walk.unsupported.add('clip-path');
  const element = walk.byId.get(name ?? '');
  if (element?.name !== 'clipPath' || walk.clipping?.has(element)) return [];
  const inner: Walk = {
    ...walk,
    shapes: [],
    outlines: true,
    clipping: new Set([...(walk.clipping ?? []), element]),
  };
  const style = styleOf(element, {}, walk.rules);
  const outer = clipsOf(style['clip-path'], area, inner, draw);
  const units = unitsOf(element, area);
  if (!units || outer === 'hidden') return 'hidden';
  const matrix = multiply(units, parseTransform(element.attributes.transform));
  for (const child of element.children)
    if (typeof child !== 'string' && HOLDS.has(child.name)) draw(child, matrix, style, 1, inner);
  walk.uses = inner.uses;
  const seen = inner.shapes.filter(({ d }) => !isHollow(d));
  return seen.length === 0 ? 'hidden' : [...outer, ...together(seen, walk)];
}

/** A clip within a clip is a second one; among several, one of them alone cannot have it, nor a rule of its own. */
function together(shapes: readonly Shape[], walk: Walk): readonly Clip[] {
  const inner = shapes.length === 1 ? (shapes[0]?.clip ?? []) : [];
  const alone = shapes.length === 1 || shapes.every(({ clip, rule }) => !clip && !rule);
  if (!alone) walk.unsupported.add('clip-path');
  return [
    ...inner,
    clipUnion(shapes.map(({ d, matrix, rule }) => ({ d, matrix, ...(rule ? { rule } : {}) }))),
  ];
}

function unitsOf(element: SvgElement, { box, matrix }: ClipArea): Matrix | undefined {
  if (element.attributes.clipPathUnits !== 'objectBoundingBox') return matrix;
  if (!box) return undefined;
  return multiply(matrix, [box.right - box.left, 0, 0, box.bottom - box.top, box.left, box.top]);
}

/** The box around shapes, in the units that `matrix` leads from. */
export function boxAround(shapes: readonly Shape[], matrix: Matrix): Bounds | undefined {
  const back = inverse(matrix) ?? IDENTITY;
  return around(
    shapes.flatMap((shape) => {
      const box = pathBounds(shape.d);
      return box ? corners(box, multiply(back, shape.matrix)) : [];
    }),
  );
}
