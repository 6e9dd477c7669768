import type { Page } from '@octavo/core';
import type { DisplayPage } from '../display/display-list.ts';
import type { BlockContext } from './block-context.ts';
import { layOutNotes, rememberNotes } from './notes.ts';
import type { Piece } from './piece.ts';
import { openSection, sectionPages } from './section.ts';
import type { Session } from './session.ts';

/** A page of prose before or after the entries. */
export async function layOutPage(session: Session, page: Page): Promise<DisplayPage[]> {
  // Its title is part of it.
  session.at({ ...page.source, name: `page ${page.id}` });
  const context = openSection(session, 'page', page.id, page.title);
  return sectionPages(context, await layOutProse(page, context));
}

/** The text of a page, or of a chapter's introduction, below its title. Returns its footnotes. */
export async function layOutProse(
  { id, source, body, footnotes }: Page,
  context: BlockContext,
): Promise<ReadonlyMap<string, readonly Piece[]>> {
  context.session.at({ ...source, name: `${context.place.kind} ${id}` });
  rememberNotes(context, footnotes);
  await context.blocks(body, context);
  return layOutNotes(footnotes, context);
}
