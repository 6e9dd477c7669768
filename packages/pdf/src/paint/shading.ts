import type { Gradient, GradientStop } from '../display/gradient.ts';
import { channelsOf } from '../picture/color.ts';
import { precise } from './digits.ts';

/** A shading shows a gradient's colors, or its opacities as shades of gray. */
export type Shade = 'colors' | 'opacities';

/** Writes a gradient as a shading dictionary (ISO 32000-2, 8.7.4.5.3 and 8.7.4.5.4). */
export function shading({ kind, ends, stops }: Gradient, of: Shade): string {
  const [first, last] = [stops[0]?.offset ?? 0, stops.at(-1)?.offset ?? 1];
  const placed = stops.map((stop) => ({ ...stop, offset: (stop.offset - first) / (last - first) }));
  const type = kind === 'linear' ? 2 : 3;
  const space = of === 'colors' ? 'DeviceRGB' : 'DeviceGray';
  return `<</ShadingType ${type}/ColorSpace/${space}/Coords${list(ends)}/Function${stitched(placed, of)}/Extend[true true]>>`;
}

/** Joins one function for each pair of stops (ISO 32000-2, 7.10.4). Two stops at one place make an edge. */
function stitched(stops: readonly GradientStop[], of: Shade): string {
  const pieces: { readonly from: number; readonly source: string }[] = [];
  for (const [index, to] of stops.entries()) {
    const from = stops[index - 1];
    if (!from || precise(from.offset) === precise(to.offset)) continue;
    const ends = `/C0${list(values(from, of))}/C1${list(values(to, of))}`;
    pieces.push({ from: from.offset, source: `<</FunctionType 2/Domain[0 1]/N 1${ends}>>` });
  }
  const [first, ...others] = pieces;
  if (first && others.length === 0) return first.source;
  const bounds = list(others.map(({ from }) => from));
  const encode = list(pieces.flatMap(() => [0, 1]));
  const functions = pieces.map(({ source }) => source).join('');
  return `<</FunctionType 3/Domain[0 1]/Bounds${bounds}/Encode${encode}/Functions[${functions}]>>`;
}

function values(stop: GradientStop, of: Shade): readonly number[] {
  if (of === 'opacities') return [stop.opacity];
  return channelsOf(stop.color).map((value) => value / 255);
}

function list(numbers: readonly number[]): string {
  return `[${numbers.map(precise).join(' ')}]`;
}
