import { type Change, type CompileOptions, type Handbook, type Segment, toText } from '@octavo/core';
import { type SaidChange, sayChanges, sayText } from '@octavo/core/say';
import type { DisplayList } from '../display/display-list.ts';
import { type BlockContext, childPlace, inlineContext } from '../flow/block-context.ts';
import { inlineRuns, plainRuns } from '../flow/inline.ts';
import { paginate } from '../flow/paginate.ts';
import { rootContext } from '../flow/root-context.ts';
import { referenceTo, sayPhrasing } from '../flow/say.ts';
import { sectionTitle } from '../flow/section-title.ts';
import type { Session } from '../flow/session.ts';
import { hanging, inMargin } from '../page/geometry.ts';
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
  column.anchor('changes', node);
  sectionTitle(labels.changes, context);
  const questions = questionsOf(handbook);
  const { opening, marked, telling, corrections } = sayChanges(changes, handbook, since);
  for (const line of opening)
    paragraph([{ kind: 'same', text: sayText(line) }], structure.open('P', node), context);
  if (marked) paragraph(legend(labels), structure.open('P', node), context);
  items(telling, structure.open('L', node, { numbering: 'Ordered' }), context);
  if (corrections.length > 0) {
    const heading = plainRuns(session, labels.corrections, theme.question, structure.open('H2', node));
    column.space(context.leading * 2, 1);
    column.addLines(setText(session, heading, settingsOf(context)), {
      x: 0,
      // A page that begins here begins with the first of them.
      place: childPlace(context.place, telling.length),
      keep: true,
    });
    const list = structure.open('L', node, { numbering: 'Ordered' });
    items(corrections, list, context);
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
      filled: true,
      fallback: context.place,
      notes: new Map(),
    }),
  );

  function items(some: readonly SaidChange[], list: number, within: BlockContext) {
    for (const change of some) {
      const item = structure.open('LI', list);
      const bold = { ...theme.number, size: theme.body.size };
      // Only a number fits into the margin.
      const label =
        change.about.subject !== 'entry'
          ? []
          : plainRuns(session, `${change.label} `, bold, structure.open('Lbl', item));
      const body = structure.open('LBody', item);
      const place = childPlace(within.place, change.place);
      const first = column.pieces.length;
      column.space(within.leading, 1);
      const head = headRuns(change, questions, within, body);
      const number = hanging(
        setText(session, label, { ...settingsOf(within), width: geometry.hang + 20 }),
        geometry,
      );
      const lines = setText(session, number ? head : [...label, ...head], settingsOf(within));
      const keep = change.passages.length > 0;
      column.addLines(
        lines.map((line) => ({ ...line, source: undefined })),
        { x: 0, place, together: true, keep },
      );
      if (number) column.beside(first, number, inMargin(geometry, number.width) - number.left);
      for (const { segments } of change.passages)
        paragraph(segments, structure.open('P', body), { ...within, place });
    }
  }
}

function questionsOf({ chapters }: Handbook): ReadonlyMap<string, string> {
  const entries = chapters.flatMap((chapter) => chapter.entries);
  return new Map(entries.map(({ number, question }) => [number, toText(question)]));
}

/** The question with its page, what became of it, and the editor's note. */
function headRuns(
  { about, entry, label, words, word, sentences }: SaidChange,
  questions: ReadonlyMap<string, string>,
  context: BlockContext,
  node: number,
): TextRun[] {
  const { session } = context;
  const { theme } = session;
  const own = { ...context, mentioned: new Set<string>() };
  const plain = (text: string, style: TextStyle = theme.body) => plainRuns(session, text, style, node);
  const reference = entry && {
    ...referenceTo(entry, questions.get(entry) ?? words),
    automatic: true as const,
  };
  const thing = about.subject !== 'entry';
  return [
    ...(thing ? plain(`${label}: `) : []),
    ...(reference
      ? inlineRuns(session, [reference], inlineContext(own, node))
      : plain(words || label, thing ? { ...theme.body, weight: 600 } : theme.body)),
    ...plain(` ${word}.`, { ...theme.small, weight: 600 }),
    ...sentences.flatMap(({ name, say }) => {
      const style = name === 'moved' || name === 'replaced' ? theme.body : { ...theme.body, italic: true };
      const phrase = sayPhrasing(say, (number) => questions.get(number));
      return [...plain(' ', style), ...inlineRuns(session, phrase, inlineContext(own, node, style))];
    }),
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
  const lines = setText(session, runs, { ...settingsOf(context), leading: context.leading });
  column.addLines(lines, { x: 0, place: context.place });
}

function settingsOf({ leading, direction, width }: BlockContext): TextSettings {
  return { width, leading, direction, hyphenate: true };
}
