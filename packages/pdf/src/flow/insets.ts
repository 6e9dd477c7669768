import type { Image, InlineMath } from '@octavo/core';
import { setFormula } from '../picture/formula.ts';
import type { Inset } from '../text/text-run.ts';
import { hasMathml, tagged } from './formula-structure.ts';
import type { InlineContext } from './inline-set.ts';
import type { Session } from './session.ts';
import { scaled, sizedPicture } from './sized-picture.ts';

/** The tallest picture's share of a page. */
export const TALLEST = 0.6;
/** MathJax's letters are a little smaller than Source Serif's. */
export const FORMULA_SCALE = 1.06;

/** Draws below an element of the structure. */
type MakeInset = (element: number) => Inset;

/** A picture among words, no taller than their line; where only pictures stand, at its natural size. Never wider than its room. */
export function insetPicture(
  session: Session,
  image: Image,
  size: number,
  { room, edit }: Pick<InlineContext, 'room' | 'edit'>,
): MakeInset | undefined {
  const picture = sizedPicture(session, image, edit === 'deleted');
  if (!picture) return undefined;
  const tallest = room?.alone ? session.geometry.depth * TALLEST : size * 1.15;
  const scale = Math.min(1, tallest / picture.height, (room?.width ?? Infinity) / picture.width);
  const [width, height] = [picture.width * scale, picture.height * scale];
  return (element) => ({
    width,
    height,
    depth: size * 0.18,
    item: picture.draw(width, session.structure.content(element)),
  });
}

/** A formula in running text, no wider than its column; undefined, with a message, when it cannot be set. */
export function insetFormula(
  session: Session,
  { value, position }: InlineMath,
  { style, width: column = session.geometry.measure }: Pick<InlineContext, 'style' | 'width'>,
): MakeInset | undefined {
  const { line, column: at } = position?.start ?? {};
  const em = style.size * FORMULA_SCALE;
  const own = { display: false, color: style.color, width: column / em, parts: hasMathml(session) };
  const formula = setFormula(value, session.fonts, own);
  if (typeof formula === 'string') {
    session.report(
      'formula-set',
      `The formula ${value} cannot be set (${formula}); its TeX is printed instead`,
      false,
      { line, column: at },
    );
    return undefined;
  }
  const natural = formula.width * em;
  const shrink = Math.min(1, column / natural);
  if (shrink < 1)
    session.report(
      'formula-set',
      `The formula is ${Math.ceil((natural / column) * 100)} % of the column's width and is printed smaller; write it on lines of its own between "$$", where it can be broken with "\\begin{aligned}"`,
      false,
      { line, column: at },
    );
  const sized = scaled(formula.drawing, em / 1000);
  return (element) => ({
    width: natural * shrink,
    height: formula.height * em * shrink,
    depth: formula.depth * em * shrink,
    item: tagged(session, formula, element, (content) => sized.draw(sized.width * shrink, content)),
  });
}
