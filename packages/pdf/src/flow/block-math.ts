import type { MathBlock } from '@octavo/core';
import { setFormula } from '../picture/formula.ts';
import type { SetLine } from '../text/set-line.ts';
import { textWidth } from '../text/set-text.ts';
import type { TextStyle } from '../text/text-run.ts';
import { verbatim } from './block-code.ts';
import { type BlockContext, setIn } from './block-context.ts';
import { pictureFacts, pictureMarks } from './edits.ts';
import { hasMathml, tagged } from './formula-structure.ts';
import { plainRuns } from './inline.ts';
import { FORMULA_SCALE } from './insets.ts';
import { labelRuns } from './label-runs.ts';
import { anchorPart } from './part-label.ts';
import { moved } from './piece.ts';
import { scaled } from './sized-picture.ts';

/** A formula that is scaled below this share of its size is hard to read. */
const LEAST_SCALE = 0.7;

/**
 * A displayed formula as outlines, its number at the end of the line, those of its rows at the margin; its TeX in
 * the code face, with a message, when it cannot be set.
 */
export async function math(node: MathBlock, context: BlockContext): Promise<void> {
  const { session, column, leading } = context;
  const { structure } = session;
  const { line, column: at } = node.position?.start ?? {};
  const warn = (reason: string): void => session.report('formula-set', reason, false, { line, column: at });
  const em = context.style.size * FORMULA_SCALE;
  const group = node.numbered === undefined ? context.node : structure.open('Captioned', context.node);
  const room = context.width - numberWidth(node, context);
  const style = {
    display: true,
    color: context.style.color,
    width: room / em,
    // The words that say what became of a formula stand with its TeX, which is not read where there is MathML.
    parts: hasMathml(session) && !context.edit,
  };
  const formula = setFormula(node.value, session.fonts, style);
  column.space(leading * 0.6, 1);
  if (typeof formula === 'string') {
    anchorPart(node, context, group);
    warn(`The formula cannot be set (${formula}); its TeX is printed instead`);
    await verbatim([{ kind: context.edit ?? 'same', text: node.value }], { ...context, node: group });
    const number = numberOf(node, context, group);
    if (number) column.addLines([number], { x: context.x });
    return;
  }
  const sized = scaled(formula.drawing, em / 1000);
  const width = Math.min(sized.width, room);
  if (width < sized.width * LEAST_SCALE)
    warn(
      `The formula is ${Math.ceil((sized.width / room) * 100)} % of the column's width and is printed smaller; break it with "\\begin{aligned}"`,
    );
  const element = structure.open('Formula', group, {
    ...pictureFacts(node.value, context),
    placement: 'Block',
  });
  anchorPart(node, context, element);
  const drawing = tagged(session, formula, element, (content) => sized.draw(width, content));
  const height = drawing.height + leading * 0.5;
  // The formula stands in the middle of the column, or next to its number where it would touch the number.
  const middle = (context.width - width) / 2;
  const start =
    context.direction === 'rtl' ? Math.max(middle, context.width - room) : Math.min(middle, room - width);
  const number = numberOf(node, context, group);
  const items = number ? moved(number, context.x, (height - number.height) / 2).items : [];
  const item = { ...drawing, x: context.x + start, y: leading * 0.25 };
  const marks = pictureMarks(item, context.edit);
  column.add({ height, items: [item, ...marks, ...items], place: context.place });
  column.space(leading * 0.6);
}

/** The figures of the number are as high as those of the formula. */
function numberStyle({ style }: BlockContext): TextStyle {
  return { ...style, features: ['lnum'] };
}

/** Returns the part of the column that a formula's number takes, with the space before it. */
function numberWidth({ numbered, before }: MathBlock, context: BlockContext): number {
  const { session, leading } = context;
  if (numbered === undefined) return 0;
  const all = before === undefined ? numbered : `${before}\u2002${numbered}`;
  return textWidth(session, plainRuns(session, all, numberStyle(context), -1)) + leading;
}

/** Sets the number at the end of the line. It is a `Lbl` and the whole of the formula's caption. */
function numberOf(
  { numbered, before }: MathBlock,
  context: BlockContext,
  group: number,
): SetLine | undefined {
  if (numbered === undefined) return undefined;
  const { session, direction } = context;
  const label = session.structure.open('Lbl', session.structure.open('Caption', group));
  const align = direction === 'rtl' ? 'left' : 'right';
  const runs = labelRuns(context, numbered, numberStyle(context), label, before);
  return setIn(context, runs, { align, direction: 'ltr' })[0];
}
