import type { Matrix } from '../display/matrix.ts';
import type { PathStep } from '../display/path-steps.ts';

/** Writes a number in a way that PDF allows (ISO 32000-2, 7.3.3). */
export type Digits = (value: number) => string;

/** Returns what writes numbers so exactly that after a matrix they are right to about a thousandth of a point. */
export function exactly([a, b, c, d]: Matrix): Digits {
  const scale = Math.max(Math.hypot(a, b), Math.hypot(c, d));
  return scale <= 2 ? decimal : rounded(3 + Math.ceil(Math.log10(scale / 2)));
}

/** Six decimals of a matrix place no larger coordinate well enough. */
const FAR = 4000;

/** Writes the matrix that moves a path, as exactly as the largest coordinate of the path asks for. */
export function exactMatrix(matrix: Matrix, steps: readonly PathStep[]): string {
  let far = 0;
  for (const { values } of steps) for (const value of values) far = Math.max(far, Math.abs(value));
  const digits = far <= FAR ? precise : rounded(6 + Math.ceil(Math.log10(far / FAR)));
  return matrix.map(digits).join(' ');
}

function rounded(digits: number): Digits {
  // `toFixed` writes no exponent, which JavaScript otherwise does below a millionth.
  return (value) => {
    const [whole = '', part = ''] = value.toFixed(Math.min(digits, 15)).split('.');
    const kept = part.replace(/0+$/, '');
    if (kept === '') return whole === '-0' ? '0' : whole;
    return `${whole}.${kept}`;
  };
}

/** Writes a number with at most three decimals. */
export function decimal(value: number): string {
  const rounded = Math.round(value * 1000) / 1000;
  return Object.is(rounded, -0) ? '0' : `${rounded}`;
}

/** Writes a number with at most six decimals, as matrices and what they are laid on need them. */
export function precise(value: number): string {
  const rounded = Math.round(value * 1e6) / 1e6;
  return Object.is(rounded, -0) ? '0' : `${rounded}`;
}
