import { type Matrix, moved } from './matrix.ts';

/** This is one step of a path: the operator of PDF that draws it (ISO 32000-2, 8.5.2), and its numbers. */
export interface PathStep {
  readonly operator: 'm' | 'l' | 'c' | 'h';
  readonly values: readonly number[];
}

/** Reads path data as usvg and HarfBuzz write it. Quadratic curves become cubic ones, since a PDF has no others. */
export function pathSteps(data: string): readonly PathStep[] {
  let [x, y] = [0, 0];
  return Array.from(data.matchAll(/([MLCQZ])([^MLCQZ]*)/g), ([, command = '', list = '']): PathStep => {
    const values = (list.match(/[^\s,]+/g) ?? []).map(Number);
    const [fromX, fromY] = [x, y];
    if (command !== 'Z') [x, y] = values.slice(-2) as [number, number];
    if (command !== 'Q') return { operator: OPERATORS[command] ?? 'h', values };
    const [qx = 0, qy = 0] = values;
    const toward = (from: number, handle: number): number => from + (2 / 3) * (handle - from);
    return {
      operator: 'c',
      values: [toward(fromX, qx), toward(fromY, qy), toward(x, qx), toward(y, qy), x, y],
    };
  });
}

const OPERATORS: Readonly<Record<string, PathStep['operator']>> = { M: 'm', L: 'l', C: 'c', Z: 'h' };

/** Returns path data after a matrix. */
export function movedPath(data: string, matrix: Matrix): string {
  const letters = { m: 'M', l: 'L', c: 'C', h: 'Z' };
  return pathSteps(data)
    .map(({ operator, values }) => `${letters[operator]}${moved(values, matrix).join(' ')}`)
    .join('');
}
