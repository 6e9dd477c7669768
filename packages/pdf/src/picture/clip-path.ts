import type { SvgElement } from '@octavo/core/svg';
import { type Bounds, isHollow, pathBounds } from '../display/bounds.ts';
import type { Clip, Shape } from '../display/display-list.ts';
import { type Matrix, matrixOf, multiply } from '../display/matrix.ts';
import { clipUnion } from './clip-union.ts';
import type { Scene } from './scene.ts';

/** This is what is clipped: the box around it in its own units, and the matrix from those to points. */
export interface ClipArea {
  readonly box: Bounds | undefined;
  readonly matrix: Matrix;
}

/** Returns the id that `url(#id)` refers to, or an empty string where there is no reference. */
export function referenced(value: string): string {
  return /^url\(#([^)]+)\)/.exec(value)?.[1] ?? '';
}

/**
 * Returns the paths of a clip that usvg resolved (SVG 1.1, 14.3.5). A point is seen where it lies in every one of them.
 * Returns `hidden` where no point is seen.
 */
export function clipsOf(id: string, area: ClipArea, scene: Scene): readonly Clip[] | 'hidden' {
  const element = scene.defs.get(id);
  if (!element) return [];
  const { attributes } = element;
  const outer = clipsOf(referenced(attributes['clip-path'] ?? ''), area, scene);
  const units = unitsOf(element, area);
  if (!units || outer === 'hidden') return 'hidden';
  const own = multiply(units, matrixOf(attributes.transform));
  const seen = element.children.flatMap((child) =>
    typeof child === 'string' ? [] : outlineOf(child, own, scene),
  );
  return seen.length === 0 ? 'hidden' : [...outer, ...together(seen, scene)];
}

function outlineOf({ attributes }: SvgElement, outer: Matrix, scene: Scene): readonly Shape[] {
  const { d = '' } = attributes;
  const matrix = multiply(outer, matrixOf(attributes.transform));
  const clip = clipsOf(referenced(attributes['clip-path'] ?? ''), { box: pathBounds(d), matrix }, scene);
  if (clip === 'hidden' || isHollow(d)) return [];
  const rule = attributes['clip-rule'] === 'evenodd' ? ({ rule: 'evenodd' } as const) : {};
  return [{ d, matrix, ...rule, ...(clip.length > 0 ? { clip } : {}) }];
}

/**
 * Joins the shapes of a clip into one path. A clip of one shape becomes a second path beside it. Where there are
 * several shapes, PDF has no way to clip one of them alone, or to fill one by another rule: that is reported.
 */
function together(shapes: readonly Shape[], { unsupported }: Scene): readonly Clip[] {
  const inner = shapes.length === 1 ? (shapes[0]?.clip ?? []) : [];
  const alone = shapes.length === 1 || shapes.every(({ clip, rule }) => !clip && !rule);
  if (!alone) unsupported.add('clip-path');
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
