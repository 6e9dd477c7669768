import type { SvgElement } from '@octavo/core/svg';
import type { GradientStop } from '../display/gradient.ts';
import type { Matrix } from '../display/matrix.ts';
import { colorOpacity, isNone, parseColor } from './color.ts';
import { fraction } from './fraction.ts';
import { parseTransform } from './matrix.ts';
import { styleOf } from './svg-style.ts';
import type { Walk } from './svg-walk.ts';

/** A gradient element as it is written, with what it takes over from those it refers to (SVG 2, 14.2). */
export interface GradientSource {
  readonly kind: 'linear' | 'radial';
  /** An attribute's value, its own or taken over. */
  readonly attribute: (name: string) => string | undefined;
  /** Of the box around what is painted, or of the picture. */
  readonly units: 'box' | 'picture';
  readonly transform: Matrix;
  readonly spread: 'pad' | 'reflect' | 'repeat';
  /** None, or two or more that cover 0 to 1. */
  readonly stops: readonly GradientStop[];
}

const COMMON: ReadonlySet<string> = new Set(['gradientUnits', 'gradientTransform', 'spreadMethod']);

/** Reads a gradient; undefined when the element is none. */
export function gradientSource(element: SvgElement, walk: Walk): GradientSource | undefined {
  if (!isGradient(element)) return undefined;
  const chain = chainOf(element, walk.byId);
  const attribute = (name: string): string | undefined =>
    chain.find((one) => one.attributes[name] !== undefined && (COMMON.has(name) || one.name === element.name))
      ?.attributes[name];
  const spread = attribute('spreadMethod');
  return {
    kind: element.name === 'linearGradient' ? 'linear' : 'radial',
    attribute,
    units: attribute('gradientUnits') === 'userSpaceOnUse' ? 'picture' : 'box',
    transform: parseTransform(attribute('gradientTransform')),
    spread: spread === 'reflect' || spread === 'repeat' ? spread : 'pad',
    stops: covering(chain.map((one) => stopsOf(one, walk)).find((stops) => stops.length > 0) ?? []),
  };
}

function isGradient({ name }: SvgElement): boolean {
  return name === 'linearGradient' || name === 'radialGradient';
}

/** The element and those it refers to, one after the other, each once. */
function chainOf(element: SvgElement, byId: Walk['byId']): readonly SvgElement[] {
  const chain: SvgElement[] = [];
  let next: SvgElement | undefined = element;
  while (next && isGradient(next) && !chain.includes(next)) {
    chain.push(next);
    next = byId.get((next.attributes.href ?? '').trim().slice(1));
  }
  return chain;
}

const BLACK = '#000000';

/** Each stop no nearer than the one before it (SVG 2, 14.2.4.2). */
function stopsOf(element: SvgElement, walk: Walk): GradientStop[] {
  let offset = 0;
  return element.children.flatMap((child) => {
    if (typeof child === 'string' || child.name !== 'stop') return [];
    const style = styleOf(child, {}, walk.rules);
    const written = style['stop-color'] ?? BLACK;
    const source = written.toLowerCase() === 'currentcolor' ? (style.color ?? BLACK) : written;
    const known = parseColor(source) !== undefined || isNone(source);
    if (!known) walk.unsupported.add(`the colour ${source}`);
    offset = Math.max(offset, fraction(child.attributes.offset ?? '0'));
    return {
      offset,
      color: parseColor(source) ?? BLACK,
      opacity: fraction(style['stop-opacity']) * (known ? colorOpacity(source) : 1),
    };
  });
}

/** With the first colour from 0 and the last up to 1. */
function covering(stops: readonly GradientStop[]): readonly GradientStop[] {
  const [first, last] = [stops[0], stops.at(-1)];
  if (!first || !last) return [];
  return [
    ...(first.offset > 0 || stops.length === 1 ? [{ ...first, offset: 0 }] : []),
    ...(stops.length === 1 ? [] : stops),
    ...(last.offset < 1 || stops.length === 1 ? [{ ...last, offset: 1 }] : []),
  ];
}
