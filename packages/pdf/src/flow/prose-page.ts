import type { Page } from '@octavo/core';
import type { DisplayPage } from '../display/display-list.ts';
import { layOutNotes } from './notes.ts';
import { paginate } from './paginate.ts';
import { rootContext } from './root-context.ts';
import { sectionTitle } from './section-title.ts';
import type { Session } from './session.ts';

/** A page of prose before or after the entries. */
export async function layOutPage(session: Session, page: Page): Promise<DisplayPage[]> {
  session.at({ ...page.source, name: `page ${page.id}` });
  const node = session.structure.open('Sect', -1, { title: page.title });
  const context = rootContext(session, node, 'page', page.id);
  context.column.anchor(page.id, node);
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
    filled: true,
    fallback: context.place,
    notes,
  });
}
