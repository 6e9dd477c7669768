import type { Face } from '../fonts/face.ts';
import type { FontSet } from '../fonts/font-set.ts';
import { length } from './svg-length.ts';
import type { SvgStyle } from './svg-style.ts';

/** Returns the size of words in user units. */
export function fontSize(style: SvgStyle): number {
  return length(style['font-size'], 16);
}

/** Returns the faces to try for words, in order. They are the book's own, so that a picture needs no other font. */
export function textStack(fonts: FontSet, style: SvgStyle): readonly Face[] {
  const family = style['font-family'] ?? '';
  const role = /mono|courier|code/i.test(family)
    ? 'code'
    : /(^|[^-])serif|times|georgia/i.test(family.replace(/sans-serif/gi, ''))
      ? 'serif'
      : 'sans';
  const italic = /^(italic|oblique)/.test(style['font-style'] ?? '');
  return fonts.stack({ role, weight: isBold(style['font-weight']) ? 600 : 400, italic }, 'und');
}

/** Above 500 a bolder face is tried first (CSS Fonts 4, 5.2). */
function isBold(weight: string | undefined): boolean {
  return /^\s*bold/.test(weight ?? '') || Number(weight) > 500;
}

/**
 * Returns how far words move down, so that the line of `dominant-baseline` stands where they do (CSS Inline 3, 4.2).
 */
export function baselineDrop(style: SvgStyle, face: Face): number {
  const { ascent, descent, xHeight, unitsPerEm } = face;
  const height =
    {
      middle: xHeight / 2,
      central: (ascent + descent) / 2,
      hanging: ascent * 0.8,
      'text-before-edge': ascent,
      'text-top': ascent,
      'text-after-edge': descent,
      'text-bottom': descent,
      ideographic: descent,
    }[style['dominant-baseline'] ?? ''] ?? 0;
  return (height * fontSize(style)) / unitsPerEm;
}
