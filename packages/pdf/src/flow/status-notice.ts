import type { Entry } from '@octavo/core';
import type { Notice } from '@octavo/core/say';
import { ACCENT, TINT } from '../page/theme.ts';
import { addIn, type BlockContext, inlineContext, setIn } from './block-context.ts';
import type { EntryTitle } from './entry-title.ts';
import { inlineRuns, plainRuns } from './inline.ts';
import { sayPhrasing } from './say.ts';

/** Says that an entry is not approved, withdrawn, out of date, a draft or replaced. */
export async function statusNotice(
  notices: readonly Notice[],
  entry: Entry,
  context: BlockContext,
  titles: ReadonlyMap<string, EntryTitle>,
): Promise<void> {
  const { session, column } = context;
  const style = { ...session.theme.small, color: ACCENT };
  const padding = context.leading * 0.7;
  const frame = {
    x: context.x,
    width: context.width,
    above: context.leading / 2,
    below: context.leading / 2,
    fill: TINT,
    bar: { color: ACCENT, width: 2, right: context.direction === 'rtl' },
  };
  column.space(context.leading / 2);
  await column.framed(frame, async () => {
    const element = session.structure.open('P', context.node);
    const runs = notices.flatMap(({ title, text, replacement }) => [
      ...[title, text].flatMap((words) =>
        words === undefined
          ? []
          : plainRuns(session, `${words}${words === title ? '. ' : ' '}`, { ...style, weight: 600 }, element),
      ),
      ...inlineRuns(
        session,
        sayPhrasing(replacement, (number) => titles.get(number)?.text),
        inlineContext(context, element, style),
      ),
    ]);
    const lines = setIn(context, runs, { width: context.width - 2 * padding, align: 'left' });
    addIn(context, lines, { x: context.x + padding, keep: entry.answer.length > 0 });
  });
  column.space(context.leading / 2);
}
