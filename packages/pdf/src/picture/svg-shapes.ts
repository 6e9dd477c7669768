import type { XmlElement } from './parse-xml.ts';
import { length } from './svg-length.ts';

/** The outline of an SVG basic shape as path data (SVG 1.1, 9); undefined for other elements. */
export function outline(element: XmlElement): string | undefined {
  const number = (name: string, otherwise = 0): number => length(element.attributes[name], otherwise);
  switch (element.name) {
    case 'path':
      return element.attributes.d;
    case 'rect':
      return rectangle(number('x'), number('y'), number('width'), number('height'), element.attributes);
    case 'circle':
      return ellipse(number('cx'), number('cy'), number('r'), number('r'));
    case 'ellipse':
      return ellipse(number('cx'), number('cy'), number('rx'), number('ry'));
    case 'line':
      return `M${number('x1')} ${number('y1')}L${number('x2')} ${number('y2')}`;
    case 'polyline':
    case 'polygon': {
      const points = (element.attributes.points ?? '')
        .trim()
        .split(/[\s,]+/)
        .map(Number);
      if (points.length < 4 || !points.every(Number.isFinite)) return '';
      return `M${points.slice(0, 2).join(' ')}L${points.slice(2).join(' ')}${element.name === 'polygon' ? 'Z' : ''}`;
    }
    default:
      return undefined;
  }
}

function rectangle(
  x: number,
  y: number,
  width: number,
  height: number,
  attributes: XmlElement['attributes'],
): string {
  const rx = Math.min(length(attributes.rx ?? attributes.ry, 0), width / 2);
  const ry = Math.min(length(attributes.ry ?? attributes.rx, 0), height / 2);
  if (width <= 0 || height <= 0) return '';
  if (rx <= 0 || ry <= 0) return `M${x} ${y}h${width}v${height}h${-width}Z`;
  const corner = (dx: number, dy: number): string => `a${rx} ${ry} 0 0 1 ${dx} ${dy}`;
  return `M${x + rx} ${y}h${width - 2 * rx}${corner(rx, ry)}v${height - 2 * ry}${corner(-rx, ry)}h${2 * rx - width}${corner(-rx, -ry)}v${2 * ry - height}${corner(rx, -ry)}Z`;
}

function ellipse(x: number, y: number, rx: number, ry: number): string {
  if (rx <= 0 || ry <= 0) return '';
  return `M${x - rx} ${y}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0Z`;
}
