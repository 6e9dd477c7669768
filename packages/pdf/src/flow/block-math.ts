import type { MathBlock } from '@octavo/core';
import { setFormula } from '../picture/formula.ts';
import { verbatim } from './block-code.ts';
import type { BlockContext } from './block-context.ts';
import { hasMathml, tagged } from './formula-structure.ts';
import { FORMULA_SCALE } from './insets.ts';
import { scaled } from './sized-picture.ts';

/** Smaller than this, of its size, a formula is hard to read. */
const LEAST_SCALE = 0.7;

/**
 * A displayed formula as outlines, its numbers at the margin; its TeX in the code face, with a message, when
 * it cannot be set.
 */
export async function math(node: MathBlock, context: BlockContext): Promise<void> {
  const { session, column } = context;
  const { line, column: at } = node.position?.start ?? {};
  const warn = (reason: string): void => session.report('formula-set', reason, false, { line, column: at });
  const em = context.style.size * FORMULA_SCALE;
  const style = {
    display: true,
    color: context.style.color,
    width: context.width / em,
    parts: hasMathml(session),
  };
  const formula = setFormula(node.value, session.fonts, style);
  if (typeof formula === 'string') {
    warn(`The formula cannot be set (${formula}); its TeX is printed instead`);
    return verbatim(node.value, context);
  }
  const sized = scaled(formula.drawing, em / 1000);
  const width = Math.min(sized.width, context.width);
  if (width < sized.width * LEAST_SCALE)
    warn(
      `The formula is ${Math.ceil((sized.width / context.width) * 100)} % of the column's width and is printed smaller; break it with "\\begin{aligned}"`,
    );
  const element = session.structure.open('Formula', context.node, { alt: node.value, placement: 'Block' });
  const drawing = tagged(session, formula, element, (content) => sized.draw(width, content));
  const height = drawing.height + context.leading * 0.5;
  column.space(context.leading * 0.6, 1);
  const item = { ...drawing, x: context.x + (context.width - width) / 2, y: context.leading * 0.25 };
  column.add({ height, items: [item], place: context.place });
  column.space(context.leading * 0.6);
}
