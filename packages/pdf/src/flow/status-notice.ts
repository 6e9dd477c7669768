import type { Entry } from '@octavo/core';
import { ACCENT, TINT } from '../page/theme.ts';
import { setText } from '../text/set-text.ts';
import { type BlockContext, inlineContext } from './block-context.ts';
import type { EntryTitle } from './chapter-task.ts';
import { inlineRuns, plainRuns } from './inline.ts';

/** Says that an entry is not approved, withdrawn, out of date or a draft, and what replaces it. */
export async function statusNotice(
  entry: Entry,
  context: BlockContext,
  titles: ReadonlyMap<string, EntryTitle>,
): Promise<void> {
  const { session, column } = context;
  const { labels } = session.facts;
  const lifecycle = {
    withdrawn: `${labels.withdrawn}. ${labels.withdrawnNotice} `,
    deprecated: `${labels.deprecated}. ${labels.deprecatedNotice} `,
    draft: `${labels.draft}. `,
    active: '',
  }[entry.status];
  const words = `${entry.unapproved ? `${labels.unapproved}. ` : ''}${lifecycle}`;
  const style = { ...session.theme.small, color: ACCENT };
  const padding = context.leading * 0.7;
  const frame = {
    x: context.x,
    width: context.width,
    above: 5,
    below: 6,
    fill: TINT,
    bar: { color: ACCENT, width: 2, right: context.direction === 'rtl' },
  };
  column.space(context.gap * 0.6);
  await column.framed(frame, async () => {
    const element = session.structure.open('P', context.node);
    const runs = plainRuns(session, words, { ...style, weight: 600 }, element);
    const replacement = entry.replacedBy === undefined ? undefined : titles.get(entry.replacedBy);
    if (entry.replacedBy !== undefined) {
      const [before = '', after = ''] = labels.replacedBy.split('{entry}');
      const text = { type: 'text', value: `${entry.replacedBy} ${replacement?.text ?? ''}`.trim() } as const;
      const link = {
        type: 'crossReference',
        number: entry.replacedBy,
        written: '',
        automatic: true,
        children: [text],
      } as const;
      runs.push(
        ...inlineRuns(
          session,
          [{ type: 'text', value: before }, link, { type: 'text', value: after }],
          inlineContext(context, element, style),
        ),
      );
    }
    const lines = setText(session, runs, {
      width: context.width - 2 * padding,
      leading: context.leading * 0.92,
      align: 'left',
      direction: context.direction,
      hyphenate: false,
    });
    column.addLines(lines, { x: context.x + padding, place: context.place, keep: entry.answer.length > 0 });
  });
  column.space(context.gap);
}
