import type { SvgElement } from '@octavo/core/svg';
import { type Bounds, isHollow, pathBounds } from '../display/bounds.ts';
import type { Clip, Shape } from '../display/display-list.ts';
import { type Matrix, matrixOf, multiply } from '../display/matrix.ts';
import { clipUnion } from './clip-union.ts';
import type { Scene } from './scene.ts';

/** What is to be clipped: the box around it in its own units, and where those stand. */
export interface ClipArea {
  readonly box: Bounds | undefined;
  readonly matrix: Matrix;
}

/** Returns the id that `url(#id)` refers to, or an empty one. */
export function referenced(value: string): string {
  return /^url\(#([^)]+)\)/.exec(value)?.[1] ?? '';
}

/** Returns what a resolved clip lets through: what lies in every one of these; `hidden` when nothing is. */
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

/** A clip within a clip is a second one; among several, one of them alone cannot have it, nor a rule of its own. */
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
