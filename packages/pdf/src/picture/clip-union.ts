import type { Clip } from '../display/display-list.ts';
import { IDENTITY, type Matrix, moved } from '../display/matrix.ts';
import { pathSteps } from '../display/path-steps.ts';

/**
 * Returns one clip that lets through what any of the clips lets through. PDF fills overlapping paths that run opposite
 * ways as if they were holes (ISO 32000-2, 8.5.3.3.2), so all paths are turned to run the same way round.
 */
export function clipUnion(clips: readonly Clip[]): Clip {
  const [first] = clips;
  if (first && clips.length === 1) return first;
  return { d: clips.map(({ d, matrix }) => sameWay(subpaths(d, matrix))).join(''), matrix: IDENTITY };
}

type Point = readonly [x: number, y: number];

/** A curve has two handles before its end among the points, and a line none. */
interface Subpath {
  readonly points: Point[];
  readonly curves: boolean[];
}

function subpaths(d: string, matrix: Matrix): readonly Subpath[] {
  const paths: Subpath[] = [];
  for (const { operator, values } of pathSteps(d)) {
    const own = pointsOf(moved(values, matrix));
    const path = paths.at(-1);
    if (operator === 'm' || !path) paths.push({ points: own, curves: [] });
    else {
      path.points.push(...(operator === 'h' ? path.points.slice(0, 1) : own));
      path.curves.push(operator === 'c');
    }
  }
  return paths.filter(({ curves }) => curves.length > 0);
}

function pointsOf(values: readonly number[]): Point[] {
  return values.flatMap((x, at): Point[] => (at % 2 === 0 ? [[x, values[at + 1] ?? 0]] : []));
}

function sameWay(paths: readonly Subpath[]): string {
  const isBack = paths.reduce((sum, path) => sum + area(path), 0) < 0;
  return paths
    .map(({ points, curves }) =>
      isBack
        ? written({ points: points.toReversed(), curves: curves.toReversed() })
        : written({ points, curves }),
    )
    .join('');
}

/** Returns twice the area of a polygon of ends and handles. Its sign tells which way round the path runs. */
function area({ points }: Subpath): number {
  return points.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = points[(at + 1) % points.length] ?? [0, 0];
    return sum + x * nextY - nextX * y;
  }, 0);
}

function written({ points, curves }: Subpath): string {
  let at = 1;
  const steps = curves.map((isCurve) => {
    const own = points.slice(at, at + (isCurve ? 3 : 1));
    at += own.length;
    return `${isCurve ? 'C' : 'L'}${own.flat().join(' ')}`;
  });
  return `M${points[0]?.join(' ')}${steps.join('')}Z`;
}
