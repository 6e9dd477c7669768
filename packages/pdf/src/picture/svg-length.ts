import type { SvgElement } from '@octavo/core/svg';

const UNITS: Readonly<Record<string, number>> = {
  pt: 4 / 3,
  mm: 96 / 25.4,
  cm: 96 / 2.54,
  in: 96,
  pc: 16,
  q: 96 / 101.6,
};

/** Returns a length in user units; `otherwise` for a percentage and for what is none. `em` is the size of the words. */
export function length(source: string | undefined, otherwise: number, em = 16): number {
  const [, digits, unit] = /^\s*([-+.\de]+?)\s*(px|pt|pc|mm|cm|in|q|em|ex)?\s*$/i.exec(source ?? '') ?? [];
  const value = Number(digits);
  if (digits === undefined || !Number.isFinite(value)) return otherwise;
  const name = unit?.toLowerCase() ?? '';
  return value * ({ em, ex: em / 2 }[name] ?? UNITS[name] ?? 1);
}

/** Returns a coordinate or a length in user units; a percentage is of `whole`. */
export function along(source: string | undefined, whole: number, otherwise = 0, em = 16): number {
  const percent = /^\s*([-+.\de]+)%\s*$/i.exec(source ?? '')?.[1];
  if (percent === undefined) return length(source, otherwise, em);
  const value = (Number(percent) / 100) * whole;
  return Number.isFinite(value) ? value : otherwise;
}

/** Percentages are of the size of a viewport. */
export interface Viewport {
  readonly width: number;
  readonly height: number;
}

/** Returns the size of an element's `viewBox` (SVG 2, 8.6); undefined when it has none that can be read. */
export function viewBox({ attributes }: SvgElement): Viewport | undefined {
  const [x, y, width, height] = (attributes.viewBox ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  return x !== undefined && y !== undefined && width && height && width > 0 && height > 0
    ? { width, height }
    : undefined;
}
