import type { Matrix } from '../display/matrix.ts';

/** A `viewBox`: left, top, width, height. */
export type ViewBox = readonly [number, number, number, number];

/** From a view box to a viewport, as `preserveAspectRatio` says (SVG 2, 8.8). */
export function fitView(
  [x, y, w, h]: ViewBox,
  { width, height }: { readonly width: number; readonly height: number },
  aspect = '',
): Matrix {
  if (/^\s*none\b/.test(aspect)) return [width / w, 0, 0, height / h, (-x * width) / w, (-y * height) / h];
  const scale = (/\bslice\b/.test(aspect) ? Math.max : Math.min)(width / w, height / h);
  const share = (side: 'x' | 'Y'): number =>
    ({ Min: 0, Max: 1 })[new RegExp(`${side}(Min|Max)`).exec(aspect)?.[1] ?? ''] ?? 0.5;
  return [
    scale,
    0,
    0,
    scale,
    (width - w * scale) * share('x') - x * scale,
    (height - h * scale) * share('Y') - y * scale,
  ];
}
