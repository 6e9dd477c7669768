import { pathSteps } from '../picture/path-steps.ts';
import { decimal } from './pdf-document.ts';

/** SVG path data as PDF path operators. */
export function pathOperators(data: string): string {
  return pathSteps(data)
    .map(({ operator, values }) => [...values.map(decimal), operator].join(' '))
    .join(' ');
}
