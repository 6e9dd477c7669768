import type { Image } from '@octavo/core';
import { setFormula } from '../picture/formula.ts';
import type { Inset, TextStyle } from '../text/text-run.ts';
import type { Session } from './session.ts';
import { scaled, sizedPicture } from './sized-picture.ts';

/** How much room a picture has, and whether nothing but pictures stands there. */
export interface PictureRoom {
  readonly width: number;
  readonly alone: boolean;
}

/** The tallest picture's share of a page. */
export const TALLEST = 0.6;

type MakeInset = (content: number) => Inset;

/** A picture among words, no taller than their line; where only pictures stand, at its natural size. Never wider than its room. */
export function insetPicture(
  session: Session,
  image: Image,
  size: number,
  room: PictureRoom | undefined,
): MakeInset | undefined {
  const picture = sizedPicture(session, image);
  if (!picture) return undefined;
  const tallest = room?.alone ? session.geometry.depth * TALLEST : size * 1.15;
  const scale = Math.min(1, tallest / picture.height, (room?.width ?? Infinity) / picture.width);
  const [width, height] = [picture.width * scale, picture.height * scale];
  return (content) => ({ width, height, depth: size * 0.18, item: picture.draw(width, content) });
}

/** A formula in running text; undefined, with a message, when its TeX cannot be set. */
export function insetFormula(session: Session, tex: string, style: TextStyle): MakeInset | undefined {
  const formula = setFormula(tex, false, session.fonts, style.color);
  if (typeof formula === 'string') {
    session.report(
      'formula-set',
      `The formula ${tex} cannot be set (${formula}); its TeX is printed instead`,
    );
    return undefined;
  }
  // MathJax's letters are a little smaller than Source Serif's.
  const em = style.size * 1.06;
  const sized = scaled(formula.drawing, em / 1000);
  return (content) => ({
    width: formula.width * em,
    height: formula.height * em,
    depth: formula.depth * em,
    item: sized.draw(sized.width, content),
  });
}
