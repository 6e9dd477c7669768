import type { Matrix, Shape } from '../display/display-list.ts';
import { around, type Bounds, corners } from './bounds.ts';
import { fraction } from './fraction.ts';
import { IDENTITY } from './matrix.ts';
import type { XmlElement } from './parse-xml.ts';
import { inkOf } from './svg-paint.ts';
import { length } from './svg-shapes.ts';
import { type SvgStyle, styleOf } from './svg-style.ts';
import { svgText } from './svg-text.ts';
import type { Walk } from './svg-walk.ts';

/** Words in one style, in no colour yet. */
interface Words {
  readonly shapes: readonly Shape[];
  readonly box: Bounds;
  readonly style: SvgStyle;
}

/** Draws a text element and the spans in it; a gradient is of the box around them all. */
export function drawWords(
  element: XmlElement,
  matrix: Matrix,
  style: SvgStyle,
  opacity: number,
  walk: Walk,
): void {
  const words: Words[] = [];
  setWords(element, matrix, style, walk, { x: 0, y: 0, space: false }, words);
  const box = around(words.flatMap((own) => corners(own.box, IDENTITY)));
  const area = box && { box, reach: box, matrix, viewport: walk.viewport };
  for (const own of words) {
    const ink = inkOf(own.style.fill ?? '#000000', own.style, walk, () => area);
    const paint = {
      ...(ink ? { fill: ink.paint } : {}),
      opacity: opacity * fraction(own.style['fill-opacity']) * (ink?.opacity ?? 1),
    };
    for (const shape of own.shapes) walk.shapes.push({ ...shape, ...paint });
  }
}

/** Where words go on, and whether a space stands before them. */
interface Pen {
  readonly x: number;
  readonly y: number;
  readonly space: boolean;
}

/** Sets words behind each other; returns where the next would begin. */
function setWords(
  element: XmlElement,
  matrix: Matrix,
  style: SvgStyle,
  walk: Walk,
  from: Pen,
  out: Words[],
): Pen {
  const number = (name: string): number | undefined =>
    element.attributes[name] === undefined ? undefined : length(element.attributes[name], 0);
  let pen: Pen = {
    x: (number('x') ?? from.x) + (number('dx') ?? 0),
    y: (number('y') ?? from.y) + (number('dy') ?? 0),
    // At a place of its own nothing stands before it.
    space: from.space && number('x') === undefined,
  };
  for (const child of element.children) {
    if (typeof child !== 'string') {
      pen = setWords(child, matrix, styleOf(child, style, walk.rules), walk, pen, out);
      continue;
    }
    const words = child.replace(/\s+/g, ' ');
    const space = pen.space || (words.startsWith(' ') && out.length > 0);
    if (words.trim() === '') {
      pen = { ...pen, space };
      continue;
    }
    const set = svgText(walk.fonts, `${space ? ' ' : ''}${words.trim()}`, pen, matrix, style, (character) =>
      walk.missing.add(character),
    );
    out.push({ shapes: set.shapes, box: set.box, style });
    pen = { x: pen.x + set.width, y: pen.y, space: words.endsWith(' ') };
  }
  return pen;
}
