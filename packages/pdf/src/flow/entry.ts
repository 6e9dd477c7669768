import { type Entry, type PageBreakPlace, toText } from '@octavo/core';
import { inMargin } from '../page/geometry.ts';
import { ACCENT, TINT } from '../page/theme.ts';
import { setText } from '../text/set-text.ts';
import { type BlockContext, inlineContext } from './block-context.ts';
import type { EntryTitle } from './chapter-task.ts';
import { inlineRuns, plainRuns } from './inline.ts';
import { layOutNotes } from './notes.ts';
import type { Piece } from './piece.ts';
import { related } from './related.ts';

/** One question with its answer. Returns the entry's footnotes. `titles`: of the entries it names. */
export async function layOutEntry(
  entry: Entry,
  context: BlockContext,
  titles: ReadonlyMap<string, EntryTitle>,
): Promise<ReadonlyMap<string, readonly Piece[]>> {
  const { session, column } = context;
  const owner = `q${entry.number}`;
  const place = { kind: 'entry', id: entry.number, path: [], offset: 0 } as const;
  session.at({
    path: entry.source.path,
    line: entry.source.line,
    column: entry.source.column,
    name: `entry ${entry.number}`,
  });
  const own: BlockContext = {
    ...context,
    owner,
    place,
    mentioned: new Set([entry.number]),
    node: session.structure.open('Sect', context.node),
  };

  column.entry = entry.number;
  column.space(context.leading * 2);
  for (const name of new Set([
    owner,
    entry.id,
    ...entry.aliases.flatMap((alias) => [alias, ...(/^\d/.test(alias) ? [`q${alias}`] : [])]),
  ]))
    column.anchor(name);
  question(entry, own);
  column.space(context.leading * 0.3);
  if (entry.status === 'withdrawn' || entry.status === 'deprecated' || entry.status === 'draft')
    await notice(entry, own, titles);
  await context.blocks(entry.answer, own);
  if (entry.related.length > 0) related(entry.related, { ...own, place: endOf(entry) }, titles);
  return layOutNotes(entry.footnotes, own);
}

/** The place behind the last word of an answer: where a page begins that begins with what we add. */
function endOf(entry: Entry): PageBreakPlace {
  const last = entry.answer.at(-1);
  const path = last ? [entry.answer.length - 1] : [];
  return { kind: 'entry', id: entry.number, path, offset: last ? toText([last]).length : 0 };
}

/** The number in the margin, the question beside it. */
function question(entry: Entry, context: BlockContext): void {
  const { session, column } = context;
  const { theme, geometry } = session;
  const first = column.pieces.length;
  const node = session.structure.open('H2', context.node);
  session.heading = 2;
  const number = plainRuns(session, `${entry.number} `, theme.number, node);
  const runs = inlineRuns(
    session,
    entry.question,
    inlineContext({ ...context, mentioned: new Set() }, node, theme.question),
  );
  const leading = theme.question.size * 1.26;
  const align = context.direction === 'rtl' ? 'right' : 'left';
  const lines = setText(session, runs, {
    width: context.width,
    leading,
    align,
    direction: context.direction,
    hyphenate: false,
  });
  column.addLines(lines, { x: context.x, place: context.place, keep: true, together: lines.length < 12 });
  const [label] = setText(session, number, {
    width: geometry.hang + 40,
    leading,
    align: 'left',
    direction: 'ltr',
    hyphenate: false,
  });
  if (label) column.beside(first, label, inMargin(geometry, label.width) - label.left);
}

/** Says that an entry is withdrawn, out of date or a draft, and what replaces it. */
async function notice(
  entry: Entry,
  context: BlockContext,
  titles: ReadonlyMap<string, EntryTitle>,
): Promise<void> {
  const { session, column } = context;
  const { labels } = session.facts;
  const [name, words] = {
    withdrawn: [labels.withdrawn, labels.withdrawnNotice],
    deprecated: [labels.deprecated, labels.deprecatedNotice],
    draft: [labels.draft, ''],
    active: ['', ''],
  }[entry.status];
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
    const runs = plainRuns(session, `${name}. ${words} `, { ...style, weight: 600 }, element);
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
