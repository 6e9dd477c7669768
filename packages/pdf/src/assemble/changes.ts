import {
  type Change,
  type CompileOptions,
  changeHead,
  fillLabel,
  foldChanges,
  type Handbook,
  type Segment,
  toText,
} from '@octavo/core';
import type { DisplayList } from '../display/display-list.ts';
import { type BlockContext, childPlace, inlineContext } from '../flow/block-context.ts';
import { inlineRuns, plainRuns } from '../flow/inline.ts';
import { paginate } from '../flow/paginate.ts';
import { rootContext } from '../flow/root-context.ts';
import { sectionTitle } from '../flow/section-title.ts';
import type { Session } from '../flow/session.ts';
import { inMargin } from '../page/geometry.ts';
import { MUTED } from '../page/theme.ts';
import type { TextSettings } from '../text/set-line.ts';
import { setText } from '../text/set-text.ts';
import type { TextRun, TextStyle } from '../text/text-run.ts';
import { finishList } from './lists.ts';

/** "Changes in this edition": each changed entry with its page, the editor's note and the words that changed. */
export function layOutChanges(
  session: Session,
  handbook: Handbook,
  changes: readonly Change[],
  since: CompileOptions['changesSince'],
): DisplayList {
  const { geometry, structure, theme } = session;
  const { labels } = handbook;
  session.at({ path: 'handbook.yaml', name: labels.changes });
  const node = structure.open('Sect', -1, { title: labels.changes });
  const context = rootContext(session, node, 'matter', 'changes');
  const { column } = context;
  column.anchor('changes');
  sectionTitle(labels.changes, context);
  const { telling, corrections } = foldChanges(changes);
  if (since) {
    const words = fillLabel(labels.changesSince, { version: since.version, date: since.date.slice(0, 10) });
    paragraph([{ kind: 'same', text: words }], structure.open('P', node), context);
  }
  if (changes.some(({ passages }) => passages.length > 0))
    paragraph(legend(labels), structure.open('P', node), context);
  items(telling, 0, structure.open('L', node, { numbering: 'None' }), context);
  if (corrections.length > 0) {
    const heading = plainRuns(session, labels.corrections, theme.question, structure.open('H2', node));
    column.space(context.leading * 1.5);
    column.addLines(setText(session, heading, settingsOf(context)), {
      x: 0,
      // A page that begins here begins with the first of them.
      place: childPlace(context.place, telling.length),
      keep: true,
    });
    const list = structure.open('L', node, { numbering: 'None' });
    items(corrections, telling.length, list, context);
  }
  const { depth, measure, leading, rightToLeft } = geometry;
  return finishList(
    session,
    paginate(column.pieces, {
      depth,
      measure,
      rightToLeft,
      leading,
      opening: true,
      fallback: context.place,
      notes: new Map(),
    }),
  );

  /** `start`: the index of the first among all changes, as in the page map. */
  function items(some: readonly Change[], start: number, list: number, within: BlockContext) {
    for (const [index, change] of some.entries()) {
      const item = structure.open('LI', list);
      const bold = { ...theme.number, size: theme.body.size };
      // Only a number fits into the margin.
      const label =
        change.number === undefined
          ? []
          : plainRuns(session, `${change.number} `, bold, structure.open('Lbl', item));
      const body = structure.open('LBody', item);
      const place = childPlace(within.place, start + index);
      const first = column.pieces.length;
      column.space(within.leading * 0.6);
      const lines = setText(session, headRuns(change, handbook, within, body), settingsOf(within));
      const keep = change.passages.length > 0;
      column.addLines(
        lines.map((line) => ({ ...line, source: undefined })),
        { x: 0, place, together: true, keep },
      );
      const [number] = setText(session, label, { ...settingsOf(within), width: geometry.hang + 20 });
      if (number) column.beside(first, number, inMargin(geometry, number.width) - number.left);
      for (const { segments } of change.passages)
        paragraph(segments, structure.open('P', body), { ...within, place });
    }
  }
}

/** The question with its page, what became of it, and the editor's note. */
function headRuns(
  change: Change,
  { chapters, labels }: Handbook,
  context: BlockContext,
  node: number,
): TextRun[] {
  const { kind, movedFrom, note, replacedBy, passages } = change;
  const { session } = context;
  const { theme } = session;
  const questions = new Map(
    chapters.flatMap(({ entries }) =>
      entries.map((entry) => [entry.number, toText(entry.question)] as const),
    ),
  );
  const link = (to: string, words: string) =>
    inlineRuns(
      session,
      [
        questions.has(to)
          ? {
              type: 'crossReference',
              number: to,
              written: '',
              automatic: true,
              children: [{ type: 'text', value: words }],
            }
          : { type: 'text', value: words },
      ],
      inlineContext({ ...context, mentioned: new Set() }, node),
    );
  const plain = (words: string, style: Partial<TextStyle> = {}) =>
    plainRuns(session, words, { ...theme.body, ...style }, node);
  const { label, words } = changeHead(change, labels);
  const head =
    change.subject === 'entry'
      ? link(change.number, questions.get(change.number) ?? (words || label))
      : [...plain(`${label}: `), ...plain(words, { weight: 600 })];
  const [before = '', after = ''] = labels.replacedBy.split('{entry}');
  return [
    ...head,
    ...plainRuns(session, ` ${labels[kind]}.`, { ...theme.small, weight: 600 }, node),
    ...(movedFrom === undefined ? [] : plain(` ${fillLabel(labels.movedFrom, { chapter: movedFrom })}.`)),
    ...(replacedBy === undefined
      ? []
      : [
          ...plain(` ${before}`),
          ...link(replacedBy, `${replacedBy} ${questions.get(replacedBy) ?? ''}`.trim()),
          ...plain(after),
        ]),
    ...(note ? plain(` ${note}`, { italic: true }) : []),
    ...(kind === 'changed' && passages.length === 0
      ? plain(` ${labels.wordsUnchangedNotice}`, { italic: true })
      : []),
  ];
}

/** What the marks mean: a plus and underlined, a minus and struck through; brackets for those who hear it. */
function legend(labels: Handbook['labels']): readonly Segment[] {
  return [
    { kind: 'inserted', text: labels.inserted },
    { kind: 'same', text: '\u2003' },
    { kind: 'deleted', text: labels.deleted },
  ];
}

function paragraph(segments: readonly Segment[], node: number, context: BlockContext): void {
  const { session, column } = context;
  const style = { ...session.theme.note, features: ['lnum'] };
  const content = session.structure.content(node);
  const { language } = session.facts;
  const run = (text: string, look: Partial<TextStyle>): TextRun => ({
    text,
    style: { ...style, ...look },
    content,
    language,
  });
  const runs = segments.flatMap(({ kind, text }) => {
    if (kind === 'same') return [run(text, {})];
    const look = kind === 'inserted' ? { underline: true } : { strike: true, color: MUTED };
    return [run(kind === 'inserted' ? '[+' : '[\u2212', {}), run(text, look), run(']', {})];
  });
  column.space(context.leading * 0.3);
  const lines = setText(session, runs, { ...settingsOf(context), leading: context.leading * 0.92 });
  column.addLines(lines, { x: 0, place: context.place });
}

function settingsOf({ leading, direction, width }: BlockContext): TextSettings {
  return { width, leading, align: direction === 'rtl' ? 'right' : 'left', direction, hyphenate: true };
}
