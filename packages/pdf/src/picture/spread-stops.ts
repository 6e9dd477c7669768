import type { Gradient, GradientStop } from '../display/gradient.ts';
import { channelsOf, hexColor } from './color.ts';

type Points = readonly (readonly [number, number])[];

/** More turns than a reader can tell apart. */
const MOST_TURNS = 1000;
/** Room for an edge where the gradient begins or ends. */
const EDGE = 1e-4;

/**
 * A gradient from 0 to 1 as far as it is painted: one that is reflected or repeated goes on until it
 * covers `points`, in the gradient's own units.
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

/** With its first and last colours on both sides of an edge at 0 or at 1. */
function withEdges(stops: readonly GradientStop[]): readonly GradientStop[] {
  const [first, second, last, before] = [stops[0], stops[1], stops.at(-1), stops.at(-2)];
  if (!first || !last) return stops;
  return [
    ...(second?.offset === 0 ? [{ ...first, offset: -EDGE }] : []),
    ...stops,
    ...(before?.offset === 1 ? [{ ...last, offset: 1 + EDGE }] : []),
  ];
}

/** One gradient behind the other, every second one reversed when they are reflected. */
function turns(stops: readonly GradientStop[], reflect: boolean, from: number, to: number): GradientStop[] {
  const start = Math.floor(from + EDGE);
  const end = Math.max(start + 1, Math.min(Math.ceil(to - EDGE), start + MOST_TURNS));
  return Array.from({ length: end - start }, (_, turn) => start + turn).flatMap((turn) =>
    reflect && turn % 2 !== 0
      ? stops.toReversed().map((stop) => ({ ...stop, offset: turn + 1 - stop.offset }))
      : stops.map((stop) => ({ ...stop, offset: turn + stop.offset })),
  );
}

/** Without what lies before `from`. */
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

/** The ends where the offsets are `from` and `to` instead of 0 and 1. */
function between(ends: readonly number[], from: number, to: number): readonly number[] {
  const half = ends.length / 2;
  const at = (share: number): number[] =>
    ends.slice(0, half).map((value, index) => value + share * ((ends[index + half] ?? 0) - value));
  return [...at(from), ...at(to)];
}

/** The offsets between which the points lie. */
function alongLine([x1 = 0, y1 = 0, x2 = 0, y2 = 0]: readonly number[], points: Points): [number, number] {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const offsets = points.map(([x, y]) => ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy));
  return [Math.min(...offsets), Math.max(...offsets)];
}

/** The offset of the circle that holds all points; the first circle lies in the second. */
function alongCircles(
  [x1 = 0, y1 = 0, r1 = 0, x2 = 0, y2 = 0, r2 = 0]: readonly number[],
  points: Points,
): number {
  const [dx, dy, dr] = [x2 - x1, y2 - y1, r2 - r1];
  const a = dr * dr - dx * dx - dy * dy;
  const offsets = points.map(([x, y]) => {
    // |p - p1 - t d| = r1 + t dr
    const b = (x - x1) * dx + (y - y1) * dy + r1 * dr;
    const c = (x - x1) ** 2 + (y - y1) ** 2 - r1 * r1;
    return (-b + Math.sqrt(Math.max(0, b * b + a * c))) / a;
  });
  return Math.max(1, ...offsets);
}

/** The offset at which a circle has no radius. */
function middle([, , r1 = 0, , , r2 = 0]: readonly number[]): number {
  return r1 === 0 ? 0 : -r1 / (r2 - r1);
}
