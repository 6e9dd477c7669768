import type { Clip } from '../display/display-list.ts';
import { IDENTITY, type Matrix, moved } from '../display/matrix.ts';
import { type PathStep, pathSteps } from '../display/path-steps.ts';

/**
 * Returns one clip that lets through what any of the clips lets through. PDF fills overlapping paths that run opposite
 * ways as if they were holes (ISO 32000-2, 8.5.3.3.2), so all paths are turned to run the same way round.
 */
export function clipUnion(clips: readonly Clip[]): Clip {
  const [first] = clips;
  if (first && clips.length === 1) return first;
  return { d: clips.map(({ d, matrix }) => sameWay(placed(d, matrix))).join(''), matrix: IDENTITY };
}

interface Curve {
  readonly from: readonly number[];
  /** There are two handles, as `x y x y`, or none for a line. */
  readonly handles: readonly number[];
  readonly to: readonly number[];
}

function placed(d: string, matrix: Matrix): readonly (readonly Curve[])[] {
  const paths: Curve[][] = [];
  let pen: readonly number[] = [0, 0];
  let start = pen;
  for (const { operator, values } of pathSteps(d).map((step) => movedStep(step, matrix))) {
    const to: readonly number[] = operator === 'h' ? start : values.slice(-2);
    if (operator === 'm') {
      start = to;
      paths.push([]);
    } else paths.at(-1)?.push({ from: pen, handles: values.slice(0, -2), to });
    pen = to;
  }
  return paths.filter((path) => path.length > 0);
}

function movedStep({ operator, values }: PathStep, matrix: Matrix): PathStep {
  return { operator, values: moved(values, matrix) };
}

function sameWay(paths: readonly (readonly Curve[])[]): string {
  const turned =
    paths.reduce((sum, path) => sum + area(path), 0) < 0
      ? paths.map((path) => path.map(back).reverse())
      : paths;
  return turned.map((path) => `M${(path[0]?.from ?? []).join(' ')}${path.map(written).join('')}Z`).join('');
}

/** Returns twice the area of a polygon of ends and handles. Its sign tells which way round the path runs. */
function area(path: readonly Curve[]): number {
  const points = path.flatMap(({ from, handles }) => [...from, ...handles]);
  points.push(...(path.at(-1)?.to ?? []));
  let sum = 0;
  for (let at = 0; at < points.length; at += 2) {
    const next = (at + 2) % points.length;
    sum += (points[at] ?? 0) * (points[next + 1] ?? 0) - (points[next] ?? 0) * (points[at + 1] ?? 0);
  }
  return sum;
}

function back({ from, handles, to }: Curve): Curve {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = handles;
  return { from: to, handles: handles.length > 0 ? [x2, y2, x1, y1] : [], to: from };
}

function written({ handles, to }: Curve): string {
  return `${handles.length > 0 ? 'C' : 'L'}${[...handles, ...to].join(' ')}`;
}
