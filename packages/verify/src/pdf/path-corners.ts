/** How many numbers each step of a path takes, as pdf.js writes it: to a place, a line, two curves, the end. */
const STEPS = [2, 2, 6, 4, 0];

/** The box around a path: what pdf.js found, or what its steps say. */
export function cornersOf([, path, box]: readonly unknown[]): readonly number[] {
  if (box) return numbers(box);
  const [data] = (path ?? []) as readonly (ArrayLike<number> | null)[];
  const steps = data ? numbers(data) : [];
  const points: number[] = [];
  for (let at = 0; at < steps.length; at += 1 + (STEPS[steps[at] ?? 4] ?? 0))
    points.push(...steps.slice(at + 1, at + 1 + (STEPS[steps[at] ?? 4] ?? 0)));
  if (points.length < 2) return [];
  const [xs, ys] = [points.filter((_, at) => at % 2 === 0), points.filter((_, at) => at % 2 === 1)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** Numbers as pdf.js hands them over, in typed arrays or lists. */
export function numbers(value: unknown): number[] {
  return Array.from(value as ArrayLike<number>);
}
