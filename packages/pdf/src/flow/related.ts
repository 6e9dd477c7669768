import type { EntryNumbers } from '@octavo/core/say';
import { MUTED } from '../page/theme.ts';
import { setText, textWidth } from '../text/set-text.ts';
import type { BlockContext } from './block-context.ts';
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
  const { leading } = context;
  const isRight = context.direction === 'rtl';
  const settings = {
    leading,
    align: isRight ? 'right' : 'left',
    direction: context.direction,
  } as const;
  const heading = structure.open('P', context.node);
  const [title] = setText(session, plainRuns(session, caption, theme.label, heading), {
    ...settings,
    width: context.width,
  });
  column.space(context.leading);
  if (title) column.addLines([title], { x: context.x, place: context.place, keep: 2 });
  const list = structure.open('L', context.node, { numbering: 'Ordered' });
  const style = { ...theme.small, color: MUTED, features: ['lnum', 'tnum'] };
  const indent = Math.max(
    ...numbers.map((number) =>
      textWidth(session, [{ text: `${number}0`, style, content: -1, language: 'und' }]),
    ),
  );
  for (const [index, number] of numbers.entries()) {
    const item = structure.open('LI', list);
    const [label] = setText(session, plainRuns(session, `${number} `, style, structure.open('Lbl', item)), {
      ...settings,
      width: 100,
    });
    const node = structure.open('LBody', item);
    const text = titles.get(number)?.text ?? number;
    const runs = inlineRuns(session, [{ ...referenceTo(number, text), automatic: true }], {
      style,
      node,
      language: context.language,
      mentioned: new Set(),
    });
    const first = column.pieces.length;
    const lines = setText(session, runs, { ...settings, width: context.width - indent });
    // The titles are no part of this entry's text, so their place is that of the list.
    const placed = lines.map((line) => ({ ...line, source: undefined }));
    column.addLines(placed, {
      x: isRight ? context.x : context.x + indent,
      place: context.place,
      keep: index < numbers.length - 1,
      together: true,
    });
    const edge = isRight ? context.x + context.width - (label?.width ?? 0) : context.x;
    if (label) column.beside(first, label, edge - label.left);
  }
}
