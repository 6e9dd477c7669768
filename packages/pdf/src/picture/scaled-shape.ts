import type { Shape } from '../display/display-list.ts';
import type { Gradient } from '../display/gradient.ts';
import { type Matrix, multiply } from '../display/matrix.ts';

/** Returns a shape so many times as large, with its gradients and clips. */
export function scaledShape(shape: Shape, scale: number): Shape {
  const by: Matrix = [scale, 0, 0, scale, 0, 0];
  return {
    ...shape,
    matrix: multiply(by, shape.matrix),
    ...(shape.clip
      ? { clip: shape.clip.map((clip) => ({ ...clip, matrix: multiply(by, clip.matrix) })) }
      : {}),
    ...(typeof shape.fill === 'object' ? { fill: scaledGradient(shape.fill, by) } : {}),
    ...(typeof shape.stroke === 'object' ? { stroke: scaledGradient(shape.stroke, by) } : {}),
  };
}

function scaledGradient(gradient: Gradient, by: Matrix): Gradient {
  return { ...gradient, matrix: multiply(by, gradient.matrix) };
}
