/** The matrix `[a b c d e f]` makes x into a x + c y + e, and y into b x + d y + f (ISO 32000-2, 8.3.4). */
export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** Returns the matrix that does `inner` first, and then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/** Returns the matrix that undoes another one; undefined for a matrix that leaves no area. */
export function inverse([a, b, c, d, e, f]: Matrix): Matrix | undefined {
  const area = a * d - b * c;
  if (Math.abs(area) < 1e-12) return undefined;
  return [d / area, -b / area, -c / area, a / area, (c * f - d * e) / area, (b * e - a * f) / area];
}

/** Moves the points of a list `x y x y …` by a matrix. */
export function moved(values: readonly number[], [a, b, c, d, e, f]: Matrix): readonly number[] {
  return values.map((value, index) => {
    const other = values[index % 2 === 0 ? index + 1 : index - 1] ?? 0;
    return index % 2 === 0 ? a * value + c * other + e : b * other + d * value + f;
  });
}

/** Reads a `transform` as usvg writes it: `matrix(a b c d e f)`, or none. */
export function matrixOf(source: string | undefined): Matrix {
  if (source === undefined) return IDENTITY;
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = source
    .slice('matrix('.length, -1)
    .split(' ')
    .map(Number);
  return [a, b, c, d, e, f];
}
