import type { ImageOrientation } from '@octavo/core';
import { around, corners, reachOf } from '../display/bounds.ts';
import type { Box, Drawing, Picture, Shape } from '../display/display-list.ts';
import type { Gradient } from '../display/gradient.ts';
import { pathSteps } from '../display/path-steps.ts';
import { clipOperators, stretches } from './clips.ts';
import { decimal, exactly, exactMatrix } from './digits.ts';
import { fill } from './draw-text.ts';
import { pathOperators, stepOperators } from './path.ts';

/** Returns the operators that draw a box. The y axis points down. */
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

/** A curve that is a quarter of a circle has handles of this length, as a share of the radius. */
const HANDLE = (4 / 3) * Math.tan(Math.PI / 8);

function rounded({ x, y, width, height }: Box, radius: number): string {
  const r = Math.min(radius, width / 2, height / 2);
  const near = r - r * HANDLE;
  const [right, bottom] = [x + width, y + height];
  return [
    `M${x + r} ${y}L${right - r} ${y}C${right - near} ${y} ${right} ${y + near} ${right} ${y + r}`,
    `L${right} ${bottom - r}C${right} ${bottom - near} ${right - near} ${bottom} ${right - r} ${bottom}`,
    `L${x + r} ${bottom}C${x + near} ${bottom} ${x} ${bottom - near} ${x} ${bottom - r}`,
    `L${x} ${y + r}C${x} ${y + near} ${x + near} ${y} ${x + r} ${y}Z`,
  ].join('');
}

/** A drawing uses these things of the page, each by a name that the page gives it. */
export interface ShapeNames {
  /** This is a graphics state with an opacity. */
  readonly state: (opacity: number) => string;
  /** This is a gradient, used as a color. */
  readonly pattern: (gradient: Gradient) => string;
  /** This is an image of pixels. */
  readonly image: (source: string) => string;
  /** This is a graphics state that covers what lies in `box` by a gradient's opacities, and hides everything else. */
  readonly mask: (gradient: Gradient, box: readonly number[]) => string;
}

/** Returns the operators that draw a drawing. */
export function drawingOperators(drawing: Drawing, names: ShapeNames): string {
  const parts = stretches(drawing.shapes).map(({ clip, shapes }) => {
    const drawn = shapes.map((shape) => shapeOperators(shape, names)).join('\n');
    return clip ? `q ${clipOperators(clip)}\n${drawn}\nQ` : drawn;
  });
  return `q 1 0 0 1 ${decimal(drawing.x)} ${decimal(drawing.y)} cm\n${parts.join('\n')}\nQ`;
}

function shapeOperators(shape: Shape, names: ShapeNames): string {
  if (shape.bitmap !== undefined) {
    const [a, b, c, d, e, f] = shape.matrix;
    const place = [a, b, -c, -d, e + c, f + d].map(decimal).join(' ');
    const state = shape.opacity === undefined ? '' : `/${names.state(shape.opacity)} gs `;
    return `q ${state}${place} cm /${names.image(shape.bitmap)} Do Q`;
  }
  // The units of a letter are so small that poppler takes the letter for empty when it has a gradient.
  const inPoints = typeof shape.fill === 'object' && !shape.stroke;
  const steps = pathSteps(shape.d);
  if (steps.length === 0) return '';
  const digits = inPoints ? decimal : exactly(shape.matrix);
  const path = stepOperators(steps, digits, inPoints ? shape.matrix : undefined);
  const even = shape.rule === 'evenodd' ? '*' : '';
  const paint = shape.fill && shape.stroke ? `B${even}` : shape.stroke ? 'S' : `f${even}`;
  const setup = [
    'q',
    maskOperators(shape, names),
    inPoints ? '' : `${exactMatrix(shape.matrix, steps)} cm`,
    shape.opacity !== undefined && shape.opacity < 1 ? `/${names.state(shape.opacity)} gs` : '',
    shape.fill ? inked(shape.fill, 'rg', names) : '',
    shape.stroke ? `${inked(shape.stroke, 'RG', names)} ${digits(shape.strokeWidth ?? 1)} w` : '',
    shape.dash ? `[${shape.dash.map(digits).join(' ')}] ${digits(shape.dashPhase ?? 0)} d` : '',
    shape.cap ? `${{ round: 1, square: 2 }[shape.cap]} J` : '',
    shape.join ? `${{ round: 1, bevel: 2 }[shape.join]} j` : '',
    // The limit is 10 in PDF where nothing is said, and 4 in SVG.
    shape.stroke && !shape.join ? `${decimal(shape.miterLimit ?? 4)} M` : '',
  ];
  return `${setup.filter(Boolean).join(' ')} ${path} ${paint} Q`;
}

/** The mask has to be set before the shape's matrix, since the matrix would move it. */
function maskOperators(shape: Shape, names: ShapeNames): string {
  const gradient = [shape.fill, shape.stroke].find((paint) => typeof paint === 'object');
  if (!gradient?.stops.some(({ opacity }) => opacity < 1)) return '';
  const box = reachOf(shape);
  const seen = box && around(corners(box, shape.matrix));
  return seen ? `/${names.mask(gradient, [seen.left, seen.top, seen.right, seen.bottom])} gs` : '';
}

function inked(paint: string | Gradient, operator: 'rg' | 'RG', { pattern }: ShapeNames): string {
  if (typeof paint === 'string') return fill(paint, operator);
  return operator === 'rg' ? `/Pattern cs /${pattern(paint)} scn` : `/Pattern CS /${pattern(paint)} SCN`;
}

/**
 * For each orientation: an image's top left corner, then the ways to its right side and its bottom, as shares of its
 * box.
 */
const ORIENTATIONS: Readonly<Record<ImageOrientation, readonly number[]>> = {
  1: [0, 0, 1, 0, 0, 1],
  2: [1, 0, -1, 0, 0, 1],
  3: [1, 1, -1, 0, 0, -1],
  4: [0, 1, 1, 0, 0, -1],
  5: [0, 0, 0, 1, 1, 0],
  6: [1, 0, 0, 1, -1, 0],
  7: [1, 1, 0, -1, -1, 0],
  8: [0, 1, 0, -1, 1, 0],
};

/** Returns the operators that draw an image, which the page calls `name`. */
export function pictureOperators(picture: Picture, name: string): string {
  const { x, y, width, height, orientation = 1 } = picture;
  const [left = 0, top = 0, rightX = 0, rightY = 0, downX = 0, downY = 0] = ORIENTATIONS[orientation];
  // In an image, y points up.
  const matrix = [
    rightX * width,
    rightY * height,
    -downX * width,
    -downY * height,
    x + (left + downX) * width,
    y + (top + downY) * height,
  ];
  return `q ${matrix.map(decimal).join(' ')} cm /${name} Do Q`;
}
