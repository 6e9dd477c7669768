import type { Gradient, GradientStop } from '../display/gradient.ts';
import { channelsOf, hexColor } from './color.ts';

type Points = readonly (readonly [number, number])[];

/** No reader can tell more turns apart. */
const MOST_TURNS = 1000;
/** An edge where the gradient begins or ends needs a little space. */
const EDGE = 1e-4;

/**
 * Returns the ends and stops of a gradient as far as it is painted. A gradient that is reflected or repeated goes on
 * until it covers `points`, which are in the gradient's own units, as `ends` are.
 */
export function spreadStops(
  { kind, spread, stops }: { kind: Gradient['kind']; spread: string; stops: readonly GradientStop[] },
  ends: readonly number[],
  points: Points,
): Pick<Gradient, 'ends' | 'stops'> {
  const innermost = kind === 'linear' ? Number.NEGATIVE_INFINITY : middle(ends);
  const [from, to] = kind === 'linear' ? alongLine(ends, points) : [innermost, alongCircles(ends, points)];
  const all = spread === 'pad' ? withEdges(stops) : turns(stops, spread === 'reflect', from, to);
  const spreadOut = cut(all, innermost);
  return { ends: between(ends, spreadOut[0]?.offset ?? 0, spreadOut.at(-1)?.offset ?? 1), stops: spreadOut };
}

/** Where two stops at 0 or at 1 make an edge, the gradient goes on a little beyond it, so that both colors show. */
function withEdges(stops: readonly GradientStop[]): readonly GradientStop[] {
  const [first, second, last, before] = [stops[0], stops[1], stops.at(-1), stops.at(-2)];
  if (!first || !last) return stops;
  return [
    ...(second?.offset === 0 ? [{ ...first, offset: -EDGE }] : []),
    ...stops,
    ...(before?.offset === 1 ? [{ ...last, offset: 1 + EDGE }] : []),
  ];
}

/** Returns the stops of one turn of the gradient after the other. A reflected one has every second turn reversed. */
function turns(stops: readonly GradientStop[], reflect: boolean, from: number, to: number): GradientStop[] {
  const start = Math.floor(from + EDGE);
  const end = Math.max(start + 1, Math.min(Math.ceil(to - EDGE), start + MOST_TURNS));
  return Array.from({ length: end - start }, (_, turn) => start + turn).flatMap((turn) =>
    reflect && turn % 2 !== 0
      ? stops.toReversed().map((stop) => ({ ...stop, offset: turn + 1 - stop.offset }))
      : stops.map((stop) => ({ ...stop, offset: turn + stop.offset })),
  );
}

/** Cuts off the stops before an offset, and adds the color that the gradient has there. */
function cut(stops: readonly GradientStop[], from: number): readonly GradientStop[] {
  const next = stops.findIndex(({ offset }) => offset > from);
  const [before, behind] = [stops[next - 1], stops[next]];
  if (!before || !behind) return stops;
  const share = (from - before.offset) / (behind.offset - before.offset);
  const mixed = (a: number, b: number): number => a + (b - a) * share;
  const end = channelsOf(behind.color);
  const color = hexColor(channelsOf(before.color).map((value, at) => mixed(value, end[at] ?? 0)));
  return [{ offset: from, color, opacity: mixed(before.opacity, behind.opacity) }, ...stops.slice(next)];
}

/** Returns the ends of the gradient when its offsets are `from` and `to` instead of 0 and 1. */
function between(ends: readonly number[], from: number, to: number): readonly number[] {
  const half = ends.length / 2;
  const at = (share: number): number[] =>
    ends.slice(0, half).map((value, index) => value + share * ((ends[index + half] ?? 0) - value));
  return [...at(from), ...at(to)];
}

/** Returns the offsets between which the points lie along a line. */
function alongLine([x1 = 0, y1 = 0, x2 = 0, y2 = 0]: readonly number[], points: Points): [number, number] {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const offsets = points.map(([x, y]) => ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy));
  return [Math.min(...offsets), Math.max(...offsets)];
}

/** Returns the offset of the circle that holds all points. The first circle has to lie in the second. */
function alongCircles(
  [x1 = 0, y1 = 0, r1 = 0, x2 = 0, y2 = 0, r2 = 0]: readonly number[],
  points: Points,
): number {
  const [dx, dy, dr] = [x2 - x1, y2 - y1, r2 - r1];
  const a = dr * dr - dx * dx - dy * dy;
  const offsets = points.map(([x, y]) => {
    // The offset t of a point p solves |p - p1 - t d| = r1 + t dr.
    const b = (x - x1) * dx + (y - y1) * dy + r1 * dr;
    const c = (x - x1) ** 2 + (y - y1) ** 2 - r1 * r1;
    return (-b + Math.sqrt(Math.max(0, b * b + a * c))) / a;
  });
  return Math.max(1, ...offsets);
}

/** Returns the offset at which the circle has no radius. */
function middle([, , r1 = 0, , , r2 = 0]: readonly number[]): number {
  return r1 === 0 ? 0 : -r1 / (r2 - r1);
}
