import type { Chapter } from '@octavo/core';
import type { DisplayPage } from '../display/display-list.ts';
import { chapterOpening } from './chapter-opening.ts';
import { layOutEntry } from './entry.ts';
import type { EntryTitle } from './entry-title.ts';
import { layOutProse } from './prose-page.ts';
import { rootContext } from './root-context.ts';
import { sectionPages } from './section.ts';
import type { Session } from './session.ts';

/** A chapter: its opening, its introduction, then its entries. */
export async function layOutChapter(
  session: Session,
  section: { readonly chapter: Chapter; readonly number: number; readonly part?: string },
  titles: ReadonlyMap<string, EntryTitle>,
): Promise<DisplayPage[]> {
  const { chapter } = section;
  session.at({ path: 'handbook.yaml', name: `chapter ${chapter.id}` });
  const context = rootContext(session, 'chapter', chapter.id, chapter.title);
  await chapterOpening(section, context);
  const { intro } = chapter;
  const notes = new Map(intro ? await layOutProse(intro, { ...context, level: 2 }) : []);
  let notesBefore = intro?.footnotes.length ?? 0;
  for (const entry of chapter.entries) {
    for (const [name, pieces] of await layOutEntry(entry, { ...context, notesBefore }, titles))
      notes.set(name, pieces);
    notesBefore += entry.footnotes.length;
  }
  return sectionPages(context, notes);
}
