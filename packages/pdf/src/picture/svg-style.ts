import { fontProperties, resolvedSize } from './css-font.ts';
import type { XmlElement } from './parse-xml.ts';
import { length } from './svg-length.ts';

/** The properties in force on an SVG element, as written. */
export type SvgStyle = Readonly<Record<string, string>>;

const INHERITED: readonly string[] = [
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
];
const OWN: readonly string[] = [
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

export type SvgRules = readonly { readonly selector: string; readonly style: SvgStyle }[];

/** Rules of a `<style>` element with simple selectors: an element, a class, an id. */
export function parseRules(css: string): SvgRules {
  return [...css.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/([^{}]+)\{([^}]*)\}/g)].flatMap(
    ([, selectors = '', body = '']) =>
      selectors.split(',').map((selector) => ({ selector: selector.trim(), style: declarations(body) })),
  );
}

/** An element's style: inherited, then its attributes, the rules, and its own `style`, as CSS cascades. */
export function styleOf(element: XmlElement, parent: SvgStyle, rules: SvgRules): SvgStyle {
  const style: Record<string, string> = {};
  for (const name of INHERITED) if (parent[name] !== undefined) style[name] = parent[name];
  for (const [name, value] of Object.entries(element.attributes))
    if (KNOWN.has(name) && value !== 'inherit') style[name] = value;
  const classes = (element.attributes.class ?? '').split(/\s+/);
  for (const { selector, style: own } of rules) {
    const matches =
      selector === element.name ||
      (selector.startsWith('.') && classes.includes(selector.slice(1))) ||
      (selector.startsWith('#') && selector.slice(1) === element.attributes.id);
    if (matches) Object.assign(style, own);
  }
  Object.assign(style, declarations(element.attributes.style ?? ''));
  const { 'font-size': size } = style;
  if (size !== undefined) style['font-size'] = resolvedSize(size, length(parent['font-size'], 16));
  return style;
}

function declarations(source: string): SvgStyle {
  const entries = source.split(';').map((part) => part.split(/:(.*)/s).map((side) => side.trim()));
  return Object.fromEntries(
    entries
      .filter(([name, value]) => name && value)
      .map(([name, value]) => [name ?? '', (value ?? '').replace(/\s*!important$/, '')] as const)
      .flatMap((entry) => (entry[0] === 'font' ? fontProperties(entry[1]) : [entry])),
  );
}
