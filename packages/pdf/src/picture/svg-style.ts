import type { SvgElement } from '@octavo/core/svg';
import { resolvedSize } from './css-font.ts';
import { length } from './svg-length.ts';
import { type SvgRules, styleAttribute } from './svg-rules.ts';

/** The properties in force on an SVG element, as written. */
export type SvgStyle = Readonly<Record<string, string>>;

const INHERITED: ReadonlySet<string> = new Set([
  'color',
  'fill',
  'fill-opacity',
  'fill-rule',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-dashoffset',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-miterlimit',
  'clip-rule',
  'marker',
  'marker-start',
  'marker-mid',
  'marker-end',
  'font-size',
  'font-weight',
  'font-style',
  'font-family',
  'letter-spacing',
  'direction',
  'text-anchor',
  'dominant-baseline',
  'visibility',
  'white-space',
  'xml:space',
]);
/** `x` to `height` are attributes of text too, where no style sheet reaches them. */
const OWN: readonly string[] = [
  'x',
  'y',
  'width',
  'height',
  'cx',
  'cy',
  'r',
  'rx',
  'ry',
  'transform',
  'opacity',
  'display',
  'clip-path',
  'overflow',
  'mask',
  'filter',
  'stop-color',
  'stop-opacity',
];
const KNOWN: ReadonlySet<string> = new Set([...INHERITED, ...OWN]);

/** An element's style: inherited, then its attributes, the rules, and its own `style`, as CSS cascades. */
export function styleOf(element: SvgElement, parent: SvgStyle, rules: SvgRules): SvgStyle {
  const style: Record<string, string> = {};
  for (const [name, value] of Object.entries(parent))
    if (INHERITED.has(name) || name.startsWith('--')) style[name] = value;
  for (const [name, value] of Object.entries(element.attributes))
    if (KNOWN.has(name) && value !== 'inherit') style[name] = value;
  const sheet = rules.get(element);
  const own = styleAttribute(element.attributes.style);
  for (const declared of [sheet?.normal, own.normal, sheet?.important, own.important])
    for (const [name, value] of Object.entries(declared ?? {})) {
      if (value !== 'inherit') style[name] = value;
      else if (parent[name] !== undefined) style[name] = parent[name];
    }
  for (const [name, value] of Object.entries(style))
    if (value.includes('var(')) style[name] = resolved(value, style);
  const { 'font-size': size } = style;
  if (size !== undefined) style['font-size'] = resolvedSize(size, length(parent['font-size'], 16));
  return style;
}

/** A value with its variables written out (CSS Variables 1, 3), each once; as it is where one is not known. */
function resolved(value: string, style: SvgStyle): string {
  return value.replace(
    /var\(\s*(--[\w-]+)\s*(?:,([^()]*))?\)/g,
    (whole, name: string, otherwise: string | undefined) => style[name] ?? otherwise?.trim() ?? whole,
  );
}
