import type { Box, Drawing, Picture, Shape } from '../display/display-list.ts';
import { fill } from './draw-text.ts';
import { pathOperators } from './path.ts';
import { decimal } from './pdf-document.ts';

/** The operators for a box, the y axis pointing down. */
export function boxOperators(box: Box): string {
  const { x, y, width, height } = box;
  if (box.dots) {
    const line = `q ${fill(box.fill ?? '#000000', 'RG')} ${decimal(height)} w 1 J [0 ${decimal(box.dots)}] 0 d`;
    return `${line} ${decimal(x)} ${decimal(y)} m ${decimal(x + width)} ${decimal(y)} l S Q`;
  }
  const path = box.radius
    ? pathOperators(rounded(box, box.radius))
    : `${[x, y, width, height].map(decimal).join(' ')} re`;
  const filled = box.fill ? `${fill(box.fill)} ${path} f` : '';
  const stroked = box.stroke ? `${fill(box.stroke, 'RG')} ${decimal(box.strokeWidth ?? 1)} w ${path} S` : '';
  return [filled, stroked].filter(Boolean).join(' ');
}

function rounded({ x, y, width, height }: Box, radius: number): string {
  const r = Math.min(radius, width / 2, height / 2);
  const corner = (dx: number, dy: number): string => `a${r} ${r} 0 0 1 ${dx} ${dy}`;
  return `M${x + r} ${y}h${width - 2 * r}${corner(r, r)}v${height - 2 * r}${corner(-r, r)}h${2 * r - width}${corner(-r, -r)}v${2 * r - height}${corner(r, -r)}Z`;
}

/** The operators for a drawing. `state` names a graphics state of an opacity. */
export function drawingOperators(drawing: Drawing, state: (opacity: number) => string): string {
  const shapes = drawing.shapes.map((shape) => shapeOperators(shape, state));
  return `q 1 0 0 1 ${decimal(drawing.x)} ${decimal(drawing.y)} cm\n${shapes.join('\n')}\nQ`;
}

function shapeOperators(shape: Shape, state: (opacity: number) => string): string {
  const path = pathOperators(shape.d);
  if (path === '') return '';
  const even = shape.rule === 'evenodd' ? '*' : '';
  const paint = shape.fill && shape.stroke ? `B${even}` : shape.stroke ? 'S' : `f${even}`;
  const setup = [
    'q',
    `${shape.matrix.map((value) => `${Math.round(value * 1e6) / 1e6}`).join(' ')} cm`,
    shape.opacity !== undefined && shape.opacity < 1 ? `/${state(shape.opacity)} gs` : '',
    shape.fill ? fill(shape.fill) : '',
    shape.stroke ? `${fill(shape.stroke, 'RG')} ${decimal(shape.strokeWidth ?? 1)} w` : '',
    shape.dash ? `[${shape.dash.map(decimal).join(' ')}] 0 d` : '',
    shape.cap ? `${{ round: 1, square: 2 }[shape.cap]} J` : '',
    shape.join ? `${{ round: 1, bevel: 2 }[shape.join]} j` : '',
  ];
  return `${setup.filter(Boolean).join(' ')} ${path} ${paint} Q`;
}

/** The operators for an image, called `name` on the page. */
export function pictureOperators(picture: Picture, name: string): string {
  const { x, y, width, height } = picture;
  return `q ${decimal(width)} 0 0 ${decimal(-height)} ${decimal(x)} ${decimal(y + height)} cm /${name} Do Q`;
}
