import type { Matrix } from '../display/display-list.ts';
import type { XmlElement } from './parse-xml.ts';
import { fraction, paintOf } from './svg-paint.ts';
import { length } from './svg-shapes.ts';
import { type SvgStyle, styleOf } from './svg-style.ts';
import { svgText } from './svg-text.ts';
import type { Walk } from './svg-walk.ts';

/** Draws a text element and the spans in it; returns where the next would begin. */
export function drawWords(
  element: XmlElement,
  matrix: Matrix,
  style: SvgStyle,
  opacity: number,
  walk: Walk,
  from = { x: 0, y: 0 },
): { x: number; y: number } {
  const number = (name: string): number | undefined =>
    element.attributes[name] === undefined ? undefined : length(element.attributes[name], 0);
  let at = {
    x: (number('x') ?? from.x) + (number('dx') ?? 0),
    y: (number('y') ?? from.y) + (number('dy') ?? 0),
  };
  const fill = paintOf(style.fill ?? '#000000', style, walk);
  for (const child of element.children) {
    if (typeof child !== 'string') {
      at = drawWords(child, matrix, styleOf(child, style, walk.rules), opacity, walk, at);
      continue;
    }
    const words = child.replace(/\s+/g, ' ');
    if (words.trim() === '') continue;
    const set = svgText(
      walk.fonts,
      words.trim(),
      at,
      matrix,
      style,
      { ...(fill ? { fill } : {}), opacity: opacity * fraction(style['fill-opacity']) },
      (character) => walk.missing.add(character),
    );
    walk.shapes.push(...set.shapes);
    at = { x: at.x + set.width, y: at.y };
  }
  return at;
}
