import type { SvgElement } from '@octavo/core/svg';
import { resolvedSize } from './css-font.ts';
import { length } from './svg-length.ts';
import type { SvgRules } from './svg-rules.ts';

/** These are the attributes and properties that hold for an SVG element, as they are written. */
export type SvgStyle = Readonly<Record<string, string>>;

/** This is an element's style, and the names of what the element and the rules for it say themselves. */
export interface Styled {
  readonly style: SvgStyle;
  readonly own: readonly string[];
}

/** Words inherit these properties. usvg knows itself what other elements inherit. */
const INHERITED =
  /^(?:--|font-|fill|stroke|color$|letter-spacing|direction|text-anchor|dominant-baseline|visibility|white-space|xml:space)/;

/**
 * Returns an element's style as CSS cascades (CSS Cascade 5, 6): what it inherits from `parent`, then its attributes,
 * the rules, and its own `style`. Variables are written out, and the size of its words is in user units.
 */
export function styled(element: SvgElement, parent: SvgStyle, rules: SvgRules): Styled {
  const declared = { ...element.attributes, ...rules.get(element) };
  const style: Record<string, string> = {};
  for (const [name, value] of Object.entries(parent)) if (INHERITED.test(name)) style[name] = value;
  for (const [name, value] of Object.entries(declared)) {
    if (value !== 'inherit') style[name] = value;
    else if (parent[name] !== undefined) style[name] = parent[name];
  }
  for (const [name, value] of Object.entries(style))
    if (value.includes('var(')) style[name] = resolved(value, style);
  const { 'font-size': size } = style;
  if (size !== undefined) style['font-size'] = resolvedSize(size, length(parent['font-size'], 16));
  return { style, own: Object.keys(declared) };
}

/** Writes out a value's variables (CSS Variables 1, 3), each once. A variable that is not known stays as it is. */
function resolved(value: string, style: SvgStyle): string {
  return value.replace(
    /var\(\s*(--[\w-]+)\s*(?:,([^()]*))?\)/g,
    (whole, name: string, otherwise: string | undefined) => style[name] ?? otherwise?.trim() ?? whole,
  );
}
