import type { Chapter } from '@octavo/core';
import type { DisplayPage } from '../display/display-list.ts';
import { chapterOpening } from './chapter-opening.ts';
import { layOutEntry } from './entry.ts';
import type { EntryTitle } from './entry-title.ts';
import { paginate } from './paginate.ts';
import type { Piece } from './piece.ts';
import { rootContext } from './root-context.ts';
import type { Session } from './session.ts';

/** A chapter: its opening, then its entries. */
export async function layOutChapter(
  session: Session,
  section: { readonly chapter: Chapter; readonly number: number; readonly part?: string },
  titles: ReadonlyMap<string, EntryTitle>,
): Promise<DisplayPage[]> {
  const { chapter } = section;
  const { geometry } = session;
  session.at({ path: 'handbook.yaml', name: `chapter ${chapter.id}` });
  const node = session.structure.open('Sect', -1, { title: chapter.title });
  const context = rootContext(session, node, 'chapter', chapter.id);
  await chapterOpening(section, context);
  const notes = new Map<string, readonly Piece[]>();
  let notesBefore = 0;
  for (const entry of chapter.entries) {
    for (const [name, pieces] of await layOutEntry(entry, { ...context, notesBefore }, titles))
      notes.set(name, pieces);
    notesBefore += entry.footnotes.length;
  }
  const { depth, measure, leading, rightToLeft } = geometry;
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
