import type { Shape } from '../display/display-list.ts';
import { along } from './svg-length.ts';
import type { SvgStyle } from './svg-style.ts';

type Line = Pick<Shape, 'dash' | 'dashPhase' | 'cap' | 'join' | 'miterLimit'>;

/** How a stroke's line looks, apart from its colour and width; a percentage is of `whole`. */
export function strokeLine(style: SvgStyle, whole: number): Line {
  const {
    'stroke-linecap': cap,
    'stroke-linejoin': join,
    'stroke-miterlimit': miter,
  } = style as Readonly<Record<string, string | undefined>>;
  const limit = Number(miter ?? Number.NaN);
  return {
    ...dashes(style, whole),
    ...(cap === 'round' || cap === 'square' ? { cap } : {}),
    ...(join === 'round' || join === 'bevel'
      ? { join }
      : limit >= 1 && limit < 1e6
        ? { miterLimit: limit }
        : {}),
  };
}

/** An odd list goes round twice in both formats (SVG 2, 13.5.6; ISO 32000-1, 8.4.3.6). */
function dashes(style: SvgStyle, whole: number): Line {
  const dash = (style['stroke-dasharray'] ?? '')
    .trim()
    .split(/[\s,]+/)
    .map((part) => along(part, whole, Number.NaN));
  // What is not a list of lengths, or has one below nothing, is no list at all.
  if (!dash.every((part) => part >= 0) || dash.every((part) => part === 0)) return {};
  // Poppler takes the phase of an odd list by one round of it, where a dash may be a gap.
  const even = dash.length % 2 === 0 ? dash : [...dash, ...dash];
  const turn = even.reduce((sum, part) => sum + part, 0);
  const phase = along(style['stroke-dashoffset'], whole) % turn;
  // PDF 1.7 says nothing of a phase below nothing.
  return phase === 0 ? { dash } : { dash: even, dashPhase: phase < 0 ? phase + turn : phase };
}
