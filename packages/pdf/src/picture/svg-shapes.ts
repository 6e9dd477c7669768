import type { SvgElement } from '@octavo/core/svg';
import { along, diagonal, type Viewport } from './svg-length.ts';
import type { SvgStyle } from './svg-style.ts';
import { fontSize } from './text-font.ts';

/** The outline of an SVG basic shape as path data (SVG 2, 10); undefined for other elements. */
export function outline(element: SvgElement, style: SvgStyle, viewport: Viewport): string | undefined {
  const { width, height } = viewport;
  const size = fontSize(style);
  const given = (name: string): string | undefined => style[name] ?? element.attributes[name];
  const across = (name: string): number => along(given(name), width, 0, size);
  const down = (name: string): number => along(given(name), height, 0, size);
  // One that is not given is as the other.
  const radius = (...names: readonly ('rx' | 'ry')[]): number => {
    const name = names.find((one) => (given(one) ?? 'auto') !== 'auto');
    return name === undefined ? 0 : along(given(name), name === 'rx' ? width : height, 0, size);
  };
  switch (element.name) {
    case 'path':
      return element.attributes.d;
    case 'rect':
      return rectangle(
        across('x'),
        down('y'),
        across('width'),
        down('height'),
        radius('rx', 'ry'),
        radius('ry', 'rx'),
      );
    case 'circle': {
      const r = along(given('r'), diagonal(viewport), 0, size);
      return ellipse(across('cx'), down('cy'), r, r);
    }
    case 'ellipse':
      return ellipse(across('cx'), down('cy'), radius('rx', 'ry'), radius('ry', 'rx'));
    case 'line':
      return `M${across('x1')} ${down('y1')}L${across('x2')} ${down('y2')}`;
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
  roundX: number,
  roundY: number,
): string {
  const [rx, ry] = [Math.min(roundX, width / 2), Math.min(roundY, height / 2)];
  if (width <= 0 || height <= 0) return '';
  if (rx <= 0 || ry <= 0) return `M${x} ${y}h${width}v${height}h${-width}Z`;
  const corner = (dx: number, dy: number): string => `a${rx} ${ry} 0 0 1 ${dx} ${dy}`;
  return `M${x + rx} ${y}h${width - 2 * rx}${corner(rx, ry)}v${height - 2 * ry}${corner(-rx, ry)}h${2 * rx - width}${corner(-rx, -ry)}v${2 * ry - height}${corner(rx, -ry)}Z`;
}

function ellipse(x: number, y: number, rx: number, ry: number): string {
  if (rx <= 0 || ry <= 0) return '';
  return `M${x - rx} ${y}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0Z`;
}
