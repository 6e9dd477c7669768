import type { EntryNumbers } from '@octavo/core/say';
import { MUTED } from '../page/theme.ts';
import { textWidth } from '../text/set-text.ts';
import { addIn, type BlockContext, inlineContext, setIn } from './block-context.ts';
import type { EntryTitle } from './entry-title.ts';
import { inlineRuns, plainRuns } from './inline.ts';
import { referenceTo } from './say.ts';

/** The questions to read next: number, question, page, each a link. */
export function related(
  { label: caption, numbers }: EntryNumbers,
  context: BlockContext,
  titles: ReadonlyMap<string, EntryTitle>,
): void {
  const { session, column } = context;
  const { structure, theme } = session;
  const isRight = context.direction === 'rtl';
  const align = isRight ? 'right' : 'left';
  const heading = structure.open('P', context.node);
  column.space(context.leading);
  addIn(context, setIn(context, plainRuns(session, caption, theme.label, heading), { align }), { keep: 2 });
  const list = structure.open('L', context.node, { numbering: 'Ordered' });
  const style = { ...theme.small, color: MUTED, features: ['lnum', 'tnum'] };
  const indent = Math.max(
    ...numbers.map((number) =>
      textWidth(session, [{ text: `${number}0`, style, content: -1, language: 'und' }]),
    ),
  );
  for (const [index, number] of numbers.entries()) {
    const item = structure.open('LI', list);
    const runs = plainRuns(session, `${number} `, style, structure.open('Lbl', item));
    const [label] = setIn(context, runs, { align, width: 100 });
    const node = structure.open('LBody', item);
    const text = titles.get(number)?.text ?? number;
    const own = inlineContext({ ...context, mentioned: new Set() }, node, style);
    const words = inlineRuns(session, [{ ...referenceTo(number, text), automatic: true }], own);
    const first = column.pieces.length;
    // The titles are no part of this entry's text, so their place is that of the list.
    addIn(context, setIn(context, words, { align, width: context.width - indent }), {
      x: isRight ? context.x : context.x + indent,
      keep: index < numbers.length - 1,
      onePlace: true,
      together: true,
    });
    const edge = isRight ? context.x + context.width - (label?.width ?? 0) : context.x;
    if (label) column.beside(first, label, edge - label.left);
  }
}
