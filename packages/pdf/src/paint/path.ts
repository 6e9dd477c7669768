import type { Matrix } from '../display/display-list.ts';
import { pathSteps } from '../picture/path-steps.ts';
import { decimal } from './pdf-document.ts';

/** SVG path data as PDF path operators, in its own units or moved by a matrix. */
export function pathOperators(data: string, matrix?: Matrix): string {
  return pathSteps(data)
    .map(({ operator, values }) =>
      [...(matrix ? moved(values, matrix) : values).map(decimal), operator].join(' '),
    )
    .join(' ');
}

/** `x y x y …`, each pair moved. */
function moved(values: readonly number[], [a, b, c, d, e, f]: Matrix): readonly number[] {
  return values.map((value, index) => {
    const other = values[index % 2 === 0 ? index + 1 : index - 1] ?? 0;
    return index % 2 === 0 ? a * value + c * other + e : b * other + d * value + f;
  });
}
