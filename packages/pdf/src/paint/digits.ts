import type { Matrix } from '../display/matrix.ts';
import type { PathStep } from '../display/path-steps.ts';

/** A number as PDF wants it. */
export type Digits = (value: number) => string;

/** Numbers that are exact to about a thousandth of a point after a matrix. */
export function exactly([a, b, c, d]: Matrix): Digits {
  const scale = Math.max(Math.hypot(a, b), Math.hypot(c, d));
  return scale <= 2 ? decimal : rounded(3 + Math.ceil(Math.log10(scale / 2)));
}

/** The largest coordinate that six decimals of a matrix place well enough. */
const FAR = 4000;

/** The numbers of a matrix that moves a path, as exact as its largest coordinate asks for. */
export function exactMatrix(matrix: Matrix, steps: readonly PathStep[]): string {
  let far = 0;
  for (const { values } of steps) for (const value of values) far = Math.max(far, Math.abs(value));
  const digits = far <= FAR ? precise : rounded(6 + Math.ceil(Math.log10(far / FAR)));
  return matrix.map(digits).join(' ');
}

function rounded(digits: number): Digits {
  // Without the exponent that a number gets by itself below a millionth.
  return (value) => {
    const [whole = '', part = ''] = value.toFixed(Math.min(digits, 15)).split('.');
    const kept = part.replace(/0+$/, '');
    if (kept === '') return whole === '-0' ? '0' : whole;
    return `${whole}.${kept}`;
  };
}

/** A number as PDF wants it: no exponent, three decimals. */
export function decimal(value: number): string {
  const rounded = Math.round(value * 1000) / 1000;
  return Object.is(rounded, -0) ? '0' : `${rounded}`;
}

/** A number with six decimals, for matrices and what they are laid on. */
export function precise(value: number): string {
  const rounded = Math.round(value * 1e6) / 1e6;
  return Object.is(rounded, -0) ? '0' : `${rounded}`;
}
