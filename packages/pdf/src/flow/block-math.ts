import type { MathBlock } from '@octavo/core';
import { setFormula } from '../picture/formula.ts';
import { verbatim } from './block-code.ts';
import type { BlockContext } from './block-context.ts';
import { scaled } from './sized-picture.ts';

/** A displayed formula as outlines; its TeX in the code face, with a message, when it cannot be set. */
export async function math(node: MathBlock, context: BlockContext): Promise<void> {
  const { session, column } = context;
  const formula = setFormula(node.value, true, session.fonts, context.style.color);
  if (typeof formula === 'string') {
    const start = node.position?.start;
    session.report(
      'formula-set',
      `The formula cannot be set (${formula}); its TeX is printed instead`,
      false,
      { line: start?.line, column: start?.column },
    );
    return verbatim(node.value, context);
  }
  const em = context.style.size * 1.06;
  const sized = scaled(formula.drawing, em / 1000);
  const width = Math.min(sized.width, context.width);
  const element = session.structure.open('Formula', context.node, { alt: node.value, placement: 'Block' });
  const drawing = sized.draw(width, session.structure.content(element));
  const height = drawing.height + context.leading * 0.5;
  column.space(context.gap * 1.2);
  const item = { ...drawing, x: context.x + (context.width - width) / 2, y: context.leading * 0.25 };
  column.add({ height, items: [item], place: context.place });
  column.space(context.gap * 1.2);
}
