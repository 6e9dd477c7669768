import type { Page } from '@octavo/core';
import type { DisplayPage } from '../display/display-list.ts';
import { setText } from '../text/set-text.ts';
import type { BlockContext } from './block-context.ts';
import { rootContext } from './chapter.ts';
import { plainRuns } from './inline.ts';
import { layOutNotes } from './notes.ts';
import { paginate } from './paginate.ts';
import type { Session } from './session.ts';

/** A page of prose before or after the entries. */
export async function layOutPage(session: Session, page: Page): Promise<DisplayPage[]> {
  session.at({ ...page.source, name: `page ${page.id}` });
  const node = session.structure.open('Sect', -1, { title: page.title });
  const context = rootContext(session, node, 'page', page.id);
  context.column.anchor(page.id);
  sectionTitle(page.title, context);
  await context.blocks(page.body, context);
  const notes = await layOutNotes(page.footnotes, context);
  const { depth, measure, leading, rightToLeft } = session.geometry;
  return paginate(context.column.pieces, {
    depth,
    measure,
    rightToLeft,
    leading,
    opening: true,
    fallback: context.place,
    notes,
  });
}

/** The title of a prose page, the contents, the glossary or the index. `x`, `width`: where it may stand. */
export function sectionTitle(
  title: string,
  context: BlockContext,
  x: number = context.x,
  width: number = context.width,
): void {
  const { session, column } = context;
  const style = { ...session.theme.chapterTitle, size: session.theme.chapterTitle.size * 0.8 };
  const node = session.structure.open('H1', context.node);
  const lines = setText(session, plainRuns(session, title, style, node), {
    width,
    leading: style.size * 1.15,
    align: context.direction === 'rtl' ? 'right' : 'left',
    direction: context.direction,
    hyphenate: false,
  });
  column.space(0);
  column.addLines(lines, { x, place: context.place, keep: true, together: true });
  column.space(session.geometry.leading * 2);
}
