import type { Chapter } from '@octavo/core';
import { chapterLabel, entriesRange } from '@octavo/core/say';
import { composer } from '../compose/composer.ts';
import { ACCENT, MUTED } from '../page/theme.ts';
import type { SetLine } from '../text/set-line.ts';
import { setText } from '../text/set-text.ts';
import type { TextStyle } from '../text/text-run.ts';
import type { BlockContext } from './block-context.ts';
import { plainRuns } from './inline.ts';

/** The chapter's number, title, questions and summary, at the head of its first page. */
export async function chapterOpening(
  section: { readonly chapter: Chapter; readonly number: number; readonly part?: string },
  context: BlockContext,
): Promise<void> {
  const { session } = context;
  const { chapter, part } = section;
  const { geometry, theme, facts, structure } = session;
  const width = geometry.measure + geometry.hang;
  const set = (text: string, style: TextStyle, leading: number, type: 'P' | 'H1'): readonly SetLine[] =>
    setText(session, plainRuns(session, text, style, structure.open(type, context.node)), {
      width,
      leading,
      direction: facts.direction,
      balanced: type === 'H1',
    });
  const label = set(
    [part, chapterLabel(facts.labels, section.number - 1)].filter(Boolean).join(' · '),
    { ...theme.label, size: theme.label.size * 1.15 },
    geometry.leading,
    'P',
  );
  const title = set(chapter.title, theme.chapterTitle, theme.chapterTitle.size * 1.14, 'H1');
  const range = entriesRange(facts.labels, chapter.entries);
  const numbers = range ? set(range, { ...theme.small, color: MUTED }, geometry.leading, 'P') : [];
  const summary = chapter.summary
    ? set(
        chapter.summary,
        { ...theme.body, italic: true, size: theme.body.size * 1.08, color: MUTED },
        geometry.leading * 1.08,
        'P',
      )
    : [];
  const { layOut, openingElement } = await composer();
  const part0 = await layOut(
    openingElement({
      label,
      title,
      range: numbers,
      summary,
      accent: ACCENT,
      rightToLeft: geometry.rightToLeft,
      drop: geometry.depth * 0.08,
    }),
    width,
  );
  if (!part0) return;
  context.column.anchor(`chapter-${chapter.id}`, context.node);
  const items = part0.items.map((item) => ({ ...item, x: item.x + geometry.full }));
  context.column.add({ height: part0.height, items, keep: true, place: context.place });
  context.column.space(geometry.leading * 1.5);
}
