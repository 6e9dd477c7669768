/** How many numbers each step of a path takes, as pdf.js writes it: to a place, a line, two curves, the end. */
const STEPS = [2, 2, 6, 4, 0];

/** The box around a path: what pdf.js found, or what its steps say. */
export function cornersOf([, path, box]: readonly unknown[]): readonly number[] {
  if (box) return numbers(box);
  const points = outlinesOf(path).flat();
  if (points.length < 2) return [];
  const [xs, ys] = [points.filter((_, at) => at % 2 === 0), points.filter((_, at) => at % 2 === 1)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** As much of its box as a path fills at least that hides what is under the box; a root's sign or a slanted line does not. */
const MOST_OF_BOX = 0.4;

/** Whether a path fills most of the box around it. */
export function fillsBox(given: readonly unknown[]): boolean {
  const [left = 0, bottom = 0, right = 0, top = 0] = cornersOf(given);
  const outlines = outlinesOf(given[1]);
  const area = outlines.reduce((sum, points) => sum + areaOf(points), 0);
  return outlines.length === 0 || Math.abs(area) >= (right - left) * (top - bottom) * MOST_OF_BOX;
}

/** The area within an outline, whose sign says which way round it runs. */
function areaOf(points: readonly number[]): number {
  let area = 0;
  for (let at = 0; at < points.length; at += 2) {
    const next = (at + 2) % points.length;
    area += (points[at] ?? 0) * (points[next + 1] ?? 0) - (points[next] ?? 0) * (points[at + 1] ?? 0);
  }
  return area / 2;
}

/** The places of each outline of a path, one number after the other, those that its curves bend to too. */
function outlinesOf(path: unknown): number[][] {
  const [data] = (path ?? []) as readonly (ArrayLike<number> | null)[];
  const steps = data ? numbers(data) : [];
  const outlines: number[][] = [];
  for (let at = 0; at < steps.length; at += 1 + (STEPS[steps[at] ?? 4] ?? 0)) {
    if (steps[at] === 0) outlines.push([]);
    outlines.at(-1)?.push(...steps.slice(at + 1, at + 1 + (STEPS[steps[at] ?? 4] ?? 0)));
  }
  return outlines;
}

/** Numbers as pdf.js hands them over, in typed arrays or lists. */
export function numbers(value: unknown): number[] {
  return Array.from(value as ArrayLike<number>);
}
