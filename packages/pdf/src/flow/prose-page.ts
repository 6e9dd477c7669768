import type { Page } from '@octavo/core';
import type { DisplayPage } from '../display/display-list.ts';
import { layOutNotes, rememberNotes } from './notes.ts';
import { openSection, sectionPages } from './section.ts';
import type { Session } from './session.ts';

/** A page of prose before or after the entries. */
export async function layOutPage(session: Session, page: Page): Promise<DisplayPage[]> {
  session.at({ ...page.source, name: `page ${page.id}` });
  const context = openSection(session, 'page', page.id, page.title);
  rememberNotes(context, page.footnotes);
  await context.blocks(page.body, context);
  const notes = await layOutNotes(page.footnotes, context);
  return sectionPages(context, notes);
}
