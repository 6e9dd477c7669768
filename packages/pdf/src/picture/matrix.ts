import type { Matrix } from '../display/matrix.ts';

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** The matrix that does `inner` first, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/** The matrix that undoes it; undefined when it makes everything flat. */
export function inverse([a, b, c, d, e, f]: Matrix): Matrix | undefined {
  const area = a * d - b * c;
  if (Math.abs(area) < 1e-12) return undefined;
  return [d / area, -b / area, -c / area, a / area, (c * f - d * e) / area, (b * e - a * f) / area];
}

/** `x y x y …`, each pair moved. */
export function moved(values: readonly number[], [a, b, c, d, e, f]: Matrix): readonly number[] {
  return values.map((value, index) => {
    const other = values[index % 2 === 0 ? index + 1 : index - 1] ?? 0;
    return index % 2 === 0 ? a * value + c * other + e : b * other + d * value + f;
  });
}

/** Reads an SVG `transform` attribute (SVG 1.1, 7.6). */
export function parseTransform(source: string | undefined): Matrix {
  let matrix = IDENTITY;
  for (const [, name = '', list = ''] of (source ?? '').matchAll(/(\w+)\s*\(([^)]*)\)/g)) {
    matrix = multiply(
      matrix,
      one(
        name,
        list
          .trim()
          .split(/[\s,]+/)
          .map((value) => Number(value.replace(/(?:px|deg)$/i, ''))),
      ),
    );
  }
  return matrix.every(Number.isFinite) ? matrix : IDENTITY;
}

function one(name: string, [a = 0, b, c, d = 0, e = 0, f = 0]: number[]): Matrix {
  const angle = (a * Math.PI) / 180;
  switch (name) {
    case 'matrix':
      return [a, b ?? 0, c ?? 0, d, e, f];
    case 'translate':
      return [1, 0, 0, 1, a, b ?? 0];
    case 'scale':
      return [a, 0, 0, b ?? a, 0, 0];
    case 'rotate': {
      const turn: Matrix = [Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle), 0, 0];
      if (b === undefined) return turn;
      return multiply(multiply([1, 0, 0, 1, b, c ?? 0], turn), [1, 0, 0, 1, -b, -(c ?? 0)]);
    }
    case 'skewX':
      return [1, 0, Math.tan(angle), 1, 0, 0];
    case 'skewY':
      return [1, Math.tan(angle), 0, 1, 0, 0];
    default:
      return IDENTITY;
  }
}
