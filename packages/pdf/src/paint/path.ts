import { type Matrix, moved } from '../display/matrix.ts';
import { type PathStep, pathSteps } from '../display/path-steps.ts';
import type { Digits } from './digits.ts';
import { decimal } from './digits.ts';

/** Writes path data as operators, in its own units or moved by a matrix. */
export function pathOperators(data: string, matrix?: Matrix): string {
  return stepOperators(pathSteps(data), decimal, matrix);
}

/** Writes the steps of a path as operators (ISO 32000-2, 8.5.2). */
export function stepOperators(steps: readonly PathStep[], digits: Digits, matrix?: Matrix): string {
  return steps
    .map(({ operator, values }) =>
      [...(matrix ? moved(values, matrix) : values).map(digits), operator].join(' '),
    )
    .join(' ');
}
